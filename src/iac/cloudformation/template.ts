/** A template as its sections, still unevaluated. */
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { SourceLocation } from '../../model/source-location.ts';
import { type DataNode, entriesOf, itemsOf, type MapEntry, nodeAt, textOf } from '../document/node.ts';

type Section = ReadonlyMap<string, MapEntry>;

export interface Template {
  /** The file that holds it. */
  readonly file: string;
  readonly parameters: Section;
  readonly mappings: Section;
  readonly conditions: Section;
  readonly resources: Section;
  readonly outputs: Section;
  /** SAM: what is set for all resources of a type. */
  readonly globals: DataNode | undefined;
  /** Names of the macros that CloudFormation runs over the whole template. */
  readonly transforms: readonly { readonly name: string; readonly at: SourceLocation }[];
  /** What is wrong with its outer shape. */
  readonly diagnostics: readonly Diagnostic[];
}

/** "Template sections" of the CloudFormation User Guide, and `Globals` of SAM. */
const SECTIONS: ReadonlySet<string> = new Set([
  'AWSTemplateFormatVersion',
  'Conditions',
  'Description',
  'Globals',
  'Hooks',
  'Mappings',
  'Metadata',
  'Outputs',
  'Parameters',
  'Resources',
  'Rules',
  'Transform',
]);

/** Types of resources that are stacks of their own, and the property that names their template. */
export const NESTED_TYPES: ReadonlyMap<string, string> = new Map([
  ['AWS::CloudFormation::Stack', 'TemplateURL'],
  ['AWS::Serverless::Application', 'Location'],
]);

/** What CDK puts into a stack whose exports are imported in another region: they are written there as parameters. */
export const EXPORT_WRITER = 'Custom::CrossRegionExportWriter';
/** How the names of those exports begin, which are attributes of what reads them. */
export const WRITTEN_EXPORT = '/cdk/exports/';

/** Whether the root of a data file is a template: it has resources, and one of them has a type of AWS. */
export function isTemplate(root: DataNode | undefined): boolean {
  for (const [id, { node }] of entriesOf(nodeAt(root, 'Resources'))) {
    const type = textOf(nodeAt(node, 'Type'));
    if (type !== undefined && /^[A-Za-z0-9]+::/.test(type)) return true;
    if (id.startsWith('Fn::')) return true;
  }
  return false;
}

/** The sections of a template. Sections that CloudFormation does not know are reported. */
export function templateOf(file: string, root: DataNode): Template {
  const diagnostics: Diagnostic[] = [];
  for (const [name, { at }] of entriesOf(root)) {
    if (SECTIONS.has(name)) continue;
    // A macro over the whole template may read sections of its own.
    const message = `${name} is no section of a template, and was not read.`;
    diagnostics.push({ code: 'iac-unresolved', severity: 'notice', message, at });
  }
  return {
    file,
    parameters: entriesOf(nodeAt(root, 'Parameters')),
    mappings: entriesOf(nodeAt(root, 'Mappings')),
    conditions: entriesOf(nodeAt(root, 'Conditions')),
    resources: entriesOf(nodeAt(root, 'Resources')),
    outputs: entriesOf(nodeAt(root, 'Outputs')),
    globals: nodeAt(root, 'Globals'),
    transforms: itemsOf(nodeAt(root, 'Transform')).flatMap((item) => {
      const name =
        textOf(item) ?? textOf(nodeAt(item, 'Name')) ?? textOf(nodeAt(item, 'Fn::Transform', 'Name'));
      return name === undefined ? [] : [{ name, at: item.at }];
    }),
    diagnostics,
  };
}
