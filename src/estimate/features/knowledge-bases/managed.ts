import { type Charge, charge, type Factor, type MissingFactor } from '../../../model/charge.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { FeatureCharges, FeatureInput } from '../../../model/feature.ts';
import { SCENARIOS } from '../../../model/range.ts';
import { resourceLine, statedFactor, statedUsage } from '../../../model/resource-usage.ts';
import type { SourceLocation } from '../../../model/source-location.ts';
import type { Unknown } from '../../../model/value.ts';
import type { Declared, Section } from '../../../model/workload.ts';
import type { KnowledgeBaseFacts } from './facts.ts';

export const MANAGED = 'knowledge_base.managed';

interface ManagedBase {
  readonly owner: Charge['owner'];
  readonly region: string | Unknown;
  readonly usage: Section | undefined;
  readonly at: SourceLocation;
  readonly line: (usage: string) => string;
}

/**
 * Managed knowledge bases: storage, retrieves, and what an agentic retrieve costs beside the retrieves that it makes
 * (AWS Price List of 2026-09-15, offer AmazonBedrockAgentCore). Parsing, the service's embedding model and reranking
 * are in that price.
 */
export function managedCharges(input: FeatureInput<KnowledgeBaseFacts>): FeatureCharges {
  const diagnostics: Diagnostic[] = [];
  const charges = managedBases(input).flatMap((base) => baseCharges(input, base, diagnostics));
  return { charges, diagnostics };
}

function managedBases(input: FeatureInput<KnowledgeBaseFacts>): readonly ManagedBase[] {
  const covered = new Set<string>();
  const stated = input.workloads.flatMap((workload): readonly ManagedBase[] => {
    const usage = workload.sections.get(MANAGED);
    if (usage === undefined) return [];
    const base = workload.uses.find(isManaged);
    if (base !== undefined) covered.add(base.resource.address);
    const owner = { kind: 'workload', name: workload.name } as const;
    const line = (keys: string) => `knowledge_base: { managed: { ${keys} } }`;
    return [{ owner, region: workload.region, usage, at: usage.at(), line }];
  });
  const declared = input.resources
    .filter((base) => isManaged(base) && base.pricedBy === undefined && !covered.has(base.resource.address))
    .map(({ resource, usage }): ManagedBase => {
      const owner = { kind: 'resource', name: resource.address } as const;
      const line = (keys: string) => resourceLine(resource.address, keys);
      return { owner, region: resource.region ?? input.region, usage, at: usage?.at() ?? resource.at, line };
    });
  return [...stated, ...declared];
}

function isManaged(declared: Declared): boolean {
  return declared.role === 'knowledge-base' && (declared.facts as KnowledgeBaseFacts).type === 'MANAGED';
}

function baseCharges(
  input: FeatureInput<KnowledgeBaseFacts>,
  { owner, region, usage, at, line }: ManagedBase,
  diagnostics: Diagnostic[],
): readonly Charge[] {
  const made = (
    component: string,
    dimension: string,
    unit: string,
    factor: Factor | MissingFactor,
    notes: readonly string[] = [],
  ) =>
    charge({
      project: input.project,
      layer: 'features',
      feature: 'knowledge-bases',
      owner,
      component,
      region,
      unit,
      factors: [factor],
      price: input.prices.price({ subject: 'managed-knowledge-base', dimension, region }),
      notes,
      at,
    });
  const stored = statedFactor(usage, 'storage', 'GB stored', input.month) ?? {
    name: 'GB stored',
    missing: 'how much the managed knowledge base stores is not stated',
    hint: line('storage: 10 GB'),
  };
  const retrieves = statedFactor(usage, 'retrieves', 'retrieves', input.month) ?? {
    name: 'retrieves',
    missing: 'how often the managed knowledge base is asked is not stated',
    hint: line('retrieves: 300k per month'),
  };
  const agentic = statedFactor(usage, 'agentic_retrieves', 'agentic retrieves', input.month);
  if (usage !== undefined && agentic !== undefined && 'value' in retrieves && exceeds(agentic, retrieves)) {
    diagnostics.push(tooMany(usage));
  }
  const list = [
    made('managed storage', 'storage', 'GB-months', stored),
    made('retrieves', 'retrieve', 'queries', retrieves),
  ];
  if (agentic === undefined) return list;
  return [
    ...list,
    made('agentic retrieves', 'agentic-retrieve', 'queries', agentic, [
      'on top of the retrieves that they make',
    ]),
  ];
}

function exceeds(part: Factor, whole: Factor): boolean {
  return SCENARIOS.some((scenario) => part.value[scenario].gt(whole.value[scenario]));
}

function tooMany(usage: Section): Diagnostic {
  return {
    code: 'manifest-conflict',
    severity: 'warning',
    message: 'There are more agentic retrieves than retrieves, though each of them makes at least one.',
    at: usage.at('agentic_retrieves'),
    hint: `retrieves: ${statedUsage(usage, 'agentic_retrieves')?.range.high.toFixed() ?? '300k'} per month`,
  };
}
