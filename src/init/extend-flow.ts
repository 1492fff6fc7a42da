/** New workloads in a map of workloads that is written in braces: text is put in, and no other byte is touched. */
import { isMap, isNode, type Pair, parseDocument, type YAMLMap } from 'yaml';

/** Where entries go in a map in braces. */
export interface FlowPlace {
  /** The offset before which they stand. */
  readonly at: number;
  /** Where the last entry needs a comma. */
  readonly comma?: number;
  /** The indentation of an entry. */
  readonly step: string;
  /** Whether the closing brace follows on the same line. */
  readonly closes: boolean;
  /** Whether a brace that is put on a line of its own needs indentation. */
  readonly isBare: boolean;
  /** Whether `workloads` itself is missing. */
  readonly whole: boolean;
}

/**
 * The place in `workloads: { … }`, or in a manifest that is one map in braces; undefined where there are none. The text
 * has been read as a manifest before, so its depth is capped.
 */
export function flowPlaceFor(text: string): FlowPlace | undefined {
  const root = parseDocument(text, { uniqueKeys: false, schema: 'failsafe' }).contents;
  if (!isMap(root)) return undefined;
  const workloads = root.get('workloads', true);
  if (isMap(workloads)) return workloads.flow === true ? placeIn(workloads, text, false) : undefined;
  return workloads === undefined && root.flow === true ? placeIn(root, text, true) : undefined;
}

/** The text with the entries put in, with the line ends that it has. */
export function withEntries(text: string, place: FlowPlace, lines: readonly string[]): string {
  const { at, comma = at, closes, isBare } = place;
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const head = text.slice(0, comma) + (place.comma === undefined ? '' : ',') + text.slice(comma, at);
  const block = lines.map((line) => line + end).join('');
  const tail = closes && isBare ? ` ${text.slice(at)}` : text.slice(at);
  return head + (closes ? end : '') + block + tail;
}

function placeIn(map: YAMLMap, text: string, whole: boolean): FlowPlace | undefined {
  const [start = 0, end = 0] = map.range ?? [];
  const brace = end - 1;
  if (text[start] !== '{' || text[brace] !== '}') return undefined;
  const last = map.items.at(-1);
  const stated = last === undefined ? start + 1 : endOf(last, start + 1);
  const { comma, line } = between(text, stated, brace);
  // The brace has a line of its own, or follows what is stated.
  const at = line ?? (comma === undefined ? stated : comma + 1);
  return {
    at,
    ...(last === undefined || comma !== undefined ? {} : { comma: stated }),
    step: stepOf(map, text, start),
    closes: line === undefined,
    isBare: text[at] === '}',
    whole,
  };
}

function endOf({ key, value }: Pair, otherwise: number): number {
  const node = isNode(value) ? value : isNode(key) ? key : undefined;
  return node?.range?.[1] ?? otherwise;
}

/** The comma between the last entry and the brace, and the start of the line that has nothing but the brace. */
function between(
  text: string,
  from: number,
  brace: number,
): { readonly comma?: number; readonly line?: number } {
  let comma: number | undefined;
  for (let at = from; at < brace; at++) {
    if (text[at] === ',') comma ??= at;
    else if (text[at] === '#') at = Math.max(at, text.indexOf('\n', at));
  }
  const start = text.lastIndexOf('\n', brace) + 1;
  const hasLine = start > from && text.slice(start, brace).trim() === '';
  return { ...(comma === undefined ? {} : { comma }), ...(hasLine ? { line: start } : {}) };
}

/** The indentation of the last entry that begins a line, else two more than the line of the brace has. */
function stepOf({ items }: YAMLMap, text: string, start: number): string {
  for (const { key } of items.toReversed()) {
    const at = isNode(key) ? (key.range?.[0] ?? 0) : 0;
    const indentation = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
    if (at > 0 && text.lastIndexOf('\n', at - 1) >= start && /^ +$/.test(indentation)) return indentation;
  }
  const line = text.slice(text.lastIndexOf('\n', start) + 1, start);
  return `${/^ */.exec(line)?.[0] ?? ''}  `;
}
