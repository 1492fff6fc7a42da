/**
 * YAML text to a tree.
 *
 * A manifest is a small part of YAML: one document of maps with text keys, lists and scalars. Anchors, aliases,
 * merge keys, tags and directives are refused, since each of them makes a file mean something else than it shows.
 * The lexer and parser are driven by hand so that nesting over the cap stops them before anything recurses, and
 * keys are compared through a map of our own, since the library's check takes time with the square of their number.
 */
import {
  Composer,
  CST,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  Parser,
  Scalar,
  visit,
  type YAMLMap,
} from 'yaml';
import type { Diagnostic, DiagnosticCode } from '../model/diagnostic.ts';
import { LIMITS } from '../model/limits.ts';
import type { SourceLocation } from '../model/source-location.ts';
import { scalarText } from './flow-text.ts';
import { plainScalar } from './scalars.ts';
import { inline, quoted, visible, visibleLines } from './shown.ts';
import type { Entry, Node } from './tree.ts';
import { lineInstead, oneOfTwo } from './yaml-lines.ts';
import { explainSyntax } from './yaml-syntax.ts';

export interface YamlResult {
  /** Absent where nothing can be read: no YAML, too large or too deep. An empty file is a scalar `null`. */
  readonly root?: Node;
  readonly diagnostics: readonly Diagnostic[];
}

interface Reading {
  readonly text: string;
  /** Texts with an anchor, by its name. */
  readonly anchored: Map<string, string>;
  locate(offset: number): SourceLocation;
  report(code: DiagnosticCode, offset: number, message: string, hint?: string): void;
  reportAt(code: DiagnosticCode, at: SourceLocation, message: string, hint?: string): void;
}

/** Reads the one YAML document of a file. */
export function readYaml(file: string, text: string): YamlResult {
  const diagnostics: Diagnostic[] = [];
  if (isLargerThan(text, LIMITS.manifestBytes)) {
    const message = `The manifest is larger than ${LIMITS.manifestBytes / 1024} KiB and was not read.`;
    const hint = 'Split it: each directory can have a manifest of its own.';
    return { diagnostics: [{ code: 'limit-exceeded', severity: 'error', message, at: { file }, hint }] };
  }
  const locate = locator(file, text);
  const reportAt: Reading['reportAt'] = (code, at, message, hint) => {
    diagnostics.push({ code, severity: 'error', message, at, ...(hint === undefined ? {} : { hint }) });
  };
  const reading: Reading = {
    text,
    anchored: new Map(),
    locate,
    reportAt,
    report: (code, offset, message, hint) => reportAt(code, locate(offset), message, hint),
  };
  const tokens = firstDocument(text, reading);
  const root = tokens === undefined ? undefined : compose(tokens, text, reading);
  return root === undefined ? { diagnostics } : { root, diagnostics };
}

/** Bytes of UTF-8 against a cap, without encoding. */
function isLargerThan(text: string, cap: number): boolean {
  if (text.length > cap) return true;
  if (text.length * 3 <= cap) return false;
  let bytes = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    // Each half of a surrogate pair stands for two of its four bytes.
    bytes += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) ? 2 : 3;
  }
  return bytes > cap;
}

