import { describe, expect, test } from 'vitest';
import { BEDROCK_TYPES } from '../../../src/iac/bedrock-types.ts';
import { ParseCache } from '../../../src/iac/parse-cache.ts';
import { relativePath, resolvePath } from '../../../src/iac/paths.ts';
import {
  findInfrastructureRoots,
  readInfrastructure,
  wantedByInfrastructure,
} from '../../../src/iac/read.ts';
import { number, plain, read } from './support.ts';

const texts = (files: Readonly<Record<string, string>>) => new Map(Object.entries(files));
const call = (source: string) => `module "m" {\n  source = "${source}"\n}\n`;
const resource = 'resource "a" "b" {\n  v = 1\n}\n';

describe('which files are wanted', () => {
  test.each([
    ['main.tf', true],
    ['infra/prod/main.tf', true],
    ['cdk.tf.json', true],
    ['prod.tfvars', true],
    ['x.auto.tfvars.json', true],
    ['terraform.tfvars.example', true],
    ['main.tf.bak', false],
    ['.terraform/modules/m/main.tf', false],
    ['infra/.terraform/modules/m/main.tf', false],
    ['terraform.tfstate', false],
    ['app.py', false],
  ])('%s: %s', (path, wanted) => {
    expect(wantedByInfrastructure(path)).toBe(wanted);
  });
});

describe('roots that are found', () => {
  const roots = (files: Readonly<Record<string, string>>) =>
    findInfrastructureRoots(texts(files)).map(({ directory }) => directory);

  test.each([
    [
      'each directory with configuration',
      { 'a/main.tf': '', 'b/c/main.tf': '', 'd/x.tfvars': '' },
      ['a', 'b/c'],
    ],
    [
      'none that is called',
      { 'env/main.tf': call('../m'), 'm/main.tf': call('./n'), 'm/n/main.tf': '' },
      ['env'],
    ],
    ['the tree itself', { 'main.tf': call('./m'), 'm/main.tf': '' }, ['.']],
    [
      'an example and not what it shows',
      { 'main.tf': '', 'examples/x/main.tf': call('../..') },
      ['examples/x'],
    ],
    ['the first of a circle', { 'a/main.tf': call('../b'), 'b/main.tf': call('../a') }, ['a']],
    ['one that calls itself', { 'a/main.tf': call('../a') }, ['a']],
    ['none for what is not there', { 'a/main.tf': call('../nothing') }, ['a']],
  ])('%s', (_, files, expected) => {
    expect(roots(files)).toEqual(expected);
  });

  test('are read where none is given', () => {
    const { resources } = readInfrastructure(
      texts({ 'env/main.tf': call('../m'), 'm/main.tf': resource }),
      undefined,
    );
    expect(resources.map(({ address }) => address)).toEqual(['module.m.a.b']);
  });
});

describe('reading', () => {
  test('reports a root that does not exist at the place that names it', () => {
    const at = { file: 'bedrock-cost.yml', line: 7, column: 5 };
    const { resources, diagnostics } = read({ 'main.tf': resource }, { directory: 'infra', at });
    expect(resources).toEqual([]);
    expect(diagnostics).toEqual([
      { code: 'iac-missing', severity: 'error', message: 'infra holds no Terraform files.', at },
    ]);
  });

  test('takes a directory that is all in the JSON syntax for a root', () => {
    const files = { 'infra/cdk.tf.json': '{ "resource": { "t": { "t": {} } } }' };
    const { resources, diagnostics } = readInfrastructure(texts(files), undefined);
    expect(resources).toMatchObject([{ address: 't.t', at: { file: 'infra/cdk.tf.json', line: 1 } }]);
    expect(diagnostics).toEqual([]);
  });

  test('reports a problem of a module that several roots use once', () => {
    const files = { 'a/main.tf': call('../m'), 'b/main.tf': call('../m'), 'm/main.tf': 'x = =\n' };
    expect(readInfrastructure(texts(files), undefined).diagnostics).toHaveLength(1);
  });

  test('keeps resources of different roots apart, though their addresses are the same', () => {
    const { resources, diagnostics } = readInfrastructure(
      texts({ 'a/main.tf': resource, 'b/main.tf': resource }),
      undefined,
    );
    expect(resources.map(({ at }) => at.file)).toEqual(['a/main.tf', 'b/main.tf']);
    expect(diagnostics).toEqual([]);
  });

  test('gives the same answer for the same texts', () => {
    const files = texts({
      'main.tf': `${call('./m')}${resource}`,
      'm/main.tf': resource,
      'terraform.tfvars': 'x = 1\n',
    });
    expect(readInfrastructure(files, undefined)).toEqual(
      readInfrastructure(new Map([...files].reverse()), undefined),
    );
  });
});

