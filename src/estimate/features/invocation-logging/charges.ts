import type { Charge } from '../../../model/charge.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { FeatureCharges, FeatureInput } from '../../../model/feature.ts';
import { statedUsage } from '../../../model/resource-usage.ts';
import { logFileCharges } from './log-files.ts';
import { logGroupCharges } from './log-groups.ts';
import { callLog } from './logged-calls.ts';
import { DATA_KINDS, type LogFacts, logTargets, type Of, ofKind } from './targets.ts';

/**
 * The logs of model invocations, and every other log group for which the manifest states usage. A log group that is
 * neither is not Amazon Bedrock's and is left alone.
 */
export function charges(input: FeatureInput<LogFacts>): FeatureCharges {
  const groups = ofKind(input.resources, 'log-group');
  const targets = logTargets(input.resources);
  const calls = callLog(input);
  const made: Charge[] = [];
  const diagnostics: Diagnostic[] = [];
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
    diagnostics.push(
      ...countedOnce(configuration, group, 'ingested', 'ingested'),
      ...countedOnce(configuration, group, 'stored', 'stored'),
      ...countedOnce(
        configuration,
        targets.bucketOf(facts.bucket, configuration.resource),
        's3_stored',
        'stored',
      ),
    );
  }
  for (const group of groups) {
    if (group.usage === undefined || group.pricedBy !== undefined || covered.has(group.resource.address))
      continue;
    made.push(...logGroupCharges(input, { group, configuration: undefined, logged: { list: [] } }));
  }
  return { charges: made, diagnostics };
}

/** What is stated of a group or a bucket is all that it takes in; what its configuration states is among it. */
function countedOnce(
  { resource, usage }: Of<'configuration'>,
  target: Of<'log-group'> | Of<'bucket'> | undefined,
  own: string,
  whole: string,
): readonly Diagnostic[] {
  if (usage === undefined || target === undefined) return [];
  if (statedUsage(usage, own) === undefined || statedUsage(target.usage, whole) === undefined) return [];
  const { address } = target.resource;
  return [
    {
      code: 'charge-counted-once',
      severity: 'warning',
      message: `${whole} of ${address} is stated with all that comes in, so ${own} of ${resource.address} is not counted again.`,
      at: usage.at(own),
      hint: `remove ${own} of ${resource.address} under resources`,
    },
  ];
}