function locator(file: string, text: string): (offset: number) => SourceLocation {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { file, line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}

/** Collections that are open: a document stands below them on the parser's stack, and often a scalar above. */
function depthOf({ stack }: Parser): number {
  return stack.length - (CST.isCollection(stack.at(-1)) ? 1 : 2);
}

/** The tokens of the first document; nothing where the file is nested over the cap. */
function firstDocument(text: string, reading: Reading): readonly CST.Token[] | undefined {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  let documents = 0;
  const take = (token: CST.Token): void => {
    if (token.type === 'directive') {
      const hint = 'Remove the line; a manifest is always YAML 1.2.';
      reading.report(
        'yaml-syntax',
        token.offset,
        `The YAML directive ${quoted(token.source)} is refused.`,
        hint,
      );
    } else if (token.type === 'document' && documents++ > 0) {
      if (documents > 2) return;
      const message =
        'A second YAML document begins here; a manifest is one document, and only the first was read.';
      reading.report('yaml-documents', token.offset, message, 'Remove the line `---` and what follows.');
    } else if (documents < 2) {
      tokens.push(token);
    }
  };
  let before = '';
  for (const lexeme of new Lexer().lex(text)) {
    const isTag = before !== CST.SCALAR && CST.tokenType(lexeme) === 'tag';
    before = lexeme;
    if (isTag && documents === 0) {
      const hint = lineInstead(text, parser.offset, lexeme) ?? 'Remove the tag.';
      reading.report('yaml-tag', parser.offset, `The tag ${quoted(lexeme)} is refused.`, hint);
    }
    for (const token of parser.next(isTag ? anyTag(lexeme) : lexeme)) take(token);
    if (depthOf(parser) > LIMITS.dataDepth) {
      const message = `Lists and maps are nested more than ${LIMITS.dataDepth} deep; the manifest was not read.`;
      reading.report('limit-exceeded', parser.offset, message);
      return undefined;
    }
  }
  for (const token of parser.end()) take(token);
  return tokens;
}

/** A tag as long as this one that needs no declaration: the library keeps only such tags on their nodes. */
function anyTag(lexeme: string): string {
  return `!${'x'.repeat(lexeme.length - 1)}`;
}

function compose(tokens: readonly CST.Token[], text: string, reading: Reading): Node | undefined {
  // The failsafe schema leaves every scalar text: what it means is read from its source alone.
  const composer = new Composer({
    schema: 'failsafe',
    uniqueKeys: false,
    resolveKnownTags: false,
    strict: true,
  });
  const [document] = composer.compose(tokens, true, text.length);
  const error = document?.errors.find((candidate) => !HANDLED.has(candidate.code));
  if (error !== undefined) {
    const { message, hint } = explainSyntax(error.code, error.message);
    reading.report(
      'yaml-syntax',
      error.pos[0],
      `The manifest is not valid YAML: ${message}; it was not read.`,
      hint,
    );
    return undefined;
  }
  if (document !== undefined) {
    visit(document, {
      Scalar: (_, { anchor, source }) => {
        if (anchor !== undefined && source !== undefined) reading.anchored.set(anchor, scalarText(source));
      },
    });
  }
  return convert(document?.contents ?? null, 0, reading);
}

/** Errors on tags and aliases, which are reported where they are met. */
const HANDLED: ReadonlySet<string> = new Set([
  'TAG_RESOLVE_FAILED',
  'BAD_COLLECTION_TYPE',
  'BAD_ALIAS',
  'ALIAS_PROPS',
]);

/** One node of the library's tree. Recursion is as deep as the file is nested, which is capped. */
function convert(node: unknown, offset: number, reading: Reading): Node {
  if (isAlias(node)) {
    const start = node.range?.[0] ?? offset;
    const value = reading.anchored.get(node.source);
    const line = value === undefined ? undefined : lineInstead(reading.text, start, `*${node.source}`, value);
    reading.report(
      'yaml-alias',
      start,
      `The alias ${quoted(`*${node.source}`)} is refused.`,
      line ?? 'Write the value out.',
    );
    return { kind: 'refused', at: reading.locate(start), spoiled: true };
  }
  if (!isScalar(node) && !isMap(node) && !isSeq(node)) {
    return { kind: 'scalar', value: null, source: '', at: reading.locate(offset), spoiled: false };
  }
  const start = node.range?.[0] ?? offset;
  const at = reading.locate(start);
  if (node.anchor !== undefined) {
    reading.report(
      'yaml-alias',
      start,
      `The anchor ${quoted(`&${node.anchor}`)} is refused.`,
      lineInstead(reading.text, start, `&${node.anchor}`) ?? 'Remove the anchor.',
    );
    return { kind: 'refused', at, spoiled: true };
  }
  if (node.tag !== undefined) return { kind: 'refused', at, spoiled: true };
  if (isMap(node)) return convertMap(node, at, start, reading);
  if (isSeq(node)) {
    const items = node.items.map((item) => convert(item, start, reading));
    return { kind: 'list', items, at, spoiled: items.some((item) => item.spoiled) };
  }
  const source = node.source ?? '';
  const value =
    node.type === Scalar.PLAIN || node.type === undefined ? plainScalar(source) : visibleLines(source);
  return { kind: 'scalar', value, source, at, spoiled: false };
}

function convertMap(node: YAMLMap, at: SourceLocation, start: number, reading: Reading): Node {
  const entries = new Map<string, Entry>();
  let spoiled = false;
  let last: string | undefined;
  let isSplit = false;
  for (const [index, pair] of node.items.entries()) {
    const key = pair.key;
    const isRest = bareDigits(pair) !== undefined;
    if (isRest && !isSplit && last !== undefined)
      isSplit = reportSplit(last, node.items, index, entries, reading);
    else isSplit &&= isRest;
    spoiled ||= isSplit;
    if (isSplit) continue;
    const offset =
      (isScalar(key) || isMap(key) || isSeq(key) || isAlias(key) ? key.range?.[0] : undefined) ?? start;
    const name = keyText(key, offset, reading);
    if (name === undefined) {
      spoiled = true;
      // Known by its source, so that what stood below it is missed and not forgotten.
      const at = reading.locate(offset);
      if (isScalar(key))
        entries.set(visible(key.source ?? ''), { at, node: { kind: 'refused', at, spoiled } });
      continue;
    }
    last = name;
    const place = reading.locate(offset);
    const first = entries.get(name);
    if (first === undefined) {
      const value = convert(pair.value, offset, reading);
      spoiled ||= value.spoiled;
      entries.set(name, { at: place, node: value });
    } else {
      // Nobody can know which of the two is meant, so neither is taken.
      const message = `The key ${quoted(name)} stands twice in one map, first on line ${first.at.line ?? 0}.`;
      reading.report(
        'yaml-key',
        offset,
        message,
        oneOfTwo(name, first.node, isScalar(pair.value) ? pair.value.source : undefined),
      );
      entries.set(name, { at: first.at, node: { kind: 'refused', at: first.at, spoiled: true } });
      spoiled = true;
    }
  }
  return { kind: 'map', entries, at, spoiled, ...(node.flow === true ? { isFlow: true } : {}) };
}

/** `000` or `000 per day` of a key without a value: what follows `tokens: 1` in `{ tokens: 1,000 }`. */
function bareDigits(pair: YAMLMap['items'][number] | undefined): string | undefined {
  if (pair === undefined || !isScalar(pair.key)) return undefined;
  const isBare = pair.value === null || (isScalar(pair.value) && pair.value.source === '');
  const { source } = pair.key;
  return isBare && source !== undefined && /^\d{3}(?!\d)/.test(source) ? source : undefined;
}

/** Reports a number that commas cut in pieces from `index` on; false where the key before holds no such number. */
function reportSplit(
  name: string,
  pairs: YAMLMap['items'],
  index: number,
  entries: Map<string, Entry>,
  reading: Reading,
): boolean {
  const entry = entries.get(name);
  if (entry?.node.kind !== 'scalar' || !/^\d{1,3}$/.test(entry.node.source)) return false;
  const { source, at } = entry.node;
  const pieces = [source];
  for (let next = index; bareDigits(pairs[next]) !== undefined; next++)
    pieces.push(bareDigits(pairs[next]) ?? '');
  const message = `${quoted(name)} is cut in pieces by YAML: ${quoted(pieces.join(','))} has a separator between its digits.`;
  reading.reportAt('manifest-quantity', at, message, inline(`${name}: ${pieces.join('')}`));
  entries.set(name, { at: entry.at, node: { kind: 'refused', at, spoiled: true } });
  return true;
}

/** The text of a key; reported and absent where it is not one. */
function keyText(key: unknown, offset: number, reading: Reading): string | undefined {
  if (isAlias(key)) {
    reading.report(
      'yaml-alias',
      offset,
      `The alias ${quoted(`*${key.source}`)} is refused.`,
      'Write the key out.',
    );
    return undefined;
  }
  if (!isScalar(key)) {
    reading.report('yaml-key', offset, `A key is ${isSeq(key) ? 'a list' : 'a map'}; keys are text.`);
    return undefined;
  }
  const source = key.source ?? '';
  const plain = key.type === Scalar.PLAIN || key.type === undefined;
  if (key.tag !== undefined) return undefined;
  if (key.anchor !== undefined) {
    reading.report(
      'yaml-alias',
      offset,
      `The anchor ${quoted(`&${key.anchor}`)} is refused.`,
      'Remove the anchor.',
    );
    return undefined;
  }
  if (plain && source === '<<') {
    reading.report('yaml-alias', offset, 'The merge key `<<` is refused.', 'Write the keys out.');
    return undefined;
  }
  if (plain && typeof plainScalar(source) !== 'string') {
    const message =
      source === '' ? 'A key is empty; keys are text.' : `The key ${quoted(source)} is not text.`;
    reading.report('yaml-key', offset, message, source === '' ? undefined : `"${visible(source)}":`);
    return undefined;
  }
  return visible(source);
}
