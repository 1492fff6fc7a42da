import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { INPUT_NAMES } from '../../src/github/input-names.ts';
import { InputError, type Inputs, readInputs } from '../../src/github/inputs.ts';
import { reportOutputs } from '../../src/github/outputs.ts';
import { reportOf } from './report.ts';

function inputs(given: Readonly<Record<string, string>>, variables: readonly string[] = []): Inputs {
  return readInputs((name) => given[name] ?? '', variables);
}

function problems(given: Readonly<Record<string, string>>, variables: readonly string[] = []): string[] {
  try {
    inputs(given, variables);
  } catch (error) {
    if (error instanceof InputError) return error.problems.map(({ message, hint }) => `${message} ${hint}`);
    throw error;
  }
  return [];
}

describe('inputs', () => {
  test('have defaults', () => {
    const { commentMinimum, ...others } = inputs({});
    expect(commentMinimum.isZero()).toBe(true);
    expect(others).toEqual({
      token: '',
      budgets: [],
      comment: 'changes',
      commentKey: 'default',
      annotations: true,
      summary: true,
    });
  });

  test('are read in full', () => {
    const read = inputs({
      token: 't',
      'working-directory': './services/RAG bot/',
      manifests: 'a/bedrock-cost.yml\n\n  ./b/*.yml  \n',
      base: 'main',
      head: './head',
      budget: '20000',
      'max-increase': '0.5',
      'max-increase-percent': '10%',
      'on-unpriced': 'warn',
      comment: 'over-budget',
      'comment-minimum': '5.25',
      'override-label': 'cost: agreed',
      prices: 'prices.yml',
      annotations: 'false',
      summary: 'false',
    });
    expect(read).toMatchObject({
      workingDirectory: 'services/RAG bot',
      manifests: ['a/bedrock-cost.yml', 'b/*.yml'],
      base: 'main',
      head: './head',
      onUnpriced: 'warn',
      comment: 'over-budget',
      commentKey: 'services-rag-bot',
      overrideLabel: 'cost: agreed',
      prices: 'prices.yml',
      annotations: false,
      summary: false,
    });
    expect(read.commentMinimum.toFixed()).toBe('5.25');
    expect(
      read.budgets.map(({ measure, max, action, from }) => [measure, max.toFixed(), action, from]),
    ).toEqual([
      ['monthly', '20000', 'fail', 'input'],
      ['increase', '0.5', 'fail', 'input'],
      ['increase_percent', '10', 'fail', 'input'],
    ]);
  });

  test.each([
    [{ budget: '20k' }, /"budget" is "20k"; expected an amount in US dollars\. budget: 20000$/],
    [{ budget: '$1,000.50' }, /budget: 1000\.50?$/],
    [{ budget: '1_000' }, /budget: 1000$/],
    [{ budget: '-5' }, /budget: 20000$/],
    [{ budget: '1e3' }, /expected an amount/],
    [{ budget: '0x3E8' }, /expected an amount/],
    [{ budget: 'NaN' }, /expected an amount/],
    [{ budget: '9'.repeat(30) }, /expected an amount/],
    [{ 'max-increase-percent': 'ten' }, /max-increase-percent: 10$/],
    [{ 'on-unpriced': 'Fail' }, /on-unpriced: fail$/],
    [{ 'on-unpriced': 'ignore' }, /on-unpriced: warn \| fail$/],
    [{ comment: 'over_budget' }, /comment: over-budget$/],
    [{ comment: 'sometimes' }, /expected one of "changes", "increase"/],
    [{ annotations: 'yes' }, /expected "true" or "false"\. annotations: true$/],
    [{ summary: 'True' }, /summary: true$/],
    [{ summary: '0' }, /summary: false$/],
    [{ 'comment-key': 'My Key' }, /comment-key: my-key$/],
    [{ 'comment-key': 'a--b' }, /comment-key: a-b$/],
    [{ 'comment-key': '--> <!--' }, /comment-key: production$/],
    [{ 'working-directory': '../../etc' }, /expected a path inside the repository/],
    [{ 'working-directory': '/etc' }, /expected a path inside the repository/],
    [{ manifests: 'ok.yml\n../../../../etc/passwd' }, /"manifests" is "\.\.\/\.\.\/\.\.\/\.\.\/etc\/passwd"/],
    [{ prices: 'a/../../b' }, /"prices"/],
  ])('%j is refused with the right spelling', (given, expected) => {
    expect(problems(given)).toEqual([expect.stringMatching(expected)]);
  });

  test('that are all wrong are all named at once', () => {
    expect(problems({ budget: 'x', comment: 'x', summary: 'x' })).toHaveLength(3);
  });

  test.each(['INPUT_MAX_INCREASE', 'INPUT_MAXINCREASE', 'INPUT_MAX INCREASE'])(
    '%s is a misspelt name',
    (variable) => {
      expect(problems({}, ['INPUT_MAX-INCREASE', variable])).toEqual([
        expect.stringMatching(/The input ".*" does not exist\. Write "max-increase"\.$/),
      ]);
    },
  );

  test.each([
    ['INPUT_MAX-INCRESE', 'max-increase'],
    ['INPUT_BUGDET', 'budget'],
    ['INPUT_BUDGETS', 'budget'],
    ['INPUT_MANIFEST', 'manifests'],
    ['INPUT_MANIFEST-PATH', 'manifests'],
    ['INPUT_GITHUB-TOKEN', 'token'],
    ['INPUT_GITHUB_TOKEN', 'token'],
    ['INPUT_BASE-REF', 'base'],
    ['INPUT_HEADS', 'head'],
    ['INPUT_ON-UNPRICE', 'on-unpriced'],
    ['INPUT_COMMENTS', 'comment'],
    ['INPUT_CONSTRUCTOR', undefined],
    ['INPUT_HTTP-PROXY', undefined],
  ])('%s stands for %s', (variable, meant) => {
    expect(problems({}, [variable])).toEqual(
      meant === undefined ? [] : [expect.stringMatching(new RegExp(`Write "${meant}"\\.$`))],
    );
  });

  test('of other actions are none of our business', () => {
    expect(
      problems({}, [
        'INPUT_NODE-VERSION',
        'INPUTX',
        'PATH',
        ...INPUT_NAMES.map((name) => `INPUT_${name.toUpperCase()}`),
      ]),
    ).toEqual([]);
  });
});

describe('action.yml', () => {
  const action = parse(readFileSync(new URL('../../action.yml', import.meta.url), 'utf8'));

  test('declares the inputs that are read, no others, each with a description', () => {
    expect(Object.keys(action.inputs)).toEqual([...INPUT_NAMES]);
    for (const input of Object.values(action.inputs))
      expect(input).toMatchObject({ description: expect.stringMatching(/\w+.*\.$/s) });
  });

  test('leaves every default but the token to the code', () => {
    const withDefault = Object.entries(action.inputs as Record<string, object>).filter(
      ([, input]) => 'default' in input,
    );
    expect(withDefault.map(([name]) => name)).toEqual(['token']);
  });

  test('declares the outputs that are set', () => {
    const set = [...reportOutputs(reportOf()).keys(), 'comment-id', 'comment-url', 'report', 'markdown'];
    expect(Object.keys(action.outputs).sort()).toEqual(set.sort());
  });

  test('runs the bundle on Node 24', () => {
    expect(action.runs).toEqual({ using: 'node24', main: 'dist/action/index.js' });
  });
});
