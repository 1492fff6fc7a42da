/** What must hold of every diff, whatever is changed to whatever. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare } from '../../src/compare.ts';
import { type Decimal, ZERO } from '../../src/model/decimal.ts';
import type { Cause, Diff } from '../../src/model/report.ts';
import { renderJson } from '../../src/render/json.ts';
import { treeOf } from '../unit/bind/trees.ts';

type Tree = Readonly<Record<string, string>>;

const MODELS = [
  'global.anthropic.claude-haiku-4-5-20251001-v1:0',
  'us.anthropic.claude-haiku-4-5-20251001-v1:0',
  'us.anthropic.claude-sonnet-4-6',
  'amazon.nova-pro-v1:0',
  'us.amazon.nova-2-lite-v1:0',
  'global.openai.gpt-6.1-sol',
];

const tokens = fc.integer({ min: 3000, max: 400_000 });

const call = fc.record({
  model: fc.constantFrom(...MODELS),
  input_tokens: tokens,
  output_tokens: fc.integer({ min: 0, max: 5000 }),
  tier: fc.constantFrom('standard', 'batch', 'flex', 'priority'),
  cache: fc.option(
    fc.record({
      tokens: fc.constantFrom(2500, 3000),
      hit_rate: fc.constantFrom('0%', '60%', '80%'),
      ttl: fc.constantFrom('5m', '1h'),
    }),
    { nil: undefined },
  ),
});

const workload = fc
  .record({
    calls: fc.dictionary(fc.constantFrom('plan', 'answer'), call, { minKeys: 1 }),
    requests: fc.integer({ min: 0, max: 100_000 }).map((count) => `${count} per day`),
    region: fc.constantFrom('us-east-1', 'eu-west-1'),
    retries: fc.option(fc.constantFrom('3%', '10%'), { nil: undefined }),
    guardrail: fc.option(
      fc.record({
        filters: fc.subarray(['content', 'denied-topics'], { minLength: 1 }),
        text_units_per_request: fc.integer({ min: 1, max: 4 }),
      }),
      { nil: undefined },
    ),
    environment: fc.option(fc.constantFrom('production', 'staging'), { nil: undefined }),
  })
  .map((whole) => whole as Readonly<Record<string, unknown>>);

const manifest = fc.record({
  version: fc.constant(1),
  region: fc.constant('us-east-1'),
  workloads: fc.dictionary(fc.constantFrom('chat', 'search', 'agent'), workload),
  budgets: fc.constant({ monthly: 5000 }),
});

const blocks = fc.subarray([
  'resource "aws_opensearchserverless_collection" "kb" {\n  name = "kb"\n  type = "VECTORSEARCH"\n}\n',
  'resource "aws_opensearchserverless_collection" "logs" {\n  type             = "TIMESERIES"\n  standby_replicas = "DISABLED"\n}\n',
  'resource "aws_bedrock_provisioned_model_throughput" "p" {\n  model_units         = 2\n  commitment_duration = "OneMonth"\n  model_arn           = "amazon.nova-lite-v1:0"\n}\n',
]);

const tree = fc
  .record({ root: manifest, below: fc.option(manifest, { nil: undefined }), blocks })
  .map((made): Parts => made);

interface Parts {
  readonly root: unknown;
  readonly below: unknown;
  readonly blocks: readonly string[];
}

/** JSON is YAML. */
function filesOf({ root, below, blocks: code }: Parts): Tree {
  return {
    'bedrock-cost.yml': JSON.stringify(root, undefined, 1),
    ...(below === undefined ? {} : { 'sub/bedrock-cost.yml': JSON.stringify(below, undefined, 1) }),
    'infra/main.tf': code.join('\n'),
  };
}

async function diffOf(base: Parts, head: Parts): Promise<Diff> {
  return (await compare(treeOf(filesOf(base)), treeOf(filesOf(head)))).diff;
}

/** Causes add up, of charges, owners, layers, and of what is told. */
function expectSums({ charges, layers, owners, reasons }: Diff): void {
  for (const { delta, causes } of charges)
    if (delta !== undefined) expect(sum(causes)).toBe(delta.expected.toFixed());
  for (const { delta, causes } of [...layers, ...owners]) expect(sum(causes)).toBe(delta.expected.toFixed());
  const known = charges.map(({ delta }) => ({ amount: delta?.expected ?? ZERO }));
  expect(sum(reasons)).toBe(sum(known));
}

