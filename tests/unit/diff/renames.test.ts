import { describe, expect, test } from 'vitest';
import { compare } from '../../../src/compare.ts';
import { treeOf } from '../bind/trees.ts';

const workload = (name: string, more = '') =>
  `  ${name}: { requests: 1000 per day, model: "amazon.nova-pro-v1:0", input_tokens: 1000, output_tokens: 100${more} }\n`;
const manifest = (...workloads: readonly string[]) =>
  `version: 1\nregion: us-east-1\nworkloads:\n${workloads.join('')}`;

type Files = Readonly<Record<string, string>>;

async function seen(base: Files | string, head: Files | string) {
  const files = (side: Files | string) =>
    treeOf(typeof side === 'string' ? { 'bedrock-cost.yml': side } : side);
  const { diff, diagnostics, verdict } = await compare(files(base), files(head));
  return {
    reasons: diff.reasons.map(({ words, amount }) => {
      const text = words.map((part) => Object.values(part)[0] as unknown).join(' ');
      return `${text.replace(/ +/g, ' ')}: ${amount.toDecimalPlaces(2).toFixed()}`;
    }),
    owners: diff.owners.map(({ key, delta }) => `${key.owner.name} ${delta.expected.toFixed()}`),
    notes: diagnostics.filter(({ code }) => /rename|conflict/.test(code)).map(({ message }) => message),
    verdict: verdict.status,
  };
}

describe('a workload', () => {
  test('that is declared to be renamed is the same one', async () => {
    const head = manifest(workload('assistant', ', renamed_from: chat'));
    expect(await seen(manifest(workload('chat')), head)).toMatchObject({
      reasons: [],
      owners: ['assistant 0'],
      notes: [],
    });
  });

  test('that is renamed and changed says what changed', async () => {
    const head = manifest(workload('assistant', ', renamed_from: chat, calls_per_request: 3'));
    expect(await seen(manifest(workload('chat')), head)).toMatchObject({
      reasons: ['assistant model calls per request 1 → 3: 67.2'],
      owners: ['assistant 67.2'],
    });
  });

  test('goes back without a change as well', async () => {
    const base = manifest(workload('assistant', ', renamed_from: chat'));
    expect((await seen(base, manifest(workload('chat')))).reasons).toEqual([]);
  });

  test('keeps a former name without harm', async () => {
    const both = manifest(workload('assistant', ', renamed_from: chat'));
    expect(await seen(both, both)).toMatchObject({ reasons: [], notes: [] });
  });

  test.each([
    [
      'that is still there',
      manifest(workload('chat'), workload('assistant', ', renamed_from: chat')),
      /was named `chat` before, which is still there; the name is not followed/,
    ],
    [
      'that another claims too',
      manifest(workload('a', ', renamed_from: chat'), workload('b', ', renamed_from: chat')),
      /was named `chat` before, as `\w` says too; the name is not followed/,
    ],
  ])('does not take a name %s', async (_, head, message) => {
    const { notes, reasons } = await seen(manifest(workload('chat')), head);
    expect(notes[0]).toMatch(message);
    expect(reasons).toEqual(expect.arrayContaining([expect.stringMatching(/added: 33.6$/)]));
  });

  test('that has come with the charges of one that is gone is taken for it, and that is said', async () => {
    expect(await seen(manifest(workload('chat')), manifest(workload('talk')))).toMatchObject({
      reasons: [],
      owners: ['talk 0'],
      notes: ['chat is gone, and talk has come with the same charges: it is taken for a rename.'],
    });
  });

  test.each([
    ['costs something else', [workload('chat')], [workload('talk', ', calls_per_request: 2')]],
    ['has come beside another', [workload('chat')], [workload('talk'), workload('more')]],
    ['could be either of two', [workload('chat'), workload('more')], [workload('talk')]],
  ])('that %s is another one', async (_, base, head) => {
    const { notes, reasons } = await seen(manifest(...base), manifest(...head));
    expect(notes).toEqual([]);
    expect(reasons.some((reason) => reason.startsWith('chat removed'))).toBe(true);
  });

  test('that cannot be read any more has not been renamed', async () => {
    const broken = manifest(workload('chat').replace('requests', 'requets'), workload('talk'));
    expect((await seen(manifest(workload('chat')), broken)).notes).toEqual([]);
  });
});

describe('a limit on a workload that is renamed', () => {
  const limited = (name: string, limits: string, more = '') =>
    `${manifest(workload(name, more))}budgets: { workloads: { ${name}: ${limits} } }\n`;

  test('holds, and moving it along changes nothing', async () => {
    const base = treeOf({ 'bedrock-cost.yml': limited('chat', '{ monthly: 40, increase: 5 }') });
    const head = (limits: string, more = '') =>
      compare(base, treeOf({ 'bedrock-cost.yml': limited('talk', limits, `, renamed_from: chat${more}`) }));
    const same = await head('{ monthly: 40, increase: 5 }');
    expect(same.verdict.status).toBe('pass');
    expect(same.diagnostics.filter(({ code }) => code === 'budget-changed')).toEqual([]);
    expect(same.verdict.budgets).toHaveLength(2);
    const dearer = await head('{ monthly: 400, increase: 50 }', ', calls_per_request: 2');
    expect(dearer.verdict.status).toBe('fail');
    expect(dearer.diagnostics.filter(({ code }) => code === 'budget-changed')).toHaveLength(2);
    const stricter = await head('{ monthly: 30, increase: 5 }');
    expect(stricter.verdict.breaches.map(({ budget }) => budget.max.toFixed())).toEqual(['30']);
  });
});

describe('what infrastructure code declares', () => {
  const table = (name: string) =>
    `resource "aws_opensearchserverless_collection" "${name}" {\n  name = "x"\n  type = "VECTORSEARCH"\n}\n`;
  const files = (terraform: string): Files => ({
    'bedrock-cost.yml': manifest(workload('chat')),
    'main.tf': terraform,
  });
  const MOVED =
    'moved {\n  from = aws_opensearchserverless_collection.kb\n  to   = aws_opensearchserverless_collection.docs\n}\n';

  test('and moves is the same', async () => {
    expect(await seen(files(table('kb')), files(table('docs') + MOVED))).toMatchObject({
      reasons: [],
      notes: [],
    });
  });

  test('and renames without saying so is taken to be the same, and that is said', async () => {
    expect(await seen(files(table('kb')), files(table('docs')))).toMatchObject({
      reasons: [],
      notes: [
        'aws_opensearchserverless_collection.kb is gone, and aws_opensearchserverless_collection.docs has come with the same charges: it is taken for a rename.',
      ],
    });
  });
});

test('a manifest that moves with all that it costs is no change, and that is said', async () => {
  const text = manifest(workload('chat'), workload('search'));
  const { reasons, notes } = await seen({ 'a/bedrock-cost.yml': text }, { 'b/bedrock-cost.yml': text });
  expect(reasons).toEqual([]);
  expect(notes).toEqual([
    'The manifest in a is gone, and that in b has the same charges: it is taken to have moved.',
  ]);
});
