/** A workload that is left with next to nothing does not take its limits out of the way. */
import { expect, test } from 'vitest';
import { compare } from '../../../src/compare.ts';
import { treeOf } from '../bind/trees.ts';

const workload = (name: string, requests: string) =>
  `  ${name}: { requests: ${requests} per month, model: "amazon.nova-pro-v1:0", input_tokens: 1000, output_tokens: 100 }\n`;
const tree = (...workloads: readonly string[]) =>
  treeOf({
    'bedrock-cost.yml': `version: 1\nregion: us-east-1\nworkloads:\n${workloads.join('')}budgets: { workloads: { chat: { monthly: 100 } } }\n`,
  });

const BASE = tree(workload('chat', '10000'));

test.each([
  ['less than a tenth is left', '999', 'talk', true],
  ['a tenth is left', '1000', 'talk', false],
])('%s, and another comes', async (_, left, name, follows) => {
  const { verdict, diagnostics } = await compare(BASE, tree(workload('chat', left), workload(name, '1000k')));
  expect(verdict.fails).toBe(follows);
  expect(diagnostics.filter(({ code }) => code === 'budget-followed').map(({ message }) => message)).toEqual(
    follows
      ? ['Less than a tenth of the cost of chat is left, so its limits also count what is new: talk.']
      : [],
  );
});

test('nothing is new', async () => {
  const { verdict, diagnostics } = await compare(BASE, tree(workload('chat', '1')));
  expect([verdict.status, diagnostics]).toEqual(['pass', []]);
});
