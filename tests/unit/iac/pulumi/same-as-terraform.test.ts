/** One estate, written in Terraform and in Pulumi. Its properties are named as `@pulumi/aws` 7.48 has them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
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
