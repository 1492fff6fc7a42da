/**
 * YAML files as trees.
 *
 * The lexer and parser of the library are driven by hand, so that nesting over the cap stops them before anything
 * recurses; keys are compared through a map of our own, since the library's check takes time with the square of their
 * number. Aliases share the node of their anchor and are never expanded here; an anchor holds only once its node is
 * complete, so that nothing contains itself.
 */
import {
  Composer,
  type CST,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  Parser,
  Scalar,
  type Tags,
  type YAMLMap,
} from 'yaml';
import type { Diagnostic, DiagnosticCode } from '../../model/diagnostic.ts';
import { LIMITS } from '../../model/limits.ts';
import { NULL, text, unknown } from '../../model/value.ts';
import type { Source } from '../terraform/hcl/source.ts';
import { duplicateKey } from './duplicate-key.ts';
import { type DataNode, type MapEntry, valueNode } from './node.ts';
import type { DocumentReading } from './reading.ts';
import { plainScalar } from './scalars.ts';
import { SHORT_NAMES, withTag } from './tags.ts';

interface Reading {
  readonly source: Source;
  readonly diagnostics: Diagnostic[];
  readonly anchors: Map<string, DataNode>;
  /** Entries that merge keys copied. */
  merged: number;
}

/** Reads the first document of a YAML text. */
export function readYamlDocument(source: Source): DocumentReading {
  const reading: Reading = { source, diagnostics: [], anchors: new Map(), merged: 0 };
  const tokens = tokensOf(reading);
  const root = tokens === undefined ? undefined : compose(tokens, reading);
  const { diagnostics } = reading;
  return root === undefined ? { diagnostics } : { root, diagnostics };
}

function report(reading: Reading, code: DiagnosticCode, offset: number, message: string): void {
  const at = reading.source.locate(offset);
  reading.diagnostics.push({ code, severity: 'error', message, at });
}

/** The tokens of the first document; nothing where the file is nested over the cap. */
function tokensOf(reading: Reading): readonly CST.Token[] | undefined {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  let documents = 0;
  const take = (token: CST.Token): void => {
    if (token.type === 'document') documents++;
    // What is declared before a document may stand before the second one, too.
    if (documents < 2 && token.type !== 'directive') tokens.push(token);
  };
  for (const lexeme of new Lexer().lex(reading.source.text)) {
    for (const token of parser.next(lexeme)) take(token);
    if (parser.stack.length > LIMITS.dataDepth + 2) {
      const message = `Lists and maps are nested more than ${LIMITS.dataDepth} deep, which is the limit; the file was not read.`;
      report(reading, 'limit-exceeded', parser.offset, message);
      return undefined;
    }
  }
  for (const token of parser.end()) take(token);
  return tokens;
}

/** Errors on tags and aliases, which are met again on the nodes themselves. */
const HANDLED: ReadonlySet<string> = new Set([
  'TAG_RESOLVE_FAILED',
  'BAD_COLLECTION_TYPE',
  'BAD_ALIAS',
  'ALIAS_PROPS',
  'MULTIPLE_DOCS',
]);

/** Tags that the library does not know are errors to it, each with a trace of the stack, which takes long. */
const KNOWN_TAGS: Tags = SHORT_NAMES.flatMap((name): Tags => {
  const tag = `!${name}`;
  return [
    { tag, resolve: (value: string) => value },
    { tag, collection: 'seq' },
    { tag, collection: 'map' },
  ];
});

function compose(tokens: readonly CST.Token[], reading: Reading): DataNode | undefined {
  // The failsafe schema leaves every scalar text: what it means is read from its source alone.
  const [document] = new Composer({
    schema: 'failsafe',
    uniqueKeys: false,
    resolveKnownTags: false,
    strict: true,
    customTags: KNOWN_TAGS,
  }).compose(tokens, true, reading.source.text.length);
  const error = document?.errors.find(({ code }) => !HANDLED.has(code));
  if (error !== undefined) {
    const [said = ''] = error.message.split(/ at line |:\n/);
    report(reading, 'template-syntax', error.pos[0], `The file is not valid YAML: ${said}; it was not read.`);
    return undefined;
  }
  return convert(document?.contents ?? null, 0, reading);
}

/** One node of the library's tree. Recursion is as deep as the file is nested, which is capped. */
function convert(node: unknown, offset: number, reading: Reading): DataNode {
  const { source, anchors } = reading;
  if (isAlias(node)) {
    const found = anchors.get(node.source);
    if (found !== undefined) return found;
    const start = node.range?.[0] ?? offset;
    report(reading, 'template-syntax', start, `The alias *${node.source} refers to no anchor before it.`);
    return valueNode(unknown(`the alias *${node.source} refers to nothing`), source.locate(start));
  }
  if (!isScalar(node) && !isMap(node) && !isSeq(node)) return valueNode(NULL, source.locate(offset));
  const start = node.range?.[0] ?? offset;
  const at = source.locate(start);
  const content: DataNode = isMap(node)
    ? convertMap(node, start, reading)
    : isSeq(node)
      ? { kind: 'list', items: node.items.map((item) => convert(item, start, reading)), at }
      : valueNode(scalarValue(node), at);
  const made = node.tag === undefined ? content : withTag(node.tag, content);
  if (node.anchor !== undefined) anchors.set(node.anchor, made);
  return made;
}

function scalarValue(node: Scalar) {
  const plain = node.type === Scalar.PLAIN || node.type === undefined;
  const written = node.source ?? '';
  return plain && node.tag === undefined ? plainScalar(written) : text(written);
}

function convertMap(node: YAMLMap, start: number, reading: Reading): DataNode {
  const entries = new Map<string, MapEntry>();
  const merges: DataNode[] = [];
  for (const { key, value } of node.items) {
    const offset = (isScalar(key) || isMap(key) || isSeq(key) ? key.range?.[0] : undefined) ?? start;
    const at = reading.source.locate(offset);
    if (!isScalar(key)) {
      report(reading, 'template-syntax', offset, 'A key is not text, so what stands below it was not read.');
      continue;
    }
    const name = key.source ?? '';
    if (name === '<<' && (key.type === Scalar.PLAIN || key.type === undefined)) {
      merges.push(convert(value, offset, reading));
      continue;
    }
    const first = entries.get(name);
    const entry = { at, node: convert(value, offset, reading) };
    entries.set(name, first === undefined ? entry : duplicateKey(name, first, entry, reading.diagnostics));
  }
  for (const merge of merges) addMerged(merge, entries, start, reading);
  return { kind: 'map', entries, at: reading.source.locate(start) };
}

/** `<<: *defaults`: entries that the map does not have itself. */
function addMerged(merge: DataNode, entries: Map<string, MapEntry>, start: number, reading: Reading): void {
  for (const each of merge.kind === 'list' ? merge.items : [merge]) {
    if (each.kind !== 'map') continue;
    reading.merged += each.entries.size;
    if (reading.merged > LIMITS.valueItems) {
      const message = `Merge keys copy more than ${LIMITS.valueItems} entries, which is the limit; the others were not read.`;
      report(reading, 'limit-exceeded', start, message);
      return;
    }
    for (const [key, entry] of each.entries) if (!entries.has(key)) entries.set(key, entry);
  }
}
