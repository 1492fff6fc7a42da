/** Everything that a service of the Serverless Framework declares. */
import type { Diagnostic } from '../../model/diagnostic.ts';
import { text } from '../../model/value.ts';
import { nestedTemplate } from '../cloudformation/nested.ts';
import { openStack } from '../cloudformation/open-stack.ts';
import { templateOf } from '../cloudformation/template.ts';
import type { TemplateTree } from '../cloudformation/tree.ts';
import {
  type DataNode,
  entriesOf,
  itemsOf,
  type MapEntry,
  nodeAt,
  textOf,
  valueNode,
} from '../document/node.ts';
import type { IacReading, IacRoot } from '../format.ts';
import { directoryOf, relativePath, resolvePath } from '../paths.ts';
import { Budget } from '../terraform/evaluate/budget.ts';
import { agentResources } from './agents.ts';
import { functionResource } from './functions.ts';
import { merged } from './merged.ts';
import { mergedEntries, Resolver } from './resolver.ts';
import { mapNode, property } from './resource-node.ts';

/** Where the framework deploys a service that names no region. */
const DEFAULT_REGION = 'us-east-1';

/** Reads a service. It is resolved to the template that the framework would make of it, as far as that is billed. */
export function readService(root: IacRoot, tree: TemplateTree, paths: ReadonlySet<string>): IacReading {
  const file = root.directory;
  const document = tree.document(file);
  if (document === undefined) {
    const message = `The service ${file} ${paths.has(file) ? 'was not read' : 'does not exist'}.`;
    const place = root.at ?? { file };
    const diagnostics: Diagnostic[] = [{ code: 'iac-missing', severity: 'error', message, at: place }];
    return { resources: [], diagnostics, ...(paths.has(file) ? { asked: [file] } : {}) };
  }
  const diagnostics: Diagnostic[] = [...document.diagnostics];
  if (document.root === undefined) return { resources: [], diagnostics };
  const provider =
    textOf(nodeAt(document.root, 'provider')) ?? textOf(nodeAt(document.root, 'provider', 'name'));
  if (provider !== undefined && provider !== 'aws') return { resources: [], diagnostics };
  const asked = new Set<string>();
  const budget = new Budget(diagnostics, tree.work);
  const resolver = new Resolver({
    root: document.root,
    stage: root.stack,
    region: root.region,
    stageLine: `iac: [{ serverless: ${relativePath(root.project ?? '.', file)}, stack: dev }]`,
    budget,
    diagnostics,
    file: (path) => includedFile(path, file, tree, paths, asked),
  });
  const region = regionOf(resolver, root);
  const stack = openStack({
    template: templateOf(file, templateNode(document.root, resolver)),
    parameters: new Map(),
    ...(region === undefined ? {} : { region }),
    budget,
    diagnostics,
    nested: (nested) => nestedTemplate(nested, tree),
  });
  const reading = { resources: stack.resources(), diagnostics };
  return asked.size === 0 ? reading : { ...reading, asked: [...asked] };
}

/** The region of the provider; a manifest that names one is asked where the service leaves it open. */
function regionOf(resolver: Resolver, root: IacRoot): string | undefined {
  const stated = resolver.at('provider', 'region');
  if (stated === undefined) return root.region ?? DEFAULT_REGION;
  return textOf(stated) ?? root.region;
}

/** A data file, or any other one as its text. Paths go from the directory of the service, whichever file names them. */
function includedFile(
  path: string,
  service: string,
  tree: TemplateTree,
  paths: ReadonlySet<string>,
  asked: Set<string>,
): DataNode | undefined {
  const resolved = resolvePath(directoryOf(service), path);
  if (resolved === undefined) return undefined;
  const written = tree.texts.get(resolved);
  if (written === undefined) {
    if (paths.has(resolved)) asked.add(resolved);
    return undefined;
  }
  if (!/\.(?:ya?ml|json)$/.test(resolved)) return valueNode(text(written), { file: resolved });
  return tree.document(resolved)?.root;
}

/** The sections of the template: what the service writes there, and what the framework makes of the rest. */
function templateNode(service: DataNode, resolver: Resolver): DataNode {
  const { at } = service;
  const provider = resolver.at('provider');
  const defaults = {
    provider,
    service: textOf(resolver.at('service')) ?? textOf(resolver.at('service', 'name')),
    stage: textOf(resolver.stage),
  };
  const functions = [...mergedEntries(resolver.at('functions'))]
    .filter(([, { node }]) => node.kind === 'map')
    .map(([name, entry]) => functionResource(name, entry, defaults));
  const agents = agentResources(resolver.at('ai'), resolver.at('agents'));
  const sections = itemsOf(resolver.at('resources'));
  const written = sections.map((section) => nodeAt(section, 'Resources'));
  const extensions = sections.map((section) => nodeAt(section, 'extensions'));
  const made: DataNode = { kind: 'map', entries: new Map([...functions, ...agents]), at };
  const resources = merged([made, ...written, ...extensions], at);
  const others = ['Parameters', 'Mappings', 'Conditions', 'Outputs', 'Transform'].map((name) =>
    property(name, sectionOf(sections, name, at)),
  );
  return mapNode([property('Resources', resources), ...others], at);
}

function sectionOf(sections: readonly DataNode[], name: string, at: DataNode['at']): DataNode | undefined {
  const found: MapEntry[] = sections.flatMap((section) => entriesOf(section).get(name) ?? []);
  const [first] = found;
  if (first === undefined || first.node.kind !== 'map') return first?.node;
  return merged(
    found.map(({ node }) => node),
    at,
  );
}
