import { expect, test } from 'vitest';
import { renderHtml } from '../../../src/render/html.ts';
import * as examples from './examples.ts';
import { decoded } from './reader.ts';

test('the page needs nothing from anywhere', () => {
  const page = renderHtml(examples.overBudget());
  expect(page).not.toMatch(/<script|src=|href=|@import|url\(/i);
  expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
  expect(page.startsWith('<!doctype html>\n<html lang="en">')).toBe(true);
});

test('the page says what the summary says', () => {
  const page = decoded(renderHtml(examples.overBudget()).replace(/<[^>]*>/g, ''));
  expect(page).toContain(
    'Bedrock cost: at least +$17,810.40/month (+355%), over budget by $2,831.40 and 1 other limit',
  );
  expect(page).toContain('150,000 requests × 1 → 6 calls per request × 3,000 input tokens');
  expect(page).toContain('rag-chatbot input tokens');
});

test('every element that opens closes', () => {
  for (const make of Object.values(examples)) {
    const open: string[] = [];
    for (const [, slash, name = ''] of renderHtml(make()).matchAll(/<(\/?)([a-z0-9]+)[^>]*>/g)) {
      if (name === 'meta') continue;
      if (slash === '') open.push(name);
      else expect(open.pop()).toBe(name);
    }
    expect(open).toEqual([]);
  }
});

test.each([
  [examples.overBudget(), 'bad'],
  [examples.decrease(), 'good'],
  [examples.adoption(), 'plain'],
])('a headline looks as its verdict %#', (given, tone) => {
  expect(renderHtml(given)).toContain(`<h1 class="${tone}">`);
});
