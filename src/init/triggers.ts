/** What the infrastructure code says of how often a function runs: schedules of Amazon EventBridge. */
import { referencesIn } from '../model/mentions.ts';
import type { Resource } from '../model/resource.ts';
import { itemsAt, textAt, type Value, valueAt } from '../model/value.ts';

export interface Trigger {
  /** The address of what is started, in its root. */
  readonly target: string;
  /** The root that declares what is started. */
  readonly root: string;
  /** `rate(1 hour)`. */
  readonly expression: string;
  readonly schedule: Resource;
}

/** Every schedule with a target that is a resource of its root, or of one that it imports from. */
export function triggersIn(resources: readonly Resource[]): readonly Trigger[] {
  const rules = new Map<string, Resource>();
  for (const resource of resources) {
    if (resource.type === 'aws_cloudwatch_event_rule')
      rules.set(keyOf(resource.root, addressIn(resource)), resource);
  }
  return resources.flatMap((resource): readonly Trigger[] => {
    const { attributes, type } = resource;
    switch (type) {
      case 'aws_cloudwatch_event_target': {
        const rule = referencesIn(valueAt(attributes, 'rule'))
          .map(({ refersTo = '', root = resource.root }) => rules.get(keyOf(root, refersTo)))
          .find((found) => found !== undefined);
        if (rule === undefined) return [];
        const expression = valueAt(rule.attributes, 'schedule_expression');
        return triggers(resource, rule, expression, [valueAt(attributes, 'arn')]);
      }
      case 'aws_scheduler_schedule':
        return triggers(resource, resource, valueAt(attributes, 'schedule_expression'), [
          valueAt(attributes, 'target', 'arn'),
        ]);
      case 'AWS::Events::Rule':
        return triggers(
          resource,
          resource,
          valueAt(attributes, 'ScheduleExpression'),
          itemsAt(attributes, 'Targets').map((target) => valueAt(target, 'Arn')),
        );
      case 'AWS::Scheduler::Schedule':
        return triggers(resource, resource, valueAt(attributes, 'ScheduleExpression'), [
          valueAt(attributes, 'Target', 'Arn'),
        ]);
      case 'AWS::Serverless::Function':
      case 'AWS::Serverless::StateMachine':
        return ofServerless(resource);
      default:
        return [];
    }
  });
}

/** Schedules that stand among the events of a function or a state machine of AWS SAM. */
function ofServerless(resource: Resource): readonly Trigger[] {
  const events = valueAt(resource.attributes, 'Events');
  if (events?.kind !== 'map') return [];
  return [...events.entries.values()].flatMap((event) => {
    const type = textAt(event, 'Type');
    const key = type === 'ScheduleV2' ? 'ScheduleExpression' : 'Schedule';
    if (type !== 'Schedule' && type !== 'ScheduleV2') return [];
    const expression = textAt(event, 'Properties', key);
    if (typeof expression !== 'string') return [];
    return [{ target: addressIn(resource), root: resource.root ?? '', expression, schedule: resource }];
  });
}

function triggers(
  resource: Resource,
  schedule: Resource,
  expression: Value | undefined,
  targets: readonly (Value | undefined)[],
): readonly Trigger[] {
  if (expression?.kind !== 'text') return [];
  return targets.flatMap((target) =>
    referencesIn(target).map(({ refersTo = '', root = resource.root ?? '' }) => ({
      target: refersTo,
      root,
      expression: expression.value,
      schedule,
    })),
  );
}

function addressIn({ address, addressInRoot = address }: Resource): string {
  return addressInRoot;
}

function keyOf(root: string | undefined, address: string): string {
  return `${root ?? ''}\n${address}`;
}
