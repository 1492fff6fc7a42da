/** Sentences in parts, so that what a pull request chose is told from words of ours and render can escape it. */
import type { Decimal } from './decimal.ts';

/** Words of ours, a name that the pull request chose, or a figure: percent are whole ones, 80 of 80%. */
export type Words =
  | { readonly plain: string }
  | { readonly name: string }
  | { readonly figure: Decimal; readonly as: 'number' | 'percent' | 'change' | 'dollars' };
