import { describe, expect, test } from 'vitest';
import { renderDiagnostics } from '../../../src/render/diagnostics.ts';
import { renderEstimateTerminal } from '../../../src/render/estimate.ts';
import { renderTerminal } from '../../../src/render/terminal.ts';
import { breakAt, displayWidth } from '../../../src/render/width.ts';
import * as examples from './examples.ts';
import { estimate, item, price, reason, report } from './reports.ts';

const plainly = { color: false, width: 100, details: false };
const ESCAPE = String.fromCharCode(27);

test('the verdict, the totals, what needs attention and the reasons', () => {
  expect(
    renderTerminal(examples.overBudget(), plainly),
  ).toBe(`Bedrock cost: at least +$17,810.40/month (+355%), over budget by $2,831.40 and 1 other limit

$5,021.00 → at least $22,831.40 a month · budget $20,000.00

⚠️ 2 items are not priced, so the real figure is higher: aws_opensearchserverless_collection.kb
storage, triage input tokens

Cost layer             Base          Head                 Change
Model inference   $4,815.00  ≥ $22,140.00  ≥ +$17,325.00 (+360%)
Bedrock features          –     ≥ $485.40             ≥ +$485.40
Operational tail    $206.00       $206.00                      –
Total             $5,021.00  ≥ $22,831.40  ≥ +$17,810.40 (+355%)

Why
- support-agent model calls per request 1 → 6 (+$17,325.00)
- aws_opensearchserverless_collection.kb added, billed even when idle (+$350.40)
- support-agent Guardrails added (+$135.00)

Budget
  Limit                        At most        Head  Result
  Total a month             $20,000.00  $22,831.40  over by $2,831.40
    set in bedrock-cost.yml:31
  Total, increase a month      $500.00  $17,810.40  over by $17,310.40, warns only
    set in bedrock-cost.yml:32
  Operational tail a month     $300.00     $206.00  within
    set in bedrock-cost.yml:33

base a1b2c3d → head e4f5a6b · us-east-1 prices as of 2026-10-08 · 30-day month, 730 hours · figures:
99% declared, 1% assumed

With --details: By workload · Line items and arithmetic · Not priced, and what to add · Problems
found: 1 warning · Cheaper options
`);
});

describe('width', () => {
  test.each([60, 72, 100, 160])('%d columns hold', (width) => {
    const wide = Object.values(examples).flatMap((make) =>
      renderTerminal(make(), { color: false, width, details: true }).split('\n'),
    );
    // Lines to copy stay whole.
    expect(wide.filter((line) => displayWidth(line) > width && !/^ *write /.test(line))).toEqual([]);
  });

  test('columns stay aligned beside wide characters', () => {
    const charges = ['東京', 'ab'].map((owner) =>
      item({ owner, component: 'x', price: price('1', 1, 'requests') }),
    );
    const text = renderTerminal(report({ head: charges }), { ...plainly, details: true });
    const rows = text.split('\n').filter((line) => / {2}\$1,000\.00 {2}\+/.test(line));
    const ends = rows.map((row) => displayWidth(row.slice(0, row.indexOf('$'))));
    expect(rows.length).toBeGreaterThanOrEqual(4);
    expect(new Set(ends.slice(0, 2)).size).toBe(1);
  });

  test('a name wider than the line is broken, not cut', () => {
    const owner = 'x'.repeat(90);
    const text = renderTerminal(report({ head: [], reasons: [reason(1, { name: owner })] }), {
      ...plainly,
      width: 40,
    });
    expect(text.replaceAll('\n', '')).toContain(owner);
  });

  test.each([
    ['', 0],
    ['abc', 3],
    ['−–→≥·', 5],
    ['東京', 4],
    ['e\u0301', 1],
    ['🌈', 2],
    ['한', 2],
    ['ｆ', 2],
  ])('of %j', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });

  test('pieces are whole characters', () => {
    expect(breakAt('a東京b', 3)).toEqual(['a東', '京b']);
    expect(breakAt('東京', 1)).toEqual(['東', '京']);
    expect(breakAt('', 5)).toEqual([]);
  });
});

describe('colour', () => {
  test('is only added, never needed', () => {
    const painted = renderTerminal(examples.overBudget(), { ...plainly, color: true });
    expect(painted).toContain(`${ESCAPE}[1;31mBedrock${ESCAPE}[0m`);
    expect(painted.replaceAll(new RegExp(`${ESCAPE}\\[[0-9;]*m`, 'g'), '')).toBe(
      renderTerminal(examples.overBudget(), plainly),
    );
  });

  test('is absent where it is not wanted', () => {
    expect(renderTerminal(examples.overBudget(), { ...plainly, details: true })).not.toContain(ESCAPE);
  });

  test.each([
    [examples.decrease(), '1;32'],
    [examples.adoption(), '1'],
    [examples.notDecidable(), '1;31'],
  ])('of the headline %#', (given, codes) => {
    expect(renderTerminal(given, { ...plainly, color: true })).toMatch(`${ESCAPE}[${codes}mBedrock`);
  });
});

test('an estimate', () => {
  const { diff, prices, diagnostics } = examples.overBudget();
  const charges = diff.charges.flatMap(({ head }) => (head === undefined ? [] : [head]));
  const training = item({
    owner: 'tuned',
    component: 'training',
    period: 'one-time',
    factors: [],
    price: price('480', 1, 'runs'),
  });
  expect(
    renderEstimateTerminal(estimate([...charges, training], diagnostics), prices, plainly),
  ).toContain(`Bedrock cost: at least $22,831.40/month, and $480.00 once

⚠️ 2 items are not priced, so the real figure is higher: aws_opensearchserverless_collection.kb
storage, triage input tokens

Cost layer           Per month  Share  One-time
Model inference   ≥ $22,140.00    97%   $480.00
Bedrock features     ≥ $485.40   2.1%         –
Operational tail       $206.00   0.9%         –
Total             ≥ $22,831.40   100%   $480.00
`);
  expect(renderEstimateTerminal(estimate([]), prices, plainly)).toContain(
    'Bedrock cost: nothing that is billed was found',
  );
  const open = charges.filter(({ cost }) => cost.kind === 'unpriced');
  expect(renderEstimateTerminal(estimate(open), prices, plainly)).toContain(
    'Bedrock cost: not known, 2 items have no price',
  );
});

test('problems alone', () => {
  const { diagnostics } = examples.notDecidable();
  expect(
    renderDiagnostics({ diagnostics, projects: ['.'], charges: [] }, plainly),
  ).toBe(`Problems found: 1 error

- error \`manifest-unknown-key\`: unknown key \`reqests\`; the nearest known key is \`requests\`
  (bedrock-cost.yml:27)
  write requests: 2M per month
`);
  expect(renderDiagnostics({ diagnostics: [], projects: ['a', 'b'], charges: [] }, plainly)).toBe(
    'No problems found in 2 projects\n',
  );
});
