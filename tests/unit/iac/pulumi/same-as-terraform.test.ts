/** One estate, written in Terraform and in Pulumi. Its properties are named as `@pulumi/aws` 7.48 has them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { FEATURES } from '../../../../src/estimate/features/registry.ts';
import { readInfrastructure } from '../../../../src/iac/read.ts';
import type { Resource } from '../../../../src/model/resource.ts';
import type { Value } from '../../../../src/model/value.ts';
import { seenIn } from '../../bind/trees.ts';

const ESTATE = resolve(import.meta.dirname, '../../../fixtures/estate');

function filesOf(language: string): Readonly<Record<string, string>> {
  const directory = join(ESTATE, language);
  const names = readdirSync(directory);
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(directory, name), 'utf8')]));
}

const readIn = (language: string) =>
  readInfrastructure(new Map(Object.entries(filesOf(language))), undefined);

/** Blocks that occur once are lists in one and objects in the other; references are told by what they refer to. */
function shape(value: Value): unknown {
  switch (value.kind) {
    case 'list':
      return value.items.length === 1 && value.items[0]?.kind === 'map'
        ? shape(value.items[0])
        : value.items.map(shape);
    case 'map':
      return Object.fromEntries([...value.entries].map(([key, item]) => [key, shape(item)]));
    case 'unknown':
      return { refersTo: value.refersTo, attribute: value.attribute };
    case 'number':
      return value.value.toFixed();
    case 'null':
      return null;
    default:
      return value.value;
  }
}

const shapes = (resources: readonly Resource[]) =>
  Object.fromEntries(
    resources.map(({ address, region, attributes }) => [address, { region, attributes: shape(attributes) }]),
  );

test('every resource has the same address, region and attributes', () => {
  const terraform = readIn('terraform');
  const pulumi = readIn('pulumi');
  expect(terraform.diagnostics).toEqual([]);
  expect(pulumi.diagnostics).toEqual([]);
  expect(shapes(pulumi.resources)).toEqual(shapes(terraform.resources));
});

test('every type that a feature reads stands in it', () => {
  const mapped = new Set(FEATURES.flatMap(({ mappings }) => Object.keys(mappings?.terraform ?? {})));
  const here = new Set(readIn('pulumi').resources.map(({ type }) => type));
  expect([...mapped].filter((type) => !here.has(type)).sort()).toEqual([]);
});

test('the estimates are the same, line by line', async () => {
  const manifest = { 'bedrock-cost.yml': readFileSync(join(ESTATE, 'bedrock-cost.yml'), 'utf8') };
  const terraform = await seenIn({ ...manifest, ...filesOf('terraform') });
  const pulumi = await seenIn({ ...manifest, ...filesOf('pulumi') });
  expect(terraform.charges.length).toBeGreaterThan(40);
  expect([...pulumi.charges].sort()).toEqual([...terraform.charges].sort());
  expect(pulumi.diagnostics).toEqual(terraform.diagnostics);
});

interface Declared {
  readonly type: string;
  readonly name?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
}
type Program = Readonly<Record<string, Declared>>;

/** What a preview of the program would hold; `known` where its resources exist already, and so have identifiers. */
function previewOf(known: boolean): string {
  const program = parse(filesOf('pulumi')['Pulumi.yaml'] ?? '') as { resources: Program; variables: object };
  const { resources } = program;
  const plain: Readonly<Record<string, string>> = {
    modelId: 'amazon.nova-pro-v1:0',
    ...(program.variables as Record<string, string>),
  };
  const urnOf = (key: string) => {
    const { type = '', name = key } = resources[key] ?? {};
    const [provider = '', module = '', short = ''] = type.replace(/\/[^:]+/, '').split(':');
    const file = short.slice(0, 1).toLowerCase() + short.slice(1);
    return `urn:pulumi:prod::estate::${provider}:${module}/${file}:${short}::${name}`;
  };
  const identifier = (key: string, attribute: string) => `arn:aws:made:::${key}/${attribute}`;
  const steps = Object.entries(resources).map(([key, { properties = {} }]) => {
    const propertyDependencies: Record<string, string[]> = {};
    const outputs: Record<string, string> = known ? { id: identifier(key, 'id') } : {};
    if (known) for (const name of USED) outputs[name] = identifier(key, name);
    const written = (value: unknown, property: string): unknown => {
      if (Array.isArray(value)) return value.map((item) => written(item, property));
      if (typeof value === 'object' && value !== null) {
        const entries = Object.entries(value);
        const [first] = entries;
        if (first?.[0] === 'fn::toJSON') return JSON.stringify(first[1]);
        return Object.fromEntries(entries.map(([name, item]) => [name, written(item, property)]));
      }
      if (typeof value !== 'string') return value;
      const [, root, attribute] = /^\$\{(\w+)\.(\w+)\}$/.exec(value) ?? [];
      if (root === undefined || attribute === undefined)
        return value.replaceAll(/\$\{(\w+)\}/g, (_, name: string) => plain[name] ?? name);
      propertyDependencies[property] = [...(propertyDependencies[property] ?? []), urnOf(root)];
      const input = resources[root]?.properties?.[attribute];
      if (input !== undefined) return input;
      return known ? identifier(root, attribute) : '04da6b54-80e4-46f7-96ec-b56ff0331ba9';
    };
    const inputs = Object.fromEntries(
      Object.entries(properties).map(([name, value]) => [name, written(value, name)]),
    );
    const [, , type] = urnOf(key).split('::');
    const state = { urn: urnOf(key), custom: true, type, inputs, outputs, propertyDependencies };
    return { op: known ? 'same' : 'create', urn: urnOf(key), newState: state };
  });
  return JSON.stringify({ config: { 'aws:region': 'us-east-1' }, steps });
}

/** Attributes of resources that others refer to and that are written nowhere. */
const USED = ['arn', 'guardrailId', 'agentId', 'agentAliasArn', 'indexArn', 'keyId', 'gatewayId'];

test.each([
  ['before its resources exist', false],
  ['when they exist', true],
])('a preview %s has the same estimate, line by line', async (_, known) => {
  const manifest = readFileSync(join(ESTATE, 'bedrock-cost.yml'), 'utf8');
  const terraform = await seenIn({ 'bedrock-cost.yml': manifest, ...filesOf('terraform') });
  const preview = await seenIn({
    'bedrock-cost.yml': `${manifest}iac: [{ pulumi: preview.json }]\n`,
    'preview.json': previewOf(known),
  });
  expect([...preview.charges].sort()).toEqual([...terraform.charges].sort());
});
