import type { Charge } from '../../../model/charge.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { FeatureInput } from '../../../model/feature.ts';
import { INGESTION } from '../../../model/ingestion.ts';
import { type Ingestion, type Ingestions, takenInBy } from '../../../model/ingestions.ts';
import { statedFactor } from '../../../model/resource-usage.ts';
import type { SourceLocation } from '../../../model/source-location.ts';
import { type Unknown, unknown } from '../../../model/value.ts';
import type { Declared, Workload } from '../../../model/workload.ts';
import type { EmbeddingFacts } from './facts.ts';
import { askedTokens, documentTokens, type Tokens, unstatedDocuments } from './tokens.ts';
import { coveredTokens, EMBEDDING, monthlyWithin, type WholeTokens } from './whole-tokens.ts';

/** What embeds: a workload's knowledge base, or a data source with usage of its own. */
export interface Embedder {
  readonly owner: Charge['owner'];
  readonly region: Workload['region'];
  readonly model: string | Unknown;
  readonly at: SourceLocation;
}

export interface WorkloadTokens {
  readonly embedder: Embedder;
  readonly tokens: readonly Tokens[];
  /** The knowledge bases that it asks. */
  readonly bases: readonly Declared<EmbeddingFacts>[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What a workload embeds; undefined where it says nothing of embedding, or embeds nothing at its own expense. */
export function workloadTokens(
  input: FeatureInput<EmbeddingFacts>,
  workload: Workload,
  ingestion: Ingestion<EmbeddingFacts> | undefined,
  ingestions: Ingestions<EmbeddingFacts>,
  whole: WholeTokens,
): WorkloadTokens | undefined {
  const stated = workload.sections.get(EMBEDDING);
  const at = stated?.at() ?? workload.sections.get(INGESTION)?.at();
  const all = workload.uses.filter((use): use is Declared<EmbeddingFacts> => use.role === 'embedding');
  const bases = all.filter(({ pricedBy }) => pricedBy === undefined);
  if (at === undefined || (all.length > 0 && bases.length === 0)) return undefined;
  if (stated === undefined && bases.length === 0 && embedsNothing(workload)) return undefined;
  const content = stated?.content as { readonly model?: string } | undefined;
  const model = content?.model ?? modelOf(bases) ?? unknown('the embedding model is not stated', { at });
  const owner = { kind: 'workload', name: workload.name } as const;
  const made = { embedder: { owner, region: workload.region, model, at }, bases };
  const tokens = statedFactor(stated, 'tokens', 'tokens', input.month);
  if (stated !== undefined && tokens !== undefined) {
    const first = ingestion === undefined ? [] : documentTokens(input, ingestion);
    return {
      ...made,
      tokens: [
        { component: 'embedding tokens', factors: [tokens] },
        ...first.filter(({ period }) => period === 'one-time'),
      ],
      diagnostics: ingestion === undefined ? [] : [coveredTokens(workload, stated, workload.name)],
    };
  }
  const asked = askedTokens(input, workload, stated);
  if (ingestion !== undefined) {
    const counted = monthlyWithin(whole, ingestion, documentTokens(input, ingestion));
    return { ...made, tokens: [...asked, ...counted.tokens], diagnostics: counted.diagnostics };
  }
  const documents = isSaidElsewhere(workload, ingestions, whole) ? [] : [unstatedDocuments(asked.length > 0)];
  return { ...made, tokens: [...asked, ...documents], diagnostics: [] };
}

/** The model of all of them; of several, none can be told to embed everything. */
function modelOf(bases: readonly Declared<EmbeddingFacts>[]): string | Unknown | undefined {
  const [first, ...others] = new Set(bases.map(({ facts }) => facts.model));
  return others.length === 0 ? first : unknown('its knowledge bases embed with different models');
}

function embedsNothing(workload: Workload): boolean {
  return (
    workload.uses.some((use) => use.role === 'without-embedding') ||
    workload.sections.has('knowledge_base.managed')
  );
}

/** Whether its documents are counted elsewhere: by another workload, by data sources, or by an extra charge. */
function isSaidElsewhere(
  workload: Workload,
  { spokenFor }: Ingestions<EmbeddingFacts>,
  whole: WholeTokens,
): boolean {
  // Its own statement is that of another one, or an extra charge covers it.
  if (workload.sections.has(INGESTION)) return true;
  const said = (address: string) => spokenFor.has(address) || whole.of(address) !== undefined;
  const taken = [...takenInBy(workload)];
  if (taken.length > 0 && taken.every(said)) return true;
  return workload.uses.some((use) => use.role === 'chunking' && use.usage !== undefined);
}
