/**
 * YAML files as trees. With `yaml-events.ts`, this is all that reads the YAML of infrastructure code.
 *
 * Keys are compared through a map of our own. Aliases share the node of their anchor and are never expanded here; an
 * anchor holds only once its node is complete, so that nothing contains itself.
 */
import {
  type AliasEvent,
  EVENT_ID,
  type Event,
  getScalarValue,
  SCALAR_STYLE,
  type ScalarEvent,
} from 'js-yaml';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { LIMITS } from '../../model/limits.ts';
import type { SourceLocation } from '../../model/source-location.ts';
import { NULL, text, unknown } from '../../model/value.ts';
import type { Source } from '../terraform/hcl/source.ts';
import { type DuplicateKeys, duplicateKey } from './duplicate-key.ts';
import { type DataNode, type MapEntry, valueNode } from './node.ts';
import type { DocumentReading } from './reading.ts';
import { plainScalar } from './scalars.ts';
import { withTag } from './tags.ts';
import { yamlEvents } from './yaml-events.ts';

interface Reading extends DuplicateKeys {
  /** The text that events point into. */
  readonly text: string;
  readonly events: readonly Event[];
  readonly anchors: Map<string, DataNode>;
  /** What handles of tags stand for. */
  readonly prefixes: ReadonlyMap<string, string>;
  /** The event that is read next. */
  next: number;
  /** Where the text ends that was read last. */
  end: number;
  /** Entries that merge keys copied. */
  merged: number;
  locate(offset: number): SourceLocation;
}

/** Where a node and what stands before it is written; -1 where it is not. */
type Properties = Pick<ScalarEvent, 'anchorStart' | 'anchorEnd' | 'tagStart' | 'tagEnd'>;

/** Reads the first document of a YAML text. */
export function readYamlDocument(source: Source): DocumentReading {
  const read = yamlEvents(source.text);
  if (read.kind === 'problem') {
    const { code, offset, message, hint } = read;
    const at = source.locate(offset);
    return { diagnostics: [{ code, severity: 'error', message, at, ...(hint !== undefined && { hint }) }] };
  }
  const { text, events, original } = read;
  const diagnostics: Diagnostic[] = [];
  const root = readNode({
    text,
    events,
    diagnostics,
    compared: { nodes: 0 },
    anchors: new Map(),
    prefixes: prefixesOf(events[0]),
    next: 1,
    end: 0,
    merged: 0,
    locate: (offset) => source.locate(original(offset)),
  });
  return { root, diagnostics };
}

function prefixesOf(document: Event | undefined): ReadonlyMap<string, string> {
  const directives = document?.type === EVENT_ID.DOCUMENT ? document.directives : [];
  return new Map(
    directives.flatMap((each) => (each.kind === 'tag' ? [[each.handle, each.prefix] as const] : [])),
  );
}

/** The node that the next events are. Recursion is as deep as the file is nested, which is capped. */
function readNode(reading: Reading): DataNode {
  const event = reading.events[reading.next];
  reading.next++;
  switch (event?.type) {
    case EVENT_ID.SCALAR:
      return readScalar(event, reading.locate(startOf(event, reading)), reading);
    case EVENT_ID.ALIAS:
      return readAlias(event, reading);
    case EVENT_ID.SEQUENCE: {
      reading.end = event.start;
      const at = reading.locate(event.start);
      const items: DataNode[] = [];
      while (!takesEnd(reading)) items.push(readNode(reading));
      return withProperties({ kind: 'list', items, at }, event, reading);
    }
    case EVENT_ID.MAPPING:
      reading.end = event.start;
      return withProperties(readMap(event.start, reading), event, reading);
    default:
      // A file without content has no events.
      return valueNode(NULL, reading.locate(0));
  }
}

/** Whether a list or a map ends here; its end is taken then. */
function takesEnd(reading: Reading): boolean {
  const type = reading.events[reading.next]?.type;
  if (type !== undefined && type !== EVENT_ID.POP) return false;
  reading.next++;
  return true;
}

function readScalar(event: ScalarEvent, at: SourceLocation, reading: Reading): DataNode {
  const written = getScalarValue(reading.text, event);
  const isPlain = event.style === SCALAR_STYLE.PLAIN && event.tagStart < 0;
  return withProperties(valueNode(isPlain ? plainScalar(written) : text(written), at), event, reading);
}

/** Where a scalar begins; a sign of its kind, if it has one, stands before its text. */
function startOf(event: ScalarEvent, reading: Reading): number {
  const { style, valueStart, valueEnd } = event;
  const before = Math.max(reading.end, event.tagEnd, event.anchorEnd);
  if (valueStart < 0) {
    reading.end = event.tagStart < 0 && event.anchorStart < 0 ? afterSign(reading.text, before) : before;
    return reading.end;
  }
  reading.end = valueEnd;
  switch (style) {
    case SCALAR_STYLE.SINGLE_QUOTED:
    case SCALAR_STYLE.DOUBLE_QUOTED:
      reading.end++;
      return valueStart - 1;
    case SCALAR_STYLE.LITERAL_BLOCK:
    case SCALAR_STYLE.FOLDED_BLOCK: {
      // The line above the text has `|` or `>`, and before that nothing but what was read already.
      const line = lineBefore(reading.text, valueStart);
      return reading.text.indexOf(style === SCALAR_STYLE.LITERAL_BLOCK ? '|' : '>', Math.max(line, before));
    }
    default:
      return valueStart;
  }
}

