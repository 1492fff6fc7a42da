/** Texts that are templates as a whole: files for `templatefile`, and the strings of Terraform's JSON syntax. */
import type { Expression } from './ast.ts';
import { parseExpression } from './expressions.ts';
import { addHeredocLine, PieceList } from './pieces.ts';
import { Refusal } from './refusal.ts';
import { Scanner } from './scanner.ts';
import { createSource, type Source } from './source.ts';
import { buildTemplate } from './template.ts';

export interface ParsedTemplate {
  readonly source: Source;
  /** Invalid where the text is no template. */
  readonly expression: Expression;
}

/** Parses a text as a template. Backslashes stand for themselves, as in a heredoc. */
export function parseTemplate(
  file: string,
  text: string,
  source: Source = createSource(file, text),
): ParsedTemplate {
  const scanner = new Scanner(source, parseExpression);
  const list = new PieceList();
  try {
    for (let at = 0; at < text.length; ) at = addHeredocLine(list, scanner, at);
    return { source, expression: buildTemplate(scanner, list.pieces, 0, text.length) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const why = `a template has a syntax error: ${error.message}`;
    return { source, expression: { kind: 'invalid', why, start: error.offset, end: text.length } };
  }
}
