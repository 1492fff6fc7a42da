/** What starts a resource on a schedule, in words. */
import { withoutKeys } from '../bind/addresses.ts';
import type { Resource } from '../model/resource.ts';
import { runsPerMonth } from './schedule.ts';
import type { Trigger } from './triggers.ts';

/** `aws_cloudwatch_event_rule.hourly starts it 720 times a month, rate(1 hour)`, of each schedule. */
export function startedBy(resource: Resource, triggers: readonly Trigger[]): readonly string[] {
  return triggers.filter((trigger) => starts(trigger, resource)).map(triggerWords);
}

function starts(
  { target, root }: Trigger,
  { address, addressInRoot = address, root: own = '' }: Resource,
): boolean {
  return root === own && (target === addressInRoot || target === withoutKeys(addressInRoot));
}

function triggerWords({ expression, schedule }: Trigger): string {
  const runs = runsPerMonth(expression);
  const often =
    runs === undefined ? 'starts it' : `starts it ${runs.toDecimalPlaces(1).toFixed()} times a month`;
  return `${schedule.address} ${often}, ${expression}`;
}
