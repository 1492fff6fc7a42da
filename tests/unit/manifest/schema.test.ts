import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { manifestJsonSchema } from '../../../src/manifest/json-schema.ts';
import { manifestSchemas } from '../../../src/manifest/schema.ts';
import type { Feature, ResourceSection, WorkloadSection } from '../../../src/model/feature.ts';
import { amount, nameProblem, section } from '../../../src/model/fields.ts';
import { FEATURES } from './features.ts';

function withSections(
  workloadSections: readonly WorkloadSection[],
  resourceSections: readonly ResourceSection[] = [],
) {
  const feature: Feature = {
    id: 'x',
    title: 'x',
    layer: 'features',
    workloadSections,
    resourceSections,
    charges: () => ({ charges: [], diagnostics: [] }),
  };
  return [feature];
}

function keyed(key: string, variant?: string): WorkloadSection {
  const schema = () => section({ size: amount('items') });
  return { key, schema, description: 'x', ...(variant === undefined ? {} : { variant }) };
}

describe('assembly', () => {
  test('is done once for a list of features', () => {
    expect(manifestSchemas(FEATURES)).toBe(manifestSchemas(FEATURES));
  });

  test('knows the sections by their dotted keys, once each', () => {
    expect([...manifestSchemas(FEATURES).sections.keys()]).toEqual([
      'guardrail',
      'knowledge_base.embedding',
      'knowledge_base.vector_store',
    ]);
  });

  test.each<[string, readonly WorkloadSection[]]>([
    ['a core key', [keyed('requests')]],
    ['a core key inside', [keyed('knowledge_base.address')]],
    ['the same key twice', [keyed('a'), keyed('a')]],
    ['with and without a variant', [keyed('a', 'x'), keyed('a')]],
    ['whole and in parts', [keyed('a'), keyed('a.b')]],
    ['three deep', [keyed('a.b.c')]],
  ])('two claims on one place are a bug: %s', (_, sections) => {
    expect(() => manifestSchemas(withSections(sections))).toThrow();
  });

  test('one resource type has one section', () => {
    const one = { types: ['aws_a'], schema: () => z.strictObject({}), description: 'x' };
    expect(() => manifestSchemas(withSections([], [one, one]))).toThrow('aws_a');
  });
});

describe('names', () => {
  test.each(['a', 'A1', '0', 'rag-chatbot', 'a.b_c-d', 'x'.repeat(63)])('%s is one', (name) => {
    expect(nameProblem(name)).toBeUndefined();
  });

  test.each([
    '',
    '-a',
    '.a',
    '_a',
    '__proto__',
    'a b',
    'a/b',
    'é',
    'a\n',
    'x'.repeat(64),
    'toString',
    'hasOwnProperty',
  ])('%j is none', (name) => {
    expect(nameProblem(name)?.code).toBe('manifest-name');
  });
});

describe('the JSON Schema', () => {
  const schema = manifestJsonSchema(FEATURES);
  const at = (...path: readonly string[]): unknown =>
    path.reduce<unknown>((part, key) => (part as Readonly<Record<string, unknown>>)[key], schema);
  const workload = (...path: readonly string[]) =>
    at('properties', 'workloads', 'additionalProperties', 'properties', ...path);

  test('is the same every time', () => {
    expect(JSON.stringify(manifestJsonSchema([...FEATURES]))).toBe(JSON.stringify(schema));
  });

  test('says what it is first', () => {
    expect(Object.keys(schema).slice(0, 4)).toEqual(['$schema', '$id', 'title', 'description']);
    expect(at('$schema')).toBe('http://json-schema.org/draft-07/schema#');
    expect(at('required')).toEqual(['version']);
    expect(at('additionalProperties')).toBe(false);
  });

  test('has every key of the manifest', () => {
    expect(Object.keys(at('properties') as object)).toEqual([
      'version',
      'region',
      'month',
      'workloads',
      'iac',
      'resources',
      'extra_charges',
      'budgets',
      'prices',
      'advice',
    ]);
  });

  test('describes a quantity with its forms and examples', () => {
    expect(workload('requests')).toMatchObject({
      description: 'How many requests the workload gets.',
      examples: ['10k per day', '300k/month', '8k..20k per day'],
      anyOf: [{ type: 'string' }, { type: 'object', required: ['low', 'expected', 'high'] }],
    });
    expect(workload('input_tokens')).toMatchObject({ anyOf: [{ type: 'number' }, { type: 'string' }, {}] });
    expect(workload('cache', 'properties', 'hit_rate')).toMatchObject({ anyOf: [{ maximum: 1 }, {}, {}] });
    expect(workload('cache', 'required')).toEqual(['tokens', 'hit_rate']);
  });

  test.each([
    [
      'requests',
      ['10k/day', '10000 per day', '8k..20k per day', '1 request/day'],
      ['10k', '-5/day', '5/s', '1,000/day'],
    ],
    ['input_tokens', ['2k', '2000 tokens', '1 token', '5..10'], ['2 k', '5/day', '5-10', '010']],
  ])('the pattern of %s takes what the reader takes', (key, good, bad) => {
    const options = (workload(key) as { readonly anyOf: readonly { readonly pattern?: string }[] }).anyOf;
    const pattern = new RegExp(options.find((option) => option.pattern !== undefined)?.pattern ?? '^never$');
    expect(good.filter((text) => !pattern.test(text))).toEqual([]);
    expect(bad.filter((text) => pattern.test(text))).toEqual([]);
  });

  test('names variants by their type', () => {
    expect(workload('knowledge_base', 'properties', 'vector_store')).toMatchObject({
      oneOf: [
        { properties: { type: { const: 'small' } }, description: 'A small store.' },
        { properties: { type: { enum: ['large'] } }, description: 'A large store.' },
      ],
    });
  });

  test('knows the grammar of names, and that any resource can be covered', () => {
    expect(at('properties', 'workloads', 'propertyNames')).toEqual({
      pattern: '^[A-Za-z0-9][A-Za-z0-9._-]*$',
      maxLength: 63,
    });
    const options = at('properties', 'resources', 'additionalProperties', 'anyOf') as readonly {
      readonly properties: object;
    }[];
    expect(options.map(({ properties }) => Object.keys(properties))).toEqual([
      ['vectors', 'queries', 'priced_by', 'instances', 'source'],
      ['storage', 'shared_with', 'priced_by', 'instances', 'source'],
      ['ingested', 'storage', 'priced_by', 'instances', 'source'],
      ['priced_by', 'instances', 'source'],
    ]);
  });
});
