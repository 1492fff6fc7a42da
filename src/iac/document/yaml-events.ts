/** YAML texts as the events of a parser: one for each list, map and scalar, with offsets into the text. */
import { EVENT_ID, type Event, parseEvents, YAMLException } from 'js-yaml';
import { LIMITS } from '../../model/limits.ts';
import { explainYaml, UNINDENTED } from './yaml-problems.ts';

export interface YamlEvents {
  readonly kind: 'events';
  readonly events: readonly Event[];
  /** The text that the events point into. */
  readonly text: string;
  /** Where in the text of the file an offset into `text` is. */
  readonly original: (offset: number) => number;
}

/** Why a text gives no events. */
export interface YamlProblem {
  readonly kind: 'problem';
  readonly code: 'limit-exceeded' | 'template-syntax';
  readonly offset: number;
  readonly message: string;
  readonly hint?: string;
}

/** Spaces that were put before a line. */
interface Inserted {
  readonly offset: number;
  readonly spaces: number;
}

/** The parser counts some nodes as deeper than they are; who counts to the cap is `tooDeep`. */
const MARGIN = 4;

/** Enough for what people write; where it is not, twice as many follow. */
const SPACES = 16;

/**
 * The events of the first document of a text, up to where it ends; what comes after it is not looked at. A node that
 * is nested over the cap ends the reading before anything recurses into it.
 *
 * Lines inside brackets and quotes have to be indented in YAML 1.2, and in YAML 1.1, which CloudFormation reads, they
 * need not be. Spaces at their start mean nothing there, so where the parser misses some, they are put in.
 */
export function yamlEvents(whole: string): YamlEvents | YamlProblem {
  const inserted: Inserted[] = [];
  let text = firstDocument(whole);
  let first: number | undefined;
  for (let read = 0; ; ) {
    const result = parse(text);
    const original = (offset: number) => withoutInserted(offset, inserted);
    if (!(result instanceof YAMLException)) {
      const deep = tooDeep(result);
      if (deep !== undefined) return depthProblem(original(deep));
      return { kind: 'events', events: result, text, original };
    }
    const offset = result.mark?.position ?? 0;
    read += text.length;
    if (result.reason !== UNINDENTED || read > LIMITS.yamlReadAgain)
      return problem(result.reason, whole, original(offset), first);
    // The end of the file is no line.
    if (offset < text.length) first ??= offset;
    const line = lineStart(text, offset);
    const last = inserted.at(-1);
    const spaces = line === last?.offset ? 2 * last.spaces : SPACES;
    text = text.slice(0, line) + ' '.repeat(spaces) + text.slice(line);
    inserted.push({ offset: line, spaces });
  }
}

function parse(text: string): readonly Event[] | YAMLException {
  try {
    return parseEvents(text, { maxDepth: LIMITS.dataDepth + MARGIN });
  } catch (error) {
    if (error instanceof YAMLException) return error;
    throw error;
  }
}

/** What is wrong at an offset. `unindented` is where a line was the first that is not indented inside brackets or quotes. */
function problem(reason: string, text: string, offset: number, unindented: number | undefined): YamlProblem {
  if (reason.startsWith('nesting exceeded')) return depthProblem(offset);
  const isUnclosed = reason === UNINDENTED || reason.startsWith('unexpected end of');
  const place = isUnclosed ? (unindented ?? offset) : offset;
  const found = explainYaml(unindented !== undefined && isUnclosed ? UNINDENTED : reason, text, place);
  const message = `The file is not valid YAML: ${found.message}; it was not read.`;
  const hint = found.hint ?? (unindented === undefined ? undefined : hintAt(text, unindented));
  const base = { kind: 'problem', code: 'template-syntax', offset: place, message } as const;
  return hint === undefined ? base : { ...base, hint };
}

function depthProblem(offset: number): YamlProblem {
  const message = `Lists and maps are nested more than ${LIMITS.dataDepth} deep, which is the limit; the file was not read.`;
  return { kind: 'problem', code: 'limit-exceeded', offset, message };
}

/** Where the first list or map begins that is nested over the cap. */
function tooDeep(events: readonly Event[]): number | undefined {
  let depth = 0;
  for (const event of events) {
    if (event.type === EVENT_ID.SEQUENCE || event.type === EVENT_ID.MAPPING) {
      // The document that they stand in is open, too.
      if (depth > LIMITS.dataDepth) return event.start;
      depth++;
    } else if (event.type === EVENT_ID.DOCUMENT) depth++;
    else if (event.type === EVENT_ID.POP) depth--;
  }
  return undefined;
}

function hintAt(text: string, offset: number): string {
  const line = text.slice(0, offset).split('\n').length;
  return `Perhaps a bracket or a quote before line ${line} is not closed.`;
}

/** Spaces are inserted from the start to the end of a text, so that each stays at the offset that it had then. */
function withoutInserted(offset: number, inserted: readonly Inserted[]): number {
  let total = 0;
  for (const { offset: start, spaces } of inserted) total += Math.max(0, Math.min(spaces, offset - start));
  return offset - total;
}

function lineStart(text: string, offset: number): number {
  let start = offset;
  while (text[start - 1] === ' ' || text[start - 1] === '\t') start--;
  return start;
}

/** A line before the content of a document: blank, a comment, a directive, or the end of a document before it. */
const PREFACE = /(?:[ \t]*(?:#[^\r\n]*)?|(?:%|\.\.\.)[^\r\n]*)(?:\r\n?|\n)/y;

/** Begin and end of documents. In no text of YAML can such a line stand, whatever quotes there are around it. */
const MARKER = /[\r\n](?:---|\.\.\.)(?![^ \t\r\n])/g;

function firstDocument(text: string): string {
  let start = text.startsWith('\uFEFF') ? 1 : 0;
  PREFACE.lastIndex = start;
  while (PREFACE.test(text)) start = PREFACE.lastIndex;
  MARKER.lastIndex = start;
  const end = MARKER.exec(text)?.index;
  return end === undefined ? text : text.slice(0, end + 1);
}
