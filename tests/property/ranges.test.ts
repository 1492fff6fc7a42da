/** What must hold of every range that a report shows, and of what lines add to the totals. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare } from '../../src/compare.ts';
import { Decimal, decimal } from '../../src/model/decimal.ts';
import { renderJson } from '../../src/render/json.ts';
import type { JsonReport } from '../../src/render/report-schema.ts';
import { treeOf } from '../unit/bind/trees.ts';

type Line = JsonReport['charges'][number];
type Cost = NonNullable<Line['head']>;
const RUNS = { numRuns: 40 };
const ENDS = ['low', 'expected', 'high'] as const;

const three = (least: number, most: number, unit = '') =>
  fc
    .tuple(...ENDS.map(() => fc.integer({ min: least, max: most })))
    .map((values) => values.sort((a, b) => a - b))
    .map(([low, expected, high]) => ({
      low: `${low}${unit}`,
      expected: `${expected}${unit}`,
      high: `${high}${unit}`,
    }));
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });

/** Calls with everything that moves against the bill, or may: hits, cached tokens, long calls, blocked inputs. */
const workload = fc
  .record({
    requests: three(0, 100_000, ' per month'),
    model: fc.constantFrom(
      'global.anthropic.claude-haiku-4-5-20251001-v1:0',
      'us.anthropic.claude-sonnet-4-6',
      'global.anthropic.claude-haiku-5-5',
      'amazon.nova-pro-v1:0',
    ),
    input_tokens: three(9000, 300_000),
    output_tokens: three(0, 3000),
    cache: maybe(fc.record({ tokens: three(5000, 9000), hit_rate: three(0, 100, '%') })),
    long_context_share: maybe(three(0, 20, '%')),
    retries: maybe(three(0, 20, '%')),
    guardrail: maybe(
      fc.record({
        filters: fc.constant(['content', 'sensitive-information']),
        input_chars: three(0, 9000),
        output_chars: three(0, 9000),
        blocked_inputs: three(0, 100, '%'),
      }),
    ),
    knowledge_base: maybe(
      fc.record({
        embedding: fc.record({
          model: fc.constant('amazon.titan-embed-text-v2:0'),
          tokens: three(0, 1e9, ' per month'),
        }),
        vector_store: fc.record({
          type: fc.constant('s3-vectors'),
          vectors: three(0, 3e7),
          dimensions: fc.constant(1024),
          queries: three(0, 1e6, ' per month'),
        }),
      }),
    ),
    custom_model: maybe(
      fc.record({
        base_model: fc.constant('openai.gpt-oss-20b-1:0'),
        method: fc.constant('reinforcement'),
        training_hours: three(0, 90),
      }),
    ),
  })
  .map((made) => made as Readonly<Record<string, unknown>>);

const manifest = fc
  .dictionary(fc.constantFrom('chat', 'search', 'agent'), workload)
  .map((workloads) => JSON.stringify({ version: 1, region: 'us-east-1', workloads }));

async function reportOf(base: string, head: string): Promise<JsonReport> {
  const report = await compare(treeOf({ 'bedrock-cost.yml': base }), treeOf({ 'bedrock-cost.yml': head }));
  return JSON.parse(renderJson(report)) as JsonReport;
}

const inOrder = ({ low, expected, high }: Pick<Cost, 'low' | 'expected' | 'high'>) =>
  decimal(low).lte(expected) && decimal(expected).lte(high);

/** What a line adds to a total in one of the three states of the month. */
function partOf(cost: Cost | null, end: (typeof ENDS)[number]): Decimal {
  if (cost === null) return decimal(0);
  return decimal(end === 'expected' ? cost.expected : (cost.scenario ?? cost)[end]);
}

/** The parts of lines in the three states. */
function sumOf(lines: readonly Line[], side: 'base' | 'head'): readonly string[] {
  return ENDS.map((end) =>
    rounded(lines.reduce((sum, line) => sum.plus(partOf(line[side], end)), decimal(0))),
  );
}

const states = (total: Pick<Cost, (typeof ENDS)[number]>): readonly string[] =>
  ENDS.map((end) => rounded(decimal(total[end])));

/** To 30 decimals: a division rounds at the hundredth digit. */
function rounded(value: Decimal): string {
  return value.toDecimalPlaces(30).toFixed();
}

const ownerOf = ({ project, workload: name, resource, shared, extra }: Line | JsonReport['owners'][number]) =>
  JSON.stringify([project, name, resource, shared, extra]);

describe('ranges of a report', () => {
  test('are in order: of every line, its quantity and its factors, of workloads, layers and totals', async () => {
    await fc.assert(
      fc.asyncProperty(manifest, manifest, async (base, head) => {
        const report = await reportOf(base, head);
        const ranges = [
          ...report.charges.flatMap((line) => [
            line.base,
            line.head,
            line.quantity,
            ...line.factors.map(({ value }) => value),
          ]),
          ...[...report.layers, ...report.owners].flatMap((group) => [group.base, group.head]),
          ...[report.base, report.head].flatMap(({ monthly, oneTime }) => [monthly, oneTime]),
        ];
        expect(ranges.filter((range) => range !== null && !inOrder(range))).toEqual([]);
      }),
      RUNS,
    );
  });

  test('of lines add up, at low, expected and high, to those of workloads, layers and totals', async () => {
    await fc.assert(
      fc.asyncProperty(manifest, manifest, async (base, head) => {
        const report = await reportOf(base, head);
        for (const side of ['base', 'head'] as const) {
          const monthly = report.charges.filter(({ period }) => period === 'monthly');
          const once = report.charges.filter(({ period }) => period === 'one-time');
          expect(sumOf(monthly, side)).toEqual(states(report[side].monthly));
          expect(sumOf(once, side)).toEqual(states(report[side].oneTime));
          for (const layer of report.layers)
            expect(
              sumOf(
                monthly.filter((line) => line.layer === layer.layer),
                side,
              ),
            ).toEqual(states(layer[side]));
          for (const owner of report.owners)
            expect(
              sumOf(
                monthly.filter((line) => ownerOf(line) === ownerOf(owner)),
                side,
              ),
            ).toEqual(states(owner[side]));
        }
      }),
      RUNS,
    );
  });

  test('tell a line that runs against its total, and only such a line', async () => {
    await fc.assert(
      fc.asyncProperty(manifest, async (head) => {
        const { charges } = await reportOf('version: 1\n', head);
        for (const { head: cost } of charges) {
          if (cost?.scenario === undefined) continue;
          expect(inOrder({ ...cost, ...cost.scenario })).toBe(false);
          const parts = [cost.scenario.low, cost.expected, cost.scenario.high].map((part) => decimal(part));
          expect([Decimal.min(...parts).toFixed(), Decimal.max(...parts).toFixed()]).toEqual([
            cost.low,
            cost.high,
          ]);
        }
      }),
      RUNS,
    );
  });
});
