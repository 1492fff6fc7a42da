/** Embedding tokens of a knowledge base: what is ingested and what is asked, in tokens a month. */
import { z } from 'zod';
import { type Charge, charge, type MissingFactor } from '../../../model/charge.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import { declaredFactor } from '../../../model/factors.ts';
import type { Feature, FeatureCharges, FeatureInput } from '../../../model/feature.ts';
import { modelId, rate, section } from '../../../model/fields.ts';
import { modelIdOf } from '../../../model/model-reference.ts';
import type { PriceAnswer } from '../../../model/price.ts';
import type { SourceLocation } from '../../../model/source-location.ts';
import { monthly, type Stated } from '../../../model/stated.ts';
import { isUnknown, type Unknown, type Value, valueAt } from '../../../model/value.ts';
import type { Declared, Workload } from '../../../model/workload.ts';

const SECTION = 'knowledge_base.embedding';

interface EmbeddingSection {
  readonly model?: string | undefined;
  readonly tokens?: Stated | undefined;
}

/** The embedding model of a knowledge base. */
interface Embedding {
  readonly model: string | Unknown | undefined;
}

export const embeddings: Feature<Embedding> = {
  id: 'embeddings',
  title: 'Embeddings',
  layer: 'inference',
  workloadSections: [
    {
      key: SECTION,
      description: 'The embedding model of the knowledge base and how many tokens it embeds, documents and queries together.',
      schema: section({ model: z.optional(modelId()), tokens: z.optional(rate('tokens')) }),
    },
  ],
  mappings: {
    terraform: {
      aws_bedrockagent_knowledge_base: (resource) =>
        mapped(
          valueAt(
            resource.attributes,
            'knowledge_base_configuration',
            'vector_knowledge_base_configuration',
            'embedding_model_arn',
          ),
        ),
    },
    cloudformation: {
      'AWS::Bedrock::KnowledgeBase': (resource) =>
        mapped(
          valueAt(
            resource.attributes,
            'KnowledgeBaseConfiguration',
            'VectorKnowledgeBaseConfiguration',
            'EmbeddingModelArn',
          ),
        ),
    },
  },
  charges: embeddingCharges,
};

function mapped(model: Value | undefined) {
  return model === undefined ? undefined : { role: 'embedding', facts: { model: modelIdOf(model) } };
}

function embeddingCharges(input: FeatureInput<Embedding>): FeatureCharges {
  const charges: Charge[] = [];
  const diagnostics: Diagnostic[] = [];
  const priced = new Set<string>();
  for (const workload of input.workloads) {
    const stated = workload.sections.get(SECTION);
    const declared = workload.uses.find((use): use is Declared<Embedding> => use.role === 'embedding');
    if (stated === undefined) continue;
    if (declared !== undefined) priced.add(declared.resource.address);
    const content = stated.content as EmbeddingSection;
    const owner = { kind: 'workload', name: workload.name } as const;
    const model = content.model ?? declared?.facts.model ?? missingModel(stated.at());
    const tokens =
      content.tokens === undefined
        ? missingTokens()
        : declaredFactor('tokens', monthly(content.tokens, input.month), stated.at('tokens'));
    charges.push(embeddingCharge(input, owner, workload.region, model, tokens, stated.at(), diagnostics));
  }
  for (const declared of input.resources) {
    const { resource, facts, pricedBy } = declared;
    if (priced.has(resource.address) || pricedBy !== undefined) continue;
    const owner = { kind: 'resource', name: resource.address } as const;
    const model = facts.model ?? missingModel(resource.at);
    const region = resource.region ?? input.region;
    charges.push(embeddingCharge(input, owner, region, model, missingTokens(), resource.at, diagnostics));
  }
  return { charges, diagnostics };
}

function embeddingCharge(
  input: FeatureInput<Embedding>,
  owner: Charge['owner'],
  region: Workload['region'],
  id: string | Unknown,
  tokens: ReturnType<typeof declaredFactor> | MissingFactor,
  at: SourceLocation,
  diagnostics: Diagnostic[],
): Charge {
  const { price, item } = embeddingPrice(input, region, id, at, diagnostics);
  return charge({
    project: input.project,
    layer: 'inference',
    feature: 'embeddings',
    owner,
    component: 'embedding tokens',
    ...(item === undefined ? {} : { item }),
    region,
    unit: 'tokens',
    factors: [tokens],
    price,
    at,
  });
}

function embeddingPrice(
  input: FeatureInput<Embedding>,
  region: Workload['region'],
  id: string | Unknown,
  at: SourceLocation,
  diagnostics: Diagnostic[],
): { readonly price: PriceAnswer; readonly item?: string } {
  if (isUnknown(id)) {
    const hint = 'embedding: { model: amazon.titan-embed-text-v2:0 }';
    return { price: { found: false, why: id.why, hint } };
  }
  const answer = input.models.resolve(id);
  if (answer.kind !== 'model') {
    diagnostics.push({ code: 'model-unknown', severity: 'warning', message: answer.why, at });
    return { price: { found: false, why: answer.why } };
  }
  const { model, scope } = answer;
  return { price: input.prices.price({ subject: model.key, dimension: 'input', region, scope }), item: model.name };
}

function missingModel(at: SourceLocation): Unknown {
  return { kind: 'unknown', why: 'the embedding model is not stated', at };
}

function missingTokens(): MissingFactor {
  return {
    name: 'tokens',
    missing: 'how many tokens are embedded is not stated',
    hint: 'knowledge_base: { embedding: { tokens: 600M per month } }',
  };
}
