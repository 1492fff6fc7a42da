import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Charge } from '../../src/model/charge.ts';
import { decimal } from '../../src/model/decimal.ts';
import { LAYER_TITLES, LAYERS } from '../../src/model/layer.ts';
import { LIMITS } from '../../src/model/limits.ts';
import { renderComment, renderSummary } from '../../src/render/comment.ts';
import { code, plain, prose } from '../../src/render/escape.ts';
import { fitPieces, utf8Bytes } from '../../src/render/fit.ts';
import { renderHtml } from '../../src/render/html.ts';
import { renderJson } from '../../src/render/json.ts';
import { quantity, signedUsd, usd } from '../../src/render/money.ts';
import { reportSchema } from '../../src/render/report-schema.ts';
import { renderTerminal } from '../../src/render/terminal.ts';
import { ATTACKS } from '../unit/render/attacks.ts';
import { hostileReport } from '../unit/render/hostile-report.ts';
import { dangers, read } from '../unit/render/reader.ts';
import { budget, factor, item, price, range, report } from '../unit/render/reports.ts';

const FRAGMENTS =
  '| ` ``` < > & # @a * _ ~~ [ ] ( ) ! \\ $ --- === 1. - + <!-- --> </code> http://x.y www.a.bc a@b.co GH-1 :x: &#64; ::error:: ##['.split(
    ' ',
  );
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(...FRAGMENTS, '\n', '\r', ' ', 'word'),
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));
const text = fc.oneof(hostile, fc.constantFrom(...ATTACKS), fc.string({ unit: 'grapheme' }));

const amount = fc
  .tuple(fc.integer({ min: -15, max: 12 }), fc.integer({ min: 0, max: 999_999 }))
  .map(([power, digits]) => decimal(`${digits}e${power}`));

const chargeOf = fc.record({
  owner: fc.tuple(fc.constantFrom('workload', 'resource', 'shared', 'extra'), fc.constantFrom('a', 'b', 'c')),
  component: fc.constantFrom('x', 'y', 'z'),
  layer: fc.constantFrom(...LAYERS),
  values: fc.array(fc.nat(10_000), { minLength: 3, maxLength: 3 }),
  usd: amount,
  priced: fc.integer({ min: 0, max: 3 }),
  period: fc.constantFrom('monthly', 'monthly', 'monthly', 'one-time'),
});

const charges: fc.Arbitrary<readonly Charge[]> = fc.array(chargeOf, { maxLength: 12 }).map((drafts) => {
  const made = drafts.map(
    ({ owner: [kind, name], component, layer, values, usd: dollars, priced, period }) => {
      const [low = 0, expected = 0, high = 0] = [...values].sort((a, b) => a - b);
      return item({
        owner: { kind, name },
        component,
        layer,
        feature: layer,
        period,
        factors: [factor('requests', range(low, expected, high))],
        price: priced === 0 ? 'no price is known' : price(dollars.toFixed(), 1000, 'requests'),
      });
    },
  );
  return [...new Map(made.map((charge) => [charge.id, charge])).values()];
});

const reports = fc
  .record({ base: charges, head: charges, limit: fc.option(fc.nat(1_000_000), { nil: undefined }) })
  .map(({ base, head, limit }) =>
    report({ base, head, budgets: limit === undefined ? [] : [budget(limit)] }),
  );

describe('escaping', () => {
  test('text in code is inert and reads as it was, but for what cannot be seen', () => {
    fc.assert(
      fc.property(text, (given) => {
        expect(dangers(code(given))).toEqual([]);
        const [back = ''] = read(code(given)).codes;
        const short = Array.from(given).slice(0, LIMITS.shownCharacters);
        expect(
          Array.from(back.replace(/…$/, '')).filter((one) => one !== '\ufffd').length,
        ).toBeLessThanOrEqual(short.length);
        if (/^[\p{L}\p{N}\p{P}\p{S} ]*$/u.test(given) && short.length === Array.from(given).length)
          expect(back).toBe(given);
      }),
    );
  });

  test('text in a sentence is inert', () => {
    fc.assert(
      fc.property(text, (given) => {
        expect(dangers(prose(given))).toEqual([]);
      }),
    );
  });

  test('plain text has no control characters, and doing it twice changes nothing', () => {
    fc.assert(
      fc.property(text, (given) => {
        expect(plain(given)).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
        if (Array.from(given).length < 100) expect(plain(plain(given))).toBe(plain(given));
      }),
    );
  });
});

