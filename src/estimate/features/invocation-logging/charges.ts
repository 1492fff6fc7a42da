import type { Charge } from '../../../model/charge.ts';
import type { FeatureCharges, FeatureInput } from '../../../model/feature.ts';
import { logFileCharges } from './log-files.ts';
import { logGroupCharges } from './log-groups.ts';
import { callLog } from './logged-calls.ts';
import { DATA_KINDS, type LogFacts, logTargets, ofKind } from './targets.ts';

/**
 * The logs of model invocations, and every other log group for which the manifest states usage. A log group that is
 * neither is not Amazon Bedrock's and is left alone.
 */
export function charges(input: FeatureInput<LogFacts>): FeatureCharges {
  const groups = ofKind(input.resources, 'log-group');
  const targets = logTargets(input.resources);
  const calls = callLog(input);
  const made: Charge[] = [];
  const covered = new Set<string>();
  for (const configuration of ofKind(input.resources, 'configuration')) {
    const { facts, pricedBy } = configuration;
    const named = targets.groupOf(configuration);
    // A second one that only has its name is taken to write to a group of another tree.
    const group = named === undefined || covered.has(named.resource.address) ? undefined : named;
    if (pricedBy !== undefined) continue;
    if (group !== undefined) covered.add(group.resource.address);
    const nothing = DATA_KINDS.every((kind) => facts.delivers[kind] === false);
    const logged = nothing ? { list: [] } : calls(configuration);
    if (facts.group !== undefined && group?.pricedBy === undefined) {
      made.push(...logGroupCharges(input, { group, configuration, logged }));
    }
    made.push(...logFileCharges(input, configuration, logged, targets));
  }
  for (const group of groups) {
    if (group.usage === undefined || group.pricedBy !== undefined || covered.has(group.resource.address))
      continue;
    made.push(...logGroupCharges(input, { group, configuration: undefined, logged: { list: [] } }));
  }
  return { charges: made, diagnostics: [] };
}
