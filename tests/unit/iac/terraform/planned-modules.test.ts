/**
 * Whole modules of our own, and what Terraform 1.11.4 planned for them: `node scripts/record-modules.ts` asks it again.
 * `terraform_data` stands for every resource, and its `input` for what is computed.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { IacRoot } from '../../../../src/iac/format.ts';
import { readInfrastructure } from '../../../../src/iac/read.ts';
import type { Resource } from '../../../../src/model/resource.ts';
import { text, type Value } from '../../../../src/model/value.ts';

const CASES = join(import.meta.dirname, '../../../fixtures/terraform');

/** What Terraform knows and this reader does not, by case and path. Each is unknown here, and none may be wrong. */
const NOT_EVALUATED: Readonly<Record<string, readonly string[]>> = {
  // The types of collections are not tracked.
  conditionals: ['terraform_data.conditionals.tolist_equal', 'terraform_data.conditionals.tuple_equal'],
  sets: ['terraform_data.sets.equal'],
  // A file that is not in the repository may be made before Terraform runs.
  files: ['terraform_data.files.missing'],
  flattening: [
    // Logarithms are rounded by the machine.
    ...[0, 1, 2, 3, 4].map((index) => `terraform_data.computed.log[${index}]`),
    'terraform_data.computed.padded',
  ],
  // Verbs of formats, and rounding of binary fractions.
  numbers: ['general', 'power', 'rounding', 'scientific'].map((name) => `terraform_data.numbers.${name}`),
  'sensitive-values': ['terraform_data.agent.is'],
  // Letters of more than one byte are counted and changed by the tables of Unicode.
  'text-functions': ['format[3]', 'length[0]', 'length[1]', 'length[2]', 'substr[0]', 'upper[0]'].map(
    (name) => `terraform_data.texts.${name}`,
  ),
  // Terraform knows that an id is a text, and so no list.
  'unknown-values': ['terraform_data.uses.flattened'],
};

interface PlannedModule {
  readonly resources?: readonly {
    readonly address: string;
    readonly values?: Readonly<Record<string, unknown>>;
    readonly sensitive_values?: Readonly<Record<string, unknown>>;
  }[];
  readonly child_modules?: readonly PlannedModule[];
}

interface Plan {
  readonly planned_values: { readonly root_module: PlannedModule };
  readonly resource_changes: readonly {
    readonly address: string;
    readonly previous_address?: string;
    readonly change: {
      readonly actions: readonly string[];
      readonly after_unknown: Readonly<Record<string, unknown>>;
    };
  }[];
}

const UNKNOWN = 'unknown';

/** Values where they are known, and `unknown` where a plan says so. */
function withUnknowns(value: unknown, missing: unknown): unknown {
  if (missing === true) return { [UNKNOWN]: true };
  if (Array.isArray(value)) {
    return value.map((item, index) =>
      withUnknowns(item, Array.isArray(missing) ? missing[index] : undefined),
    );
  }
  if (typeof value !== 'object' || value === null) return value ?? null;
  const absent = typeof missing === 'object' && missing !== null ? Object.entries(missing) : [];
  const names = new Set([...Object.keys(value), ...absent.map(([name]) => name)]);
  const [values, gaps] = [new Map(Object.entries(value)), new Map(absent)];
  return Object.fromEntries([...names].map((name) => [name, withUnknowns(values.get(name), gaps.get(name))]));
}

type PlannedResource = NonNullable<PlannedModule['resources']>[number];

/** What is planned and stays in the state. */
function plannedResources(plan: Plan): readonly PlannedResource[] {
  const forgotten = new Set(
    plan.resource_changes
      .filter(({ change }) => change.actions.includes('forget'))
      .map(({ address }) => address),
  );
  const resources: PlannedResource[] = [];
  const open = [plan.planned_values.root_module];
  for (const module of open) {
    open.push(...(module.child_modules ?? []));
    resources.push(...(module.resources ?? []).filter(({ address }) => !forgotten.has(address)));
  }
  return resources;
}

