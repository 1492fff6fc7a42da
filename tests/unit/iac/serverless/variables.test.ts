// biome-ignore-all lint/suspicious/noTemplateCurlyInString: `${…}` is what the framework resolves.
import { describe, expect, test } from 'vitest';
import { parseSource, piecesOf } from '../../../../src/iac/serverless/variables.ts';

describe('the pieces of a text', () => {
  test.each<[string, unknown]>([
    ['plain', ['plain']],
    ['', ['']],
    ['${self:custom.model}', [{ sources: ['self:custom.model'] }]],
    ["a-${opt:stage, 'dev'}-b", ['a-', { sources: ['opt:stage', "'dev'"] }, '-b']],
    ["${opt:stage, 'a, b'}", [{ sources: ['opt:stage', "'a, b'"] }]],
    ['${self:custom.${sls:stage}.model}', [{ sources: ['self:custom.${sls:stage}.model'] }]],
    ['${file(a.yml):x.y, self:z}', [{ sources: ['file(a.yml):x.y', 'self:z'] }]],
    ['${AWS::Region}-${Topic.Arn}-${self:a}', ['${AWS::Region}-${Topic.Arn}-', { sources: ['self:a'] }]],
    ['${Sub}${!Literal}', ['${Sub}${!Literal}']],
    ['${self:open', ['${self:open']],
  ])('%s', (text, pieces) => {
    expect(piecesOf(text)).toEqual(pieces);
  });
});

test('variables are nested up to a depth, and reading them is linear', () => {
  const nested = (depth: number) => '${self:'.repeat(depth) + 'a' + '}'.repeat(depth);
  expect(piecesOf(nested(20))).toEqual([{ sources: [nested(20).slice(2, -1)] }]);
  expect(piecesOf(nested(21))).not.toEqual([{ sources: [nested(21).slice(2, -1)] }]);
  expect(piecesOf('${A'.repeat(300_000))).toHaveLength(1);
  expect(piecesOf('${self:'.repeat(100_000)).length).toBeGreaterThan(0);
});

describe('a source', () => {
  test.each<[string, unknown]>([
    ['self:custom.a', { type: 'self', parameter: undefined, address: 'custom.a' }],
    ['file(a.yml):x', { type: 'file', parameter: 'a.yml', address: 'x' }],
    ['file(./a/b.json)', { type: 'file', parameter: './a/b.json', address: undefined }],
    ['cf(eu-west-1):stack.out', { type: 'cf', parameter: 'eu-west-1', address: 'stack.out' }],
    ['strToBool(true)', { type: 'strToBool', parameter: 'true', address: undefined }],
    ["'text'", undefined],
    ['12', undefined],
    ['word', undefined],
  ])('%s', (text, source) => {
    expect(parseSource(text)).toEqual(source);
  });
});
