/** What the manifest states of the use of one resource, under `resources:`. */
import type { ChargeDraft, Factor } from './charge.ts';
import { declaredFactor } from './factors.ts';
import type { FeatureInput } from './feature.ts';
import type { Layer } from './layer.ts';
import type { Month } from './month.ts';
import { monthly, type Stated } from './stated.ts';
import type { Declared, Section } from './workload.ts';

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
  return `resources: { ${addressInYaml(address)}: { ${usage} } }`;
}

/** An address as a manifest takes it: its brackets and colons would mean something else without quotes. */
export function addressInYaml(address: string): string {
  return /^[\w./-]+$/.test(address) ? address : `'${address.replaceAll("'", "''")}'`;
}

/** The line of a workload that names a resource; `uses` takes a list. */
export function addressLine(key: string, address: string): string {
  const text = addressInYaml(address);
  return key === 'uses' ? `uses: [${text}]` : `${key}: ${text}`;
}

/** What all charges of one resource share. */
export type ResourceDraft = Omit<ChargeDraft, 'component' | 'unit' | 'factors' | 'price'> & {
  readonly region: NonNullable<ChargeDraft['region']>;
};

/** The start of a resource's charges: owned by it, in its region, at its usage where the manifest states some. */
export function resourceDraft(
  input: Pick<FeatureInput<unknown>, 'project' | 'region'>,
  { resource, usage }: Pick<Declared, 'resource' | 'usage'>,
  feature: string,
  layer: Layer,
): ResourceDraft {
  return {
    project: input.project,
    layer,
    feature,
    owner: { kind: 'resource', name: resource.address },
    region: resource.region ?? input.region,
    at: usage?.at() ?? resource.at,
  };
}
