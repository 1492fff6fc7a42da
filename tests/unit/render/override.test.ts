import { expect, test } from 'vitest';
import { decimal } from '../../../src/model/decimal.ts';
import type { OverrideOutcome } from '../../../src/model/override.ts';
import { renderComment } from '../../../src/render/comment.ts';
import { renderJson } from '../../../src/render/json.ts';
import { reportSchema } from '../../../src/render/report-schema.ts';
import { renderTerminal } from '../../../src/render/terminal.ts';
import * as examples from './examples.ts';

const given = { label: 'bedrock-cost-approved', actor: 'octocat', at: '2026-11-27T06:12:00Z' } as const;

function under(outcome: OverrideOutcome) {
  const { verdict, ...report } = examples.overBudget();
  return { ...report, verdict: { ...verdict, fails: outcome.kind !== 'covers', override: outcome } };
}

test.each<[OverrideOutcome, RegExp, RegExp]>([
  [
    { kind: 'covers', ...given, upTo: decimal('19035') },
    /over budget by \S+.* \(approved\)$/,
    /^Approved by octocat on 2026-11-27 for up to \$19,035\.00 a month, with the label bedrock-cost-approved: the build does not fail\.$/,
  ],
  [
    { kind: 'exceeded', ...given, upTo: decimal('19035'), because: 'dearer' },
    /over budget by (?!.*approved)/,
    /^Approved by octocat on 2026-11-27 for up to \$19,035\.00 a month, and the cost has risen since, so the approval does not hold any more\. Remove the label bedrock-cost-approved and set it again to approve what stands here now\.$/,
  ],
  [
    { kind: 'not-recorded', ...given },
    /over budget by (?!.*approved)/,
    /^Approved by octocat on 2026-11-27, but the cost that stood then is not on record, so the approval does not hold\. Remove/,
  ],
  [
    { kind: 'unreadable', label: given.label, why: 'GitHub answered 502.' },
    /over budget by (?!.*approved)/,
    /^The label bedrock-cost-approved could not be read, so it counts as not set: GitHub answered 502\.$/,
  ],
])('%o', (outcome, headline, sentence) => {
  const made = under(outcome);
  const lines = renderTerminal(made, { color: false, width: 400, details: false }).split('\n');
  expect(lines[0]).toMatch(headline);
  expect(lines.filter((each) => sentence.test(each))).toHaveLength(1);
  const json: unknown = JSON.parse(renderJson(made));
  expect(reportSchema.parse(json).verdict.override?.kind).toBe(outcome.kind);
});

test('names in it are inert', () => {
  const made = under({ kind: 'covers', ...given, actor: '@everyone <img src=x>', upTo: decimal(1) });
  expect(renderComment(made)).not.toMatch(/@everyone|<img/);
});
