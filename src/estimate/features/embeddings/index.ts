/** Embedding tokens of a knowledge base: of the documents it takes in, and of the questions it is asked. */
import { z } from 'zod';
import type { Feature } from '../../../model/feature.ts';
import { amount, modelId, rate, section } from '../../../model/fields.ts';
import { charges } from './charges.ts';
import { type EmbeddingFacts, mapDataSource, mapKnowledgeBase } from './facts.ts';

export const embeddings: Feature<EmbeddingFacts> = {
  id: 'embeddings',
  title: 'Embeddings',
  layer: 'inference',
  workloadSections: [
    {
      key: 'knowledge_base.embedding',
      setAside: { tokens: ['question_tokens', 'questions_per_request'] },
      description:
        'The embedding model of the knowledge base and what it embeds: all tokens together, or those of a question, beside those of the documents under `ingestion`.',
      schema: () =>
        section({
          model: z.optional(modelId()),
          tokens: z.optional(rate('tokens').describe('All tokens, of documents and questions together.')),
          question_tokens: z.optional(
            amount('tokens').describe('Tokens of a question. `question` of the prompt where absent.'),
          ),
          questions_per_request: z.optional(
            amount('questions').describe('How often one request asks the knowledge base. 1 where absent.'),
          ),
        }),
    },
  ],
  mappings: {
    terraform: {
      aws_bedrockagent_knowledge_base: mapKnowledgeBase,
      aws_bedrockagent_data_source: mapDataSource,
    },
    cloudformation: {
      'AWS::Bedrock::KnowledgeBase': mapKnowledgeBase,
      'AWS::Bedrock::DataSource': mapDataSource,
    },
  },
  charges,
};
