/** Walls inside src/render that types cannot build. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const FOLDER = resolve(import.meta.dirname, '../../../src/render');
const FILES = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({
    name: name.replaceAll('\\', '/'),
    text: readFileSync(join(FOLDER, name), 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, ''),
  }));

const filesWith = (pattern: RegExp): readonly string[] =>
  FILES.filter(({ text }) => pattern.test(text)).map(({ name }) => name);

test('only the escaping makes Markdown and HTML out of text', () => {
  expect(filesWith(/\bas (?:string as )?\(?(?:Markdown|Html)\b/)).toEqual(['escape.ts']);
});

test('only the rounding makes figures', () => {
  expect(filesWith(/\bas Figure\b/)).toEqual(['money.ts']);
  expect(filesWith(/\.toFixed\([^)]|toDecimalPlaces|toSignificantDigits|Math\.round|toPrecision/)).toEqual([
    'money.ts',
  ]);
});

test('words of ours are made of literals of the source only', () => {
  expect(filesWith(/kind: 'own'/)).toEqual(['document.ts']);
  expect(filesWith(/kind: 'figure'/)).toEqual(['document.ts']);
  // The templates are tags: called as functions, they would take text that is no literal.
  expect(filesWith(/\b(?:line|markdown|html)\(/)).toEqual(['document.ts', 'escape.ts']);
});

test('nothing asks for the locale, the time, or floats of money', () => {
  expect(filesWith(/toLocale|Intl\.|new Date|Math\.random|\.toNumber\(|parseFloat/)).toEqual([]);
});
