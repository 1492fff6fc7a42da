import { type Charge, charge, type Factor, type MissingFactor, quantityOf } from '../../../model/charge.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import { declaredFactor, requestsOf } from '../../../model/factors.ts';
import type { FeatureCharges, FeatureInput } from '../../../model/feature.ts';
import { resourceLine, statedFactor } from '../../../model/resource-usage.ts';
import { addedUse, type Part } from '../../../model/shared-use.ts';
import type { Declared, Section, Workload } from '../../../model/workload.ts';
import type { KnowledgeBaseFacts } from './facts.ts';

export const STRUCTURED = 'knowledge_base.structured_data';

/** Structured data: each GenerateQuery call, which turns a question into SQL, has a price (pricing guide of 2026-02). */
export function structuredCharges(input: FeatureInput<KnowledgeBaseFacts>): FeatureCharges {
  const covered = new Map<string, Part[]>();
  const diagnostics: Diagnostic[] = [];
  const charges: Charge[] = [];
  for (const workload of input.workloads) {
    const stated = workload.sections.get(STRUCTURED);
    if (stated === undefined) continue;
    const used = workload.uses.filter(isStructured);
    const factors = generated(input, workload, stated);
    // Queries of every workload add up; what the base states by itself is those of all of them.
    for (const { resource } of used) {
      const parts = covered.get(resource.address) ?? [];
      covered.set(resource.address, [...parts, ...partOf(workload, stated, factors)]);
    }
    if (used.length > 0 && used.every(({ pricedBy }) => pricedBy !== undefined)) continue;
    const owner = { kind: 'workload', name: workload.name } as const;
    charges.push(queries(input, owner, workload.region, stated.at(), factors));
  }
  for (const base of input.resources) {
    const { resource, usage, pricedBy } = base;
    if (!isStructured(base) || pricedBy !== undefined) continue;
    const parts = covered.get(resource.address);
    const owner = { kind: 'resource', name: resource.address } as const;
    const whole = statedFactor(usage, 'queries', 'generated queries', input.month);
    if (parts !== undefined) {
      const key = { key: 'queries', kind: { kind: 'rate', unit: 'queries' } } as const;
      const { rest, notes, diagnostics: said } = addedUse(resource.address, key, parts, whole);
      diagnostics.push(...said);
      if (rest === undefined || usage === undefined) continue;
      const region = resource.region ?? input.region;
      charges.push({ ...queries(input, owner, region, usage.at(), [rest]), notes });
      continue;
    }
    const stated = whole ?? {
      name: 'generated queries',
      missing: 'how many queries it generates is not stated',
      hint: resourceLine(resource.address, 'queries: 300k per month'),
    };
    charges.push(
      queries(input, owner, resource.region ?? input.region, usage?.at() ?? resource.at, [stated]),
    );
  }
  return { charges, diagnostics };
}

/** What a workload adds to the queries of a base: nothing that is known where a number is missing. */
function partOf(
  { name }: Workload,
  stated: Section,
  factors: readonly (Factor | MissingFactor)[],
): readonly Part[] {
  const known = factors.filter((factor): factor is Factor => 'value' in factor);
  if (known.length < factors.length) return [];
  return [{ by: name, factor: declaredFactor('generated queries', quantityOf(known), stated.at()) }];
}

function isStructured(declared: Declared): boolean {
  return declared.role === 'knowledge-base' && (declared.facts as KnowledgeBaseFacts).type === 'SQL';
}

/** As stated for the month, else so many for each request. */
function generated(
  input: FeatureInput<KnowledgeBaseFacts>,
  workload: Workload,
  stated: Section,
): readonly (Factor | MissingFactor)[] {
  const all = statedFactor(stated, 'queries', 'generated queries', input.month);
  if (all !== undefined) return [all];
  const name = 'generated queries per request';
  const each = statedFactor(stated, 'queries_per_request', name, input.month) ?? {
    name,
    missing: 'how many queries are generated is not stated',
    hint: 'knowledge_base: { structured_data: { queries_per_request: 1 } }',
  };
  return [requestsOf(workload), each];
}

function queries(
  input: FeatureInput<KnowledgeBaseFacts>,
  owner: Charge['owner'],
  region: Workload['region'],
  at: Charge['at'] & object,
  factors: readonly (Factor | MissingFactor)[],
): Charge {
  return charge({
    project: input.project,
    layer: 'features',
    feature: 'knowledge-bases',
    owner,
    component: 'generated queries',
    region,
    unit: 'queries',
    factors,
    price: input.prices.price({ subject: 'structured-data', dimension: 'generate-query', region }),
    at,
  });
}
