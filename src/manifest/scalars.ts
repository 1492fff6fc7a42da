/** What an unquoted scalar of YAML 1.2 means, read from its source text. */
import { type NumberSource, numberSource } from '../model/stated.ts';
import { visibleLines } from './shown.ts';

const NULLS: ReadonlySet<string> = new Set(['', '~', 'null', 'Null', 'NULL']);
const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['True', true],
  ['TRUE', true],
  ['false', false],
  ['False', false],
  ['FALSE', false],
]);

/** Every spelling that YAML's core schema takes for a number. */
const NUMBER =
  /^(?:[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?|0o[0-7]+|0x[\dA-Fa-f]+|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;
/** Of these, the ones that a JavaScript number keeps digit for digit. */
const PLAIN_DECIMAL = /^(?:0|[1-9]\d*)(?:\.\d+)?$/;
const EXACT_DIGITS = 15;

/**
 * The value of an unquoted scalar: null, boolean, number or text. A number that is not in plain decimal digits, or
 * has too many of them, keeps its source instead: whoever needs a number decides on the spelling.
 */
export function plainScalar(source: string): string | number | NumberSource | boolean | null {
  if (NULLS.has(source)) return null;
  const boolean = BOOLEANS.get(source);
  if (boolean !== undefined) return boolean;
  if (!NUMBER.test(source)) return visibleLines(source);
  const isPlain = PLAIN_DECIMAL.test(source) && source.length <= EXACT_DIGITS;
  return isPlain ? Number(source) : numberSource(source);
}
