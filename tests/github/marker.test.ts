import { describe, expect, test } from 'vitest';
import { writeApprovedCost } from '../../src/budget/approval-text.ts';
import { isLater, readMarker, sameContent, writeMarker } from '../../src/github/marker.ts';
import { decimal } from '../../src/model/decimal.ts';
import { ATTACKS } from '../unit/render/attacks.ts';

const marker = { key: 'default', run: 42, attempt: 2, head: 'b'.repeat(40) };
const text =
  '<!-- bedrock-cost-diff:v1 key=default run=42.2 head=bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb -->';

describe('the hidden first line', () => {
  test('is what it was made of', () => {
    expect(writeMarker(marker)).toBe(text);
    expect(readMarker(`${text}\n### body`)).toEqual(marker);
    const long = { ...marker, head: 'c'.repeat(64) };
    expect(readMarker(writeMarker(long))).toEqual(long);
  });

  test.each([
    ` ${text}`,
    `x${text}`,
    `> ${text}`,
    text.replace('v1', 'v2'),
    text.replace('42.2', '42'),
    text.replace('bb', ''),
    '',
  ])('%j is none of ours', (body) => {
    expect(readMarker(body)).toBeUndefined();
  });

  test('keeps the cost and the approval on record', () => {
    const kept = {
      ...marker,
      cost: 'aaaaaaa=120.5',
      approval: { at: '2026-10-08T12:00:00Z', cost: 'a=1&b=2' },
    };
    expect(readMarker(writeMarker(kept))).toEqual(kept);
    expect(readMarker(writeMarker({ ...marker, cost: 'a=1' }))).toEqual({ ...marker, cost: 'a=1' });
    expect(readMarker(writeMarker({ ...marker, approval: kept.approval }))).toEqual({
      ...marker,
      approval: kept.approval,
    });
  });

  test.each(['a b', '--> <!--', 'a/b', '', 'é', `a=${'1'.repeat(3_999)}`])(
    'leaves out a record that is none: %j',
    (cost) => {
      expect(writeMarker({ ...marker, cost, approval: { at: '2026-10-08T12:00:00Z', cost } })).toBe(text);
    },
  );

  test('leaves out an approval whose time is none', () => {
    expect(writeMarker({ ...marker, approval: { at: '--> <!--', cost: 'a=1' } })).toBe(text);
  });

  test.each(ATTACKS)('stays one HTML comment with limits named %j', (name) => {
    const monthly = decimal('120.5');
    const cost = writeApprovedCost({ revision: name, monthly, exceeded: new Map([[name, monthly]]) });
    const line = writeMarker({ ...marker, ...(cost === undefined ? {} : { cost }) });
    expect(line).toMatch(/^<!-- (?:(?!--)[ -~])* -->$/);
    expect(readMarker(line)?.cost).toBe(cost !== undefined && cost.length <= 4_000 ? cost : undefined);
  });

  test('tells later runs from earlier ones', () => {
    expect(isLater({ ...marker, run: 43, attempt: 1 }, marker)).toBe(true);
    expect(isLater({ ...marker, attempt: 3 }, marker)).toBe(true);
    expect(isLater(marker, marker)).toBe(false);
    expect(isLater({ ...marker, run: 9, attempt: 9 }, marker)).toBe(false);
  });

  test('does not count where only the run differs', () => {
    const again = writeMarker({ ...marker, run: 99, attempt: 1 });
    expect(sameContent(`${text}\nbody\n`, `${again}\r\nbody`)).toBe(true);
    expect(sameContent(`${text}\nbody`, `${again}\nother`)).toBe(false);
    expect(sameContent(`${text}\nrun=1.1 x`, `${text}\nrun=1.2 x`)).toBe(false);
    expect(sameContent(text, writeMarker({ ...marker, head: 'c'.repeat(40) }))).toBe(false);
  });
});
