/** What a knowledge base takes in: two features price it, by the token that is embedded and by the page that is parsed. */
import { z } from 'zod';
import type { Factor, MissingFactor } from './charge.ts';
import type { Diagnostic } from './diagnostic.ts';
import { amount, modelId, oneOf, rate, section, share } from './fields.ts';
import type { Month } from './month.ts';
import type { Resource } from './resource.ts';
import { resourceLine, statedFactor } from './resource-usage.ts';
import type { Declared, Section, Workload } from './workload.ts';

/** The section of a workload; the entry of a data source under `resources:` says the same with the same keys. */
export const INGESTION = 'knowledge_base.ingestion';

export const DATA_SOURCE_TYPES = ['aws_bedrockagent_data_source', 'AWS::Bedrock::DataSource'] as const;

/** What documents are taken in by. */
const TAKES_IN: ReadonlySet<string> = new Set([
  ...DATA_SOURCE_TYPES,
  'aws_bedrockagent_knowledge_base',
  'AWS::Bedrock::KnowledgeBase',
]);

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

/** Documents that are taken in: by a workload, or by a data source that states its usage itself. */
export interface Ingestion<Facts> {
  readonly owner: { readonly kind: 'workload' | 'resource'; readonly name: string };
  readonly region: Workload['region'];
  readonly stated: Section;
  readonly workload?: Workload;
  /** The data sources that feed it, as the feature that asks mapped them. */
  readonly sources: readonly Declared<Facts>[];
  /** The line that states a key of it, for hints. */
  readonly line: (usage: string) => string;
}

export interface Ingestions<Facts> {
  readonly list: readonly Ingestion<Facts>[];
  /** Data sources that none of them covers. */
  readonly uncovered: readonly Declared<Facts>[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Everything that is taken in. A workload that states its ingestion speaks for all data sources that it uses; usage
 * that one of them states under `resources:` beside that is not counted again, nor is what a later workload states of
 * the same. What an extra charge covers is not among them.
 */
export function ingestionsOf<Facts>(
  workloads: readonly Workload[],
  sources: readonly Declared<Facts>[],
  region: Workload['region'],
): Ingestions<Facts> {
  const list: Ingestion<Facts>[] = [];
  const diagnostics: Diagnostic[] = [];
  const covered = new Set<string>();
  const statedBy = new Map<string, string>();
  const byAddress = new Map(sources.map((source) => [source.resource.address, source]));
  for (const workload of workloads) {
    const stated = workload.sections.get(INGESTION);
    if (stated === undefined) continue;
    const addresses = new Set(workload.uses.map(({ resource }) => resource.address));
    const used = [...addresses].flatMap((address) => byAddress.get(address) ?? []);
    const taken = workload.uses.filter(({ resource }) => TAKES_IN.has(resource.type));
    const bases = taken.filter(({ resource }) => !byAddress.has(resource.address));
    if (bases.length > 0 && bases.every(({ pricedBy }) => pricedBy !== undefined)) {
      for (const { resource } of used) covered.add(resource.address);
      continue;
    }
    if (used.length > 0 && used.every(({ pricedBy }) => pricedBy !== undefined)) continue;
    const earlier = taken.map(({ resource }) => statedBy.get(resource.address));
    const [first] = earlier;
    if (first !== undefined && !earlier.includes(undefined)) {
      diagnostics.push(statedTwice(taken[0]?.resource.address ?? first, first, workload, stated));
      continue;
    }
    for (const { resource } of taken) {
      if (!statedBy.has(resource.address)) statedBy.set(resource.address, workload.name);
    }
    for (const source of used) {
      covered.add(source.resource.address);
      if (source.usage !== undefined) diagnostics.push(countedOnce(workload, source));
    }
    list.push({
      owner: { kind: 'workload', name: workload.name },
      region: workload.region,
      stated,
      workload,
      sources: used,
      line: (usage) => `knowledge_base: { ingestion: { ${usage} } }`,
    });
  }
  for (const source of sources) {
    const { resource, usage, pricedBy } = source;
    if (covered.has(resource.address) || pricedBy !== undefined || usage === undefined) continue;
    list.push({
      owner: { kind: 'resource', name: resource.address },
      region: resource.region ?? region,
      stated: usage,
      sources: [source],
      line: (more) => resourceLine(resource.address, more),
    });
  }
  const uncovered = sources.filter(
    ({ resource, usage, pricedBy }) =>
      usage === undefined && pricedBy === undefined && !covered.has(resource.address),
  );
  return { list, uncovered, diagnostics };
}

function statedTwice(address: string, first: string, workload: Workload, stated: Section): Diagnostic {
  return {
    code: 'manifest-conflict',
    severity: 'warning',
    message: `The ingestion of ${address} is stated twice; that of ${workload.name} is not counted.`,
    at: stated.at(),
    hint: `remove knowledge_base.ingestion of ${workload.name}: ${first} states it`,
  };
}

function countedOnce(workload: Workload, source: Declared): Diagnostic {
  const { address } = source.resource;
  const at = source.usage?.at();
  return {
    code: 'charge-counted-once',
    severity: 'notice',
    message: `The ingestion of ${workload.name} covers ${address}, whose own usage is not counted again.`,
    ...(at === undefined ? {} : { at }),
    hint: `remove knowledge_base.ingestion of ${workload.name}, or the entry of ${address} under resources`,
  };
}

/** What is taken in again in a month, as a share of all documents. */
export function resyncFactors(
  { stated, line }: Pick<Ingestion<unknown>, 'stated' | 'line'>,
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
