// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Terraform writes them in quotes
import { describe, expect, test } from 'vitest';
import { number, plain, read, resourceAt } from '../support.ts';

const write = (value: unknown) => JSON.stringify(value, undefined, 2);

describe('the JSON syntax', () => {
  test('declares what the native syntax declares', () => {
    const main = write({
      '//': 'a comment',
      variable: {
        units: { type: 'number', default: '2' },
        names: { type: 'set(string)', default: ['b', 'a', 'a'] },
        raw: { default: '${not.read}' },
      },
      locals: [{ model: 'amazon.nova-${local.size}-v1:0' }, { size: 'pro' }],
      provider: { aws: [{ region: 'us-east-1' }, { alias: 'west', region: 'us-west-2' }] },
      resource: {
        aws_bedrockagent_agent: {
          a: { '//': 'x', count: '${var.units}', foundation_model: '${local.model}', tags: null },
        },
        aws_bedrock_guardrail: [
          { g: { provider: 'aws.west', for_each: '${var.names}', name: 'g-${each.key}', raw: '${var.raw}' } },
        ],
        aws_s3vectors_index: {
          i: { dimension: 1024, metadata: { 'k-${local.size}': [true, '$${x}', '${upper("a")}'] } },
        },
      },
      module: {
        m: [{ source: './m', providers: { aws: 'aws.west' }, name: '${aws_s3vectors_index.i.arn}' }],
      },
    });
    const child = write({
      variable: { name: {} },
      resource: { t: { t: { v: '${var.name}', region_of: 1 } } },
    });
    const reading = read({ 'main.tf.json': main, 'm/main.tofu.json': child });
    expect(reading.diagnostics).toEqual([]);
    expect(reading.resources.map(({ address, region }) => [address, region])).toEqual([
      ['aws_bedrockagent_agent.a[0]', 'us-east-1'],
      ['aws_bedrockagent_agent.a[1]', 'us-east-1'],
      ['aws_bedrock_guardrail.g["a"]', 'us-west-2'],
      ['aws_bedrock_guardrail.g["b"]', 'us-west-2'],
      ['aws_s3vectors_index.i', 'us-east-1'],
      ['module.m.t.t', undefined],
    ]);
    expect(plain(resourceAt(reading, 'aws_bedrockagent_agent.a[1]').attributes)).toEqual({
      foundation_model: 'amazon.nova-pro-v1:0',
      tags: null,
    });
    expect(plain(resourceAt(reading, 'aws_bedrock_guardrail.g["b"]').attributes)).toEqual({
      name: 'g-b',
      raw: '${not.read}',
    });
    expect(plain(resourceAt(reading, 'aws_s3vectors_index.i').attributes)).toEqual({
      dimension: number(1024),
      metadata: { 'k-pro': [true, '${x}', 'A'] },
    });
    expect(resourceAt(reading, 'module.m.t.t').attributes.entries.get('v')).toMatchObject({
      refersTo: 'aws_s3vectors_index.i',
      attribute: 'arn',
    });
  });

  test('knows where things stand', () => {
    const main =
      '{\n  "resource": {\n    "t": { "t": {\n      "v": "a-${var.x}",\n      "w": "\\"${var.x}"\n    } }\n  },\n  "variable": { "y": {} }\n}\n';
    const resource = resourceAt(read({ 'main.tf.json': main }), 't.t');
    expect(resource.at).toEqual({ file: 'main.tf.json', line: 3, column: 17 });
    expect(resource.attributes.entries.get('v')).toMatchObject({
      why: 'var.x is not declared',
      at: { line: 4, column: 17 },
    });
    expect(resource.attributes.entries.get('w')).toMatchObject({ at: { line: 5, column: 12 } });
  });

  test('makes blocks of dynamic ones, and overrides', () => {
    const main = write({
      resource: {
        t: {
          t: {
            v: 1,
            dynamic: {
              filters: { for_each: ['x', 'y'], iterator: 'each_one', content: { name: '${each_one.value}' } },
            },
          },
        },
      },
    });
    const override = write({ resource: { t: { t: { v: 2 } } } });
    const reading = read({ 'main.tf.json': main, 'v_override.tf.json': override });
    expect(plain(resourceAt(reading, 't.t').attributes)).toEqual({
      v: number(2),
      filters: [{ name: 'x' }, { name: 'y' }],
    });
  });

  test.each([
    ['{', 'hcl-syntax'],
    ['{"resource": }', 'hcl-syntax'],
    ['{} x', 'hcl-syntax'],
    ['{"a": "\n"}', 'hcl-syntax'],
    ['{"a": tru}', 'hcl-syntax'],
    ['{a: 1}', 'hcl-syntax'],
    ['', 'hcl-syntax'],
    [`${'['.repeat(20_000)}${']'.repeat(20_000)}`, 'limit-exceeded'],
    [`${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`, 'limit-exceeded'],
  ])('%.20s is reported once, and the other files stand', (text, code) => {
    const reading = read({ 'bad.tf.json': text, 'main.tf': 'resource "t" "t" {}\n' });
    expect(reading.diagnostics).toMatchObject([{ code, at: { file: 'bad.tf.json' } }]);
    expect(reading.resources.map(({ address }) => address)).toEqual(['t.t']);
  });

  test.each(['[]', '1', '{"resource": 1}', '{"resource": {"t": "x"}}', '{"resource": [[{"t": {"t": []}}]]}'])(
    '%s declares nothing',
    (text) => {
      expect(read({ 'main.tf.json': text })).toEqual({ resources: [], diagnostics: [] });
    },
  );

  test('a template with a syntax error is an unknown', () => {
    const reading = read({
      'main.tf.json': write({ resource: { t: { t: { v: '${', w: '%{ if', x: 'ok' } } } }),
    });
    expect(plain(resourceAt(reading, 't.t').attributes)).toEqual({
      v: { unknown: expect.stringContaining('a text has a syntax error') },
      w: { unknown: expect.stringContaining('a text has a syntax error') },
      x: 'ok',
    });
  });
});