/** The inputs by address; sensitive ones are unknown where they are not to be shown. */
function plannedInputs(plan: Plan, showsSensitive: boolean): ReadonlyMap<string, unknown> {
  const gaps = new Map(plan.resource_changes.map(({ address, change }) => [address, change.after_unknown]));
  return new Map(
    plannedResources(plan).map(({ address, values, sensitive_values }) => {
      const known = withUnknowns(values?.['input'], gaps.get(address)?.['input']);
      return [address, showsSensitive ? known : withUnknowns(known, sensitive_values?.['input'])];
    }),
  );
}

/** As JSON shows values; numbers are compared as far as JavaScript tells them apart. */
function shown(value: Value | undefined, path: string, open: readonly string[]): unknown {
  if (value === undefined) return null;
  switch (value.kind) {
    case 'null':
      return null;
    case 'number':
      return value.value.toNumber() + 0;
    case 'list':
      return value.items.map((item, index) => shown(item, `${path}[${index}]`, open));
    case 'map':
      return Object.fromEntries(
        [...value.entries].map(([key, item]) => [key, shown(item, `${path}.${key}`, open)]),
      );
    case 'unknown':
      return { [UNKNOWN]: open.includes(path) ? path : true };
    default:
      return value.value;
  }
}

/** The planned value with those paths unknown that are not evaluated here. */
function opened(value: unknown, path: string, open: readonly string[]): unknown {
  if (open.includes(path)) return { [UNKNOWN]: path };
  if (Array.isArray(value)) return value.map((item, index) => opened(item, `${path}[${index}]`, open));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, opened(item, `${path}.${key}`, open)]),
  );
}

function filesBelow(directory: string): ReadonlyMap<string, string> {
  const paths = readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(directory.length + 1))
    .filter((path) => path !== 'plan.json' && path !== 'case.json' && !path.startsWith('before/'));
  return new Map(paths.map((path) => [path, readFileSync(join(directory, path), 'utf8')]));
}

function rootOf(directory: string): IacRoot {
  const file = join(directory, 'case.json');
  const described = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as {
        varFiles?: string[];
        variables?: Record<string, string>;
        workspace?: string;
      })
    : {};
  const { varFiles = [], variables = {}, workspace = 'default' } = described;
  const given = new Map(Object.entries(variables).map(([name, value]) => [name, text(value)]));
  return { directory: '.', varFiles, variables: given, workspace };
}

const inputOf = ({ attributes }: Resource) => attributes.entries.get('input');

describe.each(readdirSync(CASES).sort())('%s', (name) => {
  const directory = join(CASES, name);
  const written = readFileSync(join(directory, 'plan.json'), 'utf8');
  const plan = JSON.parse(written) as Plan;
  const planned = plannedInputs(plan, true);
  const open = NOT_EVALUATED[name] ?? [];
  const { resources, diagnostics } = readInfrastructure(filesBelow(directory), [rootOf(directory)]);

  test('has no problems', () => {
    expect(diagnostics).toEqual([]);
  });

  test('declares what Terraform plans', () => {
    expect(resources.map(({ address }) => address).sort()).toEqual([...planned.keys()].sort());
  });

  test('knows what Terraform knows, and nothing else', () => {
    const found = resources.map(
      (resource) => [resource.address, shown(inputOf(resource), resource.address, open)] as const,
    );
    const expected = [...planned].map(([address, value]) => [address, opened(value, address, open)] as const);
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
  });

  test('is read the same out of the plan, less what is sensitive', () => {
    const root: IacRoot = { format: 'terraform-plan', directory: 'plan.json' };
    const reading = readInfrastructure(new Map([['plan.json', written]]), [root]);
    const found = reading.resources.map(
      (resource) => [resource.address, shown(inputOf(resource), resource.address, [])] as const,
    );
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(plannedInputs(plan, false)));
  });

  test('knows which resources moved', () => {
    const moves = plan.resource_changes.flatMap(({ address, previous_address }) =>
      previous_address === undefined ? [] : [[address, previous_address]],
    );
    const former = new Map(resources.map(({ address, formerAddresses = [] }) => [address, formerAddresses]));
    for (const [address = '', previous] of moves) expect(former.get(address)).toContain(previous);
  });
});
