import { type Charge, charge, type Factor, type MissingFactor } from '../../../model/charge.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import { requestsOf } from '../../../model/factors.ts';
import type { FeatureCharges, FeatureInput } from '../../../model/feature.ts';
import { resourceLine, statedFactor } from '../../../model/resource-usage.ts';
import type { Declared, Section, Workload } from '../../../model/workload.ts';
import type { KnowledgeBaseFacts } from './facts.ts';

export const STRUCTURED = 'knowledge_base.structured_data';

/** Structured data: each GenerateQuery call, which turns a question into SQL, has a price (pricing guide of 2026-02). */
export function structuredCharges(input: FeatureInput<KnowledgeBaseFacts>): FeatureCharges {
  const covered = new Map<string, string>();
  const diagnostics: Diagnostic[] = [];
  const charges: Charge[] = [];
  for (const workload of input.workloads) {
    const stated = workload.sections.get(STRUCTURED);
    if (stated === undefined) continue;
    const used = workload.uses.filter(isStructured);
    // Queries of every workload add up; what the base states by itself is those of all of them.
    for (const base of used) covered.set(base.resource.address, workload.name);
    if (used.length > 0 && used.every(({ pricedBy }) => pricedBy !== undefined)) continue;
    const owner = { kind: 'workload', name: workload.name } as const;
    charges.push(queries(input, owner, workload.region, stated.at(), generated(input, workload, stated)));
  }
  for (const base of input.resources) {
    const { resource, usage, pricedBy } = base;
    if (!isStructured(base) || pricedBy !== undefined) continue;
    const by = covered.get(resource.address);
    if (by !== undefined) {
      if (usage !== undefined) diagnostics.push(countedOnce(resource.address, by, usage));
      continue;
    }
    const owner = { kind: 'resource', name: resource.address } as const;
    const stated = statedFactor(usage, 'queries', 'generated queries', input.month) ?? {
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

function countedOnce(address: string, workload: string, usage: Section): Diagnostic {
  return {
    code: 'charge-counted-once',
    severity: 'warning',
    message: `The queries of ${address} are stated by ${workload} too; those under resources are not counted.`,
    at: usage.at(),
    hint: `remove the entry of ${address} under resources, or knowledge_base.structured_data of ${workload}`,
  };
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
