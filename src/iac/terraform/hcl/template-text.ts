/** Texts that are one template or one expression as a whole: files for `templatefile`, strings of the JSON syntax. */
import type { Expression } from './ast.ts';
import { parseExpression } from './expressions.ts';
import { addHeredocLine, PieceList } from './pieces.ts';
import { Refusal } from './refusal.ts';
import { Scanner } from './scanner.ts';
import { createSource, type Source } from './source.ts';
import { buildTemplate } from './template.ts';
import { END } from './tokens.ts';

export interface ParsedTemplate {
  readonly source: Source;
  /** Invalid where the text is no template. */
  readonly expression: Expression;
}

/** Parses a text from `start` on as a template. Backslashes stand for themselves, as in a heredoc. */
export function parseTemplate(
  file: string,
  text: string,
  source: Source = createSource(file, text),
  start = 0,
): ParsedTemplate {
  return guarded(source, () => {
    const scanner = new Scanner(source, parseExpression);
    const list = new PieceList();
    for (let at = start; at < text.length; ) at = addHeredocLine(list, scanner, at);
    return buildTemplate(scanner, list.pieces, start, text.length);
  });
}

/** Parses a text from `start` on as one expression: a type such as `list(string)`, or an address. */
export function parseReference(
  file: string,
  text: string,
  source: Source = createSource(file, text),
  start = 0,
): ParsedTemplate {
  return guarded(source, () => {
    const scanner = new Scanner(source, parseExpression);
    scanner.moveTo(start);
    const expression = parseExpression(scanner);
    if (scanner.kind !== END) throw scanner.unexpected('the end of the text');
    return expression;
  });
}

function guarded(source: Source, parse: () => Expression): ParsedTemplate {
  try {
    return { source, expression: parse() };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const why = `a text has a syntax error: ${error.message}`;
    return { source, expression: { kind: 'invalid', why, start: error.offset, end: source.text.length } };
  }
}
