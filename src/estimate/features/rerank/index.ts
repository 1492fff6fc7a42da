/** Reranking of retrieved chunks: billed by the query, of up to 100 chunks. */
import { z } from 'zod';
import { type Charge, charge, type Factor, type MissingFactor } from '../../../model/charge.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import { factorFrom, requestsOf } from '../../../model/factors.ts';
import type { Feature, FeatureCharges, FeatureInput } from '../../../model/feature.ts';
import { amount, modelId, section } from '../../../model/fields.ts';
import { modelPrice } from '../../../model/model-price.ts';
import { statedFactor } from '../../../model/resource-usage.ts';
import type { Section, Workload } from '../../../model/workload.ts';
import { billedQueries } from './billed-queries.ts';

const SECTION = 'knowledge_base.rerank';

export const rerank: Feature = {
  id: 'rerank',
  title: 'Reranking',
  layer: 'features',
  workloadSections: [
    {
      key: SECTION,
      description: 'Reranking of what the knowledge base retrieves.',
      schema: () =>
        section({
          model: modelId(),
          queries_per_request: z.optional(
            amount('queries').describe('How often a request reranks. 1 where absent.'),
          ),
          chunks_per_query: z.optional(
            amount('chunks').describe('Chunks that are ranked. Up to 100 where absent.'),
          ),
          chunk_tokens: z.optional(
            amount('tokens').describe('Tokens of the longest chunks. Few enough for one where absent.'),
          ),
          question_tokens: z.optional(
            amount('tokens').describe('Tokens of the question, which every chunk is ranked with.'),
          ),
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
    if (stated === undefined) continue;
    const { model } = stated.content as { readonly model: string };
    const made = modelPrice(input, model, 'query', workload.region, stated.at('model'));
    diagnostics.push(...made.diagnostics);
    charges.push(
      charge({
        project: input.project,
        layer: 'features',
        feature: 'rerank',
        owner: { kind: 'workload', name: workload.name },
        component: 'rerank queries',
        ...(made.item === undefined ? {} : { item: made.item }),
        region: workload.region,
        unit: 'queries',
        factors: factorsOf(input, workload, stated),
        price: made.price,
        at: stated.at(),
      }),
    );
  }
  return { charges, diagnostics };
}

function factorsOf(
  input: FeatureInput<unknown>,
  workload: Workload,
  stated: Section,
): readonly (Factor | MissingFactor)[] {
  const name = 'queries per request';
  const queries =
    statedFactor(stated, 'queries_per_request', name, input.month) ??
    factorFrom('assumed', name, 1, stated.at());
  return [requestsOf(workload), queries, ...billedQueries(stated)];
}
