/** Puts the schema of a manifest together from the core keys and from what the features add. */
import { z } from 'zod';
import type { Feature, ResourceSection, WorkloadSection } from '../model/feature.ts';
import { section } from '../model/fields.ts';
import { knowledgeBaseShape, workloadShape } from './core-schema.ts';
import type { PlaceContent } from './read-place.ts';

type Shape = ReturnType<typeof workloadShape>;
type Core = z.infer<z.ZodObject<{ [Key in keyof Shape]: ReturnType<Shape[Key]> }>>;

/** A workload as its schema reads it: typed core keys, and the sections of features as they come. */
export type WorkloadContent = Core & {
  readonly knowledge_base?: PlaceContent | undefined;
};

export interface ManifestSchemas {
  /**
   * The core keys for a workload that states `keys`; sections of features are known here and read by their own
   * schemas. All keys are optional: one that is not stated is not in the schema, and what it gives is undefined.
   */
  readonly workload: (keys: ReadonlySet<string>) => z.ZodType<WorkloadContent>;
  /** The schema of each section by its dotted key, made when it is asked for. */
  readonly sections: ReadonlyMap<string, () => z.ZodType>;
  /** By the key of a section: which of its keys count nothing beside which other. */
  readonly setAside: ReadonlyMap<string, Readonly<Record<string, readonly string[]>>>;
  readonly resourceSections: readonly ResourceSection[];
  readonly resourceSectionByType: ReadonlyMap<string, ResourceSection>;
}

const made = new WeakMap<readonly Feature[], ManifestSchemas>();

/** The schemas for a list of features; made once for each list. Throws where two features register the same. */
export function manifestSchemas(features: readonly Feature[]): ManifestSchemas {
  const known = made.get(features);
  if (known !== undefined) return known;
  const sections = features.flatMap((feature) => feature.workloadSections ?? []);
  const resourceSections = features.flatMap((feature) => feature.resourceSections ?? []);
  const schemas: ManifestSchemas = {
    workload: statedKeysOf(workloadKeys(sections, () => z.unknown())),
    sections: new Map(
      [...sectionsByKey(sections)].map(([key, entries]) => [key, lazily(() => sectionSchema(key, entries))]),
    ),
    setAside: new Map(
      sections.flatMap(({ key, setAside }) => (setAside === undefined ? [] : [[key, setAside] as const])),
    ),
    resourceSections,
    resourceSectionByType: byType(resourceSections),
  };
  made.set(features, schemas);
  return schemas;
}

function byType(sections: readonly ResourceSection[]): ReadonlyMap<string, ResourceSection> {
  const found = new Map<string, ResourceSection>();
  for (const entry of sections) {
    for (const type of entry.types) {
      if (found.has(type)) throw new Error(`two features have a resource section for ${type}`);
      found.set(type, entry);
    }
  }
  return found;
}

function lazily<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function sectionsByKey(
  sections: readonly WorkloadSection[],
): ReadonlyMap<string, readonly WorkloadSection[]> {
  const byKey = new Map<string, WorkloadSection[]>();
  for (const entry of sections) {
    const list = byKey.get(entry.key);
    if (list === undefined) byKey.set(entry.key, [entry]);
    else list.push(entry);
  }
  return byKey;
}

/** The whole schema of a workload, every section in it, as an editor wants it. */
export function wholeWorkloadSchema(features: readonly Feature[]): z.ZodType<WorkloadContent> {
  const sections = features.flatMap((feature) => feature.workloadSections ?? []);
  const keys = workloadKeys(sections, sectionSchema);
  return schemaOfKeys(keys, [...keys.keys()]);
}

type Keys = ReadonlyMap<string, () => z.core.$ZodType>;

function schemaOfKeys(keys: Keys, names: readonly string[]): z.ZodType<WorkloadContent> {
  const shape = names.map((name) => [name, keys.get(name)?.() ?? z.unknown()]);
  return section(Object.fromEntries(shape)) as unknown as z.ZodType<WorkloadContent>;
}