function sum(causes: readonly { readonly amount: Decimal }[]): string {
  return causes.reduce((total, { amount }) => total.plus(amount), ZERO).toFixed();
}

describe('a diff', () => {
  test('of a tree with itself is empty', async () => {
    await fc.assert(
      fc.asyncProperty(tree, async (one) => {
        const { charges, reasons, delta, layers, owners, diagnostics } = await diffOf(one, one);
        expect(charges.filter(({ status, causes }) => status !== 'unchanged' || causes.length > 0)).toEqual(
          [],
        );
        expect([...reasons, ...diagnostics]).toEqual([]);
        expect([...layers, ...owners].flatMap(({ causes }) => causes)).toEqual([]);
        expect(delta.monthly.expected.isZero()).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  test('has causes that add up to the last digit, and mirrors the diff of the way back', async () => {
    await fc.assert(
      fc.asyncProperty(tree, tree, async (base, head) => {
        const forth = await diffOf(base, head);
        expectSums(forth);
        const back = await diffOf(head, base);
        expectSums(back);
        expect(printed(back)).toEqual(printed(mirrored(forth)));
      }),
      { numRuns: 40 },
    );
  });

  test('does not depend on the order of keys, blocks and files', async () => {
    await fc.assert(
      fc.asyncProperty(tree, tree, fc.infiniteStream(fc.nat(1000)), async (base, head, order) => {
        const shuffled = (parts: Parts): Parts => ({
          root: shuffle(parts.root, order),
          below: shuffle(parts.below, order),
          blocks: byOrder([...parts.blocks], order),
        });
        const one = await compare(treeOf(filesOf(base)), treeOf(filesOf(head)));
        const other = await compare(treeOf(filesOf(shuffled(base))), treeOf(filesOf(shuffled(head))));
        expect(printed(other.diff)).toEqual(printed(one.diff));
        expect(other.verdict.status).toBe(one.verdict.status);
        expect(totals(renderJson(other))).toEqual(totals(renderJson(one)));
      }),
      { numRuns: 40 },
    );
  });
});

function totals(json: string): unknown {
  const { base, head, delta, reasons, otherChanges } = JSON.parse(json) as Record<string, unknown>;
  return { base, head, delta, reasons, otherChanges };
}

/** All that a diff says of its charges, in an order of its own and without the places in files. */
function printed({ charges, reasons }: Pick<Diff, 'charges' | 'reasons'>): unknown {
  return {
    charges: charges
      .map(({ id, status, delta, causes }) => ({
        id,
        status,
        delta: delta?.expected.toFixed(),
        causes: causes.map(causeText).sort(),
      }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    amounts: reasons.map(({ amount }) => amount.toFixed()).sort(),
  };
}

function causeText({ kind, from, to, amount }: Cause): string {
  return [kind, from, to, amount.toFixed()].join(' ');
}

const OPPOSITE: ReadonlyMap<string, string> = new Map([
  ['added', 'removed'],
  ['removed', 'added'],
]);

function mirrored({ charges, reasons }: Diff): Pick<Diff, 'charges' | 'reasons'> {
  return {
    charges: charges.map(({ delta, status, causes, ...rest }) => ({
      ...rest,
      status: (OPPOSITE.get(status) ?? status) as typeof status,
      ...(delta === undefined
        ? {}
        : { delta: { low: delta.low.neg(), expected: delta.expected.neg(), high: delta.high.neg() } }),
      causes: causes.map(({ kind, from, to, amount }) => ({
        kind: OPPOSITE.get(kind) ?? kind,
        ...(to === undefined ? {} : { from: to }),
        ...(from === undefined ? {} : { to: from }),
        amount: amount.neg(),
      })),
    })),
    reasons: reasons.map((reason) => ({ ...reason, amount: reason.amount.neg() })),
  };
}

function byOrder<Item>(items: Item[], order: fc.Stream<number>): Item[] {
  return items
    .map((item) => [order.next().value as number, item] as const)
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item);
}

/** Keys of maps in another order; what stands in a list keeps its place. */
function shuffle(value: unknown, order: fc.Stream<number>): unknown {
  if (Array.isArray(value)) return value.map((item) => shuffle(item, order));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    byOrder(Object.entries(value), order).map(([key, item]) => [key, shuffle(item, order)]),
  );
}