describe('types of Amazon Bedrock that do not exist', () => {
  test.each([
    ['aws_bedrock_knowledge_base', 'The nearest type is aws_bedrockagent_knowledge_base.'],
    ['aws_bedrock_data_source', 'The nearest type is aws_bedrockagent_data_source.'],
    ['aws_bedrock_agent', 'The nearest type is aws_bedrockagent_agent.'],
    [
      'aws_bedrock_model_invocation_logging',
      'The nearest type is aws_bedrock_model_invocation_logging_configuration.',
    ],
  ])('%s', (type, hint) => {
    const { resources, diagnostics } = read({ 'main.tf': `resource "${type}" "x" {\n  count = 2\n}\n` });
    expect(diagnostics).toMatchObject([
      { code: 'iac-unknown-type', severity: 'warning', hint, at: { line: 1 } },
    ]);
    expect(resources).toHaveLength(2);
  });

  test('are told from those that do', () => {
    const files = [...BEDROCK_TYPES, 'aws_lambda_function', 'awscc_bedrock_agent'].map(
      (type) => `resource "${type}" "x" {}\n`,
    );
    expect(read({ 'main.tf': files.join('') }).diagnostics).toEqual([]);
  });
});

describe('the parse cache', () => {
  test('parses a file once for two trees that share it', () => {
    const cache = new ParseCache();
    const parsed: string[] = [];
    const parse = (path: string, text: string) => {
      parsed.push(`${path} ${text}`);
      return { path, text };
    };
    const first = cache.parsed('a.tf', 'x', parse);
    expect(cache.parsed('a.tf', 'x', parse)).toBe(first);
    expect(cache.parsed('a.tf', 'y', parse)).not.toBe(first);
    expect(cache.parsed('b.tf', 'x', parse)).toEqual({ path: 'b.tf', text: 'x' });
    expect(parsed).toEqual(['a.tf x', 'a.tf y', 'b.tf x']);
  });

  test('changes no answer', () => {
    const cache = new ParseCache();
    const base = texts({ 'main.tf': resource, 'm/main.tf': 'resource "a" "c" {}\n' });
    const head = texts({ 'main.tf': resource.replace('1', '2'), 'm/main.tf': 'resource "a" "c" {}\n' });
    readInfrastructure(base, undefined, cache);
    const withCache = readInfrastructure(head, undefined, cache);
    expect(withCache).toEqual(readInfrastructure(head, undefined));
    expect(plain(withCache.resources[0]?.attributes)).toEqual({ v: number(2) });
  });
});

describe('paths', () => {
  test.each([
    ['.', './a', 'a'],
    ['.', '.', '.'],
    ['a/b', '../c', 'a/c'],
    ['a', '..', '.'],
    ['a', './/b/./', 'a/b'],
    ['.', '..', undefined],
    ['a', '../../b', undefined],
    ['a', '/etc', undefined],
    ['a', 'b\\c', undefined],
  ])('%s and %s', (directory, path, expected) => {
    expect(resolvePath(directory, path)).toBe(expected);
  });

  test.each([
    ['.', '.', '.'],
    ['.', 'a/b', 'a/b'],
    ['a/b', 'a', '..'],
    ['env/dev', 'modules/kb', '../../modules/kb'],
  ])('from %s to %s', (from, to, expected) => {
    expect(relativePath(from, to)).toBe(expected);
  });
});
