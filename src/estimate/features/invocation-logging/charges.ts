import { type Charge, charge, type Factor, type MissingFactor } from '../../../model/charge.ts';
import { declaredFactor } from '../../../model/factors.ts';
import type { FeatureCharges, FeatureInput } from '../../../model/feature.ts';
import type { PriceAnswer } from '../../../model/price.ts';
import { monthly, type Stated } from '../../../model/stated.ts';
import { isUnknown } from '../../../model/value.ts';
import type { Declared } from '../../../model/workload.ts';
import { type LogTarget, writesTo } from './targets.ts';

interface LogUsage {
  readonly ingested?: Stated | undefined;
  readonly stored?: Stated | undefined;
}

/**
 * Ingestion and storage of the log groups that invocation logs go to, and of every other group for which the
 * manifest states usage. A log group that is neither is not Amazon Bedrock's and is left alone.
 */
export function charges(input: FeatureInput<LogTarget>): FeatureCharges {
  const groups = input.resources.filter((declared) => declared.facts.kind === 'log-group');
  const configurations = input.resources.filter((declared) => declared.facts.kind === 'configuration');
  const made: Charge[] = [];
  for (const group of groups) {
    if (group.pricedBy !== undefined) continue;
    const logging = configurations.find((candidate) => writesTo(candidate, group));
    const stated = group.usage ?? logging?.usage;
    if (stated === undefined && logging === undefined) continue;
    made.push(...groupCharges(input, group, stated, logging !== undefined));
  }
  for (const logging of configurations) {
    const known = groups.some((group) => writesTo(logging, group));
    // Its group is declared elsewhere; what it takes in is still this configuration's doing.
    if (!known && logging.pricedBy === undefined) made.push(...groupCharges(input, logging, logging.usage, true));
  }
  return { charges: made, diagnostics: [] };
}

function groupCharges(
  input: FeatureInput<LogTarget>,
  target: Declared<LogTarget>,
  stated: Declared['usage'],
  invocations: boolean,
): readonly Charge[] {
  const { resource, facts } = target;
  const usage = (stated?.content ?? {}) as LogUsage;
  const region = resource.region ?? input.region;
  const common = {
    project: input.project,
    layer: 'operations',
    feature: 'invocation-logging',
    owner: { kind: 'resource', name: resource.address },
    region,
    at: stated?.at() ?? resource.at,
    ...(invocations ? { notes: ['model invocation logs'] } : {}),
  } as const;
  const hint = `resources: { ${resource.address}: { ingested: 40 GB per month, stored: 40 GB } }`;
  const at = stated?.at();
  const ingested: Factor | MissingFactor =
    usage.ingested === undefined
      ? { name: 'GB ingested', missing: 'how much is logged is not stated', hint }
      : declaredFactor('GB ingested', monthly(usage.ingested, input.month), at);
  const stored: Factor | MissingFactor =
    usage.stored === undefined
      ? { name: 'GB stored', missing: 'how much is kept is not stated', hint }
      : declaredFactor('GB stored', usage.stored.range, at);
  const price = (dimension: string) => input.prices.price({ subject: 'cloudwatch-logs', dimension, region });
  return [
    charge({ ...common, component: 'log ingestion', unit: 'GB', factors: [ingested], price: ingestionPrice(facts, price) }),
    charge({ ...common, component: 'log storage', unit: 'GB-months', factors: [stored], price: price('storage') }),
  ];
}

function ingestionPrice(facts: LogTarget, price: (dimension: string) => PriceAnswer): PriceAnswer {
  const { infrequentAccess } = facts;
  if (isUnknown(infrequentAccess)) return { found: false, why: `its log class is not known: ${infrequentAccess.why}` };
  return price(infrequentAccess ? 'ingestion-infrequent-access' : 'ingestion');
}
