import { describe, expect, test } from 'vitest';
import { type Statement, standings } from '../../../src/model/statements.ts';
import type { Section, Workload } from '../../../src/model/workload.ts';

const at = { file: 'bedrock-cost.yml', line: 1 };
const stated: Section = { content: {}, at: () => at };
const statement = (name: string, ...about: readonly string[]): Statement => {
  const workload: Workload = { name, at, region: 'us-east-1', calls: [], sections: new Map(), uses: [] };
  return { workload, stated, about: new Set(about) };
};

/** `b < a` where a says what b says; `b & a: x` where they share x. */
const seen = (...statements: readonly Statement[]) =>
  standings(statements).map(({ statement: { workload }, saidBy, overlap }) => {
    if (saidBy !== undefined) return `${workload.name} < ${saidBy.workload.name}`;
    if (overlap !== undefined) return `${workload.name} & ${overlap.other.workload.name}: ${overlap.address}`;
    return workload.name;
  });

describe('statements about resources', () => {
  test.each([
    ['of nothing that is declared stand for themselves', [[], []], ['a', 'b']],
    ['of different ones', [['x'], ['y']], ['a', 'b']],
    ['of the same: the first counts', [['x'], ['x'], ['x']], ['a', 'b < a', 'c < a']],
    [
      'of the same in another order',
      [
        ['x', 'y'],
        ['y', 'x'],
      ],
      ['a', 'b < a'],
    ],
    ['of more before one of fewer', [['x'], ['x', 'y']], ['a < b', 'b']],
    ['of more after one of fewer', [['x', 'y'], ['y']], ['a', 'b < a']],
    ['in a chain: the widest says all', [['x'], ['x', 'y'], ['z', 'x', 'y']], ['a < c', 'b < c', 'c']],
    ['of two wider ones, the wider', [['x'], ['x', 'y'], ['x', 'z', 'w']], ['a < c', 'b', 'c & b: x']],
    [
      'that share a part',
      [
        ['x', 'y'],
        ['y', 'z'],
      ],
      ['a', 'b & a: y'],
    ],
    ['that share a part with one that does not count', [['x'], ['x', 'y'], ['z']], ['a < b', 'b', 'c']],
  ])('%s', (_, abouts, expected) => {
    const all = abouts.map((about, index) => statement('abc'.charAt(index), ...about));
    expect(seen(...all)).toEqual(expected);
  });

  test('many that say the same are not compared with one another', () => {
    const sources = Array.from({ length: 1000 }, (_, index) => `source[${index}]`);
    const all = Array.from({ length: 4000 }, (_, index) => statement(`w${index}`, 'base', ...sources));
    const [first, ...others] = standings(all);
    expect(first?.saidBy).toBeUndefined();
    expect(new Set(others.map(({ saidBy }) => saidBy))).toEqual(new Set([all[0]]));
  });
});
