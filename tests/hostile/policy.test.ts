/** Pull requests that would rather not be judged, by the rows of the list of bad inputs. */
import { describe, expect, test } from 'vitest';
import { compare } from '../../src/compare.ts';
import { treeOf } from '../unit/bind/trees.ts';

type Files = Readonly<Record<string, string>>;

const manifest = (usd: string, budgets: string): Files => ({
  'bedrock-cost.yml': `version: 1\nextra_charges: [{ name: Quote, monthly: ${usd}, layer: features }]\n${budgets}`,
});
const LIMIT = 'budgets: { monthly: 100 }\n';
const workload = (name: string, requests: string) =>
  `  ${name}: { requests: ${requests}, model: "amazon.nova-pro-v1:0", input_tokens: 1000, output_tokens: 100 }\n`;
const workloads = (requests: string, names: readonly string[], budgets = ''): Files => ({
  'bedrock-cost.yml': `version: 1\nregion: us-east-1\nworkloads:\n${names.map((name) => workload(name, requests)).join('')}${budgets}`,
});

async function judged(base: Files, head: Files) {
  const { verdict, diagnostics, diff } = await compare(treeOf(base), treeOf(head));
  return { ...verdict, codes: diagnostics.map(({ code }) => code), diff };
}

describe('a pull request', () => {
  test('P01: raises its budget and its cost at once', async () => {
    const { fails, breaches, codes } = await judged(
      manifest('50', LIMIT),
      manifest('500', LIMIT.replace('100', '1000')),
    );
    expect({ fails, max: breaches[0]?.budget.max.toFixed() }).toEqual({ fails: true, max: '100' });
    expect(codes).toContain('budget-changed');
  });

  test.each<[string, Files]>([
    ['its limits', manifest('500', '')],
    [
      'its manifest, and writes another',
      { 'costs/bedrock-cost.yml': manifest('500', '')['bedrock-cost.yml'] ?? '' },
    ],
  ])('P02: deletes %s', async (_, head) => {
    const { fails, breaches } = await judged(manifest('50', LIMIT), head);
    expect({ fails, max: breaches[0]?.budget.max.toFixed() }).toEqual({ fails: true, max: '100' });
  });

  test('P04: renames every workload, so that each is removed and added', async () => {
    const budgets = 'budgets: { monthly: 100, increase: 10 }\n';
    const names = ['a', 'b', 'c'];
    const others = ['x', 'y', 'z'];
    const { fails, breaches, diff } = await judged(
      workloads('100 per day', names, budgets),
      workloads('400 per day', others, budgets),
    );
    expect(fails).toBe(true);
    expect(breaches.map(({ budget, actual }) => `${budget.measure} ${actual.toFixed()}`)).toEqual([
      'increase 30.24',
    ]);
    expect(diff.base.monthly.expected.toFixed()).toBe('10.08');
  });

  test.each([
    ['exactly at the limit', '100', 'pass'],
    ['a billionth of a dollar above it', '100.000000001', 'fail'],
    ['above it by what a float would lose', '100.00000000000000000001', 'fail'],
  ])('P05: costs %s', async (_, usd, status) => {
    expect((await judged(manifest('50', LIMIT), manifest(usd, LIMIT))).status).toBe(status);
  });

  test.each<[string, string, string]>([
    ['a limit that is none', 'budgets: { monthly: lots }\n', 'bedrock-cost.yml:3'],
    ['a key that means nothing', 'budgets:\n  montly: 100\n', 'bedrock-cost.yml:3'],
    ['an alias', 'budgets: { monthly: &max 100, increase: *max }\n', 'bedrock-cost.yml:3'],
    ['broken YAML', 'budgets: { monthly: 100\n', 'bedrock-cost.yml:'],
  ])('P07: has a base whose limits cannot be read: %s', async (_, budgets, place) => {
    const { fails, status, because } = await judged(manifest('50', budgets), manifest('500', ''));
    expect({ fails, status }).toEqual({ fails: true, status: 'indeterminate' });
    expect(because).toEqual([expect.stringContaining(`the limits of the base cannot be read: ${place}`)]);
  });
});
