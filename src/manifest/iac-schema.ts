/** The entries of `iac`: where to read infrastructure code, where finding it is not enough. */
import { z } from 'zod';
import { byText, section, text } from '../model/fields.ts';
import { region } from './core-schema.ts';
import type { IacKind } from './manifest.ts';
import { once } from './once.ts';

const { optional } = z;

/** An entry names its kind by the key that holds the path. */
export const IAC_KINDS: readonly IacKind[] = [
  'terraform',
  'terraform_plan',
  'cloudformation',
  'cdk',
  'serverless',
  'pulumi',
];

const made = new Map(IAC_KINDS.map((kind) => [kind, once(() => entrySchema(kind))]));

/** The schema of an entry by its kind. */
export function iacSchema(kind: IacKind) {
  return (made.get(kind) ?? (() => entrySchema(kind)))();
}

function entrySchema(kind: IacKind) {
  const path = text('a path', EXAMPLES[kind]).describe(DESCRIPTIONS[kind]);
  return section({ [kind]: path, ...MORE_KEYS[kind](), region: optional(region()) });
}

const EXAMPLES: Readonly<Record<IacKind, string>> = {
  terraform: 'infra/prod',
  terraform_plan: 'plan.json',
  cloudformation: 'templates/app.yaml',
  cdk: 'cdk.out',
  serverless: 'serverless.yml',
  pulumi: 'infra',
};

const DESCRIPTIONS: Readonly<Record<IacKind, string>> = {
  terraform: 'Directory of a root module.',
  terraform_plan: 'A plan as `terraform show -json` writes it.',
  cloudformation: 'A CloudFormation or SAM template.',
  cdk: 'A cloud assembly: what `cdk synth` writes.',
  serverless: 'A Serverless Framework file.',
  pulumi: 'Directory of a Pulumi program in YAML, or a preview in JSON.',
};

const MORE_KEYS: Readonly<Record<IacKind, () => z.core.$ZodShape>> = {
  terraform: () => ({
    var_files: optional(
      z.array(text('a path', 'prod.tfvars')).describe('Files of variables, relative to the root module.'),
    ),
    variables: optional(byText(z.unknown()).describe('Variables of the root module.')),
    workspace: optional(text('a workspace', 'prod').describe('The workspace.')),
  }),
  terraform_plan: () => ({}),
  cloudformation: () => ({
    parameters: optional(byText(z.unknown()).describe('Parameters of the template.')),
    parameter_files: optional(
      z
        .array(text('a path', 'parameters/prod.json'))
        .describe('Files of parameters, relative to this manifest.'),
    ),
    stack: optional(text('a stack', 'shared').describe('The name of the stack.')),
    config_env: optional(text('an environment', 'prod').describe('The environment of samconfig.toml.')),
  }),
  cdk: () => ({}),
  serverless: () => ({ stack: optional(text('a stage', 'prod').describe('The stage.')) }),
  pulumi: () => ({ stack: optional(text('a stack', 'prod').describe('The stack.')) }),
};
