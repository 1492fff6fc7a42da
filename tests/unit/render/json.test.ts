import { describe, expect, test } from 'vitest';
import type { Charge } from '../../../src/model/charge.ts';
import { Decimal, decimal } from '../../../src/model/decimal.ts';
import { renderEstimateJson } from '../../../src/render/estimate.ts';
import { renderJson } from '../../../src/render/json.ts';
import { estimateSchema, reportJsonSchema, reportSchema } from '../../../src/render/report-schema.ts';
import * as examples from './examples.ts';
import { budget, estimate, factor, item, price, range, report } from './reports.ts';

const parsed = (given: Parameters<typeof renderJson>[0]) => reportSchema.parse(JSON.parse(renderJson(given)));

test.each(Object.entries(examples))('%s follows the schema', (_, make) => {
  const text = renderJson(make());
  expect(() => reportSchema.parse(JSON.parse(text))).not.toThrow();
  expect(text.endsWith('}\n')).toBe(true);
  expect(renderJson(make())).toBe(text);
});

test('the keys stand in the order of the contract', () => {
  const json = parsed(examples.overBudget());
  expect(Object.keys(json)).toEqual([
    'schemaVersion',
    'base',
    'head',
    'delta',
    'layers',
    'owners',
    'reasons',
    'otherChanges',
    'charges',
    'unpriced',
    'modelChanges',
    'diagnostics',
    'verdict',
    'advice',
    'sensitivity',
    'coverage',
    'prices',
    'month',
    'regions',
    'projects',
  ]);
});

test('amounts are text, unrounded, with ASCII signs', () => {
  const third = item({ owner: 'a', component: 'x', factors: [], price: price('1', 3, 'requests') });
  const json = parsed(report({ base: [third] }));
  const exact = decimal(1).div(3).toFixed();
  expect(exact.length).toBeGreaterThan(60);
  expect(json.base.monthly.expected).toBe(exact);
  expect(json.delta.monthly.expected).toBe(`-${exact}`);
  expect(json.head.monthly.expected).toBe('0');
  expect(json.delta.percent).toBe('-100');
});

test('without a base there is no percentage', () => {
  expect(parsed(examples.adoption()).delta.percent).toBeNull();
});

describe('a charge', () => {
  const json = parsed(examples.overBudget());
  const charge = json.charges.find(({ id }) => id === './workload/support-agent/inference/input tokens');

  test('says what it is, what it costs and where that is from', () => {
    expect(charge).toMatchObject({
      project: '.',
      layer: 'inference',
      workload: 'support-agent',
      feature: 'inference',
      component: 'input tokens',
      region: 'us-east-1',
      quantity: { low: '2700000000', expected: '2700000000', high: '2700000000' },
      unit: 'tokens',
      unitPrice: '0.0000033',
      priceSource: 'AWS price list, AmazonBedrockFoundationModels',
      priceAsOf: '2026-10-08',
      base: { expected: '1485' },
      head: { expected: '8910' },
      delta: { expected: '7425' },
      status: 'changed',
    });
  });

  test('has exactly one owner', () => {
    for (const { workload, resource, shared, extra } of json.charges) {
      expect([workload, resource, shared, extra].filter((owner) => owner !== undefined)).toHaveLength(1);
    }
  });

  test('without a price is null, never zero, and is listed', () => {
    const open = json.charges.filter(({ head, status }) => head === null && status === 'added');
    expect(open.map(({ id }) => id)).toEqual(json.unpriced.map(({ id }) => id));
    expect(
      open.every(({ base, delta, quantity }) => base === null && delta === null && quantity === null),
    ).toBe(true);
    expect(json.unpriced[0]).toEqual({
      id: './resource/aws_opensearchserverless_collection.kb/opensearch-serverless/storage',
      why: 'how much it stores is not stated',
      hint: 'resources: { aws_opensearchserverless_collection.kb: { storage: 10 GB } }',
      at: { file: 'infra/agents/support.tf', line: 41 },
    });
  });
});

