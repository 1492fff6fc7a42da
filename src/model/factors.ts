/** The factors that most features share, built the same way everywhere so that a diff can tell what changed. */
import type { Factor, MissingFactor } from './charge.ts';
import type { Month } from './month.ts';
import type { Origin, Quantity } from './quantity.ts';
import { exactly, mapRange, ordered, type Range } from './range.ts';
import type { SourceLocation } from './source-location.ts';
import type { Workload } from './workload.ts';

/** A quantity under the name that the arithmetic shows. */
export function factor(name: string, quantity: Quantity): Factor {
  const { range, origin, at } = quantity;
  return { name, value: range, origin, ...(at === undefined ? {} : { at }) };
}

/** A number that the manifest states. */
export function declaredFactor(name: string, value: Range, at?: SourceLocation): Factor {
  return factor(name, { range: value, origin: 'declared', ...(at === undefined ? {} : { at }) });
}

/** A number from another origin. */
export function factorFrom(
  origin: Origin,
  name: string,
  value: Range | number | string,
  at?: SourceLocation,
): Factor {
  const range = typeof value === 'object' ? value : exactly(value);
  return factor(name, { range, origin, ...(at === undefined ? {} : { at }) });
}

/** Requests a month of a workload, or what to write where the manifest does not say. */
export function requestsOf(workload: Workload): Factor | MissingFactor {
  if (workload.requests !== undefined) return factor('requests', workload.requests);
  return {
    name: 'requests',
    missing: `how many requests ${workload.name} gets is not stated`,
    hint: `requests: 10000 per day`,
  };
}

/** The hours of a month, for what is billed by the hour. */
export function hoursOf(month: Month): Factor {
  return factorFrom('convention', 'hours', exactly(month.hours));
}

/** `1 - share` in each scenario, in order again. */
export function remainder(share: Range): Range {
  return ordered(mapRange(share, (value) => exactly(1).expected.minus(value)));
}
