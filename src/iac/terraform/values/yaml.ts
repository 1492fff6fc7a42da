/**
 * YAML as values, in the part of it that means one thing everywhere: one document of maps, lists and scalars. Anchors,
 * aliases, merge keys, tags and directives are not read.
 */
import { Composer, type CST, isMap, isScalar, isSeq, Lexer, Parser, Scalar } from 'yaml';
import { Decimal } from '../../../model/decimal.ts';
import { LIMITS } from '../../../model/limits.ts';
import { NULL, text, type Value } from '../../../model/value.ts';
import { normalize } from '../hcl/characters.ts';
import { parseNumber } from './numbers.ts';
import { boolean, list, map, number } from './value.ts';

/** Longer texts are not read. */
const MAXIMUM_CHARACTERS = 256 * 1024;

/** The value of a YAML text; `undefined` where it is none, or uses what is not read here. */
export function parseYaml(source: string): Value | undefined {
  if (source.length > MAXIMUM_CHARACTERS) return undefined;
  const tokens = tokensOf(source);
  if (tokens === undefined) return undefined;
  const composer = new Composer({
    schema: 'failsafe',
    uniqueKeys: false,
    resolveKnownTags: false,
    strict: true,
  });
  const documents = [...composer.compose(tokens, true, source.length)];
  const [document] = documents;
  if (document === undefined || documents.length > 1 || document.errors.length > 0) return undefined;
  return document.contents === null ? undefined : convert(document.contents);
}

/** The tokens of the text; none where it is nested over the cap, before anything recurses into it. */
function tokensOf(source: string): readonly CST.Token[] | undefined {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  for (const lexeme of new Lexer().lex(source)) {
    for (const token of parser.next(lexeme)) tokens.push(token);
    if (parser.stack.length > LIMITS.dataDepth + 2) return undefined;
  }
  for (const token of parser.end()) tokens.push(token);
  return tokens.some(({ type }) => type === 'directive') ? undefined : tokens;
}

/** One node of the library's tree. Recursion is as deep as the text is nested, which is capped. */
function convert(node: unknown): Value | undefined {
  if (node === null) return NULL;
  if (!isScalar(node) && !isMap(node) && !isSeq(node)) return undefined;
  if (node.anchor !== undefined || node.tag !== undefined) return undefined;
  if (isScalar(node)) {
    const plain = node.type === Scalar.PLAIN || node.type === undefined;
    return plain ? plainValue(node.source ?? '') : text(normalize(String(node.value)));
  }
  if (isSeq(node)) {
    const items = node.items.map(convert);
    return items.some((item) => item === undefined)
      ? undefined
      : list(items.filter((item) => item !== undefined));
  }
  const entries = new Map<string, Value>();
  for (const { key, value } of node.items) {
    const name = isScalar(key) && key.anchor === undefined && key.tag === undefined ? keyOf(key) : undefined;
    const converted = convert(value);
    if (name === undefined || converted === undefined) return undefined;
    entries.set(name, converted);
  }
  return map(entries);
}

/** Keys that are texts. One such as `yes` or `1` is something else in Terraform's YAML, and then nothing is read. */
function keyOf(key: Scalar): string | undefined {
  const value = convert(key);
  return value?.kind === 'text' ? value.value : undefined;
}

const TRUE = new Set(['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON']);
const FALSE = new Set(['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF']);
const NONE = new Set(['', '~', 'null', 'Null', 'NULL']);

/** What a scalar without quotes means in Terraform; `undefined` for timestamps, infinities and merge keys. */
function plainValue(source: string): Value | undefined {
  if (TRUE.has(source)) return boolean(true);
  if (FALSE.has(source)) return boolean(false);
  if (NONE.has(source)) return NULL;
  if (/^0x[0-9a-fA-F]{1,40}$|^0o[0-7]{1,40}$/.test(source)) return number(new Decimal(source));
  if (/^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]{1,9})?$/.test(source))
    return parseNumber(source);
  if (source === '<<' || source === '=' || /^[-+]?\.(?:inf|nan)$/i.test(source)) return undefined;
  return /^\d{4}-\d{1,2}-\d{1,2}/.test(source) ? undefined : text(normalize(source));
}
