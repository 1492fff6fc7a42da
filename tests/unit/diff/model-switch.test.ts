import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitSwitch } from '../../../src/diff/model-switch.ts';
import { decimal } from '../../../src/model/decimal.ts';
import { loadModelCatalogue } from '../../../src/prices/catalogue.ts';
import { tokenCount } from '../../../src/prices/token-counts.ts';

describe('the parts of a switch', () => {
  // us. Claude Sonnet 4.5 $3.30, global. $3.00; us. Claude Sonnet 5 $2.20, global. $2.00
  const from = decimal('3.30');
  const to = decimal('2.00');

  test('are the mean over both orders', () => {
    const parts = splitSwitch({
      from,
      to,
      newModelInOldProfile: decimal('2.20'),
      oldModelInNewProfile: decimal('3.00'),
    });
    // The model: (2.20 - 3.30 + 2.00 - 3.00) / 2; the profile: (3.00 - 3.30 + 2.00 - 2.20) / 2
    expect([parts?.model.toFixed(), parts?.profile.toFixed()]).toEqual(['-1.05', '-0.25']);
  });

  test('follow the one order that has prices', () => {
    const first = splitSwitch({ from, to, newModelInOldProfile: decimal('2.20') });
    expect([first?.model.toFixed(), first?.profile.toFixed()]).toEqual(['-1.1', '-0.2']);
    const last = splitSwitch({ from, to, oldModelInNewProfile: decimal('3.00') });
    expect([last?.model.toFixed(), last?.profile.toFixed()]).toEqual(['-1', '-0.3']);
  });

  test('cannot be told without any', () => {
    expect(splitSwitch({ from, to })).toBeUndefined();
  });

  test('add up to the whole', () => {
    const price = fc.integer({ min: 0, max: 1e9 }).map((cents) => decimal(cents).div(1e6));
    fc.assert(
      fc.property(price, price, price, price, (a, b, c, d) => {
        const parts = splitSwitch({ from: a, to: b, newModelInOldProfile: c, oldModelInNewProfile: d });
        expect(parts?.model.plus(parts.profile).eq(b.minus(a))).toBe(true);
      }),
    );
  });
});

describe('token counts', () => {
  test.each([
    ['anthropic.claude-opus-4-6-v1', 'anthropic.claude-opus-4-7', '1 1.35'],
    ['anthropic.claude-opus-4-7', 'anthropic.claude-sonnet-4-6', '0.74 1'],
    ['anthropic.claude-opus-4-8', 'anthropic.claude-opus-5', '1 1.17'],
    ['anthropic.claude-sonnet-4-5-20250929-v1:0', 'anthropic.claude-haiku-4-5-20251001-v1:0', 'alike'],
    ['amazon.nova-pro-v1:0', 'amazon.nova-lite-v1:0', 'alike'],
    ['amazon.nova-pro-v1:0', 'anthropic.claude-sonnet-4-6', 'not known'],
  ])('%s to %s: %s', async (before, after, expected) => {
    const models = await loadModelCatalogue();
    const [from, to] = [models.resolve(before), models.resolve(after)];
    if (from.kind !== 'model' || to.kind !== 'model') throw new Error('known models');
    const count = tokenCount(from.model, to.model);
    const words =
      count === undefined
        ? 'alike'
        : count.range === undefined
          ? 'not known'
          : `${count.range.low.toDecimalPlaces(2).toFixed()} ${count.range.high.toDecimalPlaces(2).toFixed()}`;
    expect(words).toBe(expected);
  });
});
