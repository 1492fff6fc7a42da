import { type Charge, charge, type Factor } from '../../../model/charge.ts';
import { Decimal, ZERO } from '../../../model/decimal.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { FeatureCharges, FeatureInput } from '../../../model/feature.ts';
import { keptInGroup } from '../../../model/kept-logs.ts';
import { addRanges, isNothing, mapRange, NOTHING, type Range } from '../../../model/range.ts';
import { resourceDraft, resourceLine, statedFactor, statedUsage } from '../../../model/resource-usage.ts';
import { removeEither } from '../../../model/statements.ts';
import { isUnknown } from '../../../model/value.ts';
import type { Declared } from '../../../model/workload.ts';
import { deliveries, type End, type Source, type VendedFacts } from './deliveries.ts';

/** Where the price of delivery to CloudWatch Logs steps down, in GB a month (Amazon CloudWatch pricing page, 2026). */
const STEPS = [
  { dimension: 'vended-first', upTo: new Decimal(10 * 1024), words: 'vended logs' },
  { dimension: 'vended-second', upTo: new Decimal(30 * 1024), words: 'vended logs over 10 TB' },
  { dimension: 'vended-third', upTo: new Decimal(50 * 1024), words: 'vended logs over 30 TB' },
  { dimension: 'vended-fourth', upTo: undefined, words: 'vended logs over 50 TB' },
] as const;

/** Dimensions of deliveries elsewhere. */
const ELSEWHERE = {
  bucket: { dimension: 'vended-to-s3', words: 'a bucket' },
  stream: { dimension: 'vended-to-firehose', words: 'a stream' },
  traces: { dimension: 'vended-to-x-ray', words: 'traces' },
} as const;

/** Logs that resources of Amazon Bedrock deliver, and others for which the manifest states usage. */
export function charges(input: FeatureInput<VendedFacts>): FeatureCharges {
  const sources = input.resources.filter((one): one is Declared<Source> => one.facts.kind === 'source');
  const joined = deliveries(input.resources);
  const billed = sources
    .filter(({ pricedBy }) => pricedBy === undefined)
    .filter((source) => source.usage !== undefined || joined.isOfBedrock(source));
  // The steps are those of an account and region: a source goes on where those before it end.
  const before = new Map<string, Range>();
  const made = billed.flatMap((source) => sourceCharges(input, source, joined.destinationOf(source), before));
  const diagnostics = billed.flatMap((source) => countedOnce(source, joined.destinationOf(source)));
  return { charges: made, diagnostics };
}

/** What a log group takes in and holds, as stated of the group, is all of it: deliveries are among it. */
function countedOnce(
  { resource, usage }: Declared<Source>,
  destination: End | undefined,
): readonly Diagnostic[] {
  const group = destination?.group;
  const all = group?.usage;
  if (usage === undefined || group === undefined || all === undefined) return [];
  return (['delivered', 'stored'] as const).flatMap((own): readonly Diagnostic[] => {
    const wholes = own === 'delivered' ? ['ingested'] : ['stored', 'ingested'];
    const whole = wholes.find((key) => statedUsage(group.usage, key) !== undefined);
    if (whole === undefined || statedUsage(usage, own) === undefined) return [];
    const does = whole === 'ingested' ? 'takes in' : 'holds';
    return [
      {
        code: 'charge-counted-once',
        severity: 'warning',
        message: `What ${group.resource.address} ${does} is stated with all that is delivered to it, so what ${resource.address} states is not counted again.`,
        at: usage.at(own),
        hint: `${removeEither(
          { what: `${own} of ${resource.address}`, at: usage.at(own) },
          { what: `${whole} of ${group.resource.address}`, at: all.at(whole) },
        )} where it takes in nothing else`,
      },
    ];
  });
}

