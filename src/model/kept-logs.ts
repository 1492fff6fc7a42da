/** How long logs are kept, and how much of them that makes. */
import type { Factor, MissingFactor } from './charge.ts';
import type { Decimal } from './decimal.ts';
import { factorFrom } from './factors.ts';
import type { Month } from './month.ts';
import { exactly } from './range.ts';
import type { Resource } from './resource.ts';
import type { SourceLocation } from './source-location.ts';
import { isUnknown, numberAt, type Unknown } from './value.ts';

/**
 * What is stored of each GB of logs: 15%. Amazon CloudWatch Logs bills stored logs after compression, and the AWS
 * Pricing Calculator estimates them so ("Storage compression factor" 0.15, quoted 2021-09-18 and since).
 */
const COMPRESSED_SHARE = '0.15';

/** Days after which a log group drops its logs; `undefined` where it never does (`retention_in_days` absent or 0). */
function retentionOf(group: Resource): Decimal | Unknown | undefined {
  const attribute = group.vocabulary === 'terraform' ? 'retention_in_days' : 'RetentionInDays';
  const days = numberAt(group.attributes, attribute);
  return days === undefined || isUnknown(days) || days.gt(0) ? days : undefined;
}

/** What turns the GB that come in a month into the GB that are stored. */
export interface Kept {
  readonly factors: readonly Factor[];
  readonly note: string;
}

/**
 * The store of logs that are dropped after some days, once the first of them are that old: the months that they are
 * kept, and what compression leaves.
 */
export function keptFor(days: Decimal, month: Month, at: SourceLocation): Kept {
  return {
    factors: [
      factorFrom('iac', 'months kept', exactly(days.div(month.days)), at),
      factorFrom('assumed', 'share left by compression', COMPRESSED_SHARE),
    ],
    note: `kept for ${days.toFixed()} days and stored compressed`,
  };
}

/** The store of a log group, or why it has no steady size. */
export function keptInGroup(group: Resource, month: Month): Kept | MissingFactor {
  const days = retentionOf(group);
  const name = 'months kept';
  const hint = group.vocabulary === 'terraform' ? 'retention_in_days = 30' : 'RetentionInDays: 30';
  if (days === undefined) {
    return { name, missing: `${group.address} never drops its logs, so they grow without end`, hint };
  }
  if (isUnknown(days)) {
    return { name, missing: `how long ${group.address} keeps its logs is not known: ${days.why}`, hint };
  }
  return keptFor(days, month, group.at);
}
