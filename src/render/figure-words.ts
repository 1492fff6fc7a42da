import type { Words } from '../model/words.ts';
import { type Figure, plainPercent, quantity, signedPercent, usd } from './money.ts';

/** A figure inside of a sentence. */
export function figureWords({ figure, as }: Extract<Words, { readonly as: unknown }>): Figure {
  switch (as) {
    case 'number':
      return quantity(figure);
    case 'percent':
      return plainPercent(figure);
    case 'change':
      return signedPercent(figure);
    case 'dollars':
      return usd(figure);
  }
}
