/** Reads `iac`: where to read infrastructure code, with the values that it leaves open. */
import { decimal } from '../model/decimal.ts';
import { NULL, text, type Value } from '../model/value.ts';
import { check } from './check.ts';
import { defined } from './defined.ts';
import { iacLine } from './iac-guess.ts';
import { IAC_KINDS, iacSchema } from './iac-schema.ts';
import type { IacEntry, IacKind } from './manifest.ts';
import { resolvePath } from './paths.ts';
import { inline, quoted } from './shown.ts';
import { listPaths, type ManifestSource, mapEntries, nodeAt, report } from './source.ts';
import { subject } from './subject.ts';
import { locate, type Node, numberAtNode, type Path } from './tree.ts';

/** The entries without a fault; `undefined` where the manifest has no `iac`. */
export function readIac(source: ManifestSource): readonly IacEntry[] | undefined {
  const path = ['iac'];
  if (nodeAt(source, path)?.kind !== 'list') {
    listPaths(source, path);
    return undefined;
  }
  return listPaths(source, path).flatMap((item) => readEntry(source, item) ?? []);
}

function readEntry(source: ManifestSource, path: Path): IacEntry | undefined {
  mapEntries(source, path);
  const node = nodeAt(source, path);
  if (node?.kind !== 'map') return undefined;
  const keys = [...node.entries.keys()];
  const [kind, other] = IAC_KINDS.filter((known) => keys.includes(known));
  const at = locate(source.root, path);
  if (kind === undefined || other !== undefined) {
    const list = IAC_KINDS.map(quoted).join(', ');
    const what =
      kind === undefined ? 'names no kind of infrastructure code' : 'names two kinds of infrastructure code';
    const code = kind === undefined ? 'manifest-missing' : 'manifest-conflict';
    report(source, {
      code,
      at,
      message: `${subject(path)} ${what}; expected one of ${list}`,
      hint: iacLine(node),
    });
    return undefined;
  }
  const before = source.diagnostics.length;
  const content = check(source, iacSchema(kind), path);
  if (content === undefined) return undefined;
  const entry = entryOf(source, path, kind, content as Readonly<Record<string, unknown>>);
  return source.diagnostics.length === before ? entry : undefined;
}

function entryOf(
  source: ManifestSource,
  path: Path,
  kind: IacKind,
  content: Readonly<Record<string, unknown>>,
): IacEntry {
  const named = textOf(content[kind]) ?? '';
  const resolved = resolvePath(source.directory, named);
  if (resolved === undefined) {
    const message = `${subject(path)} names ${quoted(named)}, which is outside the tree`;
    report(source, { code: 'file-refused', at: locate(source.root, [...path, kind]), message });
  }
  const files = content['var_files'];
  return {
    kind,
    path: resolved ?? '.',
    varFiles: Array.isArray(files) ? files.map(String) : [],
    variables: valuesAt(source, [...path, 'variables']),
    parameters: valuesAt(source, [...path, 'parameters']),
    parameterFiles: pathsAt(source, [...path, 'parameter_files'], content['parameter_files']),
    at: locate(source.root, path),
    ...defined({
      region: textOf(content['region']),
      workspace: textOf(content['workspace']),
      stack: textOf(content['stack']),
      configEnvironment: textOf(content['config_env']),
    }),
  };
}

/** Paths that are written as seen from the manifest, from the root of the tree. */
function pathsAt(source: ManifestSource, path: Path, content: unknown): readonly string[] {
  if (!Array.isArray(content)) return [];
  return content.flatMap((item, index) => {
    const resolved = resolvePath(source.directory, String(item));
    if (resolved !== undefined) return [resolved];
    const message = `${subject(path)} names ${quoted(String(item))}, which is outside the tree`;
    report(source, { code: 'file-refused', at: locate(source.root, [...path, index]), message });
    return [];
  });
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function valuesAt(source: ManifestSource, path: Path): ReadonlyMap<string, Value> {
  const values = new Map<string, Value>();
  const node = nodeAt(source, path);
  if (node?.kind !== 'map') return values;
  for (const [key, entry] of node.entries) values.set(key, valueOfNode(source, [...path, key], entry.node));
  return values;
}

/** A value for infrastructure code. Recursion is as deep as the file is nested, which is capped. */
function valueOfNode(source: ManifestSource, path: Path, node: Node): Value {
  switch (node.kind) {
    case 'refused':
      return NULL;
    case 'list':
      return {
        kind: 'list',
        items: node.items.map((item, index) => valueOfNode(source, [...path, index], item)),
      };
    case 'map': {
      const entries = [...node.entries].map(
        ([key, entry]) => [key, valueOfNode(source, [...path, key], entry.node)] as const,
      );
      return { kind: 'map', entries: new Map(entries) };
    }
    default:
      if (typeof node.value === 'string') return text(node.value);
      if (typeof node.value === 'boolean') return { kind: 'boolean', value: node.value };
      return node.value === null ? NULL : numberOf(source, path, node);
  }
}

const PLAIN = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

/** `012345` is an account number to one reader and 5349 to another, so only plain decimal digits are a number. */
function numberOf(source: ManifestSource, path: Path, node: Node): Value {
  const written =
    node.kind === 'scalar' && typeof node.value === 'number' ? String(node.source) : numberAtNode(node);
  if (written !== undefined && PLAIN.test(written)) return { kind: 'number', value: decimal(written) };
  const shown = written ?? '';
  report(source, {
    code: 'manifest-quantity',
    at: node.at,
    message: `${subject(path)}: ${quoted(shown)} is not in plain decimal digits; put it in quotes if it is text`,
    hint: inline(`${String(path.at(-1))}: "${shown}"`),
  });
  return NULL;
}
