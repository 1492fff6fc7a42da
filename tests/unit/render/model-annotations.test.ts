import { describe, expect, test } from 'vitest';
import { decimal } from '../../../src/model/decimal.ts';
import { type ModelChange, NO_MODEL_CHANGES } from '../../../src/model/model-change.ts';
import type { Switch } from '../../../src/model/switch.ts';
import { renderAnnotations } from '../../../src/render/annotations.ts';
import { report } from './reports.ts';

const at = (line: number, file = 'app.py') => ({ file, line });

function made(line: number, amount: number, more: Partial<Switch> = {}): Switch {
  return {
    project: '.',
    owner: { kind: 'workload', name: `w${line}` },
    from: 'A',
    to: 'B',
    at: at(line),
    elsewhere: [],
    parts: [{ kind: 'model', amount: decimal(amount), charge: `c${line}` }],
    ...more,
  };
}

function uncounted(lines: readonly number[], more: Partial<ModelChange> = {}): ModelChange {
  const price = { profile: 'us profile', input: decimal(1), output: decimal(5), requests: decimal(4.5) };
  return {
    project: '.',
    before: { id: 'a', title: 'Model A', prices: [price] },
    after: { id: 'b', title: 'Model B', prices: [price] },
    places: lines.map((line) => ({ at: at(line, 'b.py'), use: 'constant' as const })),
    region: 'us-east-1',
    regionAssumed: false,
    effects: [{ before: price, after: price }],
    lines: ['b: { model: b,', '  requests: 1000 per day }'],
    ...more,
  };
}

const shown = (
  switches: readonly Switch[],
  changes: readonly ModelChange[] = [],
  lines: readonly number[] = [],
) =>
  renderAnnotations(
    report({
      switches,
      modelChanges: { ...NO_MODEL_CHANGES, uncounted: changes },
      diagnostics: lines.map((line) => ({
        code: 'manifest-disagrees',
        severity: 'warning',
        message: 'm',
        at: at(line, 'b.py'),
      })),
    }),
  );

describe('annotations of models', () => {
  test('are in the order of their effect, whatever its sign', () => {
    expect(shown([made(1, 5), made(2, -70), made(3, 20)]).map(({ line }) => line)).toEqual([2, 3, 1]);
  });

  test('of one line are one', () => {
    const several = [1, 2, 3, 4, 5].map((number) =>
      made(9, number, { owner: { kind: 'workload', name: `w${number}` } }),
    );
    const [one, ...others] = shown(several);
    expect(others).toEqual([]);
    expect(one?.message.split('\n')).toEqual([
      'w1: A → B: +$1.00 a month.',
      'w2: A → B: +$2.00 a month.',
      'w3: A → B: +$3.00 a month.',
      '2 more: +$9.00 a month.',
    ]);
  });

  test('leave no more than the cap of their level', () => {
    const many = Array.from({ length: 30 }, (_, line) => made(line + 1, 100 - line));
    const annotations = shown(many);
    expect(annotations).toHaveLength(8);
    expect(annotations.at(-1)?.message).toBe('23 more of this level are in the report.');
  });

  test('stand at three places of a change, the first with the line to write', () => {
    const annotations = shown([], [uncounted([1, 2, 3, 4, 5])]);
    expect(annotations.map(({ line }) => line)).toEqual([1, 2, 3]);
    expect(annotations.map(({ message }) => message.split('\n').at(-1))).toEqual([
      'To count it, below workloads: of the manifest and with your own numbers: b: { model: b, requests: 1000 per day }',
      'us-east-1 prices, standard tier',
      'us-east-1 prices, standard tier',
    ]);
    expect(annotations[0]?.message).toContain('\nthe same in 2 more places\n');
  });

  test('are part of the problem at the same line, which has the line to write', () => {
    const [one, ...others] = shown([], [uncounted([3], { staleWorkload: 'chat' })], [3]);
    expect(others).toEqual([]);
    expect(one).toMatchObject({ level: 'warning', line: 3 });
    expect(one?.message.split('\n').slice(0, 2)).toEqual(['m', 'Model A, us profile → Model B, us profile']);
    expect(one?.message).not.toContain('To count it');
  });

  test('are not made for what the head does not have', () => {
    const { after: _after, ...gone } = uncounted([1]);
    expect(shown([], [{ ...gone, effects: [] }])).toEqual([]);
  });
});
