import type { ChargeDraft, Factor, MissingFactor } from '../../../model/charge.ts';
import { factorFrom } from '../../../model/factors.ts';
import type { FeatureInput } from '../../../model/feature.ts';
import { mapRange, type Range } from '../../../model/range.ts';
import { resourceLine, statedFactor, statedUsage } from '../../../model/resource-usage.ts';
import type { Section } from '../../../model/workload.ts';
import type { LoggedCall, LoggedCalls } from './logged-calls.ts';
import { recordNotes } from './records.ts';
import type { LogFacts, Of } from './targets.ts';

/** AWS bills binary gigabytes. */
const BYTES_PER_GB = 1024 ** 3;

/** A log group and what writes to it. */
export interface Target {
  /** Undefined where another tree declares it. */
  readonly group: Of<'log-group'> | undefined;
  /** The configuration that sends model invocation logs. */
  readonly configuration: Of<'configuration'> | undefined;
  readonly logged: LoggedCalls;
}

/** What all charges of one owner share. */
export type Draft = Omit<ChargeDraft, 'component' | 'unit' | 'factors' | 'price'>;

/** GB of a month from one source. */
export interface Inflow {
  readonly draft: Draft;
  /** What its components begin with: the name of a call. */
  readonly prefix: string;
  readonly factors: readonly (Factor | MissingFactor)[];
}

/** What comes into a log group: as the manifest states it, else one inflow for each kind of logged call. */
export function inflows(
  input: FeatureInput<LogFacts>,
  target: Target,
  own: Draft,
  address: string,
): readonly Inflow[] {
  const usage = usageOf(target, 'ingested');
  const ingested = statedFactor(usage, 'ingested', 'GB ingested', input.month);
  if (ingested !== undefined) return [{ draft: placed(own, usage), prefix: '', factors: [ingested] }];
  const { list, unknown } = target.logged;
  const hint = resourceLine(address, 'ingested: 40 GB per month, stored: 6 GB');
  if (unknown !== undefined) return [{ draft: own, prefix: '', factors: [{ hint, ...unknown }] }];
  return list.map((logged) => ({
    draft: { ...own, owner: ownerOf(logged), at: logged.call.at, notes: recordNotes(logged.record) },
    prefix: prefixOf(logged),
    factors: [
      ...logged.calls,
      'missing' in logged.record
        ? { hint, ...logged.record }
        : gigabytesFactor('record', logged.record.bytes),
    ],
  }));
}

/** The section that states a key: that of the group before that of the configuration. */
export function usageOf({ group, configuration }: Target, key: string): Section | undefined {
  return [group?.usage, configuration?.usage].find((usage) => statedUsage(usage, key) !== undefined);
}

/** At the manifest's own line. */
export function placed(draft: Draft, usage: Section | undefined): Draft {
  return usage === undefined ? draft : { ...draft, at: usage.at() };
}

/** `1,234 bytes per record` as GB, an assumption. */
export function gigabytesFactor(each: string, bytes: Range): Factor {
  const gigabytes = mapRange(bytes, (value) => value.div(BYTES_PER_GB));
  return {
    ...factorFrom('assumed', `GB per ${each}`, gigabytes),
    shownAs: { name: `bytes per ${each}`, value: bytes },
  };
}

export function ownerOf({ workload }: LoggedCall): Draft['owner'] {
  return { kind: 'workload', name: workload.name };
}

/** `classify ` for a named call. */
export function prefixOf({ call }: LoggedCall): string {
  return call.name === undefined ? '' : `${call.name} `;
}
