/** What the manifest states of the use of one resource, under `resources:`. */
import type { Factor } from './charge.ts';
import { declaredFactor } from './factors.ts';
import type { Month } from './month.ts';
import { monthly, type Stated } from './stated.ts';
import type { Section } from './workload.ts';

/** The stated value of `key` as usage of one month, or nothing. Rates count the days of the month. */
export function statedFactor(
  usage: Section | undefined,
  key: string,
  name: string,
  month: Month,
): Factor | undefined {
  const stated = statedUsage(usage, key);
  if (usage === undefined || stated === undefined) return undefined;
  return declaredFactor(name, monthly(stated, month), usage.at(key));
}

/** What a section states under a key; undefined where it does not. */
export function statedUsage(usage: Section | undefined, key: string): Stated | undefined {
  const content = usage?.content;
  if (typeof content !== 'object' || content === null || !Object.hasOwn(content, key)) return undefined;
  return (content as Readonly<Record<string, Stated | undefined>>)[key];
}

/** The line of a manifest that states usage of a resource: `resources: { aws_kms_key.main: { requests: 1M per month } }`. */
export function resourceLine(address: string, usage: string): string {
  // Brackets and colons of an address would mean something else in YAML.
  const name = /^[\w.-]+$/.test(address) ? address : `'${address.replaceAll("'", "''")}'`;
  return `resources: { ${name}: { ${usage} } }`;
}
