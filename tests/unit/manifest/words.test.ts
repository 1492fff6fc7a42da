import { describe, expect, test } from 'vitest';
import { typeOfAddress } from '../../../src/manifest/address.ts';
import { nearest } from '../../../src/manifest/nearest.ts';
import { quoted } from '../../../src/manifest/shown.ts';
import { subject } from '../../../src/manifest/subject.ts';

describe('the type in an address', () => {
  test.each([
    ['aws_s3vectors_index.main', 'aws_s3vectors_index'],
    ['aws_s3vectors_index.main[0]', 'aws_s3vectors_index'],
    ['module.kb.aws_s3vectors_index.main', 'aws_s3vectors_index'],
    ['module.kb["eu.west"].module.b[1].aws_s3vectors_index.main["x.y"]', 'aws_s3vectors_index'],
    ['module.kb["a\\"].b"].aws_s3vectors_index.main', 'aws_s3vectors_index'],
    ['awscc_bedrock_agent.a', undefined],
    ['Logs', undefined],
    ['AWS::Logs::LogGroup', undefined],
    ['stack.Resource', undefined],
    ['aws_s3vectors_index', undefined],
    ['module.kb', undefined],
    ['', undefined],
  ])('%s: %s', (address, expected) => {
    expect(typeOfAddress(address)).toBe(expected);
  });
});

describe('the nearest word', () => {
  const known = ['requests', 'region', 'input_tokens', 'output_tokens', 'uses', 'tier'];

  test.each([
    ['requets', 'requests'],
    ['reqeusts', 'requests'],
    ['Requests', 'requests'],
    ['request', 'requests'],
    ['regin', 'region'],
    ['inputtokens', 'input_tokens'],
    ['input-tokens', 'input_tokens'],
    ['use', 'uses'],
    ['tire', 'tier'],
    ['x', undefined],
    ['colour', undefined],
    ['', undefined],
    ['r'.repeat(1000), undefined],
  ])('%s: %s', (word, expected) => {
    expect(nearest(word, known)).toBe(expected);
  });

  test('of equals the first', () => {
    expect(nearest('abx', ['abc', 'abd'])).toBe('abc');
  });

  test('only the first of very many are looked at', () => {
    const many = Array.from({ length: 1000 }, (_, index) => `name-${index}`);
    expect(nearest('name_1', many)).toBe('name-1');
    expect(nearest('xname-999', many.slice(990))).toBe('name-999');
    expect(nearest('xname-999', many)).not.toBe('name-999');
  });
});

describe('found text', () => {
  test.each([
    ['plain', '`plain`'],
    ['a`b', '`a\uFFFDb`'],
    ['a\n\u001b[31m\u202e\u200b\u2028b', '`a\uFFFD\uFFFD[31m\uFFFD\uFFFD\uFFFDb`'],
    ['x'.repeat(80), `\`${'x'.repeat(80)}\``],
    ['x'.repeat(81), `\`${'x'.repeat(80)}\u2026\``],
    ['\u{1F308}'.repeat(81), `\`${'\u{1F308}'.repeat(80)}\u2026\``],
  ])('%j', (text, expected) => {
    expect(quoted(text)).toBe(expected);
  });
});

describe('what a path is called', () => {
  test.each<[readonly (string | number)[], string]>([
    [[], 'the manifest'],
    [['region'], '`region`'],
    [['workloads', 'a'], 'workload `a`'],
    [['workloads', 'a', 'cache', 'tokens'], '`cache.tokens` of workload `a`'],
    [['workloads', 'a', 'uses', 1], 'item 2 of `uses` of workload `a`'],
    [['resources', 'x.y', 'storage'], '`storage` of resource `x.y`'],
    [['extra_charges', 0], 'extra charge 1'],
    [['extra_charges', 1, 'name'], '`name` of extra charge 2'],
    [['iac', 0, 'terraform'], '`terraform` of entry 1 of `iac`'],
    [['prices', 'exact', 2, 'usd'], '`usd` of entry 3 of `prices.exact`'],
    [['prices', 'exact'], '`prices.exact`'],
    [['budgets', 'layers', 'features'], '`budgets.layers.features`'],
  ])('%j', (path, expected) => {
    expect(subject(path)).toBe(expected);
  });
});
