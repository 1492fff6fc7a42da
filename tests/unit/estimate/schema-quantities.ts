/**
 * Every quantity that the schema of a manifest knows, in a manifest that states it and what belongs to it: required
 * keys, values and examples are the schema's own; what it cannot say is in `schema-quantities-table.ts`.
 */
import { FEATURES } from '../../../src/estimate/features/registry.ts';
import { type JsonSchema, manifestJsonSchema } from '../../../src/manifest/json-schema.ts';
import { ALTERNATIVES, CONTEXT, GIVEN, RESOURCES } from './schema-quantities-table.ts';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A workload's section, or the usage of a type of resource. */
export interface Section {
  readonly name: string;
  readonly schema: JsonSchema;
  /** Where it stands in the manifest. */
  readonly path: readonly string[];
  readonly resource?: string;
}

export interface Quantity {
  /** `agentcore.runtime: memory`, unique. */
  readonly name: string;
  readonly section: Section;
  /** Below the section. */
  readonly path: readonly string[];
  readonly kind: 'number' | 'share' | 'bytes' | 'integer';
  /** ` per month` for a rate, ` GB` for an amount of data. */
  readonly suffix: string;
  readonly least: number;
}

/** A workload that has only this name. */
const WORKLOAD = 'w';

/** All sections of a workload, then those of resources, in the order of the schema. */
export function sections(): readonly Section[] {
  const whole = manifestJsonSchema(FEATURES);
  const workload = child(valuesOf(child(whole, 'workloads')), undefined);
  const nested = new Set(
    FEATURES.flatMap(({ workloadSections = [] }) => workloadSections.map(({ key }) => key.split('.')))
      .filter(({ length }) => length > 1)
      .map(([first]) => first),
  );
  const found: Section[] = [{ name: 'workload', schema: plainOf(workload), path: ['workloads', WORKLOAD] }];
  for (const [key, schema] of properties(workload)) {
    const path = ['workloads', WORKLOAD, key];
    const parts: readonly (readonly [string, JsonSchema])[] = nested.has(key)
      ? properties(schema).map(([part, inner]) => [part, inner] as const)
      : [];
    for (const [part, inner] of parts) {
      for (const [variant, option] of variantsOf(inner)) {
        found.push({ name: `${key}.${part}${variant}`, schema: option, path: [...path, part] });
      }
    }
    if (parts.length === 0 && quantityOf(schema) === undefined) found.push({ name: key, schema, path });
  }
  const options = (valuesOf(child(whole, 'resources')) as { anyOf: readonly JsonSchema[] }).anyOf;
  FEATURES.flatMap(({ resourceSections = [] }) => resourceSections).forEach(({ types }, index) => {
    for (const type of types.slice(0, 1)) {
      const address = type.startsWith('aws_') ? `${type}.one` : 'One';
      const option = options[index];
      if (option === undefined) throw new Error(`the schema has no entry for ${type}`);
      // Every entry may say how many instances there are, which is no matter of its feature.
      const own = properties(option).filter(([key]) => key !== 'instances');
      const schema = { ...option, properties: Object.fromEntries(own) };
      found.push({ name: `resources ${type}`, schema, path: ['resources', address], resource: type });
    }
  });
  return found.filter((section) => quantitiesOf(section).length > 0);
}

/** The quantities of a section, those of parts of it included. */
export function quantitiesOf(section: Section): readonly Quantity[] {
  return leaves(section.schema, []).map(({ path, found }) => ({
    name: `${section.name}: ${path.join('.')}`,
    section,
    path,
    ...found,
  }));
}

/** A value of a quantity as a manifest writes it. */
export function written({ kind, suffix }: Quantity, value: number): Json {
  if (kind === 'integer' || kind === 'share') return value;
  return suffix === '' ? value : `${value}${suffix}`;
}

/** `low..high` as a manifest writes it. */
export function writtenRange({ kind, suffix }: Quantity, low: number, high: number): Json {
  return kind === 'share' ? `${low * 100}%..${high * 100}%` : `${low}..${high}${suffix}`;
}

/** A manifest, and infrastructure code, in which a quantity has a value. */
export function tree(quantity: Quantity, value: Json): { manifest: string; files: Record<string, string> } {
  const { section, path } = quantity;
  const content = contentOf(section, path, value);
  const workload = section.resource === undefined;
  const context = (CONTEXT[quantity.name] ?? CONTEXT[section.name] ?? {}) as Record<string, Json>;
  const bare: Json = workload
    ? { workloads: { [WORKLOAD]: { requests: '1000 per month', ...context } } }
    : context;
  const whole = merged(bare, section.path, content);
  const files: Record<string, string> =
    section.resource === undefined ? {} : codeOf(section.resource, quantity.name);
  const manifest = Object.entries(whole as Record<string, Json>)
    .map(([key, below]) => `${key}: ${JSON.stringify(below)}\n`)
    .join('');
  return { manifest, files };
}

function codeOf(type: string, quantity: string): Record<string, string> {
  if (type.startsWith('aws_')) {
    return { 'main.tf': RESOURCES[quantity] ?? RESOURCES[type] ?? `resource "${type}" "one" {}\n` };
  }
  return { 'template.json': JSON.stringify({ Resources: { One: { Type: type, Properties: {} } } }) };
}

