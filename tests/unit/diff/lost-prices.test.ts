/** A price that is lost or found on one side is no change of the cost: the same figure wherever one is shown. */
import { describe, expect, test } from 'vitest';
import { compare } from '../../../src/compare.ts';
import { reportOutputs } from '../../../src/github/outputs.ts';
import { renderJson } from '../../../src/render/json.ts';
import { reportSchema } from '../../../src/render/report-schema.ts';
import { renderTerminal } from '../../../src/render/terminal.ts';
import { treeOf } from '../bind/trees.ts';

/** 24.00 + 9.60 a month for each 1,000 requests a day; without a price where the model is not known. */
const workload = (name: string, requests: string, model = 'amazon.nova-pro-v1:0') =>
  `  ${name}: { requests: ${requests}, model: "${model}", input_tokens: 1000, output_tokens: 100 }\n`;
const manifest = (...workloads: readonly string[]) =>
  `version: 1\nregion: us-east-1\nbudgets: { monthly: 1000, increase: 20 }\nworkloads:\n${workloads.join('')}`;
const known = (requests: string) => workload('chat', requests);
const OTHER = workload('other', '1000 per day');
const OPEN = workload('other', '1000 per day', 'example.no-such-model-v1:0');

async function seen(base: string, head: string) {
  const report = await compare(treeOf({ 'bedrock-cost.yml': base }), treeOf({ 'bedrock-cost.yml': head }));
  const text = renderTerminal(report, { color: false, width: 200, details: true });
  const rows = text.split('\n').map((row) => row.trim().replace(/ {2,}/g, ' | '));
  return {
    report,
    json: reportSchema.parse(JSON.parse(renderJson(report))),
    outputs: reportOutputs(report),
    headline: rows[0],
    row: (start: string) => rows.find((row) => row.startsWith(start)),
  };
}

const CASES: Readonly<Record<string, readonly [base: string, head: string, ...figures: readonly string[]]>> =
  {
    'a price is lost': [
      manifest(known('1000 per day'), OTHER),
      manifest(known('1000 per day'), OPEN),
      '0',
      'change not known',
      'not known',
      'not known | not decidable',
    ],
    'a price is lost, and something else rises': [
      manifest(known('1000 per day'), OTHER),
      manifest(known('2000 per day'), OPEN),
      '33.6',
      '+$33.60/month known',
      '+$33.60 known',
      '$33.60 known | not decidable',
    ],
    'a price is found': [
      manifest(known('1000 per day'), OPEN),
      manifest(known('500 per day'), OTHER),
      '-16.8',
      '−$16.80/month known',
      '−$16.80 known',
      '−$16.80 known | within',
    ],
    'what is new has no price': [
      manifest(known('1000 per day')),
      manifest(known('1500 per day'), OPEN),
      '16.8',
      'at least +$16.80/month (+50%)',
      '≥ +$16.80 (+50%)',
      '≥ $16.80 | not crossed by what is priced',
    ],
  };

describe.each(Object.entries(CASES))(
  '%s',
  (_, [base, head, delta = '', headline = '', total = '', limit = '']) => {
    test('the headline, the tables, the JSON and the outputs say the same', async () => {
      const { json, outputs, row, ...rest } = await seen(base, head);
      expect(rest.headline).toContain(`Bedrock cost: ${headline}`);
      expect(row('Total |')?.split(' | ').at(-1)).toBe(total);
      expect(row('Model inference |')?.split(' | ').at(-1)).toBe(total);
      expect(row('Total, increase a month |')).toBe(`Total, increase a month | $20.00 | ${limit}`);
      expect(json.delta).toMatchObject({ monthly: { expected: delta }, complete: false });
      expect(json.layers[0]).toMatchObject({ delta: { expected: delta }, complete: false });
      expect(outputs.get('delta-monthly')).toBe(delta);
    });

    test('what is told of a group adds up to its delta', async () => {
      const { report } = await seen(base, head);
      const groups = [...report.diff.layers, ...report.diff.owners];
      for (const group of groups) {
        const sum = group.causes.reduce((all, { amount }) => all.plus(amount), group.delta.expected.times(0));
        expect(sum.eq(group.delta.expected)).toBe(true);
      }
      const told = report.diff.reasons.reduce((all, { amount }) => all + amount.toNumber(), 0);
      expect(told).toBeCloseTo(report.diff.delta.monthly.expected.toNumber(), 9);
    });
  },
);

test('a total of nothing but charges without a price is not known, in the table of the limits too', async () => {
  const { row, json } = await seen(manifest(OTHER), manifest(OPEN));
  expect(row('Total a month |')).toBe(
    'Total a month | $1,000.00 | not known | not crossed by what is priced',
  );
  expect(json.delta.percent).toBeNull();
});

test('a percentage is told only of a base that was compared', async () => {
  const lost = await seen(manifest(known('1000 per day'), OTHER), manifest(known('2000 per day'), OPEN));
  expect(lost.json.delta.percent).toBeNull();
  expect(lost.outputs.get('delta-percent')).toBe('');
  const fresh = await seen(manifest(known('1000 per day')), manifest(known('1500 per day'), OPEN));
  expect(fresh.json.delta.percent).toBe('50');
});
