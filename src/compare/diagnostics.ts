/** What a report tells of both sides, and of the age of its prices. */
import type { Diagnostic } from '../model/diagnostic.ts';
import type { PriceBook } from '../model/price.ts';
import type { Report } from '../model/report.ts';

/** That the base had no manifest yet is no problem of a head that has one. */
const MISSING_AT_BASE: ReadonlySet<string> = new Set(['no-manifest', 'nothing-found']);

/** The head's diagnostics, each marked as known from the base or new, then those that only the base has. */
export function withSides(base: readonly Diagnostic[], head: readonly Diagnostic[]): Report['diagnostics'] {
  const key = ({ code, message, at }: Diagnostic) => [code, message, at?.file].join('\n');
  const before = new Set(base.map(key));
  const after = new Set(head.map(key));
  return [
    ...head.map(
      (diagnostic) => ({ ...diagnostic, side: before.has(key(diagnostic)) ? 'both' : 'head' }) as const,
    ),
    ...base
      .filter((diagnostic) => !after.has(key(diagnostic)) && !MISSING_AT_BASE.has(diagnostic.code))
      .map((diagnostic) => ({ ...diagnostic, side: 'base' }) as const),
  ];
}

/** A notice where the book is more than 60 days older than the head commit. */
export function ageOf(book: PriceBook, headDate: string | undefined): readonly Diagnostic[] {
  if (headDate === undefined) return [];
  const days = Math.floor((Date.parse(headDate) - Date.parse(book.asOf)) / 86_400_000);
  if (!(days > 60)) return [];
  return [
    {
      code: 'price-old',
      severity: 'notice',
      message: `the prices are of ${book.asOf}, ${days} days before the head commit`,
      hint: 'use a newer release of this action',
    },
  ];
}
