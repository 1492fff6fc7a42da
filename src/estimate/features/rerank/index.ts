/** Reranking of retrieved chunks: billed by the query, of up to 100 chunks. */
import { z } from 'zod';
import { type Charge, charge, type Factor } from '../../../model/charge.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import { declaredFactor, requestsOf } from '../../../model/factors.ts';
import type { Feature, FeatureCharges, FeatureInput } from '../../../model/feature.ts';
import { amount, modelId, section } from '../../../model/fields.ts';
import { exactly, mapRange } from '../../../model/range.ts';
import type { Stated } from '../../../model/stated.ts';
import type { Section, Workload } from '../../../model/workload.ts';

const SECTION = 'knowledge_base.rerank';

/** Chunks that one billed query covers (Amazon Bedrock pricing page, rerank models, 2026-07-24). */
const CHUNKS_PER_QUERY = 100;

interface RerankSection {
  readonly model: string;
  readonly queries_per_request?: Stated | undefined;
  readonly chunks_per_query?: Stated | undefined;
}

export const rerank: Feature = {
  id: 'rerank',
  title: 'Reranking',
  layer: 'features',
  workloadSections: [
    {
      key: SECTION,
      description: 'Reranking of what the knowledge base retrieves.',
      schema: section({
        model: modelId(),
        queries_per_request: z.optional(amount('queries')),
        chunks_per_query: z.optional(amount('chunks')),
      }),
    },
  ],
  charges: rerankCharges,
};

function rerankCharges(input: FeatureInput<unknown>): FeatureCharges {
  const charges: Charge[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const workload of input.workloads) {
    const stated = workload.sections.get(SECTION);
    if (stated !== undefined) charges.push(rerankCharge(input, workload, stated, diagnostics));
  }
  return { charges, diagnostics };
}

function rerankCharge(
  input: FeatureInput<unknown>,
  workload: Workload,
  stated: Section,
  diagnostics: Diagnostic[],
): Charge {
  const content = stated.content as RerankSection;
  const answer = input.models.resolve(content.model);
  const common = {
    project: input.project,
    layer: 'features',
    feature: 'rerank',
    owner: { kind: 'workload', name: workload.name },
    component: 'rerank queries',
    region: workload.region,
    unit: 'queries',
    factors: [requestsOf(workload), ...queryFactors(content, stated)],
    at: stated.at(),
  } as const;
  if (answer.kind !== 'model') {
    diagnostics.push({ code: 'model-unknown', severity: 'warning', message: answer.why, at: stated.at('model') });
    return charge({ ...common, price: { found: false, why: answer.why } });
  }
  const { model, scope } = answer;
  const price = input.prices.price({ subject: model.key, dimension: 'query', region: workload.region, scope });
  return charge({ ...common, item: model.name, price });
}

/** Queries a request, and billed queries for each where more than 100 chunks are ranked: 350 chunks are 4. */
function queryFactors(content: RerankSection, stated: Section): readonly Factor[] {
  const queries = content.queries_per_request?.range ?? exactly(1);
  const factors = [declaredFactor('queries per request', queries, stated.at('queries_per_request'))];
  if (content.chunks_per_query === undefined) return factors;
  const billed = mapRange(content.chunks_per_query.range, (chunks) => chunks.div(CHUNKS_PER_QUERY).ceil());
  return [...factors, declaredFactor('billed queries per query', billed, stated.at('chunks_per_query'))];
}
