/** The manifest of a cloud assembly: its stacks, those of its stages too. */
import type { Diagnostic } from '../../model/diagnostic.ts';
import { LIMITS } from '../../model/limits.ts';
import type { SourceLocation } from '../../model/source-location.ts';
import type { TemplateTree } from '../cloudformation/tree.ts';
import { type DataNode, entriesOf, itemsOf, nodeAt, textOf } from '../document/node.ts';
import { resolvePath } from '../paths.ts';

/** One stack of an assembly. */
export interface AssemblyStack {
  /** `Prod/Data`: stages and the stack, as the app names them. */
  readonly displayName: string;
  /** What CloudFormation calls it. */
  readonly stackName: string;
  readonly templateFile: string;
  readonly account: string | undefined;
  readonly region: string | undefined;
  /** Construct paths by logical id, where the manifest or a file beside it has them. */
  readonly paths: ReadonlyMap<string, string>;
  readonly at: SourceLocation;
}

export interface Assembly {
  readonly stacks: readonly AssemblyStack[];
  readonly diagnostics: readonly Diagnostic[];
  /** Files that the manifest names and that are not among the texts. */
  readonly asked: readonly string[];
}

/** The stacks of the assembly in a directory, in the order of the manifest. Artifacts of other types are left out. */
export function assemblyIn(
  directory: string,
  tree: TemplateTree,
  root: SourceLocation | undefined,
): Assembly {
  const stacks: AssemblyStack[] = [];
  const diagnostics: Diagnostic[] = [];
  const asked: string[] = [];
  const seen = new Set<string>();
  const open: {
    readonly directory: string;
    readonly at: SourceLocation | undefined;
    readonly depth: number;
  }[] = [{ directory, at: root, depth: 0 }];
  for (const next of open) {
    if (seen.has(next.directory) || next.depth > LIMITS.moduleDepth) continue;
    seen.add(next.directory);
    const file = inside(next.directory, 'manifest.json');
    const document = tree.document(file);
    if (document === undefined) {
      asked.push(file);
      const message = `${next.directory} holds no manifest.json of a cloud assembly.`;
      const place = next.at === undefined ? {} : { at: next.at };
      const hint = `npx cdk synth --output ${next.directory}`;
      diagnostics.push({ code: 'iac-missing', severity: 'error', message, ...place, hint });
      continue;
    }
    diagnostics.push(...document.diagnostics, ...missingContext(document.root));
    for (const [id, { node, at }] of entriesOf(nodeAt(document.root, 'artifacts'))) {
      const type = textOf(nodeAt(node, 'type'));
      if (type === 'cdk:cloud-assembly') {
        const named = textOf(nodeAt(node, 'properties', 'directoryName'));
        const resolved = named === undefined ? undefined : resolvePath(next.directory, named);
        if (resolved !== undefined) open.push({ directory: resolved, at, depth: next.depth + 1 });
      } else if (type === 'aws:cloudformation:stack') {
        const stack = stackOf(id, node, at, next.directory, tree, asked);
        if (stack !== undefined) stacks.push(stack);
        else diagnostics.push(outside(id, at));
      }
    }
  }
  return { stacks, diagnostics, asked };
}

function stackOf(
  id: string,
  node: DataNode,
  at: SourceLocation,
  directory: string,
  tree: TemplateTree,
  asked: string[],
): AssemblyStack | undefined {
  const named = textOf(nodeAt(node, 'properties', 'templateFile'));
  const templateFile = named === undefined ? undefined : resolvePath(directory, named);
  if (templateFile === undefined) return undefined;
  const [account, region] = environmentOf(textOf(nodeAt(node, 'environment')) ?? '');
  return {
    displayName: textOf(nodeAt(node, 'displayName')) ?? id,
    stackName: textOf(nodeAt(node, 'properties', 'stackName')) ?? id,
    templateFile,
    account,
    region,
    paths: pathsOf(node, directory, tree, asked),
    at,
  };
}

/** A path out of the tree is not followed. */
function outside(id: string, at: SourceLocation): Diagnostic {
  const message = `The stack ${id} is not priced: it names no template in the repository.`;
  return { code: 'iac-missing', severity: 'error', message, at };
}

/** `aws://123456789012/eu-west-1`; both are unknown where the app leaves them open. */
function environmentOf(environment: string): readonly [string | undefined, string | undefined] {
  const [, account = '', region = ''] = /^aws:\/\/([^/]*)\/([^/]*)$/.exec(environment) ?? [];
  return [
    /^\d{12}$/.test(account) ? account : undefined,
    region === '' || region === 'unknown-region' ? undefined : region,
  ];
}

/** `{ "/Data/Docs/Resource": [{ type: "aws:cdk:logicalId", data: "DocsA50029D5" }] }`. */
function pathsOf(
  node: DataNode,
  directory: string,
  tree: TemplateTree,
  asked: string[],
): ReadonlyMap<string, string> {
  const named = textOf(nodeAt(node, 'additionalMetadataFile'));
  const file = named === undefined ? undefined : resolvePath(directory, named);
  const document = file === undefined ? undefined : tree.document(file);
  if (file !== undefined && document === undefined) asked.push(file);
  const found = new Map<string, string>();
  for (const metadata of [nodeAt(node, 'metadata'), document?.root]) {
    for (const [path, { node: entries }] of entriesOf(metadata)) {
      for (const entry of itemsOf(entries)) {
        const id = textOf(nodeAt(entry, 'data'));
        if (id !== undefined && textOf(nodeAt(entry, 'type')) === 'aws:cdk:logicalId')
          found.set(id, path.replace(/^\//, ''));
      }
    }
  }
  return found;
}

/** Context that the app looked up and did not get: then it was synthesized with stand-ins. */
function missingContext(manifest: DataNode | undefined): readonly Diagnostic[] {
  const [first, ...others] = itemsOf(nodeAt(manifest, 'missing'));
  if (first === undefined) return [];
  const key = textOf(nodeAt(first, 'key')) ?? 'a value';
  const more = others.length === 0 ? '' : ` and ${others.length} more`;
  const message = `The assembly was synthesized without the context ${key}${more}, so it holds stand-ins for it.`;
  const hint = 'Commit cdk.context.json.';
  return [{ code: 'iac-unresolved', severity: 'warning', message, at: first.at, hint }];
}

function inside(directory: string, name: string): string {
  return directory === '.' ? name : `${directory}/${name}`;
}
