/** New workloads in a manifest that people have written in: lines are put in, and no other byte is touched. */
import { entryAt, type MapNode, type Node, toInput } from '../manifest/tree.ts';
import { readYaml } from '../manifest/yaml.ts';

/** Where lines of workloads go in a text, and how far they are indented there. */
export interface Place {
  /** The number of lines that stand before them. */
  readonly line: number;
  readonly step: string;
  /** Whether `workloads:` itself is missing. */
  readonly whole: boolean;
}

/** Where new workloads can be put; undefined where they cannot without changing what is there, as in `workloads: {}`. */
export function placeFor(file: string, text: string): Place | undefined {
  const { root } = readYaml(file, text);
  if (root?.kind !== 'map') return undefined;
  const entry = entryAt(root, ['workloads']);
  const lines = linesOf(text);
  if (entry === undefined) {
    const last = lines.findLastIndex((line) => line.trim() !== '');
    return startsInFlow(lines) ? undefined : { line: last + 1, step: '  ', whole: true };
  }
  const { node, at } = entry;
  const key = (at.line ?? 1) - 1;
  const after = (lines[key] ?? '')
    .slice((at.column ?? 1) - 1)
    .replace(/^["']?workloads["']?\s*:/, '')
    .trim();
  if (after !== '' && !after.startsWith('#')) return undefined;
  if (node.kind !== 'map') return undefined;
  return {
    line: endOfBlock(lines, key, (at.column ?? 1) - 1),
    step: stepOf(node),
    whole: false,
  };
}

/** The text with lines put in at a place, with the line ends that it has. */
export function withLines(text: string, { line }: Place, added: readonly string[]): string {
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  let offset = 0;
  for (let count = 0; count < line; count++) {
    const next = text.indexOf('\n', offset);
    if (next < 0) {
      const block = added.map((content) => content + end).join('');
      return `${text}${end}${block}`;
    }
    offset = next + 1;
  }
  const block = added.map((content) => content + end).join('');
  return text.slice(0, offset) + block + text.slice(offset);
}

/** Whether a manifest still says all that it said, beside new workloads. */
export function saysTheSame(file: string, before: string, after: string): boolean {
  const [old, now] = [readYaml(file, before), readYaml(file, after)];
  if (old.root?.kind !== 'map' || now.root?.kind !== 'map') return false;
  if (now.diagnostics.length > old.diagnostics.length) return false;
  return holds(old.root, now.root);
}

/** Every key of the old map with the same value; `workloads` may have more. */
function holds(old: MapNode, now: MapNode): boolean {
  const same = (a: Node, b: Node | undefined) =>
    b !== undefined && JSON.stringify(toInput(a)) === JSON.stringify(toInput(b));
  const keys = [...now.entries.keys()].filter((key) => key !== 'workloads');
  const before = [...old.entries.keys()].filter((key) => key !== 'workloads');
  if (keys.join('\n') !== before.join('\n')) return false;
  const others = [...old.entries].every(([key, { node }]) => {
    const current = now.entries.get(key)?.node;
    if (key !== 'workloads' || node.kind !== 'map') return key === 'workloads' || same(node, current);
    if (current?.kind !== 'map') return false;
    return [...node.entries].every(([name, workload]) =>
      same(workload.node, current.entries.get(name)?.node),
    );
  });
  return others;
}

function linesOf(text: string): readonly string[] {
  return text.split('\n').map((line) => line.replace(/\r$/, ''));
}

/** `{ version: 1 }`: a manifest that is one map on its lines. */
function startsInFlow(lines: readonly string[]): boolean {
  return (
    lines
      .find((line) => line.trim() !== '' && !line.trim().startsWith('#'))
      ?.trim()
      .startsWith('{') === true
  );
}

/** The line after the last one that belongs to a block: of comments, those that are indented like its content. */
function endOfBlock(lines: readonly string[], key: number, indent: number): number {
  let end = key + 1;
  for (let index = key + 1; index < lines.length; index++) {
    const line = lines[index] ?? '';
    const content = line.trimStart();
    if (content === '') continue;
    const depth = line.length - content.length;
    if (depth > indent) end = index + 1;
    else if (!content.startsWith('#')) break;
  }
  return end;
}

/** The indentation of the workloads that are there. */
function stepOf({ entries }: MapNode): string {
  const [first] = entries.values();
  return ' '.repeat((first?.at.column ?? 3) - 1);
}
