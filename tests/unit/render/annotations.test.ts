import { expect, test } from 'vitest';
import { decimal } from '../../../src/model/decimal.ts';
import type { Diagnostic } from '../../../src/model/diagnostic.ts';
import { renderAnnotations } from '../../../src/render/annotations.ts';
import * as examples from './examples.ts';
import { factor, item, price, report } from './reports.ts';

test('broken limits, problems and what has no price, each at its line', () => {
  expect(renderAnnotations(examples.overBudget())).toEqual([
    {
      level: 'error',
      title: 'Bedrock cost: over budget',
      message: 'Total cost a month: $22,831.40 is $2,831.40 over the limit of $20,000.00.',
      file: 'bedrock-cost.yml',
      line: 31,
    },
    {
      level: 'warning',
      title: 'Bedrock cost: over budget',
      message: 'Total increase a month: $17,810.40 is $17,310.40 over the limit of $500.00.',
      file: 'bedrock-cost.yml',
      line: 32,
    },
    {
      level: 'warning',
      title: 'Bedrock cost: iac-unresolved',
      message:
        'the count of `aws_bedrockagent_agent_alias.canary` depends on `var.canary`, which has no default. Write: iac: [{ terraform: infra/agents, variables: { canary: 0 } }]',
      file: 'infra/agents/support.tf',
      line: 88,
    },
    {
      level: 'warning',
      title: 'Bedrock cost: not priced',
      message:
        'aws_opensearchserverless_collection.kb, storage: how much it stores is not stated. Write: resources: { aws_opensearchserverless_collection.kb: { storage: 10 GB } }',
      file: 'infra/agents/support.tf',
      line: 41,
    },
    {
      level: 'warning',
      title: 'Bedrock cost: not priced',
      message:
        'triage, input tokens: the model id in `services/triage/handler.py` is read from the environment. Write: model: global.anthropic.claude-haiku-4-5-20251001-v1:0',
      file: 'bedrock-cost.yml',
      line: 28,
    },
    {
      level: 'notice',
      title: 'Bedrock cost: increase',
      message: 'aws_opensearchserverless_collection.kb: +$350.40 a month.',
      file: 'infra/agents/support.tf',
      line: 41,
    },
  ]);
});

test('the five lines that cause the largest increases, each with the sum of what it causes', () => {
  const charge = (line: number, cost: number, component: string) =>
    item({
      owner: `w${line}`,
      component,
      price: price('1', 1, 'request'),
      factors: [factor('requests', cost)],
      at: { file: 'bedrock-cost.yml', line },
    });
  const lines = [1, 2, 3, 4, 5, 6];
  const base = [...lines.map((line) => charge(line, 10, 'a')), charge(7, 50, 'a'), charge(8, 5, 'a')];
  const head = [
    ...lines.map((line) => charge(line, 10 + line, 'a')),
    charge(6, 100, 'b'),
    charge(7, 10, 'a'),
    charge(8, 5, 'a'),
  ];
  const marked = renderAnnotations(report({ base, head }));
  expect(marked.map(({ line, message }) => [line, message])).toEqual([
    [6, 'w6: +$106.00 a month.'],
    [5, 'w5: +$5.00 a month.'],
    [4, 'w4: +$4.00 a month.'],
    [3, 'w3: +$3.00 a month.'],
    [2, 'w2: +$2.00 a month.'],
  ]);
});

test('an increase is marked at the factor that causes most of it', () => {
  const at = { file: 'bedrock-cost.yml', line: 3 };
  const charge = (calls: number, tokens: number) =>
    item({
      owner: 'agent',
      component: 'input tokens',
      price: price('1', 1, 'token'),
      factors: [factor('calls', calls, 'declared', 7), factor('tokens', tokens, 'iac', 9)],
      at,
    });
  const base = [charge(5, 100)];
  const head = [charge(6, 110)];
  const id = head[0]?.id ?? '';
  const causes = [
    { kind: 'calls', amount: decimal(100) },
    { kind: 'tokens', amount: decimal(60) },
  ];
  const [marked] = renderAnnotations(report({ base, head, causes: { [id]: causes } }));
  expect(marked).toMatchObject({ file: 'bedrock-cost.yml', line: 7, message: 'agent: +$160.00 a month.' });
  const unknown = [{ kind: 'price', amount: decimal(160) }];
  expect(renderAnnotations(report({ base, head, causes: { [id]: unknown } }))[0]).toMatchObject(at);
});

test('a breach that does not fail the build is a warning', () => {
  const { verdict, ...rest } = examples.overBudget();
  const [first] = renderAnnotations({ ...rest, verdict: { ...verdict, fails: false } });
  expect(first?.level).toBe('warning');
});

const problems = (number: number, severity: Diagnostic['severity']): readonly Diagnostic[] =>
  Array.from({ length: number }, (_, index) => ({
    code: 'iac-missing',
    severity,
    message: `problem ${index}`,
    at: { file: 'main.tf', line: index + 1 },
  }));

test.each([
  [8, 8, 'problem 7'],
  [9, 8, '2 more of this level are in the report.'],
  [5000, 8, '4993 more of this level are in the report.'],
])('of %d errors %d are marked', (number, marked, last) => {
  const annotations = renderAnnotations(
    report({ diagnostics: [...problems(number, 'error'), ...problems(3, 'notice')] }),
  );
  const errors = annotations.filter(({ level }) => level === 'error');
  expect(errors).toHaveLength(marked);
  expect(errors.at(-1)?.message).toBe(last);
  expect(annotations.filter(({ level }) => level === 'notice')).toHaveLength(3);
});

test('what only the base has is at no line of the head', () => {
  const given = report({ diagnostics: problems(1, 'warning') });
  const diagnostics = given.diagnostics.map((diagnostic) => ({ ...diagnostic, side: 'base' as const }));
  expect(renderAnnotations({ ...given, diagnostics })).toEqual([
    { level: 'warning', title: 'Bedrock cost: iac-missing', message: 'problem 0' },
  ]);
});
