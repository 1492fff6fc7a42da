import type { Mapped } from '../../../model/feature.ts';
import { isReferenceTo, type Resource } from '../../../model/resource.ts';
import { isUnknown, textAt, type Unknown, type Value, valueAt } from '../../../model/value.ts';
import type { Declared } from '../../../model/workload.ts';

/** A log group, or the configuration that sends invocation logs to one. */
export interface LogTarget {
  readonly kind: 'log-group' | 'configuration';
  /** The group's name, or the reference of a configuration to its group. */
  readonly group: Value | undefined;
  readonly infrequentAccess: boolean | Unknown;
}

export function mapLogGroup(resource: Resource): Mapped<LogTarget> {
  const terraform = resource.vocabulary === 'terraform';
  const logClass = textAt(resource.attributes, terraform ? 'log_group_class' : 'LogGroupClass');
  return {
    role: 'log-group',
    facts: {
      kind: 'log-group',
      group: valueAt(resource.attributes, terraform ? 'name' : 'LogGroupName'),
      infrequentAccess: isUnknown(logClass) ? logClass : logClass === 'INFREQUENT_ACCESS',
    },
  };
}

/** Only delivery to CloudWatch Logs is a log group's cost; a configuration that only writes to S3 is none. */
export function mapLoggingConfiguration(resource: Resource): Mapped<LogTarget> | undefined {
  const group = valueAt(resource.attributes, 'logging_config', 'cloudwatch_config', 'log_group_name');
  if (group === undefined) return undefined;
  const facts: LogTarget = { kind: 'configuration', group, infrequentAccess: false };
  return { role: 'invocation-logging', facts, links: [{ to: group }] };
}

/** Whether a configuration writes to a log group: by reference, or by the same name. */
export function writesTo(configuration: Declared<LogTarget>, group: Declared<LogTarget>): boolean {
  const reference = configuration.facts.group;
  const name = group.facts.group;
  if (reference?.kind === 'text') return name?.kind === 'text' && reference.value === name.value;
  return isReferenceTo(reference, configuration.resource, group.resource);
}
