import { expect, test } from 'vitest';
import type { Diagnostic } from '../../../src/model/diagnostic.ts';
import { renderAnnotations } from '../../../src/render/annotations.ts';
import * as examples from './examples.ts';
import { report } from './reports.ts';

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
  ]);
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
  [10, 10, 'problem 9'],
  [11, 10, '2 more of this level are in the report.'],
  [5000, 10, '4991 more of this level are in the report.'],
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
