import { type Charge, charge } from '../../../model/charge.ts';
import type { FeatureInput } from '../../../model/feature.ts';
import { keptInGroup } from '../../../model/kept-logs.ts';
import type { PriceAnswer } from '../../../model/price.ts';
import { resourceLine, statedFactor } from '../../../model/resource-usage.ts';
import { isUnknown } from '../../../model/value.ts';
import { type Draft, type Inflow, inflows, placed, type Target, usageOf } from './inflows.ts';
import type { LogFacts, Of } from './targets.ts';

/**
 * Ingestion, storage and queries of one log group. What the manifest states of the group or of the configuration
 * holds; else what comes in is derived from the model calls, and what is stored from that and the retention.
 */
export function logGroupCharges(input: FeatureInput<LogFacts>, target: Target): readonly Charge[] {
  const { group, configuration } = target;
  const declared = group ?? configuration;
  if (declared === undefined) return [];
  const { resource } = declared;
  const region = resource.region ?? input.region;
  const own: Draft = {
    project: input.project,
    layer: 'operations',
    feature: 'invocation-logging',
    owner: { kind: 'resource', name: resource.address },
    region,
    at: resource.at,
    ...(configuration === undefined ? {} : { notes: ['model invocation logs'] }),
  };
  const price = (dimension: string) => input.prices.price({ subject: 'cloudwatch-logs', dimension, region });
  const sources = inflows(input, target, own, resource.address);
  const ingestion = ingestionPrice(group, price);
  return [
    ...sources.map(({ draft, prefix, factors }) =>
      charge({ ...draft, component: `${prefix}log ingestion`, unit: 'GB', factors, price: ingestion }),
    ),
    ...storageCharges(input, target, own, sources, price('storage')),
    ...queryCharges(input, target, own, price('insights')),
  ];
}

/** What is stored: as stated, else what comes in times how long it is kept. */
function storageCharges(
  input: FeatureInput<LogFacts>,
  target: Target,
  own: Draft,
  sources: readonly Inflow[],
  price: PriceAnswer,
): readonly Charge[] {
  const common = { unit: 'GB-months', price } as const;
  const usage = usageOf(target, 'stored');
  const stored = statedFactor(usage, 'stored', 'GB stored', input.month);
  if (stored !== undefined) {
    return [charge({ ...placed(own, usage), ...common, component: 'log storage', factors: [stored] })];
  }
  if (sources.length === 0) return [];
  const { group } = target;
  const kept = group === undefined ? keptElsewhere(own.owner.name) : keptInGroup(group.resource, input.month);
  // One line says that the store grows, whoever writes to it.
  if ('missing' in kept) return [charge({ ...own, ...common, component: 'log storage', factors: [kept] })];
  return sources.map(({ draft, prefix, factors }) =>
    charge({
      ...draft,
      ...common,
      component: `${prefix}log storage`,
      factors: [...factors, ...kept.factors],
      notes: [kept.note],
    }),
  );
}

/** Queries of CloudWatch Logs Insights, billed by what they read; only where the manifest states it. */
function queryCharges(
  input: FeatureInput<LogFacts>,
  target: Target,
  own: Draft,
  price: PriceAnswer,
): readonly Charge[] {
  const usage = usageOf(target, 'scanned');
  const scanned = statedFactor(usage, 'scanned', 'GB scanned', input.month);
  if (scanned === undefined) return [];
  return [charge({ ...placed(own, usage), component: 'log queries', unit: 'GB', factors: [scanned], price })];
}

function keptElsewhere(address: string) {
  return {
    name: 'months kept',
    missing: 'its log group is not declared here, so how long it keeps its logs is not known',
    hint: resourceLine(address, 'stored: 6 GB'),
  };
}

/** By the class of the group (Amazon CloudWatch pricing page, 2026); a group of another tree is taken as standard. */
function ingestionPrice(
  group: Of<'log-group'> | undefined,
  price: (dimension: string) => PriceAnswer,
): PriceAnswer {
  const logClass = group?.facts.logClass ?? 'STANDARD';
  if (isUnknown(logClass)) {
    return {
      found: false,
      why: `its log class is not known: ${logClass.why}`,
      hint: 'log_group_class = "STANDARD"',
    };
  }
  if (logClass === 'INFREQUENT_ACCESS') return price('ingestion-infrequent-access');
  if (logClass === 'STANDARD') return price('ingestion');
  return { found: false, why: `the price book has no price for the log class ${logClass}` };
}
