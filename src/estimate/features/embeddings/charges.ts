import { type Charge, charge } from '../../../model/charge.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { FeatureCharges, FeatureInput } from '../../../model/feature.ts';
import { INGESTION, type Ingestion, ingestionsOf } from '../../../model/ingestion.ts';
import { modelPrice } from '../../../model/model-price.ts';
import { targetsAmong } from '../../../model/references.ts';
import { statedFactor } from '../../../model/resource-usage.ts';
import type { SourceLocation } from '../../../model/source-location.ts';
import { type Unknown, unknown } from '../../../model/value.ts';
import type { Declared, Section, Workload } from '../../../model/workload.ts';
import type { EmbeddingFacts } from './facts.ts';
import {
  askedTokens,
  documentTokens,
  type Tokens,
  takenInTokens,
  unstatedQuestions,
  unstatedTokens,
} from './tokens.ts';

const EMBEDDING = 'knowledge_base.embedding';
const MODEL_HINT = 'embedding: { model: amazon.titan-embed-text-v2:0 }';

/** What embeds: a workload's knowledge base, or a data source with usage of its own. */
interface Embedder {
  readonly owner: Charge['owner'];
  readonly region: Workload['region'];
  readonly model: string | Unknown;
  readonly at: SourceLocation;
}

export function charges(input: FeatureInput<EmbeddingFacts>): FeatureCharges {
  const charges: Charge[] = [];
  const diagnostics: Diagnostic[] = [];
  const bases = input.resources.filter(({ facts }) => facts.kind !== 'data-source');
  const sources = input.resources.filter(({ facts }) => facts.kind === 'data-source');
  const ingestions = ingestionsOf(input.workloads, sources, input.region);
  const baseOf = targetsAmong(bases);
  const add = (embedder: Embedder, tokens: readonly Tokens[]) => {
    const made = tokenCharges(input, embedder, tokens);
    charges.push(...made.charges);
    diagnostics.push(...made.diagnostics);
  };

  const priced = new Set<string>();
  const ofWorkload = new Map(ingestions.list.map((entry) => [entry.workload, entry]));
  for (const workload of input.workloads) {
    const base = workload.uses.find((use): use is Declared<EmbeddingFacts> => use.role === 'embedding');
    const ingestion = ofWorkload.get(workload);
    const made = workloadTokens(input, workload, base, ingestion, diagnostics);
    if (made === undefined) continue;
    if (base !== undefined) priced.add(base.resource.address);
    add(made.embedder, made.tokens);
  }

  const fed = new Set<string>();
  for (const ingestion of ingestions.list) {
    const [source] = ingestion.sources;
    if (ingestion.workload !== undefined || source === undefined) continue;
    const [base] = baseOf(source.facts.feeds, source.resource);
    if (base !== undefined) fed.add(base.resource.address);
    if (base?.facts.kind === 'without-embedding') continue;
    const model =
      base?.facts.model ?? unknown(`the knowledge base of ${source.resource.address} is declared elsewhere`);
    const { owner, region, stated } = ingestion;
    add({ owner, region, model, at: stated.at() }, documentTokens(input, ingestion));
  }

  for (const { resource, facts, pricedBy } of bases) {
    if (facts.kind === 'without-embedding' || priced.has(resource.address) || pricedBy !== undefined)
      continue;
    const model = facts.model ?? unknown('the embedding model is not stated', { at: resource.at });
    const owner = { kind: 'resource', name: resource.address } as const;
    const region = resource.region ?? input.region;
    const tokens = fed.has(resource.address)
      ? unstatedQuestions(resource.address)
      : unstatedTokens(resource.address);
    add({ owner, region, model, at: resource.at }, [tokens]);
  }
  return { charges, diagnostics };
}

/** What a workload embeds; undefined where it says nothing of embedding, or embeds nothing at its own expense. */
function workloadTokens(
  input: FeatureInput<EmbeddingFacts>,
  workload: Workload,
  base: Declared<EmbeddingFacts> | undefined,
  ingestion: Ingestion<EmbeddingFacts> | undefined,
  diagnostics: Diagnostic[],
): { readonly embedder: Embedder; readonly tokens: readonly Tokens[] } | undefined {
  const stated = workload.sections.get(EMBEDDING);
  const at = stated?.at() ?? workload.sections.get(INGESTION)?.at();
  if (at === undefined || base?.pricedBy !== undefined) return undefined;
  if (stated === undefined && base === undefined && embedsNothing(workload)) return undefined;
  const content = stated?.content as { readonly model?: string } | undefined;
  const model = content?.model ?? base?.facts.model ?? unknown('the embedding model is not stated', { at });
  const embedder = {
    owner: { kind: 'workload', name: workload.name },
    region: workload.region,
    model,
    at,
  } as const;
  const all = statedFactor(stated, 'tokens', 'tokens', input.month);
  if (stated === undefined || all === undefined) {
    return {
      embedder,
      tokens: [...askedTokens(input, workload, stated), ...takenInTokens(input, workload, stated, ingestion)],
    };
  }
  const first =
    ingestion === undefined
      ? []
      : documentTokens(input, ingestion).filter(({ period }) => period === 'one-time');
  if (ingestion !== undefined) diagnostics.push(coveredTokens(workload, stated));
  return { embedder, tokens: [{ component: 'embedding tokens', factors: [all] }, ...first] };
}

function embedsNothing(workload: Workload): boolean {
  return (
    workload.uses.some((use) => use.role === 'without-embedding') ||
    workload.sections.has('knowledge_base.managed')
  );
}

function coveredTokens(workload: Workload, stated: Section): Diagnostic {
  return {
    code: 'charge-counted-once',
    severity: 'notice',
    message: `The embedding tokens of ${workload.name} are stated as a whole, so what its ingestion embeds again each month is not added to them.`,
    at: stated.at('tokens'),
    hint: 'knowledge_base: { embedding: { question_tokens: 100 } }  # in place of tokens, to price both by themselves',
  };
}

function tokenCharges(
  input: FeatureInput<EmbeddingFacts>,
  embedder: Embedder,
  tokens: readonly Tokens[],
): FeatureCharges {
  const { owner, region, model, at } = embedder;
  const { price, item, diagnostics } = modelPrice(input, model, 'input', region, at, MODEL_HINT);
  const charges = tokens.map((kind) =>
    charge({
      project: input.project,
      layer: 'inference',
      feature: 'embeddings',
      owner,
      ...kind,
      ...(item === undefined ? {} : { item }),
      region,
      unit: 'tokens',
      price,
      at,
    }),
  );
  return { charges, diagnostics: tokens.length === 0 ? [] : diagnostics };
}
