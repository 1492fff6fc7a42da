/** A report in which every text that could come from a pull request is the same text. */
import type { Charge } from '../../../src/model/charge.ts';
import { decimal } from '../../../src/model/decimal.ts';
import { type ModelChanges, USUAL_REQUEST } from '../../../src/model/model-change.ts';
import type { Report } from '../../../src/model/report.ts';
import { budget, item, price, range, reason, report } from './reports.ts';

export function hostileReport(text: string): Report {
  const at = { file: text, line: 7 };
  const paid = (amount: number, component: string): Charge =>
    item({
      project: text,
      owner: text,
      component: `${text}${component}`,
      item: `${text}${amount}`,
      region: text,
      factors: [{ name: text, value: range(amount, amount, amount), origin: 'declared', at }],
      unit: text,
      price: {
        ...price('1', 1, text, text),
        region: text,
        assumedFrom: text,
        adjusted: text,
        confidence: 'C',
      },
      notes: [text],
      at,
    });
  const open = (component: string, hint: string): Charge =>
    item({
      project: `${text}2`,
      owner: { kind: 'resource', name: text },
      layer: 'features',
      component,
      price: text,
      hint,
      at,
    });
  return report({
    base: [paid(10, 'a'), paid(20, 'removed')],
    head: [
      paid(30, 'a'),
      paid(40, 'added'),
      open(text, text),
      open(`${text}3`, `key: ${text}\n  other: ${text}`),
    ],
    modelChanges: hostileModelChanges(text),
    switches: [
      {
        project: text,
        owner: { kind: 'workload', name: text },
        call: text,
        from: text,
        to: text,
        at: { ...at, line: 4 },
        elsewhere: [{ ...at, line: 5 }],
        parts: [
          { kind: text, amount: decimal(3), charge: text },
          { kind: 'profile', amount: decimal(2), charge: text },
        ],
        unpriced: text,
      },
    ],
    budgets: [
      budget(5, { at }),
      budget(5, { scope: { kind: 'workload', project: text, workload: text }, at }),
    ],
    verdict: {
      breaches: [
        {
          budget: budget(5, { scope: { kind: 'workload', project: text, workload: text }, at }),
          actual: range(9, 9, 9).expected,
          over: range(4, 4, 4).expected,
        },
      ],
      status: 'fail',
      fails: true,
      because: [text],
    },
    causes: {
      [paid(30, 'a').id]: [
        { kind: text, from: text, to: text, amount: range(5, 5, 5).expected },
        { kind: text, from: text, to: text, amount: range(15, 15, 15).expected },
      ],
    },
    reasons: [
      reason(20, { name: text }, { plain: text }, { name: text }),
      reason(1, { plain: `: ${text} 5 → 6` }),
    ],
    diagnostics: [
      { code: 'manifest-unknown-key', severity: 'error', message: `unknown key \`${text}\``, at, hint: text },
      { code: 'iac-unresolved', severity: 'warning', message: text, at, hint: `key: ${text}` },
    ],
    advice: [
      {
        kind: 'tier',
        words: [{ plain: text }, { name: text }],
        condition: text,
        about: text,
        saves: range(1, 2, 3),
      },
    ],
    revisions: [text, text],
    regions: [text, `${text}2`],
  });
}

function hostileModelChanges(text: string): ModelChanges {
  const prices = { profile: text, input: decimal(1), output: decimal(5), requests: decimal(4.5) };
  const model = { id: text, title: text, prices: [prices] };
  const place = { at: { file: text, line: 3 }, name: text, use: 'constant' } as const;
  return {
    uncounted: [
      {
        project: text,
        before: model,
        after: { ...model, prices: [{ ...prices, requests: decimal(9) }] },
        places: [place, place],
        region: text,
        regionAssumed: true,
        effects: [{ before: prices, after: { ...prices, requests: decimal(9) } }],
        tokens: { range: { low: decimal(1), high: decimal('1.35') }, source: text },
        staleWorkload: text,
        restated: { before: decimal(1), after: decimal(2) },
        lines: [`model: ${text}`],
      },
      {
        project: text,
        after: { id: text, prices: [], why: text },
        places: [place],
        region: text,
        regionAssumed: false,
        effects: [],
        lines: [text],
      },
    ],
    counted: [{ project: text, workload: text, place }],
    lesser: 2,
    request: USUAL_REQUEST,
  };
}
