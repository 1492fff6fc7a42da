/** A service of the Serverless Framework as the stack that the framework makes of it. */
import type { Diagnostic } from '../../model/diagnostic.ts';
import { isUnknown, text } from '../../model/value.ts';
import { importer, outputOf, type ProjectExports } from '../cloudformation/imports.ts';
import { nestedTemplate } from '../cloudformation/nested.ts';
import { type OpenStack, openStack } from '../cloudformation/open-stack.ts';
import { templateOf } from '../cloudformation/template.ts';
import type { TemplateTree } from '../cloudformation/tree.ts';
import { type DataNode, nodeAt, textOf, valueNode } from '../document/node.ts';
import type { IacRoot } from '../format.ts';
import { directoryOf, relativePath, resolvePath } from '../paths.ts';
import type { Budget } from '../terraform/evaluate/budget.ts';
import { Resolver } from './resolver.ts';
import { serviceTemplate } from './service-template.ts';

/** Where the framework deploys a service that names no region. */
const DEFAULT_REGION = 'us-east-1';

/** What is given to the opening of a service besides the root itself. */
export interface ServiceOpening {
  readonly budget: Budget;
  /** Gets what is found on the way. */
  readonly diagnostics: Diagnostic[];
  /** What the other stacks of the project export. */
  readonly exports: ProjectExports;
  /** Gets the paths of files that the service names. */
  readonly ask?: (path: string) => void;
}

export interface Service {
  readonly stack: OpenStack;
  readonly region: string | undefined;
  readonly stackName: string | undefined;
}

/** The stack of a service; `undefined` where its file is no data, or it is deployed to another cloud. */
export function openService(
  root: IacRoot,
  tree: TemplateTree,
  { budget, diagnostics, exports, ask = () => {} }: ServiceOpening,
): Service | undefined {
  const file = root.directory;
  const service = tree.document(file)?.root;
  if (service === undefined) return undefined;
  const provider = textOf(nodeAt(service, 'provider')) ?? textOf(nodeAt(service, 'provider', 'name'));
  if (provider !== undefined && provider !== 'aws') return undefined;
  const resolver = new Resolver({
    root: service,
    stage: root.stack,
    region: root.region,
    stageLine: `iac: [{ serverless: ${relativePath(root.project ?? '.', file)}, stack: dev }]`,
    budget,
    diagnostics,
    file: (path) => includedFile(path, file, tree, ask),
    output: (stack, output) => outputOf(exports, root, stack, output),
  });
  const region = regionOf(resolver, root);
  const stackName = stackNameOf(resolver);
  const stack = openStack({
    template: templateOf(file, serviceTemplate(service, resolver)),
    parameters: new Map(),
    ...(region === undefined ? {} : { region }),
    ...(stackName === undefined ? {} : { stackName }),
    budget,
    diagnostics,
    imported: importer(exports, root, { region }, diagnostics),
    nested: (nested) => nestedTemplate(nested, tree, ask),
  });
  return { stack, region, stackName };
}

/** The region of the provider; a manifest that names one is asked where the service leaves it open. */
function regionOf(resolver: Resolver, root: IacRoot): string | undefined {
  const stated = resolver.at('provider', 'region');
  if (stated === undefined) return root.region ?? DEFAULT_REGION;
  return textOf(stated) ?? root.region;
}

/** `chat-dev`, or what the provider says. */
function stackNameOf(resolver: Resolver): string | undefined {
  const stated = resolver.at('provider', 'stackName');
  if (stated !== undefined) return textOf(stated);
  const { name, stage } = resolver;
  return name === undefined || stage.kind !== 'value' || isUnknown(stage.value)
    ? undefined
    : `${name}-${textOf(stage) ?? ''}`;
}

/** A data file, or any other one as its text. Paths go from the directory of the service, whichever file names them. */
function includedFile(
  path: string,
  service: string,
  tree: TemplateTree,
  ask: (path: string) => void,
): DataNode | undefined {
  const resolved = resolvePath(directoryOf(service), path);
  if (resolved === undefined) return undefined;
  const written = tree.texts.get(resolved);
  if (written === undefined) {
    ask(resolved);
    return undefined;
  }
  if (!/\.(?:ya?ml|json)$/.test(resolved)) return valueNode(text(written), { file: resolved });
  return tree.document(resolved)?.root;
}
