import { describe, expect, test } from 'vitest';
import { decimal } from '../../../src/model/decimal.ts';
import { LIMITS } from '../../../src/model/limits.ts';
import { type ModelChange, type ModelChanges, NO_MODEL_CHANGES } from '../../../src/model/model-change.ts';
import { renderComment } from '../../../src/render/comment.ts';
import { renderTerminal } from '../../../src/render/terminal.ts';
import { item, price, report } from './reports.ts';

const CHARGE = item({ owner: 'chat', component: 'requests', price: price('1', 1000, 'requests') });

const prices = (requests: number) => ({
  profile: 'us profile',
  input: decimal(1),
  output: decimal(5),
  requests: decimal(requests),
});

function change(file: string): ModelChange {
  const [before, after] = [prices(4.5), prices(9)];
  return {
    project: '.',
    before: { id: 'us.a', title: 'Model A', prices: [before] },
    after: { id: 'us.b', title: 'Model B', prices: [after] },
    places: [{ at: { file, line: 3 }, use: 'constant' }],
    region: 'us-east-1',
    regionAssumed: false,
    effects: [{ before, after }],
    lines: [],
  };
}

const terminal = (changes: Partial<ModelChanges>, charges = [CHARGE]) =>
  renderTerminal(
    report({ base: charges, head: charges, modelChanges: { ...NO_MODEL_CHANGES, ...changes } }),
    {
      color: false,
      width: 200,
      details: true,
    },
  );

describe('model changes in code', () => {
  test('are never no change', () => {
    const [headline] = terminal({ uncounted: [change('a.py'), change('b.py')] }).split('\n');
    expect(headline).toMatch(
      /^Bedrock cost: no change in what is counted, .*; 2 model changes in code not counted$/,
    );
  });

  test('are named where nothing is billed', () => {
    const [headline] = terminal({ uncounted: [change('a.py')] }, []).split('\n');
    expect(headline).toBe('Bedrock cost: not known: no workload counts 1 model change in code');
  });

  test('that only name models do not touch the headline', () => {
    const shown = terminal({ lesser: 1 });
    expect(shown.split('\n')[0]).toMatch(/^Bedrock cost: no change, /);
    expect(shown).toContain('1 other change is in tests');
  });

  test('up to the cap are listed, the others are counted', () => {
    const many = (count: number) =>
      terminal({ uncounted: Array.from({ length: count }, (_, at) => change(`${at}.py`)) });
    expect(many(LIMITS.modelChangesListed)).not.toContain('in the JSON report.');
    expect(many(LIMITS.modelChangesListed + 1)).toContain('1 more are in the JSON report.');
  });

  test('stay in sight where a comment is short', () => {
    const changes = Array.from({ length: 40 }, (_, at) => change(`${at}.py`));
    const body = renderComment(report({ modelChanges: { ...NO_MODEL_CHANGES, uncounted: changes } }), {
      maxBytes: 2_500,
    });
    expect(body).toContain('40 model changes in code are not counted');
    expect(Buffer.byteLength(body)).toBeLessThanOrEqual(2_500);
  });
});