/** One schema for all workloads with the same keys; the whole one where a key is not known, to name the nearest. */
function statedKeysOf(keys: Keys): ManifestSchemas['workload'] {
  const made = new Map<string, z.ZodType<WorkloadContent>>();
  return (stated) => {
    const isKnown = [...stated].every((key) => keys.has(key));
    const names = [...keys.keys()].filter((key) => !isKnown || stated.has(key));
    const id = names.join(' ');
    const schema = made.get(id) ?? schemaOfKeys(keys, names);
    made.set(id, schema);
    return schema;
  };
}

/** Every key of a workload, with what makes its schema. */
function workloadKeys(
  sections: readonly WorkloadSection[],
  schemaFor: (key: string, entries: readonly WorkloadSection[]) => z.ZodType,
): Keys {
  const top = new Map<string, () => z.core.$ZodType>(
    Object.entries(workloadShape()).map(([key, make]) => [key, lazily<z.core.$ZodType>(make)]),
  );
  const inBase = Object.entries<z.core.$ZodType>(knowledgeBaseShape());
  const nested = new Map([['knowledge_base', new Map(inBase.map(([key, schema]) => [key, () => schema]))]]);
  for (const [key, entries] of sectionsByKey(sections)) {
    const [first = '', second, ...deeper] = key.split('.');
    if (deeper.length > 0) throw new Error(`the section ${key} is nested too deeply`);
    const place =
      second === undefined ? top : (nested.get(first) ?? new Map<string, () => z.core.$ZodType>());
    if (second !== undefined) nested.set(first, place);
    if (place.has(second ?? first)) throw new Error(`the section ${key} is a core key of a workload`);
    checkVariants(key, entries);
    place.set(
      second ?? first,
      lazily(() => z.optional(schemaFor(key, entries))),
    );
  }
  for (const [key, keys] of nested) {
    if (top.has(key)) throw new Error(`the section ${key} is registered whole and in parts`);
    const shape = () => Object.fromEntries([...keys].map(([name, make]) => [name, make()]));
    top.set(
      key,
      lazily(() => z.optional(section(shape()))),
    );
  }
  return top;
}

/** Several features share a key only by variants. */
function checkVariants(key: string, entries: readonly WorkloadSection[]): void {
  if (entries.length > 1 && entries.some(({ variant }) => variant === undefined)) {
    throw new Error(`several features register the section ${key}, and one of them without a variant`);
  }
}

const built = new WeakMap<WorkloadSection | ResourceSection, z.ZodType>();

/** The schema of a section, made once. */
export function schemaOf(entry: WorkloadSection | ResourceSection): z.ZodType {
  const known = built.get(entry);
  if (known !== undefined) return known;
  const schema = entry.schema();
  built.set(entry, schema);
  return schema;
}

/** One section, or a choice by `type` where several features share the key. */
function sectionSchema(key: string, entries: readonly WorkloadSection[]): z.ZodType {
  const [first] = entries;
  if (first === undefined) throw new Error(`the section ${key} has no schema`);
  if (first.variant === undefined) {
    return schemaOf(first).describe(first.description);
  }
  const options = entries.map(variantSchema);
  return z.discriminatedUnion('type', options as [z.ZodObject, ...z.ZodObject[]]);
}

/** A variant that leaves out its `type` gets the key added. */
function variantSchema(entry: WorkloadSection): z.ZodType {
  const { key, variant, description } = entry;
  const schema = schemaOf(entry);
  if (variant === undefined) throw new Error(`one feature registers the section ${key} without a variant`);
  const isPlain = schema instanceof z.ZodObject && !Object.hasOwn(schema.shape, 'type');
  return (isPlain ? schema.safeExtend({ type: z.literal(variant) }) : schema).describe(description);
}
