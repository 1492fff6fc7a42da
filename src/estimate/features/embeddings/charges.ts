import { type Charge, charge } from '../../../model/charge.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { FeatureCharges, FeatureInput } from '../../../model/feature.ts';
import { ingestionsOf } from '../../../model/ingestions.ts';
import { modelPrice } from '../../../model/model-price.ts';
import { servedByOwnUnits } from '../../../model/own-units.ts';
import { targetsAmong } from '../../../model/references.ts';
import { isUnknown, unknown } from '../../../model/value.ts';
import type { EmbeddingFacts } from './facts.ts';
import { documentTokens, type Tokens, unstatedCorpus, unstatedQuestions, unstatedTokens } from './tokens.ts';
import { monthlyWithin, wholeTokens } from './whole-tokens.ts';
import { type Embedder, workloadTokens } from './workload-tokens.ts';

const MODEL_HINT = 'embedding: { model: amazon.titan-embed-text-v2:0 }';

export function charges(input: FeatureInput<EmbeddingFacts>): FeatureCharges {
  const charges: Charge[] = [];
  const diagnostics: Diagnostic[] = [];
  const bases = input.resources.filter(({ facts }) => facts.kind !== 'data-source');
  const sources = input.resources.filter(({ facts }) => facts.kind === 'data-source');
  const ingestions = ingestionsOf(input, bases, sources);
  const whole = wholeTokens(input.workloads);
  const baseOf = targetsAmong(bases);
  const add = (embedder: Embedder, tokens: readonly Tokens[]) => {
    const made = tokenCharges(input, embedder, tokens);
    charges.push(...made.charges);
    diagnostics.push(...made.diagnostics);
  };

  diagnostics.push(...whole.diagnostics);
  const asked = new Set<string>();
  const ofWorkload = new Map(ingestions.list.map((entry) => [entry.workload, entry]));
  for (const workload of input.workloads) {
    const ingestion = ofWorkload.get(workload);
    const made = workloadTokens(input, workload, ingestion, ingestions, whole);
    if (made === undefined) continue;
    for (const { resource } of made.bases) asked.add(resource.address);
    diagnostics.push(...made.diagnostics);
    const { model } = made.embedder;
    if (!isUnknown(model) && servedByOwnUnits(input, workload, model)) continue;
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
    const counted = monthlyWithin(whole, ingestion, documentTokens(input, ingestion));
    diagnostics.push(...counted.diagnostics);
    add({ owner, region, model, at: stated.at() }, counted.tokens);
  }

  for (const { resource, facts } of ingestions.uncovered) {
    const [base] = baseOf(facts.feeds, resource);
    if (base === undefined || base.facts.kind !== 'knowledge-base' || !fed.has(base.resource.address))
      continue;
    if (whole.of(resource.address) !== undefined) continue;
    const model = base.facts.model ?? unknown('the embedding model is not stated', { at: base.resource.at });
    const owner = { kind: 'resource', name: resource.address } as const;
    const region = resource.region ?? input.region;
    add({ owner, region, model, at: resource.at }, [unstatedCorpus(resource.address)]);
  }

  for (const { resource, facts, pricedBy } of bases) {
    if (facts.kind === 'without-embedding' || asked.has(resource.address) || pricedBy !== undefined) continue;
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
