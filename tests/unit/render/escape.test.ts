import { describe, expect, test } from 'vitest';
import { LIMITS } from '../../../src/model/limits.ts';
import {
  code,
  codeHtml,
  hiddenMarker,
  linkTarget,
  markdown,
  own,
  plain,
  prose,
  proseHtml,
  unbroken,
} from '../../../src/render/escape.ts';
import { isPlainWord } from '../../../src/render/plain-word.ts';
import { ATTACKS } from './attacks.ts';
import { dangers, decoded, read } from './reader.ts';

describe('code', () => {
  test.each([
    ['input tokens', '<code>input tokens</code>'],
    ['a|b', '<code>a&#124;b</code>'],
    ['@team', '<code><span></span>&#64;team</code>'],
    ['a`b', '<code>a&#96;b</code>'],
    ['<!-- x -->', '<code>&#60;&#33;&#45;&#45; x &#45;&#45;&#62;</code>'],
    ['a\nb', '<code>a&#65533;b</code>'],
    ['\u{1F308}', '<code>&#127752;</code>'],
    ['é', '<code>&#233;</code>'],
    ['', '<code></code>'],
  ])('%j', (text, expected) => {
    expect(code(text)).toBe(expected);
    expect(codeHtml(text)).toBe(expected);
  });

  test.each(ATTACKS)('leaves nothing to act on: attack %#', (attack) => {
    expect(dangers(code(attack))).toEqual([]);
    expect(read(code(attack)).outside).toBe('\u2423');
  });

  test('cuts at code points and says so', () => {
    const text = read(code('\u{1F308}'.repeat(1000))).codes[0];
    expect(Array.from(text ?? '')).toHaveLength(LIMITS.shownCharacters + 1);
    expect(text?.endsWith('\u{1F308}…')).toBe(true);
    expect(read(code('a'.repeat(LIMITS.shownCharacters))).codes[0]).toBe('a'.repeat(LIMITS.shownCharacters));
  });

  test('makes what cannot be seen visible, so that two names that differ look different', () => {
    const names = [
      'prod',
      '\u200bprod',
      'prod\u2060',
      '\ufeffprod',
      'pro\u00add',
      'prod\u3164',
      'prod\ufe0f',
      'prod\u{e0061}',
    ];
    for (const name of names.slice(1)) expect(decoded(code(name))).toContain('\ufffd');
    expect(new Set(names.map((name) => code(name))).size).toBeGreaterThan(1);
  });

  test('keeps marks of real scripts and stops stacks of them', () => {
    expect(read(code('नि')).codes[0]).toBe('नि');
    expect(read(code(`e${'\u0301'.repeat(100)}`)).codes[0]).toBe(`e${'\u0301'.repeat(4)}\ufffd`);
  });
});

describe('prose', () => {
  test.each([
    ['how many requests are stated', 'how many requests are stated'],
    [
      'unknown key `reqests`; the nearest is `requests`',
      'unknown key <code>reqests</code>; the nearest is <code>requests</code>',
    ],
    ['geographic profile: 10% above global', 'geographic profile: 10% above global'],
    ['from $3.00 to $3.30 as of 2026-10-08', 'from $3.00 to $3.30 as of 2026-10-08'],
    ['calls 5 → 6', 'calls 5 → 6'],
    ['a 30-day month in us-east-1', 'a 30-day month in us-east-1'],
    ['S3 Vectors (v2), 4.5', 'S3 Vectors (v2), 4.5'],
    ['var.model has no default', '<code>var&#46;model</code> has no default'],
    ['see infra/main.tf', 'see <code>infra&#47;main&#46;tf</code>'],
    ['1. first', '1&#46; first'],
    ['- first', '&#45; first'],
    ['line one\nline two', 'line one line two'],
    ['an `odd mark', 'an odd mark'],
    ['deadbeef', '<code>deadbeef</code>'],
  ])('%j', (text, expected) => {
    expect(prose(text)).toBe(expected);
    expect(proseHtml(text)).toBe(expected);
  });

  test.each(ATTACKS)('leaves nothing to act on: attack %#', (attack) => {
    expect(dangers(prose(attack))).toEqual([]);
    expect(dangers(prose(`the key \`${attack}\` is not known`))).toEqual([]);
  });

  test('is bounded', () => {
    expect(prose('@ '.repeat(100_000)).length).toBeLessThan(20_000);
  });
});

test.each([
  ['word', true],
  ["doesn't", true],
  ['in-region,', true],
  ['(idle)', true],
  ['1,000', true],
  ['+$350.40', true],
  ['−2.4%', true],
  ['10–20', true],
  ['2026-10-08', true],
  ['us-gov-west-1', true],
  ['EC2', true],
  ['@octocat', false],
  ['#12', false],
  ['GH-12', false],
  ['a_b', false],
  ['a.b', false],
  ['a/b', false],
  ['http://x', false],
  [':tada:', false],
  ['1234567', false],
  ['decade', true],
  ['facade7', false],
  ['<b>', false],
  ['*', false],
  ['é', false],
  ['a'.repeat(41), false],
])('the word %j is plain: %j', (word, expected) => {
  expect(isPlainWord(word)).toBe(expected);
});

test('words of ours cannot become markup either', () => {
  expect(own('a * b _ c | d < e > f & g ~ [h](i) `j` #k @l !m')).not.toMatch(/[*_|<>~[\]`@!]|&(?!#\d+;)/);
  expect(own('+$4,310.00/month (+21%) → $24,420.00 · ≥ –')).toBe(
    '+$4,310.00/month (+21%) → $24,420.00 · ≥ –',
  );
});

test('figures do not break', () => {
  expect(unbroken(own('−$1.00 (−2%)'))).toBe('−&NoBreak;$1.00&nbsp;(−&NoBreak;2%)');
});

describe('plain', () => {
  test.each(ATTACKS)('has no control, format or escape characters: attack %#', (attack) => {
    expect(plain(attack)).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
  });

  test('stays on one line and is cut', () => {
    expect(plain('a\r\n\tb')).toBe('a b');
    expect(plain('abcdef', 3)).toBe('abc…');
  });
});

test.each([
  ['https://github.com/o/r/actions/runs/1', 'https://github.com/o/r/actions/runs/1'],
  [
    'https://ghe.example:8443/o/r/actions/runs/1?x=y',
    'https://ghe.example:8443/o/r/actions/runs/1&#63;x&#61;y',
  ],
  ['http://github.com/', undefined],
  ['javascript:alert(1)', undefined],
  ['https://x/)[y](z', undefined],
  ['https://x/ y', undefined],
  ['https://x/"onclick', undefined],
])('the link target %j', (url, expected) => {
  expect(linkTarget(url)).toBe(expected);
});

test('a marker is one HTML comment', () => {
  expect(hiddenMarker('<!-- bedrock-cost-diff:v1 key=a run=1.1 -->')).toBe(
    '<!-- bedrock-cost-diff:v1 key=a run=1.1 -->',
  );
  for (const bad of ['x', '<!-- a --> b -->', '<!-- a\n -->', '<!-- a ---->', '<!-- é -->', '']) {
    expect(() => hiddenMarker(bad)).toThrow(/one HTML comment/);
  }
});

test('templates put safe text together', () => {
  expect(markdown`| ${code('x')} |\n`).toBe('| <code>x</code> |\n');
});
