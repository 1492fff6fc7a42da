/** What holds for every quantity that the schema of a manifest knows. What does not has its reason here. */
import { describe, expect, test } from 'vitest';
import { sideOf } from '../../../src/diff/totals.ts';
import { addRanges, isOrdered, ordered, type Range, SCENARIOS } from '../../../src/model/range.ts';
import { estimated, numbers } from './estimating.ts';
import {
  type Json,
  type Quantity,
  quantitiesOf,
  sections,
  tree,
  written,
  writtenRange,
} from './schema-quantities.ts';
import { POINTS } from './schema-quantities-table.ts';

/** By the whole name of a quantity, or by its key in every section. */
type Reasons = Readonly<Record<string, string>>;

/** More of it lowers the bill. */
const LOWERS: Reasons = {
  hit_rate: 'a token read from the cache costs less than one that is not cached',
  'cache: tokens': 'half of them are read from the cache',
  'calls: a.cache.tokens': 'half of them are read from the cache',
  blocked_inputs: 'a request whose input is blocked has no model call and no answer to evaluate',
  vectors_per_put: 'several vectors share the least that a PUT is billed as',
  indexes: 'a query reads the vectors of one index',
};

/** It changes no total: the book has no price, so it stands as not priced. */
const UNPRICED: Reasons = {
  training_tokens: 'no training price in the book',
  epochs: 'no training price in the book',
  audio_minutes: 'no price in the book',
  custom_audio_minutes: 'no price in the book',
  video_minutes: 'no price in the book',
  custom_video_minutes: 'no price in the book',
  'data_automation: images': 'no price of standard images in the book',
  'resources AWS::Bedrock::DataAutomationProject: images': 'no price of standard images in the book',
  'video: input_seconds': 'the model that makes video looks at none',
  'knowledge_base.vector_store opensearch-domain: instances': 'no prices in the book',
  'knowledge_base.vector_store opensearch-domain: volume': 'no prices in the book',
  'knowledge_base.vector_store neptune-analytics: memory': 'the price is not settled',
  'knowledge_base.vector_store neptune-analytics: replicas': 'the price is not settled',
  'resources aws_nat_gateway: data': 'no prices in the book',
  'agentcore.policy: input_tokens': 'the price is not settled',
  'agentcore.evaluations: input_tokens': 'the price is not settled',
  'agentcore.evaluations: output_tokens': 'the price is not settled',
  'agentcore.evaluations: custom': 'the price is not settled',
  'resources aws_bedrockagentcore_policy_engine: input_tokens': 'the price is not settled',
  'resources aws_bedrockagentcore_online_evaluation_config: input_tokens': 'the price is not settled',
  'resources aws_bedrockagentcore_online_evaluation_config: output_tokens': 'the price is not settled',
  'resources aws_bedrockagentcore_online_evaluation_config: custom': 'the price is not settled',
};

/** Twice of it is not twice the charge. */
const NOT_LINEAR: Reasons = {
  'history.turns': 'each turn sends all earlier ones along',
  'guardrail: input_chars': 'every text is rounded up to a text unit',
  'guardrail: output_chars': 'every text is rounded up to a text unit',
  'guardrail: grounding_source_chars': 'every text is rounded up to a text unit',
  'guardrail_checks: chars': 'every text is rounded up to a text unit',
  chunk_overlap: 'a corpus is embedded 1 / (1 - overlap) times',
  ocus: 'a floor of two, and capacity above it',
  'knowledge_base.vector_store aurora: acus': 'a floor, and capacity above it',
  'knowledge_base.vector_store aurora: min_acus': 'a floor of the average that is stated',
  'knowledge_base.vector_store aurora: instances': 'a floor of the average that is stated',
  'data_transfer: internet_out': '100 GB are free',
  'a.fields': '30 fields are in the price of a page',
  'custom_model_import: minutes_per_burst': 'windows of five minutes',
  'resources aws_cloudwatch_log_delivery_source: delivered': 'the price falls at 10 TB',
  'knowledge_base.vector_store s3-vectors: vectors':
    'the price of what a query reads falls at 100,000 vectors',
  'resources aws_s3vectors_index: vectors': 'the price of what a query reads falls at 100,000 vectors',
  'knowledge_base.rerank: chunks_per_query': 'a query ranks up to 100 chunks',
  active_seconds: 'a second at the least',
  session_seconds: 'a second at the least',
  'agentcore.runtime: memory': '128 MB at the least',
  'agentcore.browser: memory': '128 MB at the least',
  'agentcore.code_interpreter: memory': '128 MB at the least',
  'resources aws_bedrockagentcore_agent_runtime: memory': '128 MB at the least',
  'resources aws_bedrockagentcore_browser: memory': '128 MB at the least',
  'resources aws_bedrockagentcore_code_interpreter: memory': '128 MB at the least',
};

