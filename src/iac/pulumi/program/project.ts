/** A Pulumi project in a directory: its file, the program where it is YAML, and the configuration of its stacks. */
import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { SourceLocation } from '../../../model/source-location.ts';
import { type DataNode, entriesOf, type MapEntry, nodeAt, textOf } from '../../document/node.ts';
import { readDocument } from '../../document/read-document.ts';
import type { DocumentReading } from '../../document/reading.ts';
import type { IacRoot } from '../../format.ts';
import type { ParseCache } from '../../parse-cache.ts';
import { nameOf, resolvePath } from '../../paths.ts';

export interface Project {
  readonly name: string;
  /** The file that declares the resources. */
  readonly file: string;
  /** The stack, where one is named or there is only one. */
  readonly stack: string | undefined;
  readonly declared: ReadonlyMap<string, MapEntry>;
  /** What the file of the stack configures. */
  readonly configured: ReadonlyMap<string, MapEntry>;
  /** Whether the stack takes configuration from environments outside of the repository. */
  readonly hasEnvironment: boolean;
  readonly variables: ReadonlyMap<string, MapEntry>;
  readonly resources: ReadonlyMap<string, MapEntry>;
}

export interface ProjectReading {
  /** Absent where there is no program that can be read. */
  readonly project?: Project;
  readonly diagnostics: readonly Diagnostic[];
}

/** The path of the project's file in a directory; `undefined` where there is none. */
function projectFile(directory: string, texts: ReadonlyMap<string, string>): string | undefined {
  return fileIn(directory, ['Pulumi.yaml', 'Pulumi.yml'], texts);
}

/** Reads the project in the directory of a root. */
export function readProject(
  root: IacRoot,
  texts: ReadonlyMap<string, string>,
  cache: ParseCache,
): ProjectReading {
  const path = projectFile(root.directory, texts);
  if (path === undefined) {
    const message = `${root.directory} holds no Pulumi.yaml.`;
    return nothing({ code: 'iac-missing', severity: 'error', message, ...placeOf(root.at) });
  }
  const parsed = (file: string): DocumentReading => cache.parsed(file, texts.get(file) ?? '', readDocument);
  const { root: settings, diagnostics } = parsed(path);
  if (settings === undefined) return { diagnostics };
  const refusal = refuseRuntime(settings, path, root);
  if (refusal !== undefined) return { diagnostics: [...diagnostics, refusal] };

  const directory = resolvePath(root.directory, textOf(nodeAt(settings, 'main')) ?? '.') ?? root.directory;
  const isWhole = nodeAt(settings, 'resources') !== undefined || nodeAt(settings, 'variables') !== undefined;
  const other = isWhole ? undefined : fileIn(directory, ['Main.yaml', 'Main.yml', 'Pulumi.yaml'], texts);
  const program = other === undefined || other === path ? undefined : parsed(other);
  const stacks = stacksIn(root.directory, texts);
  const chosen = chooseStack(stacks, root);
  const stack = chosen.file === undefined ? undefined : parsed(chosen.file);
  const source = program?.root ?? settings;
  return {
    project: {
      name: textOf(nodeAt(settings, 'name')) ?? '',
      file: other ?? path,
      stack: chosen.stack,
      declared: new Map([
        ...entriesOf(nodeAt(source, 'configuration')),
        ...entriesOf(nodeAt(source, 'config')),
        ...entriesOf(nodeAt(settings, 'config')),
      ]),
      configured: entriesOf(nodeAt(stack?.root, 'config')),
      hasEnvironment: nodeAt(stack?.root, 'environment') !== undefined,
      variables: entriesOf(nodeAt(source, 'variables')),
      resources: entriesOf(nodeAt(source, 'resources')),
    },
    diagnostics: [
      ...diagnostics,
      ...(program?.diagnostics ?? []),
      ...(stack?.diagnostics ?? []),
      ...chosen.diagnostics,
    ],
  };
}

function nothing(diagnostic: Diagnostic): ProjectReading {
  return { diagnostics: [diagnostic] };
}

function placeOf(at: SourceLocation | undefined): { readonly at?: SourceLocation } {
  return at === undefined ? {} : { at };
}

function fileIn(
  directory: string,
  names: readonly string[],
  texts: ReadonlyMap<string, string>,
): string | undefined {
  return names.map((name) => inside(directory, name)).find((path) => texts.has(path));
}

function inside(directory: string, name: string): string {
  return directory === '.' ? name : `${directory}/${name}`;
}

/** Says that a program is not read, where it is not plain YAML. Only who asks for it must know that it is not priced. */
function refuseRuntime(settings: DataNode, file: string, root: IacRoot): Diagnostic | undefined {
  const runtime = nodeAt(settings, 'runtime');
  const language = textOf(runtime) ?? textOf(nodeAt(runtime, 'name'));
  const compiler = textOf(nodeAt(runtime, 'options', 'compiler'));
  if (language === 'yaml' && compiler === undefined) return undefined;
  const how = language === 'yaml' ? `made by ${compiler ?? ''}` : `written in ${language ?? 'no language'}`;
  const message = `The Pulumi program of ${file} is ${how} and is not run, so what it declares is not priced; a preview in JSON is read.`;
  const path = inside(root.directory, 'preview.json');
  const hint = `pulumi preview --json --show-sames > ${nameOf(path)}, and in the manifest: iac: [{ pulumi: ${path} }]`;
  const severity = root.at === undefined ? 'notice' : 'error';
  const at = root.at ?? runtime?.at ?? { file };
  return { code: 'iac-unresolved', severity, message, at, hint };
}

interface Chosen {
  readonly stack: string | undefined;
  readonly file: string | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** The stack that is asked for, else the only one. Of several none is taken: each is an estate of its own. */
function chooseStack(stacks: ReadonlyMap<string, string>, root: IacRoot): Chosen {
  const place = placeOf(root.at);
  if (root.stack !== undefined) {
    // `organization/project/stack`
    const name = root.stack.slice(root.stack.lastIndexOf('/') + 1);
    const file = stacks.get(name);
    // A stack without any configuration has no file.
    if (file !== undefined || stacks.size === 0) return { stack: name, file, diagnostics: [] };
    const message = `${root.directory} holds no Pulumi.${name}.yaml; there is configuration for ${[...stacks.keys()].join(', ')}.`;
    const missing: Diagnostic = { code: 'iac-missing', severity: 'warning', message, ...place };
    return { stack: name, file, diagnostics: [missing] };
  }
  const [first, second] = stacks;
  if (first === undefined || second !== undefined) {
    if (first === undefined) return { stack: undefined, file: undefined, diagnostics: [] };
    const message = `${root.directory} has the stacks ${[...stacks.keys()].join(', ')}, and none is named: what their configuration sets is not known.`;
    const hint = `iac: [{ pulumi: ${root.directory}, stack: ${first[0]} }]`;
    const at = root.at ?? { file: first[1] };
    return {
      stack: undefined,
      file: undefined,
      diagnostics: [{ code: 'iac-unresolved', severity: 'warning', message, at, hint }],
    };
  }
  return { stack: first[0], file: first[1], diagnostics: [] };
}

/** Files of stacks by the stack's name, sorted. */
function stacksIn(directory: string, texts: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const start = inside(directory, 'Pulumi.');
  const found = new Map<string, string>();
  for (const path of [...texts.keys()].sort()) {
    const name = path.startsWith(start) ? /^([^/]+)\.ya?ml$/.exec(path.slice(start.length))?.[1] : undefined;
    if (name !== undefined) found.set(name, path);
  }
  return found;
}