describe('figures', () => {
  test('an amount that is not zero never reads as zero, and zero has no sign', () => {
    fc.assert(
      fc.property(amount, fc.boolean(), (size, negative) => {
        const value = negative ? size.neg() : size;
        expect(/[1-9]/.test(usd(value))).toBe(!size.isZero());
        expect(signedUsd(value)).toMatch(size.isZero() ? /^–$/ : negative ? /^−/ : /^\+/);
        expect(usd(value)).toMatch(/^−?(?:<\$0\.01|\$\d{1,3}(?:,\d{3})*\.\d\d)$/);
      }),
    );
  });

  test('a quantity without ≈ says exactly what it is', () => {
    fc.assert(
      fc.property(amount, (value) => {
        const shown = quantity(value);
        if (shown.startsWith('≈')) return;
        const digits = shown.replaceAll(',', '');
        const read = digits.endsWith('M') ? decimal(digits.slice(0, -1)).times(1e6) : decimal(digits);
        expect(read.eq(value)).toBe(true);
      }),
    );
  });
});

describe('any report', () => {
  test('fits into any comment with its headline and whole tables', () => {
    fc.assert(
      fc.property(reports, fc.integer({ min: 300, max: 20_000 }), (given, maxBytes) => {
        const comment = renderComment(given, { maxBytes });
        expect(utf8Bytes(comment)).toBeLessThanOrEqual(maxBytes);
        expect(dangers(comment)).toEqual([]);
        for (const rows of read(comment).tables) expect(new Set(rows).size).toBe(1);
        expect(comment.match(/<details/g)?.length).toBe(comment.match(/<\/details>/g)?.length);
      }),
    );
  });

  test('has its layers in order, no change of nothing, and no zero for what is not known', () => {
    fc.assert(
      fc.property(reports, (given) => {
        const comment = renderComment(given);
        expect(comment).not.toMatch(/[+−](?:&NoBreak;)?\$0\.00/);
        const at = LAYERS.map((layer) => comment.indexOf(`| ${LAYER_TITLES[layer]} |`));
        if (given.diff.charges.length > 0) expect(at).toEqual([...at].sort((a, b) => a - b));
        const open = given.diff.head.unpriced;
        expect(/item is not priced|items are not priced/.test(read(comment).outside)).toBe(open > 0);
      }),
    );
  });

  test('gives the same bytes again, and JSON by its schema that adds up', () => {
    fc.assert(
      fc.property(reports, (given) => {
        const options = { color: true, width: 90, details: true };
        expect(renderComment(given)).toBe(renderComment(given));
        expect(renderSummary(given)).toBe(renderSummary(given));
        expect(renderHtml(given)).toBe(renderHtml(given));
        expect(renderTerminal(given, options)).toBe(renderTerminal(given, options));
        const json = reportSchema.parse(JSON.parse(renderJson(given)));
        const sum = json.charges
          .filter(({ period, head }) => period === 'monthly' && head !== null)
          .reduce((total, { head }) => total.plus(head?.expected ?? 0), decimal(0));
        expect(sum.toFixed()).toBe(json.head.monthly.expected);
      }),
      { numRuns: 50 },
    );
  });
});

test('hostile text in every place stays inert and within the caps', () => {
  fc.assert(
    fc.property(hostile, (given) => {
      const made = hostileReport(given);
      for (const [output, cap] of [
        [renderComment(made), LIMITS.commentBytes],
        [renderSummary(made), LIMITS.summaryBytes],
      ] as const) {
        expect(dangers(output)).toEqual([]);
        expect(utf8Bytes(output)).toBeLessThanOrEqual(cap);
        for (const rows of read(output).tables) expect(new Set(rows).size).toBe(1);
      }
    }),
    { numRuns: 60 },
  );
});

test('what fits is never larger than the room, and what is left out is counted', () => {
  const pieces = fc.array(
    fc.record({
      open: fc.string({ maxLength: 10 }),
      rows: fc.array(fc.record({ text: fc.string({ unit: 'binary', maxLength: 20 }), rank: fc.nat(50) }), {
        maxLength: 8,
      }),
    }),
    { maxLength: 5 },
  );
  fc.assert(
    fc.property(pieces, fc.integer({ min: -10, max: 300 }), (given, room) => {
      const { texts, leftOut } = fitPieces(given, room);
      expect(texts.reduce((sum, one) => sum + utf8Bytes(one), 0)).toBeLessThanOrEqual(Math.max(0, room));
      const rows = given.reduce((sum, one) => sum + one.rows.length, 0);
      expect(leftOut).toBeGreaterThanOrEqual(0);
      expect(leftOut).toBeLessThanOrEqual(rows);
    }),
  );
});