/** Not tried here. */
const ELSEWHERE: Reasons = {
  'prompt_routing: split.a': 'shares of one split make 100% together (inference-features)',
};

const PLAIN_POINTS = [0, 1, 10, 20, 1000];
const SHARE_POINTS = [0, 0.25, 0.5, 0.75];

function reasonIn(reasons: Reasons, { name, path }: Quantity): string | undefined {
  return reasons[name] ?? reasons[path.slice(-2).join('.')] ?? reasons[path.at(-1) ?? ''];
}

interface Outcome {
  readonly total: Range;
  readonly errors: readonly string[];
  /** Everything that a person is told. */
  readonly told: string;
}

async function outcome(quantity: Quantity, value: Json): Promise<Outcome> {
  const { manifest, files } = tree(quantity, value);
  const { charges, diagnostics } = await estimated(manifest, { files });
  const { monthly, oneTime } = sideOf('head', charges);
  return {
    total: addRanges(monthly, oneTime),
    errors: diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message),
    told: JSON.stringify([
      charges.map(({ component, factors, cost }) => [component, factors.map((factor) => factor.value), cost]),
      diagnostics.map(({ message }) => message),
    ]),
  };
}

function pointsOf(quantity: Quantity): readonly number[] {
  const { name, kind, least } = quantity;
  return POINTS[name] ?? (kind === 'share' ? SHARE_POINTS : PLAIN_POINTS.filter((point) => point >= least));
}

const ALL = sections().flatMap(quantitiesOf);

describe('every quantity of the schema', () => {
  test.each(ALL.filter((quantity) => reasonIn(ELSEWHERE, quantity) === undefined))(
    '$name',
    async (quantity) => {
      const points = pointsOf(quantity);
      const made = new Map<number, Outcome>();
      for (const point of points) made.set(point, await outcome(quantity, written(quantity, point)));
      const at = (point: number) => made.get(point) as Outcome;
      const outcomes = points.map(at);
      expect(outcomes.flatMap(({ errors }) => errors)).toEqual([]);

      // More of it never costs less.
      const falls = outcomes
        .slice(1)
        .some(({ total }, index) =>
          SCENARIOS.some((scenario) => total[scenario].lt(outcomes[index]?.total[scenario] ?? 0)),
        );
      expect({ falls }).toEqual({ falls: reasonIn(LOWERS, quantity) !== undefined });

      // What is stated is not passed over in silence.
      expect(outcomes.at(-1)?.told).not.toBe(outcomes[0]?.told);
      const moves = new Set(outcomes.map(({ total }) => numbers(total))).size > 1;
      expect({ moves }).toEqual({ moves: reasonIn(UNPRICED, quantity) === undefined });

      // Twice of it is twice its charge.
      const [none = 0] = points;
      const once = points.slice(1).find((point) => points.includes(2 * point - none));
      if (once !== undefined) {
        const added = (point: number) => at(point).total.expected.minus(at(none).total.expected);
        const isLinear = added(once)
          .times(2)
          .minus(added(2 * once - none))
          .abs()
          .lt('1e-20');
        expect({ isLinear }).toEqual({ isLinear: reasonIn(NOT_LINEAR, quantity) === undefined });
      }

      // A range is what its ends and its middle are.
      if (quantity.kind === 'integer') return;
      const [low = 0, high = 0] = points.slice(1);
      const range = await outcome(quantity, writtenRange(quantity, low, high));
      const middle = await outcome(quantity, written(quantity, (low + high) / 2));
      const single = { low: at(low), expected: middle, high: at(high) };
      const expected = ordered({
        low: single.low.total.expected,
        expected: single.expected.total.expected,
        high: single.high.total.expected,
      });
      expect(isOrdered(range.total)).toBe(true);
      expect(numbers(range.total)).toBe(numbers(expected));
    },
  );
});

test('no reason is left for a quantity that is gone', () => {
  const named = [LOWERS, UNPRICED, NOT_LINEAR, ELSEWHERE, POINTS].flatMap((reasons) => Object.keys(reasons));
  const known = new Set(ALL.flatMap(({ name, path }) => [name, path.slice(-2).join('.'), path.at(-1)]));
  expect(named.filter((name) => !known.has(name))).toEqual([]);
});
