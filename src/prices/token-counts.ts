/** How many tokens one model counts where another counts one, for the same text. */
import { Decimal, ONE } from '../model/decimal.ts';
import type { TokenCount } from '../model/model-change.ts';
import type { Model } from '../model/price.ts';
import file from './data/token-counts.json' with { type: 'json' };

/**
 * The range of tokens after a switch from one model to another, in tokens before it. Undefined where both count
 * alike, and where they are of one provider and nothing is known to the contrary. Without a range where two
 * providers' models, or two generations, count in ways that nothing is known of.
 */
export function tokenCount(from: Model, to: Model): TokenCount | undefined {
  if (from.key === to.key) return undefined;
  for (const ratio of file.ratios) {
    const [low, high, source] = [new Decimal(ratio.low), new Decimal(ratio.high), ratio.source];
    if (names(ratio.from, from) && names(ratio.to, to)) return { range: { low, high }, source };
    if (names(ratio.from, to) && names(ratio.to, from)) {
      return { range: { low: ONE.div(high), high: ONE.div(low) }, source };
    }
  }
  const isSame = from.provider === to.provider && (from.tokenizer ?? to.tokenizer) === to.tokenizer;
  return isSame ? undefined : {};
}

/** A ratio names a generation of tokenizers or one model. */
function names(name: string, { key, tokenizer }: Model): boolean {
  return name === key || name === tokenizer;
}
