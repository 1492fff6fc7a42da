/** Reserved tier: tokens a minute that are paid by the hour, used or not, and what overflows at the standard tier. */
import { z } from 'zod';
import { type Charge, charge, type Factor, type MissingFactor } from '../../../model/charge.ts';
import { Decimal } from '../../../model/decimal.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import { declaredFactor, hoursOf, remainder } from '../../../model/factors.ts';
import type { FeatureCharges, FeatureInput } from '../../../model/feature.ts';
import { amount, oneOf, section, share } from '../../../model/fields.ts';
import type { PriceAnswer } from '../../../model/price.ts';
import { isExact, mapRange, NOTHING, ordered, SCENARIOS } from '../../../model/range.ts';
import { scopeTitle } from '../../../model/scope-title.ts';
import { printStated, type Stated } from '../../../model/stated.ts';
import { isUnknown } from '../../../model/value.ts';
import { countInWords } from '../../../model/wording.ts';
import type { ModelCall, Workload } from '../../../model/workload.ts';
import { type Overflow, overflowOf } from './reserved-load.ts';
import { explainScope } from './scope.ts';

export const RESERVED_SECTION = {
  key: 'reserved',
  description:
    'Reserved tier: input and output tokens a minute, paid by the hour, and the share of the calls that go over them to the standard tier.',
  schema: () =>
    section({
      input_tpm: amount('TPM').describe(
        'Input tokens a minute, uncached and written to the cache. At least 100k.',
      ),
      output_tpm: amount('TPM').describe('Output tokens a minute. At least 10k.'),
      term: oneOf(['1-month', '3-months']).describe('The commitment.'),
      overflow_share: z.optional(
        share().describe('Share of the calls over the capacity, billed at the standard tier.'),
      ),
    }),
};

interface ReservedSection {
  readonly input_tpm: Stated;
  readonly output_tpm: Stated;
  readonly term: '1-month' | '3-months';
  readonly overflow_share?: Stated | undefined;
}

/** What can be reserved at least (Amazon Bedrock user guide, service tiers, 2026). */
export const LEAST_RESERVED = { input: new Decimal(100_000), output: new Decimal(10_000) } as const;

const SIDES = [
  { side: 'input', key: 'input_tpm', least: LEAST_RESERVED.input },
  { side: 'output', key: 'output_tpm', least: LEAST_RESERVED.output },
] as const;

const HINT = 'reserved: { input_tpm: 100k, output_tpm: 10k, term: 1-month, overflow_share: 0% }';

/** The charges that come and go with the tier, and the calls that it takes over. */
const GROUP = 'reserved capacity';

/**
 * Of the calls on reserved capacity, the share that is billed by the token after all. What cannot fit on it, and calls
 * on capacity that cannot be bought or has no price, are no saving: their tokens have no price then.
 */
export function overflowFactor(input: FeatureInput<unknown>, workload: Workload): Factor | MissingFactor {
  const found = workload.sections.get(RESERVED_SECTION.key);
  const content = found?.content as ReservedSection | undefined;
  const name = 'share over the reserved capacity';
  if (found === undefined || content === undefined) return { name, missing: NOT_STATED, hint: HINT };
  const capacityFault = withoutCapacity(input, workload, content);
  if (capacityFault !== undefined) return { name, missing: capacityFault };
  const over = overflowOf(
    workload,
    { input: content.input_tpm.range, output: content.output_tpm.range },
    input.month,
  );
  const stated = content.overflow_share;
  if (stated === undefined) return { name, missing: NOT_STATED, hint: hintOf(content, over) };
  if (over?.least.expected.gt(stated.range.expected)) {
    return { name, missing: overflowWords(over, stated), hint: hintOf(content, over) };
  }
  const range =
    over === undefined
      ? stated.range
      : ordered(mapRange(stated.range, (value, scenario) => Decimal.max(value, over.least[scenario])));
  const follows = { name: 'share of calls on reserved capacity', value: remainder(range), group: GROUP };
  return { ...declaredFactor(name, range, found.at('overflow_share')), follows };
}

/** Why the stated capacity cannot be paid for, so that nothing runs on it; undefined where it can. */
function withoutCapacity(
  input: FeatureInput<unknown>,
  workload: Workload,
  content: ReservedSection,
): string | undefined {
  if (SIDES.some(({ key, least }) => content[key].range.low.lt(least)))
    return 'the capacity that it is to run on is less than can be reserved';
  const calls = workload.calls.filter(({ tier }) => tier === 'reserved');
  const item = capacityItem(input, workload, calls, content);
  const answer = SIDES.map(({ side }) => item.price(side)).find((price) => !price.found);
  return answer === undefined || answer.found
    ? undefined
    : `the capacity that it is to run on has no price: ${answer.why}`;
}

const NOT_STATED = 'the share of the calls that go over the reserved capacity is not stated';

function overflowWords({ side, needed, reserved, least }: Overflow, stated: Stated): string {
  const scenario = least.expected.gt(stated.range.expected) ? 'expected' : 'high';
  const end = scenario === 'high' ? ' at the high end' : '';
  const share = percent(stated.range[scenario]);
  return `its calls need ${countInWords(needed[scenario])} ${side} tokens a minute on average${end}, and ${countInWords(reserved[scenario])} are reserved: at least ${percent(upToPercent(least[scenario]))} of the calls go over them, and ${share} is stated`;
}

function upToPercent(share: Decimal): Decimal {
  return share.times(100).ceil().div(100);
}

function percent(share: Decimal): string {
  return `${share.times(100).toFixed()}%`;
}

