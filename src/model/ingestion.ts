/** What a knowledge base takes in: two features price it, by the token that is embedded and by the page that is parsed. */
import { z } from 'zod';
import type { Factor, MissingFactor } from './charge.ts';
import { amount, modelId, oneOf, rate, section, share } from './fields.ts';
import type { Month } from './month.ts';
import type { Resource } from './resource.ts';
import { statedFactor } from './resource-usage.ts';
import type { Section } from './workload.ts';

/** The section of a workload; the entry of a data source under `resources:` says the same with the same keys. */
export const INGESTION = 'knowledge_base.ingestion';

export const DATA_SOURCE_TYPES = ['aws_bedrockagent_data_source', 'AWS::Bedrock::DataSource'] as const;

const PARSING_STRATEGIES = ['default', 'foundation-model', 'data-automation'] as const;

export function ingestionSchema() {
  const ofAPage = section({
    strategy: z.optional(
      oneOf(PARSING_STRATEGIES).describe('How pages are read. That of the data source where absent.'),
    ),
    model: z.optional(modelId().describe('The model that reads them. That of the data source where absent.')),
    input_tokens: z.optional(amount('tokens').describe('Input tokens of the model for one page.')),
    output_tokens: z.optional(amount('tokens').describe('Output tokens of the model for one page.')),
  });
  const ofTheCorpus = section({
    model: z.optional(modelId()),
    input_tokens: z.optional(amount('tokens').describe('Input tokens for the chunks of the whole corpus.')),
    output_tokens: z.optional(amount('tokens').describe('Output tokens for the chunks of the whole corpus.')),
  });
  return section({
    corpus: z.optional(amount('tokens').describe('Tokens of all documents.')),
    pages: z.optional(
      amount('pages').describe('Pages of all documents, for parsing that is billed by them.'),
    ),
    resync_share: z.optional(
      share().describe('Share of the corpus that one sync takes in again, since it has changed.'),
    ),
    syncs: z.optional(rate('syncs').describe('How often that happens. Once a month where absent.')),
    chunk_overlap: z.optional(
      share().describe(
        'Share of a chunk that the one before it has too. That of the data source where absent.',
      ),
    ),
    parsing: z.optional(ofAPage.describe('How pages are read before they are embedded.')),
    enrichment: z.optional(ofTheCorpus.describe('A model that enriches the context of every chunk.')),
  });
}

/** What is taken in again in a month, as a share of all documents. */
export function resyncFactors(
  { stated, line }: { readonly stated: Section; readonly line: (usage: string) => string },
  month: Month,
): readonly (Factor | MissingFactor)[] {
  const name = 'resync share';
  const share = statedFactor(stated, 'resync_share', name, month) ?? {
    name,
    missing: 'how much of the corpus a sync takes in again is not stated',
    hint: line('resync_share: 10%'),
  };
  const syncs = statedFactor(stated, 'syncs', 'syncs', month);
  return syncs === undefined ? [share] : [share, syncs];
}

/** The vector ingestion settings of a data source stand below this attribute. */
export function ingestionSettings(resource: Resource): string {
  return resource.vocabulary === 'terraform'
    ? 'vector_ingestion_configuration'
    : 'VectorIngestionConfiguration';
}
