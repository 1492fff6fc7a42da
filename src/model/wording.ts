/** Figures inside of a sentence. Amounts that are added up or compared are never rounded; words are. */
import type { Decimal } from './decimal.ts';

/** `$3,456.00`: US dollars to the cent, for a note. */
export function dollarsInWords(amount: Decimal): string {
  const [whole = '0', cents = '00'] = amount.abs().toFixed(2).split('.');
  return `${amount.isNegative() ? '-' : ''}$${grouped(whole)}.${cents}`;
}

/** `1,500,000`: a whole number, rounded to the nearest one. */
export function countInWords(amount: Decimal): string {
  return `${amount.isNegative() ? '-' : ''}${grouped(amount.abs().toFixed(0))}`;
}

function grouped(digits: string): string {
  const head = digits.length % 3;
  const groups = head === 0 ? [] : [digits.slice(0, head)];
  for (let index = head; index < digits.length; index += 3) groups.push(digits.slice(index, index + 3));
  return groups.join(',');
}