function sourceCharges(
  input: FeatureInput<VendedFacts>,
  source: Declared<Source>,
  destination: End | undefined,
  before: Map<string, Range>,
): readonly Charge[] {
  const { resource, usage, facts } = source;
  const common = resourceDraft(input, source, 'vended-logs', 'operations');
  const price = (dimension: string) =>
    input.prices.price({ subject: 'cloudwatch-logs', dimension, region: common.region });
  const group = destination?.group;
  // An amount that covers the group covers what comes in; so does what is stated of the group.
  if (group?.pricedBy !== undefined) return [];
  if (statedUsage(group?.usage, 'ingested') !== undefined) return [];
  const hint = resourceLine(resource.address, 'delivered: 5 GB per month');
  const delivered = statedFactor(usage, 'delivered', 'GB delivered', input.month);
  if (delivered === undefined || destination === undefined) {
    const missing =
      destination === undefined
        ? 'where its logs are delivered is not declared here'
        : 'how much is delivered is not stated';
    const factors = [{ name: 'GB delivered', missing, ...(destination === undefined ? {} : { hint }) }];
    return [
      charge({ ...common, component: STEPS[0].words, unit: 'GB', factors, price: price(STEPS[0].dimension) }),
    ];
  }
  const type = facts.logType;
  const notes = type === undefined || isUnknown(type) ? [] : [type];
  if (destination.kind !== 'log group') {
    const answer = price(ELSEWHERE[destination.kind].dimension);
    const component = `${STEPS[0].words} to ${ELSEWHERE[destination.kind].words}`;
    return [charge({ ...common, component, unit: 'GB', factors: [delivered], notes, price: answer })];
  }
  const region = isUnknown(common.region) ? '' : common.region;
  const start = before.get(region) ?? NOTHING;
  const end = addRanges(start, delivered.value);
  before.set(region, end);
  let from = ZERO;
  const list = STEPS.flatMap(({ dimension, upTo, words }) => {
    const value = mapRange(end, (total, scenario) =>
      within(total, from, upTo).minus(within(start[scenario], from, upTo)),
    );
    const first = from.isZero();
    from = upTo ?? from;
    if (isNothing(value) && !(first && isNothing(delivered.value))) return [];
    const others = isNothing(start) ? [] : ['beside what other sources deliver in this region'];
    return charge({
      ...common,
      component: words,
      unit: 'GB',
      factors: [{ ...delivered, value }],
      notes: [...notes, ...others],
      price: price(dimension),
    });
  });
  return [...list, ...storage(input, source, delivered, destination.group)];
}

/** What a log group keeps of them; nothing here where the manifest states what the group holds. */
function storage(
  input: FeatureInput<VendedFacts>,
  source: Declared<Source>,
  delivered: Factor,
  group: Declared<VendedFacts> | undefined,
): readonly Charge[] {
  const common = resourceDraft(input, source, 'vended-logs', 'operations');
  if (group?.pricedBy !== undefined || statedUsage(group?.usage, 'stored') !== undefined) return [];
  const price = input.prices.price({
    subject: 'cloudwatch-logs',
    dimension: 'storage',
    region: common.region,
  });
  const draft = { ...common, component: 'log storage', unit: 'GB-months', price } as const;
  const stored = statedFactor(source.usage, 'stored', 'GB stored', input.month);
  if (stored !== undefined) return [charge({ ...draft, factors: [stored] })];
  if (group === undefined) {
    const missing = 'its log group is not declared here, so how long it keeps its logs is not known';
    const hint = resourceLine(source.resource.address, 'delivered: 5 GB per month, stored: 1 GB');
    return [charge({ ...draft, factors: [{ name: 'months kept', missing, hint }] })];
  }
  const kept = keptInGroup(group.resource, input.month);
  if ('missing' in kept) return [charge({ ...draft, factors: [kept] })];
  return [charge({ ...draft, factors: [delivered, ...kept.factors], notes: [kept.note] })];
}

/** How much of `value` lies between two bounds. */
function within(value: Range['low'], from: Decimal, to: Decimal | undefined): Decimal {
  const top = to === undefined ? value : Decimal.min(value, to);
  return Decimal.max(top.minus(from), ZERO);
}
