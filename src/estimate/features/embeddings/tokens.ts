import type { Charge, Factor, MissingFactor } from '../../../model/charge.ts';
import { factorFrom, requestsOf } from '../../../model/factors.ts';
import type { FeatureInput } from '../../../model/feature.ts';
import { INGESTION, resyncFactors } from '../../../model/ingestion.ts';
import type { Ingestion } from '../../../model/ingestions.ts';
import { addressInYaml, resourceLine, statedFactor } from '../../../model/resource-usage.ts';
import type { Section, Workload } from '../../../model/workload.ts';
import { overlapFactor } from './chunking.ts';
import type { EmbeddingFacts } from './facts.ts';

/** The tokens of one kind that a knowledge base embeds. */
export interface Tokens {
  readonly component: string;
  readonly period?: Charge['period'];
  readonly factors: readonly (Factor | MissingFactor)[];
}

/** Every question is embedded once, with its own tokens only: not with those of the whole prompt. */
export function askedTokens(
  input: FeatureInput<EmbeddingFacts>,
  workload: Workload,
  stated: Section | undefined,
): readonly Tokens[] {
  const component = 'question embedding tokens';
  const factors = [
    requestsOf(workload),
    questionsPerRequest(input, workload, stated),
    ...questionTokens(input, workload, stated),
  ];
  const silent = factors.some((factor) => 'missing' in factor) && !workload.sections.has(INGESTION);
  // One line for all that is missing where nothing is known of either kind.
  return silent ? [] : [{ component, factors }];
}

function questionsPerRequest(
  input: FeatureInput<EmbeddingFacts>,
  workload: Workload,
  stated: Section | undefined,
): Factor | MissingFactor {
  const name = 'questions per request';
  return (
    statedFactor(stated, 'questions_per_request', name, input.month) ??
    factorFrom('assumed', name, 1, workload.at)
  );
}

function questionTokens(
  input: FeatureInput<EmbeddingFacts>,
  workload: Workload,
  stated: Section | undefined,
): readonly (Factor | MissingFactor)[] {
  const stating = statedFactor(stated, 'question_tokens', 'question tokens', input.month);
  if (stating !== undefined) return [stating];
  const parts = workload.calls.flatMap((call) => call.prompt ?? []);
  const question = parts.find((part) => part.name === 'question');
  if (question !== undefined) return question.factors;
  const missing = 'how many tokens a question has is not stated';
  const hint = 'knowledge_base: { embedding: { question_tokens: 100 } }';
  return [{ name: 'question tokens', missing, hint }];
}

/** Documents that nobody states, in the words of what else is known. */
export function unstatedDocuments(hasQuestions: boolean): Tokens {
  const hint = hasQuestions
    ? 'knowledge_base: { ingestion: { corpus: 20M, resync_share: 10% } }'
    : 'knowledge_base: { embedding: { tokens: 600M per month } }';
  const missing = `how many tokens ${hasQuestions ? 'of documents ' : ''}are embedded is not stated`;
  const component = hasQuestions ? 'document embedding tokens' : 'embedding tokens';
  return { component, factors: [{ name: 'tokens', missing, hint }] };
}

/** The corpus once, when it is first taken in, and every month what a sync takes in again. */
export function documentTokens(
  input: FeatureInput<EmbeddingFacts>,
  ingestion: Ingestion<EmbeddingFacts>,
): readonly Tokens[] {
  const corpus = statedFactor(ingestion.stated, 'corpus', 'corpus tokens', input.month) ?? {
    name: 'corpus tokens',
    missing: 'how many tokens the documents have is not stated',
    hint: ingestion.line('corpus: 20M'),
  };
  const { undivided } = ingestion;
  const once = [...(undivided === undefined ? [] : [undivided]), corpus, overlapFactor(ingestion)];
  return [
    { component: 'document embedding tokens, first ingestion', period: 'one-time', factors: once },
    { component: 'document embedding tokens', factors: [...once, ...resyncFactors(ingestion, input.month)] },
  ];
}

export function unstatedTokens(address: string): Tokens {
  const missing = 'how many tokens are embedded is not stated';
  const hint = `knowledge_base: { address: ${addressInYaml(address)}, embedding: { tokens: 600M per month } }  # in the workload that asks it`;
  return { component: 'embedding tokens', factors: [{ name: 'tokens', missing, hint }] };
}

export function unstatedQuestions(address: string): Tokens {
  const missing = 'how many questions it is asked is not stated';
  const hint = `knowledge_base: { address: ${addressInYaml(address)}, embedding: { question_tokens: 100 } }  # in the workload that asks it`;
  return { component: 'question embedding tokens', factors: [{ name: 'tokens', missing, hint }] };
}

/** A data source whose own documents nobody states, though those of another one of its base are stated. */
export function unstatedCorpus(address: string): Tokens {
  const missing = 'how many tokens its documents have is not stated';
  const hint = resourceLine(address, 'corpus: 20M, resync_share: 10%');
  return { component: 'document embedding tokens', factors: [{ name: 'corpus tokens', missing, hint }] };
}
