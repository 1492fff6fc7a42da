/** Sentences in parts, so that what a pull request chose is told from words of ours and render can escape it. */
import { type Decimal, decimal } from './decimal.ts';

/** Words of ours, a name that the pull request chose, or a figure: percent are whole ones, 80 of 80%. */
export type Words =
  | { readonly plain: string }
  | { readonly name: string }
  | { readonly figure: Decimal; readonly as: 'number' | 'percent' | 'change' | 'dollars' };

/** Shares of a whole, which people say in percent. */
const SHARES = /(?:^| )(?:share|rate)(?: |$)/;
const NUMBER = /^-?\d+(?:\.\d+)?$/;

/** The value that a cause states of what changed: a number, the percent of a share, or a name of ours. */
export function valueWords(kind: string, text: string): Words {
  if (!NUMBER.test(text)) return { plain: text };
  return SHARES.test(kind)
    ? { figure: decimal(text).times(100), as: 'percent' }
    : { figure: decimal(text), as: 'number' };
}
