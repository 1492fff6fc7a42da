/**
 * Low, expected and high: every quantity and every cost is one of these, most often three equal numbers.
 *
 * Arithmetic is by scenario: low with low, expected with expected, high with high. For sums and products of
 * amounts that are never negative this keeps the order low <= expected <= high. A quantity that falls where the bill
 * rises, as tokens read from a cache, has its larger amount at low: what people read is put in order by `ordered`.
 */
import { Decimal, ONE, ZERO } from './decimal.ts';

export interface Range {
  readonly low: Decimal;
  readonly expected: Decimal;
  readonly high: Decimal;
}

export type Scenario = keyof Range;
export const SCENARIOS: readonly Scenario[] = ['low', 'expected', 'high'];

export function exactly(value: Decimal | number | string): Range {
  const amount = new Decimal(value);
  return { low: amount, expected: amount, high: amount };
}

export const NOTHING: Range = exactly(ZERO);
export const ONCE: Range = exactly(ONE);

/** Applies `operation` to each scenario. */
export function mapRange(range: Range, operation: (value: Decimal, scenario: Scenario) => Decimal): Range {
  return {
    low: operation(range.low, 'low'),
    expected: operation(range.expected, 'expected'),
    high: operation(range.high, 'high'),
  };
}

export function addRanges(...ranges: readonly Range[]): Range {
  return mapRange(NOTHING, (_, scenario) => ranges.reduce((sum, range) => sum.plus(range[scenario]), ZERO));
}

/** `a - b` in each scenario: what changes if usage is low, as expected, or high at both commits. */
export function subtractRanges(a: Range, b: Range): Range {
  return mapRange(a, (value, scenario) => value.minus(b[scenario]));
}

export function multiplyRanges(...ranges: readonly Range[]): Range {
  return mapRange(ONCE, (_, scenario) =>
    ranges.reduce((product, range) => product.times(range[scenario]), ONE),
  );
}

/** The same amounts with the least as low and the most as high: what a quantity lies between, whatever it moves with. */
export function ordered({ low, expected, high }: Range): Range {
  return { low: Decimal.min(low, expected, high), expected, high: Decimal.max(low, expected, high) };
}

export function isOrdered({ low, expected, high }: Range): boolean {
  return low.lte(expected) && expected.lte(high);
}

/** True where the three scenarios do not differ. */
export function isExact(range: Range): boolean {
  return range.low.eq(range.expected) && range.expected.eq(range.high);
}

export function equalRanges(a: Range, b: Range): boolean {
  return SCENARIOS.every((scenario) => a[scenario].eq(b[scenario]));
}

export function isNothing(range: Range): boolean {
  return SCENARIOS.every((scenario) => range[scenario].isZero());
}
