/** The entry of `iac` that one without a kind, with two, or no entry at all was meant to be. */
import { IAC_KINDS, iacSchema } from './iac-schema.ts';
import type { IacKind } from './manifest.ts';
import { mapLine, putRight } from './near-miss.ts';
import { NEAR_WORDS } from './near-words.ts';
import type { MapNode, Node } from './tree.ts';

const EXAMPLE = '- { terraform: infra/prod }';

/** Words for the path, which leave the kind to it. */
const PATH_WORDS: readonly string[] = ['path', 'dir', 'directory', 'folder', 'file', 'source', 'location'];

/** `- { cloudformation: app.yaml }`, with what stands beside the path; an example where nothing names one. */
export function iacLine(map: MapNode): string {
  const kinds = IAC_KINDS.filter((kind) => map.entries.has(kind));
  if (kinds.length > 0) return kinds.flatMap((kind) => ofKind(map, kind) ?? []).join('\n');
  for (const [key, { node }] of map.entries) {
    const kind =
      NEAR_WORDS.get(key.toLowerCase())?.find((word): word is IacKind =>
        IAC_KINDS.some((known) => known === word),
      ) ?? (PATH_WORDS.includes(key.toLowerCase()) ? kindOf(node) : undefined);
    if (kind === undefined) continue;
    const entries = new Map(
      [...map.entries].map(([other, entry]) =>
        other === key ? [kind, { ...entry, node: pathOf(kind, node) }] : [other, entry],
      ),
    );
    return ofKind({ ...map, entries }, kind) ?? EXAMPLE;
  }
  return EXAMPLE;
}

/** `iac: [{ terraform: infra/prod }]`, of a path or a map that stands where the list belongs. */
export function iacListLine(node: Node): string {
  if (node.kind === 'map') return `iac: [${iacLine(node).replace(/^- /, '').replaceAll('\n- ', ', ')}]`;
  const kind = kindOf(node);
  if (kind === undefined) return 'iac: [{ terraform: infra/prod }]';
  const line = mapLine(0, new Map([[kind, pathOf(kind, node)]])) ?? EXAMPLE;
  return `iac: [${line.slice(2)}]`;
}

/** The part of a map that an entry of a kind takes. */
function ofKind(map: MapNode, kind: IacKind): string | undefined {
  const known = Object.keys(iacSchema(kind).shape);
  const entries = new Map(
    [...map.entries].filter(([key]) => key === kind || !IAC_KINDS.some((other) => other === key)),
  );
  const right = putRight({ ...map, entries }, known);
  return mapLine(
    0,
    right ??
      new Map([...entries].filter(([key]) => known.includes(key)).map(([key, { node }]) => [key, node])),
  );
}

function kindOf(node: Node): IacKind | undefined {
  if (node.kind !== 'scalar' || typeof node.value !== 'string') return undefined;
  const name = node.value.slice(node.value.lastIndexOf('/') + 1).toLowerCase();
  if (name.startsWith('serverless.')) return 'serverless';
  if (name.startsWith('pulumi.')) return 'pulumi';
  if (name.startsWith('cdk.out') || name === 'cdk.json') return 'cdk';
  if (/plan[\w-]*\.json$/.test(name)) return 'terraform_plan';
  return /\.(?:ya?ml|json|template)$/.test(name) ? 'cloudformation' : 'terraform';
}

/** Kinds that are named by a directory, where a file of it is named. */
function pathOf(kind: IacKind, node: Node): Node {
  if (node.kind !== 'scalar') return node;
  const file =
    kind === 'terraform' ? /(?:^|\/)[^/]*\.tf$/ : kind === 'pulumi' ? /(?:^|\/)Pulumi\.ya?ml$/ : undefined;
  if (kind === 'cdk' && /(?:^|\/)cdk\.json$/.test(node.source)) {
    const value = node.source.replace(/cdk\.json$/, 'cdk.out');
    return { ...node, value, source: value };
  }
  if (file === undefined || !file.test(node.source)) return node;
  const value = node.source.replace(file, '') || '.';
  return { ...node, value, source: value };
}
