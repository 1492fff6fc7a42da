/** Texts of the tree as YAML, in a value or in a comment. */

import { plainScalar } from '../manifest/scalars.ts';

const PLAIN = /^[\w./][\w./-]*$/;

/** A text as a value: without quotes where it is read as the same text. */
export function yamlText(text: string): string {
  return PLAIN.test(text) && typeof plainScalar(text) === 'string' ? text : JSON.stringify(text);
}

/** Whether a text can stand in a manifest: all of it is visible. */
export function isVisible(text: string): boolean {
  return !/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u2028\u2029\uFFFD]/u.test(text);
}

/** Room for a line to copy that names two addresses of modules within modules. */
const COMMENT_CHARACTERS = 600;

/** A text in a comment: on one line, cut where it is long. */
export function inComment(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u2028\u2029]/gu, ' ');
  const points = Array.from(line.slice(0, 2 * COMMENT_CHARACTERS));
  return points.length > COMMENT_CHARACTERS ? `${points.slice(0, COMMENT_CHARACTERS - 1).join('')}…` : line;
}