/** The section as it is stated, with the least share that it leaves over. */
function hintOf(content: ReservedSection, over: Overflow | undefined): string {
  const tpm = (stated: Stated) => {
    const thousands = stated.range.expected.div(1000);
    return isExact(stated.range) && thousands.isInteger()
      ? `${thousands.toFixed()}k`
      : printStated(stated, { kind: 'amount', unit: 'TPM' });
  };
  const least = over?.least ?? NOTHING;
  const share = printStated({ range: mapRange(least, upToPercent) }, { kind: 'share' });
  return `reserved: { input_tpm: ${tpm(content.input_tpm)}, output_tpm: ${tpm(content.output_tpm)}, term: ${content.term}, overflow_share: ${share} }`;
}

/** The manifest says that less goes over the capacity than must. */
function overflowDiagnostics(
  { month }: FeatureInput<unknown>,
  workload: Workload,
  content: ReservedSection | undefined,
  at: Diagnostic['at'],
): readonly Diagnostic[] {
  const stated = content?.overflow_share;
  if (content === undefined || stated === undefined) return [];
  const over = overflowOf(
    workload,
    { input: content.input_tpm.range, output: content.output_tpm.range },
    month,
  );
  if (over === undefined || SCENARIOS.every((one) => over.least[one].lte(stated.range[one]))) return [];
  const message = `The reserved capacity of ${workload.name} is too small: ${overflowWords(over, stated)}.`;
  return [
    {
      code: 'manifest-conflict',
      severity: 'warning',
      message,
      ...(at === undefined ? {} : { at }),
      hint: hintOf(content, over),
    },
  ];
}

/**
 * Thousands of tokens a minute × hours of the month × price of the term, for input and for output. The price list's
 * unit says a million, and the pricing page's thousand is right: 60,000 tokens at the price of the standard tier give
 * the same sum (pricing page of 2026-07-24).
 */
export function reservedCharges(input: FeatureInput<unknown>, workload: Workload): FeatureCharges {
  const found = workload.sections.get(RESERVED_SECTION.key);
  const onCapacity = workload.calls.filter(({ tier }) => tier === 'reserved');
  if (found === undefined && onCapacity.length === 0) return { charges: [], diagnostics: [] };
  const content = found?.content as ReservedSection | undefined;
  const at = found?.at() ?? onCapacity[0]?.at ?? workload.at;
  const diagnostics: Diagnostic[] = [];
  if (onCapacity.length === 0) {
    const message = `The reserved capacity of ${workload.name} serves no call: none of them has the reserved tier.`;
    diagnostics.push({ code: 'manifest-conflict', severity: 'warning', message, at, hint: 'tier: reserved' });
  }
  diagnostics.push(...overflowDiagnostics(input, workload, content, at));
  const item = capacityItem(input, workload, onCapacity.length === 0 ? workload.calls : onCapacity, content);
  const charges = SIDES.map(({ side, key, least }): Charge => {
    const stated = content?.[key];
    return charge({
      project: input.project,
      layer: 'inference',
      feature: 'inference',
      owner: { kind: 'workload', name: workload.name },
      group: GROUP,
      component: `reserved ${side} capacity`,
      ...(item.title === undefined ? {} : { item: item.title }),
      region: workload.region,
      kind: 'floor',
      unit: 'TPM-hours',
      factors: [capacity(side, stated, least, found?.at(key)), hoursOf(input.month)],
      price: item.price(side),
      notes: ['billed even when idle', ...item.notes(side)],
      at,
    });
  });
  return { charges, diagnostics };
}

function capacity(
  side: string,
  stated: Stated | undefined,
  least: Decimal,
  at: Parameters<typeof declaredFactor>[2],
): Factor | MissingFactor {
  const name = `${side} tokens a minute`;
  if (stated === undefined)
    return { name, missing: 'the reserved tokens a minute are not stated', hint: HINT };
  if (stated.range.low.lt(least)) {
    const missing = `at least ${countInWords(least)} ${side} tokens a minute can be reserved, and ${countInWords(stated.range.low)} are stated`;
    return { name, missing };
  }
  return declaredFactor(name, stated.range, at);
}

interface CapacityItem {
  readonly title?: string;
  price(side: string): PriceAnswer;
  notes(side: string): readonly string[];
}

/** The model that the capacity is for: that of the calls on it. */
function capacityItem(
  input: FeatureInput<unknown>,
  workload: Workload,
  calls: readonly ModelCall[],
  content: ReservedSection | undefined,
): CapacityItem {
  const missing = (why: string, hint?: string): CapacityItem => ({
    price: () => (hint === undefined ? { found: false, why } : { found: false, why, hint }),
    notes: () => [],
  });
  const ids = [...new Set(calls.map(({ model: { id } }) => (isUnknown(id) ? undefined : id)))];
  const [id] = ids;
  if (ids.length > 1) return missing('capacity is reserved for one model, and the calls on it have several');
  if (id === undefined) return missing('the model that the capacity is for is not known');
  const answer = input.models.resolve(id);
  if (answer.kind !== 'model') return missing(answer.why);
  const { model, scope, prefix } = answer;
  if (content === undefined) return missing('the term of the reserved capacity is not stated', HINT);
  const { term } = content;
  const key = (side: string) =>
    ({
      subject: model.key,
      dimension: `${side}-${term}`,
      region: workload.region,
      scope,
      tier: 'reserved',
    }) as const;
  return {
    title: `${model.name}, ${scopeTitle(scope, prefix)}, reserved for ${term.replace('-', ' ')}`,
    price: (side) => input.prices.price(key(side)),
    notes: (side) => explainScope(input.prices, key(side), prefix, input.prices.price(key(side))),
  };
}
