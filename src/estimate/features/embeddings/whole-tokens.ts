/** Embedding tokens that a workload states as a whole: what its knowledge bases embed each month is among them. */
import type { Diagnostic } from '../../../model/diagnostic.ts';
import { type Ingestion, takenInBy } from '../../../model/ingestions.ts';
import { statedUsage } from '../../../model/resource-usage.ts';
import type { Section, Workload } from '../../../model/workload.ts';
import type { EmbeddingFacts } from './facts.ts';
import type { Tokens } from './tokens.ts';

export const EMBEDDING = 'knowledge_base.embedding';

interface Whole {
  readonly workload: Workload;
  readonly stated: Section;
}

export interface WholeTokens {
  /** The first workload that states all tokens of a knowledge base or a data source. */
  of(address: string): Whole | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

export function wholeTokens(workloads: readonly Workload[]): WholeTokens {
  const found = new Map<string, Whole>();
  const diagnostics: Diagnostic[] = [];
  for (const workload of workloads) {
    const stated = workload.sections.get(EMBEDDING);
    if (stated === undefined || statedUsage(stated, 'tokens') === undefined) continue;
    const taken = [...takenInBy(workload)];
    const shared = taken.find((address) => found.has(address));
    const earlier = shared === undefined ? undefined : found.get(shared);
    if (shared !== undefined && earlier !== undefined) {
      diagnostics.push(bothStated(shared, earlier.workload, workload, stated));
    }
    for (const address of taken) {
      if (!found.has(address)) found.set(address, { workload, stated });
    }
  }
  return { of: (address) => found.get(address), diagnostics };
}

/**
 * The tokens of an ingestion less those of every month, where they are among tokens that are stated as a whole. The
 * first ingestion is not: it is a cost of its own, once. Where that holds for a part of the documents only, how many
 * tokens are left is not known.
 */
export function monthlyWithin(
  whole: WholeTokens,
  { about, owner }: Ingestion<EmbeddingFacts>,
  tokens: readonly Tokens[],
): { readonly tokens: readonly Tokens[]; readonly diagnostics: readonly Diagnostic[] } {
  const addresses = [...about];
  const [inside] = addresses.filter((address) => whole.of(address) !== undefined);
  const stating = inside === undefined ? undefined : whole.of(inside);
  if (inside === undefined || stating === undefined) return { tokens, diagnostics: [] };
  const { workload, stated } = stating;
  if (addresses.every((address) => whole.of(address) !== undefined)) {
    return {
      tokens: tokens.filter(({ period }) => period === 'one-time'),
      diagnostics: [coveredTokens(workload, stated, owner.name)],
    };
  }
  const undivided = {
    name: 'documents of its own',
    missing: `the embedding tokens of ${workload.name} are stated as a whole, with those of ${inside}, and what ${owner.name} embeds beside it is not stated`,
    hint: questionsInPlaceOf(workload),
  };
  return {
    tokens: tokens.map((kind) =>
      kind.period === 'one-time' ? kind : { ...kind, factors: [undivided, ...kind.factors] },
    ),
    diagnostics: [],
  };
}

export function coveredTokens(workload: Workload, stated: Section, owner: string): Diagnostic {
  const whose = owner === workload.name ? 'its ingestion' : owner;
  return {
    code: 'charge-counted-once',
    severity: 'warning',
    message: `The embedding tokens of ${workload.name} are stated as a whole, so what ${whose} embeds again each month is not added to them.`,
    at: stated.at('tokens'),
    hint: questionsInPlaceOf(workload),
  };
}

function bothStated(address: string, earlier: Workload, workload: Workload, stated: Section): Diagnostic {
  return {
    code: 'manifest-conflict',
    severity: 'warning',
    message: `${earlier.name} and ${workload.name} both state all embedding tokens of ${address}, with its documents; both are counted.`,
    at: stated.at('tokens'),
    hint: questionsInPlaceOf(workload),
  };
}

function questionsInPlaceOf({ name }: Workload): string {
  return `knowledge_base: { embedding: { question_tokens: 100 } }  # in ${name}, in place of tokens, so that documents are priced by themselves`;
}
