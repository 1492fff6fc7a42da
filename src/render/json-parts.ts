/** The pieces that the JSON of a report and of an estimate share. Every amount leaves as plain decimal text. */
import { type Charge, type Owner, quantityOf } from '../model/charge.ts';
import type { Decimal } from '../model/decimal.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Month } from '../model/month.ts';
import type { Price } from '../model/price.ts';
import { isOrdered, ordered, type Range } from '../model/range.ts';
import type { Words } from '../model/report.ts';
import type { SourceLocation } from '../model/source-location.ts';
import { figureWords } from './figure-words.ts';
import type { JsonChargeIdentity, JsonEstimate, JsonReport } from './report-schema.ts';

type JsonAmounts = JsonEstimate['monthly'];
type JsonLineAmounts = JsonChargeIdentity['factors'][number]['value'];
type JsonLocation = NonNullable<JsonChargeIdentity['at']>;

/** Plain digits with ASCII signs, unrounded; zero has no sign. */
export function decimalText(value: Decimal): string {
  return value.isZero() ? '0' : value.toFixed();
}

/** A range as decimal text. */
export function amounts(range: Range): JsonAmounts {
  return {
    low: decimalText(range.low),
    expected: decimalText(range.expected),
    high: decimalText(range.high),
  };
}

/**
 * A range of one line, from the least to the most. Where the line has another part in the low and the high of the
 * totals, that stands beside it: those parts add up.
 */
function lineAmounts(range: Range): JsonLineAmounts {
  const shown = amounts(ordered(range));
  if (isOrdered(range)) return shown;
  return { ...shown, scenario: { low: decimalText(range.low), high: decimalText(range.high) } };
}

/** What a charge costs; null where it does not exist or has no price. */
export function costAmounts(charge: Charge | undefined): JsonLineAmounts | null {
  return charge?.cost.kind === 'priced' ? lineAmounts(charge.cost.amount) : null;
}

/** What a charge is and how it comes about, apart from its cost at either commit. */
export function chargeIdentity(charge: Charge): JsonChargeIdentity {
  const {
    id,
    project,
    layer,
    owner,
    feature,
    component,
    item,
    region,
    kind,
    period,
    unit,
    price,
    notes,
    at,
  } = charge;
  return {
    id,
    project,
    layer,
    ...ownerEntry(owner),
    feature,
    component,
    ...(item === undefined ? {} : { item }),
    ...(region === undefined ? {} : { region }),
    kind,
    period,
    factors: charge.factors.map((factor) => ({
      name: factor.name,
      value: lineAmounts(factor.value),
      origin: factor.origin,
      ...(factor.source === undefined ? {} : { source: factor.source }),
      ...(factor.at === undefined ? {} : { at: location(factor.at) }),
    })),
    quantity: charge.cost.kind === 'priced' ? lineAmounts(quantityOf(charge.factors)) : null,
    unit,
    unitPrice: price === undefined ? null : decimalText(price.usd.div(price.per)),
    priceSource: price === undefined ? null : sourceText(price),
    priceAsOf: price?.asOf ?? null,
    notes: [...notes],
    at: at === undefined ? null : location(at),
  };
}

/** The entry of a charge without a price; none for others. */
export function unpricedEntry(charge: Charge): JsonReport['unpriced'] {
  if (charge.cost.kind !== 'unpriced') return [];
  const { why, hint } = charge.cost;
  const at = charge.at === undefined ? null : location(charge.at);
  return [{ id: charge.id, why, ...(hint === undefined ? {} : { hint }), at }];
}

/** A problem with its place and what to write instead. */
export function diagnosticEntry({
  code,
  severity,
  message,
  at,
  hint,
}: Diagnostic): JsonEstimate['diagnostics'][number] {
  return {
    code,
    severity,
    message,
    ...(at === undefined ? {} : { at: location(at) }),
    ...(hint === undefined ? {} : { hint }),
  };
}

/** The length of the month as decimal text. */
export function monthEntry({ days, hours }: Month): JsonReport['month'] {
  return { days: decimalText(days), hours: decimalText(hours) };
}

/** The parts as one sentence, names as they are. */
export function wordsText(words: readonly Words[]): string {
  return words
    .map((part) => ('plain' in part ? part.plain : 'name' in part ? part.name : figureWords(part)))
    .join(' ')
    .replace(/ +/g, ' ')
    .replace(/ ([,.;:)])/g, '$1')
    .trim();
}

/** Text with a line end, keys in the order in which they were made. */
export function jsonText(value: JsonReport | JsonEstimate): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** The owner under the key that says what it is. */
export function ownerEntry({
  kind,
  name,
}: Owner): Pick<JsonChargeIdentity, 'workload' | 'resource' | 'shared' | 'extra'> {
  switch (kind) {
    case 'workload':
      return { workload: name };
    case 'resource':
      return { resource: name };
    case 'shared':
      return { shared: name };
    case 'extra':
      return { extra: name };
  }
}

function sourceText({ source, adjusted, assumedFrom }: Price): string {
  const remarks = [
    ...(assumedFrom === undefined ? [] : [`price of ${assumedFrom}`]),
    ...(adjusted === undefined ? [] : [adjusted]),
  ];
  return [source, ...remarks].join(', ');
}

function location({ file, line, column }: SourceLocation): JsonLocation {
  return { file, ...(line === undefined ? {} : { line }), ...(column === undefined ? {} : { column }) };
}