/** Where the line before the one at an offset starts. */
function lineBefore(written: string, offset: number): number {
  let start = offset;
  if (written[start - 1] === '\n') start--;
  if (written[start - 1] === '\r') start--;
  while (start > 0 && written[start - 1] !== '\n' && written[start - 1] !== '\r') start--;
  return start;
}

/** The offset after `:` or `-` where nothing follows it; the same offset where there is no such sign. */
function afterSign(written: string, offset: number): number {
  for (let at = offset; ; at++) {
    if (written[at] === '#') at = endOfLine(written, at);
    const character = written[at] ?? '';
    if (character === ':' || character === '-') return at + 1;
    if (character === '' || !' \t\r\n'.includes(character)) return offset;
  }
}

function endOfLine(written: string, offset: number): number {
  const end = written.indexOf('\n', offset);
  return end < 0 ? written.length : end;
}

/** The node of an alias, which stands in both places. */
function readAlias(event: AliasEvent, reading: Reading): DataNode {
  const { anchors, diagnostics } = reading;
  const name = reading.text.slice(event.anchorStart, event.anchorEnd);
  reading.end = event.anchorEnd;
  const found = anchors.get(name);
  if (found !== undefined) return found;
  const at = reading.locate(event.anchorStart - 1);
  const message = `The alias *${name} refers to no anchor before it.`;
  diagnostics.push({ code: 'template-syntax', severity: 'error', message, at });
  return valueNode(unknown(`the alias *${name} refers to nothing`), at);
}

/** Makes of a node what its tag says, and remembers it under its anchor. */
function withProperties(node: DataNode, event: Properties, reading: Reading): DataNode {
  const made = event.tagStart < 0 ? node : withTag(tagOf(event, reading), node);
  if (event.anchorStart >= 0)
    reading.anchors.set(reading.text.slice(event.anchorStart, event.anchorEnd), made);
  return made;
}

/** The name of a tag, with the prefix in place of a handle. */
function tagOf(event: Properties, { text: all, prefixes }: Reading): string {
  const written = all.slice(event.tagStart, event.tagEnd);
  if (written.startsWith('!<')) return written.slice(2, -1);
  if (written === '!') return written;
  const handle = written.slice(0, written.indexOf('!', 1) + 1) || '!';
  return (prefixes.get(handle) ?? handle) + written.slice(handle.length);
}

function readMap(start: number, reading: Reading): DataNode {
  const { events } = reading;
  const entries = new Map<string, MapEntry>();
  const merges: DataNode[] = [];
  while (!takesEnd(reading)) {
    const key = events[reading.next];
    if (key?.type !== EVENT_ID.SCALAR) {
      skipEntry(start, reading);
      continue;
    }
    reading.next++;
    const at = reading.locate(startOf(key, reading));
    const name = getScalarValue(reading.text, key);
    if (key.anchorStart >= 0) readScalar(key, at, reading);
    const entry = { at, node: readNode(reading) };
    if (name === '<<' && key.style === SCALAR_STYLE.PLAIN) {
      merges.push(entry.node);
      continue;
    }
    const first = entries.get(name);
    entries.set(name, first === undefined ? entry : duplicateKey(name, first, entry, reading));
  }
  for (const merge of merges) addMerged(merge, entries, start, reading);
  return { kind: 'map', entries, at: reading.locate(start) };
}

/** Passes over a key that is a list, a map or an alias, and over its value. */
function skipEntry(start: number, reading: Reading): void {
  const key = reading.events[reading.next];
  const isCollection = key?.type === EVENT_ID.SEQUENCE || key?.type === EVENT_ID.MAPPING;
  const offset = key?.type === EVENT_ID.ALIAS ? key.anchorStart - 1 : isCollection ? key.start : start;
  const at = reading.locate(offset);
  const message = 'A key is not text, so what stands below it was not read.';
  reading.diagnostics.push({ code: 'template-syntax', severity: 'error', message, at });
  readNode(reading);
  readNode(reading);
}

/** `<<: *defaults`: entries that the map does not have itself. */
function addMerged(merge: DataNode, entries: Map<string, MapEntry>, start: number, reading: Reading): void {
  for (const each of merge.kind === 'list' ? merge.items : [merge]) {
    if (reading.merged > LIMITS.valueItems) return;
    const added = each.kind === 'map' ? each.entries : NONE;
    // What has no entries takes a step, too.
    reading.merged += added.size + 1;
    if (reading.merged > LIMITS.valueItems) {
      const message = `Merge keys copy more than ${LIMITS.valueItems} entries, which is the limit; the others were not read.`;
      const at = reading.locate(start);
      reading.diagnostics.push({ code: 'limit-exceeded', severity: 'error', message, at });
      return;
    }
    for (const [key, entry] of added) if (!entries.has(key)) entries.set(key, entry);
  }
}
const NONE: ReadonlyMap<string, MapEntry> = new Map();
