import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compare, estimateSnapshot } from '../../../src/compare.ts';
import type { Snapshot } from '../../../src/model/snapshot.ts';
import { openDirectory } from '../../../src/snapshot/directory.ts';

/** A tree of one manifest. */
function tree(text: string): Snapshot {
  const file = { path: 'bedrock-cost.yml', bytes: text.length };
  return { revision: 'x', files: [file], diagnostics: [], read: async () => new Map([[file.path, text]]) };
}

const GOOD = `version: 1
region: us-east-1
workloads:
  chat: { requests: 1000 per day, model: "amazon.nova-pro-v1:0", input_tokens: 1200, output_tokens: 300 }
  search: { requests: 5000 per day, model: "amazon.nova-lite-v1:0", input_tokens: 800, output_tokens: 100 }
extra_charges:
  - { name: Pinecone, monthly: 70, layer: features }
`;

async function seen(base: string, head: string): Promise<readonly string[]> {
  const { diff, verdict } = await compare(tree(base), tree(head));
  const charges = diff.charges.map((charge) => {
    const cost = (side: typeof charge.base) =>
      side === undefined
        ? '-'
        : side.cost.kind === 'priced'
          ? side.cost.amount.expected.toFixed()
          : side.cost.why;
    return `${charge.id}: ${cost(charge.base)} | ${cost(charge.head)}`;
  });
  return [verdict.status, ...charges];
}

describe('a fault in a manifest', () => {
  test.each([
    ['in a workload', 'requests: 1000 per day', 'requets: 1000 per day', ['./workload/chat/']],
    ['in an extra charge', 'monthly: 70', 'monthly: about 70', ['./extra/Pinecone/']],
    [
      'in the YAML',
      'workloads:',
      'workloads: [',
      ['./workload/chat/', './workload/search/', './extra/Pinecone/'],
    ],
    [
      'in the name of the section',
      'workloads:',
      'workload:',
      ['./workload/chat/', './workload/search/', './extra/Pinecone/'],
    ],
  ])('%s hides costs on that side, and removes none', async (_, from, to, hidden) => {
    const broken = GOOD.replace(from, to);
    const forth = await seen(GOOD, broken);
    expect(forth[0]).toBe('indeterminate');
    const isHidden = (line: string) => hidden.some((prefix) => line.startsWith(prefix));
    for (const line of forth.slice(1))
      expect(line).toMatch(isHidden(line) ? /\| its .*(?:cannot be read|error)/ : /: (\S+) \| \1$/);
    const back = await seen(broken, GOOD);
    for (const line of back.slice(1))
      expect(line).toMatch(isHidden(line) ? /: its .* \| [\d.]+$/ : /: (\S+) \| \1$/);
    expect(back).toHaveLength(forth.length);
  });

  const CHAT = '  chat: { requests:';
  const TALK = '  talk: { renamed_from: chat, requets:';

  test('in a workload that says its former name hides the costs that it had there', async () => {
    const lines = await seen(GOOD, GOOD.replace(CHAT, TALK));
    expect(lines[0]).toBe('indeterminate');
    const own = lines.filter((line) => line.startsWith('./workload/chat/'));
    expect(own).toHaveLength(2);
    for (const line of own) expect(line).toMatch(/\d \| its entry in the manifest has an error$/);
    expect(lines.filter((line) => line.startsWith('./workload/talk/'))).toEqual([]);
  });

  test.each([
    ['still there', GOOD.replace(CHAT, `${TALK} 1 }\n${CHAT}`)],
    ['claimed twice', GOOD.replace(CHAT, `${TALK} 1 }\n${TALK.replace('talk', 'say')}`)],
  ])('follows no name that is %s', async (_, head) => {
    const lines = await seen(GOOD, head);
    const hidden = lines.filter((line) => line.startsWith('./workload/chat/') && line.includes('error'));
    expect(hidden).toEqual([]);
    expect(lines).toContain(
      './workload/talk/inference/all of its costs: - | its entry in the manifest has an error',
    );
  });

  test('in a workload that is new stands for itself, also in an estimate', async () => {
    const head = `${GOOD.replace(CHAT, `  new: { requets: 5 per day }\n${CHAT}`)}`;
    const line = './workload/new/inference/all of its costs: - | its entry in the manifest has an error';
    expect(await seen(GOOD, head)).toContain(line);
    const { estimate } = await estimateSnapshot(tree(head));
    expect(estimate.charges.map(({ id, cost }) => [id, cost.kind])).toContainEqual([
      './workload/new/inference/all of its costs',
      'unpriced',
    ]);
  });

  test('an example compared with itself has no change, no cause and no reason', async () => {
    const example = join(resolve(import.meta.dirname, '../../../examples'), 'support-agent/head');
    const { diff } = await compare(await openDirectory(example), await openDirectory(example));
    expect(diff.charges.filter(({ status, causes }) => status !== 'unchanged' || causes.length > 0)).toEqual(
      [],
    );
    expect(diff.reasons).toEqual([]);
  });
});
