import type { Factor, MissingFactor } from '../../../model/charge.ts';
import { factor, requestsOf } from '../../../model/factors.ts';
import type { FeatureInput } from '../../../model/feature.ts';
import { isUnknown, type Unknown } from '../../../model/value.ts';
import type { ModelCall, Workload } from '../../../model/workload.ts';
import { dataKind, type LogRecord, recordOf } from './records.ts';
import { type LogFacts, type Of, ofKind } from './targets.ts';

/** One kind of call that a configuration logs. */
export interface LoggedCall {
  readonly workload: Workload;
  readonly call: ModelCall;
  /** Their product is the calls of a month. */
  readonly calls: readonly (Factor | MissingFactor)[];
  readonly record: LogRecord | MissingFactor;
}

export interface LoggedCalls {
  readonly list: readonly LoggedCall[];
  /** Why nothing is known of what is logged; absent where it is known, if only that it is nothing. */
  readonly unknown?: MissingFactor;
}

/**
 * The calls that a configuration logs: those of its region, made on demand or on reserved capacity. Batch jobs are
 * not logged (Amazon Bedrock user guide, model invocation logging, 2026: Converse and InvokeModel, streamed or not).
 *
 * There is one configuration for each account and region. Where a project has several for one region, they are of
 * several accounts, and a workload says by `uses` which of them logs it.
 */
export function loggedCalls(input: FeatureInput<LogFacts>, configuration: Of<'configuration'>): LoggedCalls {
  const all = ofKind(input.resources, 'configuration');
  const region = regionOf(configuration, input);
  const rivals = all.filter((other) => other !== configuration && sameRegion(regionOf(other, input), region));
  const list: LoggedCall[] = [];
  let seen = false;
  for (const workload of input.workloads) {
    if (workload.calls.length === 0) continue;
    const named = workload.uses.find((use) =>
      all.some(({ resource }) => resource.address === use.resource.address),
    );
    const isNamed = named?.resource.address === configuration.resource.address;
    if (named !== undefined ? !isNamed : !mayBeSame(workload.region, region)) continue;
    if (!isNamed && rivals.length > 0)
      return { list: [], unknown: whichOne(configuration, workload, rivals.length + 1) };
    seen = true;
    list.push(...callsOf(input, configuration, workload, isNamed ? workload.region : region));
  }
  return seen ? { list } : { list, unknown: noCalls(region) };
}

function callsOf(
  input: FeatureInput<LogFacts>,
  configuration: Of<'configuration'>,
  workload: Workload,
  region: string | Unknown,
): readonly LoggedCall[] {
  return workload.calls.flatMap((call) => {
    if (call.tier === 'batch') return [];
    const kind = dataKind(call, input.models);
    const delivered = configuration.facts.delivers[kind];
    if (delivered === false) return [];
    const record = isUnknown(delivered) ? switchUnknown(kind, delivered) : recordOf(call, kind);
    const requests =
      isUnknown(workload.region) === isUnknown(region)
        ? requestsOf(workload)
        : regionUnknown(workload, region);
    return { workload, call, calls: [requests, factor('calls per request', call.perRequest)], record };
  });
}

export function regionOf(
  configuration: Of<'configuration'>,
  input: FeatureInput<LogFacts>,
): string | Unknown {
  return configuration.resource.region ?? input.region;
}

function sameRegion(one: string | Unknown, other: string | Unknown): boolean {
  return isUnknown(one) ? isUnknown(other) : one === other;
}

function mayBeSame(one: string | Unknown, other: string | Unknown): boolean {
  return isUnknown(one) || isUnknown(other) || one === other;
}

function noCalls(region: string | Unknown): MissingFactor {
  const where = isUnknown(region) ? '' : ` in ${region}`;
  return {
    name: 'GB ingested',
    missing: `no workload states model calls${where}, so what is logged is not known`,
  };
}

function whichOne(configuration: Of<'configuration'>, workload: Workload, count: number): MissingFactor {
  return {
    name: 'GB ingested',
    missing: `${count} configurations log this region, and ${workload.name} does not say which of them logs its calls`,
    hint: `uses: [${configuration.resource.address}]  # in the workload`,
  };
}

function regionUnknown(workload: Workload, region: string | Unknown): MissingFactor {
  const why = isUnknown(workload.region) ? workload.region.why : isUnknown(region) ? region.why : '';
  return {
    name: 'requests',
    missing: `whether the calls of ${workload.name} are logged is not known, since a region is not: ${why}`,
    hint: 'region: us-east-1',
  };
}

function switchUnknown(kind: string, { why }: Unknown): MissingFactor {
  return {
    name: 'GB per record',
    missing: `whether ${kind} data is delivered is not known: ${why}`,
    hint: `${kind}_data_delivery_enabled = true`,
  };
}
