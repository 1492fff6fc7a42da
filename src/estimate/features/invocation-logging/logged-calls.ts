import type { Factor, MissingFactor } from '../../../model/charge.ts';
import { ONE } from '../../../model/decimal.ts';
import { factor, requestsOf } from '../../../model/factors.ts';
import type { FeatureInput } from '../../../model/feature.ts';
import { mapRange } from '../../../model/range.ts';
import { addressInYaml } from '../../../model/resource-usage.ts';
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

type Configurations = Of<'configuration'>;

/** Looks up what a configuration logs. */
export type CallLog = (configuration: Configurations) => LoggedCalls;

/**
 * The calls that each configuration logs: those of its region, made on demand or on reserved capacity. Batch jobs are
 * not logged (Amazon Bedrock user guide, model invocation logging, 2026: Converse and InvokeModel, streamed or not).
 *
 * There is one configuration for each account and region. Where a project has several for one region, they are of
 * several accounts, and a workload says by `uses` which of them logs it.
 */
export function callLog(input: FeatureInput<LogFacts>): CallLog {
  const all = ofKind(input.resources, 'configuration');
  const byAddress = new Map(all.map((one) => [one.resource.address, one]));
  const byRegion = groupedByRegion(all, input);
  const calls = new Map<Configurations, LoggedCall[]>();
  const open = new Map<string, MissingFactor>();
  for (const workload of input.workloads) {
    if (workload.calls.length === 0) continue;
    const named = workload.uses
      .map(({ resource }) => byAddress.get(resource.address))
      .find((one) => one !== undefined);
    const possible = named === undefined ? inRegion(workload.region, all, byRegion) : [named];
    const [only] = possible;
    if (only === undefined) continue;
    if (possible.length > 1) {
      open.set(regionKey(workload.region), whichOne(only, workload, possible.length));
      continue;
    }
    const region = named === undefined ? regionOf(only, input) : workload.region;
    const list = calls.get(only) ?? [];
    calls.set(only, list);
    for (const call of callsOf(input, only, workload, region)) list.push(call);
  }
  return (configuration) => {
    const region = regionOf(configuration, input);
    const doubt = open.get(regionKey(region)) ?? open.get(UNKNOWN_REGION);
    if (doubt !== undefined) return { list: [], unknown: doubt };
    const list = calls.get(configuration);
    return list === undefined ? { list: [], unknown: noCalls(region) } : { list };
  };
}

const UNKNOWN_REGION = '';

function regionKey(region: string | Unknown): string {
  return isUnknown(region) ? UNKNOWN_REGION : region;
}

function groupedByRegion(
  all: readonly Configurations[],
  input: FeatureInput<LogFacts>,
): ReadonlyMap<string, readonly Configurations[]> {
  const found = new Map<string, Configurations[]>();
  for (const one of all) {
    const key = regionKey(regionOf(one, input));
    const list = found.get(key);
    if (list === undefined) found.set(key, [one]);
    else list.push(one);
  }
  return found;
}

/** The configurations that may log a region: those of it, and those whose own region is not known. */
function inRegion(
  region: string | Unknown,
  all: readonly Configurations[],
  byRegion: ReadonlyMap<string, readonly Configurations[]>,
): readonly Configurations[] {
  if (isUnknown(region)) return all;
  const here = byRegion.get(region);
  const unknown = byRegion.get(UNKNOWN_REGION);
  if (here === undefined || unknown === undefined) return here ?? unknown ?? [];
  return [...here, ...unknown];
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
    const calls = [requests, factor('calls per request', call.perRequest), ...triesOf(call)];
    return { workload, call, calls, record };
  });
}

/** A call that is made once more is logged once more. A blocked one is logged too. */
function triesOf({ retries }: ModelCall): readonly Factor[] {
  if (retries === undefined) return [];
  return [
    factor('tries per call', { ...retries, range: mapRange(retries.range, (share) => share.plus(ONE)) }),
  ];
}

function regionOf(configuration: Of<'configuration'>, input: FeatureInput<LogFacts>): string | Unknown {
  return configuration.resource.region ?? input.region;
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
    hint: `uses: [${addressInYaml(configuration.resource.address)}]  # in the workload`,
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
