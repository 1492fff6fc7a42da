/** Lists and tables of models: many different ids as bare items of one list, or given to a name each. */
import { decidesModel } from '../model/model-use.ts';
import type { ModelReference } from './found-model-id.ts';

/** So many different ids as items of one list are options. */
const ITEMS = 3;
/** Lines between two entries of one table: an entry may be an object of several lines. */
const GAP = 14;
/** So many objects that say little more than an id are the options of a picker. */
const OPTIONS = 4;
const OPTION_KEY = /^(?:id|value|key|slug|name)$/i;
/** Entries by region. */
const REGION = /^[a-z]{2}(?:-(?:gov|iso[a-z]?))?-[a-z]{4,9}-\d$/;
/** So many models, through whatever profile, each by region are a table; fewer are the settings of each region. */
const MODELS_BY_REGION = 5;
/** So many objects, each with a model of its own, are a table; fewer are settings of that many things. */
const OBJECTS = 10;
/** So many different constants on neighbouring lines are the members of a list. */
const MEMBERS = 8;
const NEIGHBOUR = 2;

/**
 * Marks as `catalogue` what is one of many options. What is returned, and what an object or a call of its own is
 * given, is a choice of this place: a switch of it is rather listed once too often than missed.
 */
export function withCatalogues(references: readonly ModelReference[]): readonly ModelReference[] {
  const listed = new Set<ModelReference>();
  const mark = (run: readonly ModelReference[]) => {
    for (const entry of run) listed.add(entry);
  };
  for (const items of grouped(references, ({ list, name }) =>
    list === undefined ? undefined : [list, name],
  ))
    if (distinct(items) >= ITEMS) mark(items);
  const keyed = references.filter(({ list, use }) => list === undefined && use !== 'constant');
  for (const run of grouped(keyed, ({ name }) => name).flatMap((all) => runsOf(all, GAP)))
    if (distinct(run) >= (OPTION_KEY.test(run[0]?.name ?? '') ? OPTIONS : OBJECTS)) mark(run);
  const byRegion = references.filter(({ name }) => REGION.test(name ?? ''));
  for (const run of runsOf(byRegion, GAP))
    if (new Set(run.map(({ id }) => withoutProfile(id))).size >= MODELS_BY_REGION) mark(run);
  for (const run of runsOf(references, NEIGHBOUR)) {
    const names = new Set(run.flatMap(({ name }) => name ?? []));
    if (Math.min(distinct(run), names.size) >= MEMBERS && distinct(run) * 5 >= run.length * 4) mark(run);
  }
  return references.map((entry) => (listed.has(entry) ? { ...entry, use: 'catalogue' } : entry));
}

/** Groups of one key each, in order; without what has no key. */
function grouped(
  references: readonly ModelReference[],
  keyOf: (reference: ModelReference) => unknown,
): readonly (readonly ModelReference[])[] {
  const groups = new Map<string, ModelReference[]>();
  for (const reference of references) {
    const parts = decidesModel(reference.use) || reference.use === 'catalogue' ? keyOf(reference) : undefined;
    if (parts === undefined) continue;
    const key = JSON.stringify(parts);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [reference]);
    else group.push(reference);
  }
  return [...groups.values()];
}

function runsOf(references: readonly ModelReference[], gap: number): readonly (readonly ModelReference[])[] {
  const runs: ModelReference[][] = [];
  for (const entry of references) {
    if (!decidesModel(entry.use) && entry.use !== 'catalogue') continue;
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run !== undefined && last !== undefined && entry.line - last.line <= gap) run.push(entry);
    else runs.push([entry]);
  }
  return runs;
}

/** The id alone, through whatever profile. */
function withoutProfile(id: string): string {
  return id.replace(/^(?:us-gov|us|eu|apac|jp|au|ca|in|global)\./, '');
}

function distinct(run: readonly ModelReference[]): number {
  return new Set(run.map(({ id }) => id)).size;
}
