import { expect, test } from 'vitest';
import { renderAnnotations } from '../../../src/render/annotations.ts';
import { renderComment } from '../../../src/render/comment.ts';
import { renderTerminal } from '../../../src/render/terminal.ts';
import { budget, item, price, report } from './reports.ts';

const head = [item({ owner: 'chat', component: 'x', price: price('1', 1, 'requests') })];
const scope = { kind: 'environment', project: '.', environment: 'production' } as const;
const limit = budget(600, { scope, on: 'high', message: 'Ask @finops <b>first</b>.' });
const breaches = [{ budget: limit, actual: limit.max.plus(400), over: limit.max.minus(200) }];
const made = report({ head, budgets: [limit], verdict: { status: 'fail', fails: true, breaches } });

test('a limit on high usage of an environment says so, with what the team says', () => {
  const text = renderTerminal(made, { color: false, width: 400, details: true });
  expect(text.split('\n')[0]).toContain('environment production over budget by $400.00 at high usage');
  expect(text).toMatch(/environment production a month, at high usage/);
  expect(text).toContain('Ask @finops <b>first</b>.');
  expect(renderAnnotations(made)[0]?.message).toBe(
    'environment production, cost a month: $1,000.00 at high usage is $400.00 over the limit of $600.00. Ask @finops <b>first</b>.',
  );
});

test('what the team says is inert', () => {
  expect(renderComment(made)).not.toMatch(/@finops|<b>/);
});
