import { expect, test } from 'vitest';
import { arithmetic } from '../../../src/render/sections/arithmetic.ts';
import { spansOf } from '../../../src/render/terminal-text.ts';
import { factor, item, price } from './reports.ts';

const text = (before: number, after: number, name: string, unit: string) => {
  const made = (value: number) =>
    item({ owner: 'w', component: 'c', unit, price: price('2', 1, unit), factors: [factor(name, value)] });
  const [line = []] = arithmetic({ base: made(before), head: made(after) });
  return spansOf(line)
    .map((span) => span.text)
    .join('');
};

test.each([
  [1, 1, 'models', 'model-months', '1 model = 1 model-month × $2.00 = $2.00'],
  [2, 2, 'models', 'model-months', '2 models = 2 model-months × $2.00 = $4.00'],
  [1, 1, 'OCUs', 'OCUs', '1 OCU × $2.00 = $2.00'],
  [1, 1, 'queries', 'queries', '1 query × $2.00 = $2.00'],
  [1, 1, 'calls per request', 'calls', '1 call per request = 1 call × $2.00 = $2.00'],
  [1, 1, 'share of calls', 'calls', '1 share of calls = 1 call × $2.00 = $2.00'],
  [5, 1, 'models', 'models', '5 → 1 models × $2.00 = $10.00 → $2.00'],
  [1, 1, 'access', 'GB', '1 access = 1 GB × $2.00 = $2.00'],
])('%d then %d %s', (before, after, name, unit, expected) => {
  expect(text(before, after, name, unit)).toBe(expected);
});
