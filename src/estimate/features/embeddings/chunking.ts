import type { Factor, MissingFactor } from '../../../model/charge.ts';
import { Decimal, ONE, ZERO } from '../../../model/decimal.ts';
import { factorFrom } from '../../../model/factors.ts';
import type { Ingestion } from '../../../model/ingestions.ts';
import { exactly, mapRange, type Range, SCENARIOS } from '../../../model/range.ts';
import { statedUsage } from '../../../model/resource-usage.ts';
import { isUnknown } from '../../../model/value.ts';
import type { EmbeddingFacts } from './facts.ts';

/**
 * How many tokens are embedded for each of the corpus. A chunk of which the share p was in the one before it brings
 * 1 - p new text, so the corpus is embedded 1 / (1 - p) times: 1.25 times with an overlap of 20%.
 */
export function overlapFactor(ingestion: Ingestion<EmbeddingFacts>): Factor | MissingFactor {
  const name = 'with chunk overlap';
  const hint = ingestion.line('chunk_overlap: 20%');
  const stated = statedUsage(ingestion.stated, 'chunk_overlap');
  if (stated !== undefined) {
    const at = ingestion.stated.at('chunk_overlap');
    const whole = SCENARIOS.some((scenario) => stated.range[scenario].gte(1));
    if (whole) return { name, missing: 'chunks that overlap whole hold no new text', hint };
    return factorFrom('declared', name, mapRange(stated.range, timesEmbedded), at);
  }
  const overlaps = ingestion.sources.map(({ facts, resource }) => ({
    overlap: facts.overlap,
    at: resource.at,
  }));
  const unclear = overlaps.map(({ overlap }) => overlap).find(isUnknown);
  if (unclear !== undefined)
    return { name, missing: `the overlap of its chunks is not known: ${unclear.why}`, hint };
  const known = overlaps.flatMap(({ overlap }) =>
    overlap === undefined || isUnknown(overlap) ? [] : [overlap],
  );
  // The default chunking of the service: how far it overlaps is not published.
  if (known.length === 0) return factorFrom('assumed', name, exactly(ONE), overlaps[0]?.at);
  if (known.length < overlaps.length) known.push(ZERO);
  return factorFrom('iac', name, between(known.map(timesEmbedded)), overlaps[0]?.at);
}

function timesEmbedded(overlap: Decimal): Decimal {
  return ONE.div(ONE.minus(overlap));
}

/** Where data sources differ, how the corpus is spread over them is not known: from the least to the most. */
function between(values: readonly Decimal[]): Range {
  const low = Decimal.min(...values);
  const high = Decimal.max(...values);
  return { low, expected: low.plus(high).div(2), high };
}