function merged(whole: Json, [first, ...rest]: readonly string[], content: Json): Json {
  if (first === undefined) {
    return isMap(whole) && isMap(content) ? { ...whole, ...content } : content;
  }
  const map = isMap(whole) ? whole : {};
  return { ...map, [first]: merged(map[first] ?? {}, rest, content) };
}

function isMap(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The content of a section: every quantity that can stand beside this one, and what must. */
function contentOf(section: Section, wanted: readonly string[], value: Json): Json {
  const name = wanted.join('.');
  const groups = ALTERNATIVES[section.name] ?? [];
  const out = new Set(
    groups.flatMap((group) => {
      const keep = group.find((keys) => keys.includes(name)) ?? group[0];
      return group.filter((keys) => keys !== keep).flat();
    }),
  );
  const fill = (schema: JsonSchema, path: readonly string[]): Json | undefined => {
    const key = path.join('.');
    if (out.has(key)) return undefined;
    if (key === name) return value;
    const given = GIVEN[`${section.name}: ${key}`];
    if (given !== undefined) return given;
    const quantity = quantityOf(schema);
    if (quantity !== undefined) {
      return written({ name: key, section, path, ...quantity }, quantity.kind === 'share' ? 0.5 : 10);
    }
    if (schema['type'] === 'object') return fillObject(schema, path);
    return undefined;
  };
  const fillObject = (schema: JsonSchema, path: readonly string[]): Json | undefined => {
    const required = (schema['required'] ?? []) as readonly string[];
    const made: Record<string, Json> = {};
    for (const [key, inner] of properties(schema)) {
      const found = fill(inner, [...path, key]);
      const here = [...path, key].join('.');
      if (found !== undefined) made[key] = found;
      else if (required.includes(key) && here !== name && !out.has(here)) made[key] = exampleOf(inner, here);
    }
    if (isSchema(schema['additionalProperties'])) {
      const found = fill(schema['additionalProperties'], [...path, 'a']);
      if (found !== undefined) made['a'] = found;
    }
    return Object.keys(made).length === 0 && path.length > 0 ? undefined : made;
  };
  return fillObject(section.schema, []) ?? {};
}

function exampleOf(schema: JsonSchema, path: string): Json {
  if (schema['const'] !== undefined) return schema['const'] as Json;
  const [value] = (schema['enum'] ?? schema['examples'] ?? []) as readonly Json[];
  if (value !== undefined) return value;
  if (schema['type'] === 'array') return [exampleOf(schema['items'] as JsonSchema, path)];
  throw new Error(`the schema has no example of ${path}`);
}

function leaves(
  schema: JsonSchema,
  path: readonly string[],
): readonly { path: readonly string[]; found: NonNullable<ReturnType<typeof quantityOf>> }[] {
  const found = quantityOf(schema);
  if (found !== undefined) return [{ path, found }];
  if (schema['type'] !== 'object') return [];
  const values = schema['additionalProperties'];
  return [
    ...properties(schema).flatMap(([key, inner]) => leaves(inner, [...path, key])),
    ...(isSchema(values) ? leaves(values, [...path, 'a']) : []),
  ];
}

/** What kind of quantity a schema is of: it has the three scenarios as keys, or is a plain whole number. */
function quantityOf(schema: JsonSchema): Pick<Quantity, 'kind' | 'suffix' | 'least'> | undefined {
  if (schema['type'] === 'integer') {
    return { kind: 'integer', suffix: '', least: Number(schema['minimum'] ?? 0) };
  }
  const options = (schema['anyOf'] ?? []) as readonly JsonSchema[];
  if (!options.some((option) => (option['required'] as readonly string[] | undefined)?.[0] === 'low')) {
    return undefined;
  }
  const pattern = String(options.find(({ type }) => type === 'string')?.['pattern']);
  const rate = pattern.includes('per |/') ? ' per month' : '';
  if (pattern.includes('%')) return { kind: 'share', suffix: '', least: 0 };
  if (pattern.includes('bytes')) return { kind: 'bytes', suffix: ' bytes', least: 0 };
  if (pattern.includes('i?B')) return { kind: 'bytes', suffix: ` GB${rate}`, least: 0 };
  return { kind: 'number', suffix: rate, least: 0 };
}

/** The keys of a workload that are quantities themselves. */
function plainOf(schema: JsonSchema): JsonSchema {
  const plain = properties(schema).filter(([, inner]) => quantityOf(inner) !== undefined);
  return { type: 'object', properties: Object.fromEntries(plain) };
}

function variantsOf(schema: JsonSchema): readonly (readonly [string, JsonSchema])[] {
  const options = schema['oneOf'] as readonly JsonSchema[] | undefined;
  if (options === undefined) return [['', schema]];
  return options.map((option) => {
    const [type] = (child(option, 'type')['enum'] ?? []) as readonly string[];
    return [` ${type}`, option] as const;
  });
}

function properties(schema: JsonSchema): readonly (readonly [string, JsonSchema])[] {
  const core = new Set(['priced_by', 'source']);
  return Object.entries((schema['properties'] ?? {}) as Record<string, JsonSchema>).filter(
    ([key]) => !core.has(key),
  );
}

function child(schema: JsonSchema, key: string | undefined): JsonSchema {
  if (key === undefined) return schema;
  const found = (schema['properties'] as Record<string, JsonSchema> | undefined)?.[key];
  if (found === undefined) throw new Error(`the schema has no ${key}`);
  return found;
}

function valuesOf(schema: JsonSchema): JsonSchema {
  return schema['additionalProperties'] as JsonSchema;
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null;
}
