/** The three scenarios of the pricing article that this product grew from, from manifests, to the cent. */
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compare } from '../../src/compare.ts';
import { openDirectory } from '../../src/snapshot/directory.ts';

const EXAMPLES = resolve(import.meta.dirname, '../../examples');

async function reportOf(name: string) {
  const [base, head] = await Promise.all(['base', 'head'].map((side) => openDirectory(join(EXAMPLES, name, side))));
  if (base === undefined || head === undefined) throw new Error('both sides exist');
  return compare(base, head);
}

describe('the article', () => {
  test.each([
    ['rag-chatbot', '2012.4', '1397', '-615.4'],
    ['document-summaries', '725', '365', '-360'],
    ['support-agent', '3150', '19035', '15885'],
  ])('%s costs %s and then %s', async (name, base, head, delta) => {
    const { diff } = await reportOf(name);
    expect([diff.base, diff.head].map(({ unpriced }) => unpriced)).toEqual([0, 0]);
    expect(diff.base.monthly.expected.toFixed()).toBe(base);
    expect(diff.head.monthly.expected.toFixed()).toBe(head);
    expect(diff.delta.monthly.expected.toFixed()).toBe(delta);
  });

  test('the rows of the first scenario', async () => {
    const { diff } = await reportOf('rag-chatbot');
    const rows = diff.charges.map(({ base, head }) => {
      const amount = (cost: typeof base) => (cost?.cost.kind === 'priced' ? cost.cost.amount.expected.toFixed() : '-');
      return `${(head ?? base)?.component}: ${amount(base)} ${amount(head)}`;
    });
    expect(rows.sort()).toEqual([
      'capacity floor: 350.4 -',
      'embedding tokens: 12 12',
      'input tokens: 600 600',
      'output tokens: 750 750',
      'rerank queries: 300 -',
      'stated amount: - 35',
    ]);
  });
});