test('a line that runs against the total keeps its part of it beside its range', () => {
  const hits = factor('hit rate', range(0.9, 0.75, 0.6));
  const reads = item({ owner: 'a', component: 'x', factors: [hits], price: price('100', 1, 'tokens') });
  const [line] = parsed(report({ head: [reads] })).charges;
  const scenario = { low: '90', high: '60' };
  expect(line?.head).toEqual({ low: '60', expected: '75', high: '90', scenario });
  expect(line?.factors[0]?.value).toMatchObject({ low: '0.6', scenario: { low: '0.9', high: '0.6' } });
  expect(line?.quantity).toMatchObject({ low: '0.6', high: '0.9' });
  const steady = item({ owner: 'a', component: 'x', price: price('1', 1, 'tokens') });
  expect(parsed(report({ head: [steady] })).charges[0]?.head).toEqual({
    low: '1000',
    expected: '1000',
    high: '1000',
  });
});

test('the monthly charges add up to the total', () => {
  for (const make of Object.values(examples)) {
    const json = parsed(make());
    const sum = json.charges
      .filter(({ period }) => period === 'monthly')
      .reduce((total, { head }) => total.plus(head?.expected ?? 0), decimal(0));
    expect(sum.toFixed()).toBe(json.head.monthly.expected);
  }
});

test.each([
  ['workload', 'a', { workload: 'a' }],
  ['resource', 'b', { resource: 'b' }],
  ['shared', 'c', { shared: 'c' }],
  ['extra', 'd', { extra: 'd' }],
] as const)('the owner of kind %s', (kind, name, expected) => {
  const one: Charge = item({ owner: { kind, name }, component: 'x', price: price('1', 1, 'requests') });
  expect(parsed(report({ head: [one] })).charges[0]).toMatchObject(expected);
});

test('the price says where it was taken from and what was applied', () => {
  const stated = { ...price('1', 1, 'requests', 'list'), assumedFrom: 'us-west-2', adjusted: '8% discount' };
  const json = parsed(report({ head: [item({ owner: 'a', component: 'x', price: stated })] }));
  expect(json.charges[0]?.priceSource).toBe('list, price of us-west-2, 8% discount');
});

test('the verdict', () => {
  const scope = { kind: 'workload', project: '.', workload: 'chat' } as const;
  const limit = budget(10, { scope, measure: 'per_1k_requests', action: 'warn' });
  const breaches = [{ budget: limit, actual: new Decimal('12.5'), over: new Decimal('2.5') }];
  expect(parsed(report({ verdict: { status: 'warn', breaches, because: ['so'] } })).verdict).toEqual({
    status: 'warn',
    fails: false,
    breaches: [
      { limit: 'per_1k_requests', actual: '12.5', max: '10', scope, action: 'warn', on: 'expected' },
    ],
    because: ['so'],
  });
  expect(parsed(examples.overBudget()).verdict.breaches[0]?.scope).toEqual({ kind: 'total' });
});

test('reasons and advice are sentences', () => {
  const json = parsed(examples.overBudget());
  expect(json.reasons[0]).toEqual({
    text: 'support-agent model calls per request 1 → 6',
    amount: '17325',
    period: 'monthly',
  });
  expect(json.advice[0]?.text).toBe(
    'S3 Vectors instead of OpenSearch Serverless for aws_opensearchserverless_collection.kb',
  );
});

test('the JSON Schema names every key and refuses others', () => {
  const schema = reportJsonSchema();
  expect(schema).toMatchObject({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    additionalProperties: false,
    required: Object.keys(parsed(examples.overBudget())),
  });
  expect(JSON.stringify(schema)).toBe(JSON.stringify(reportJsonSchema()));
});

test('an estimate has the keys of a report where they mean the same', () => {
  const { diff, prices, diagnostics } = examples.overBudget();
  const charges = diff.charges.flatMap(({ head }) => (head === undefined ? [] : [head]));
  const json = estimateSchema.parse(JSON.parse(renderEstimateJson(estimate(charges, diagnostics), prices)));
  expect(json.monthly).toEqual({ low: '22831.4', expected: '22831.4', high: '22831.4' });
  expect(json.layers.map(({ layer }) => layer)).toEqual(['inference', 'features', 'operations']);
  expect(json.unpriced).toHaveLength(2);
  expect(json.charges[0]).toMatchObject({ workload: 'support-agent', cost: { expected: '8910' } });
});
