/** Lists of models: many different ids one after the other, given to the same name or to a name each. */
import { decidesModel } from '../model/model-use.ts';
import type { ModelReference } from './found-model-id.ts';

/** Lines between two entries of one list: an entry may be an object of several lines. */
const GAP = 14;
/** So many different ids under one name make a list, with a line each or with an object each. */
const ITEMS = 3;
const OBJECTS = 4;
/** So many different constants on neighbouring lines are the members of a list. */
const MEMBERS = 5;
const NEIGHBOUR = 2;

/** Marks as `catalogue` what is one of many. Ids that repeat are settings of several things, and no list. */
export function withCatalogues(references: readonly ModelReference[]): readonly ModelReference[] {
  const listed = new Set<ModelReference>();
  for (const run of [...byName(references).values()].flatMap((all) => runsOf(all, GAP))) {
    const dense = run.every(
      (entry, index) => index === 0 || entry.line - (run[index - 1]?.line ?? 0) <= NEIGHBOUR,
    );
    if (distinct(run) >= (dense ? ITEMS : OBJECTS)) for (const entry of run) listed.add(entry);
  }
  for (const run of runsOf(references, NEIGHBOUR)) {
    if (distinct(run) >= MEMBERS && distinct(run) * 5 >= run.length * 4)
      for (const entry of run) listed.add(entry);
  }
  return references.map((entry) => (listed.has(entry) ? { ...entry, use: 'catalogue' } : entry));
}

/** Entries of a list of objects have several keys, each with an id. */
function byName(references: readonly ModelReference[]): ReadonlyMap<string, readonly ModelReference[]> {
  const groups = new Map<string, ModelReference[]>();
  for (const reference of references) {
    const { name = '' } = reference;
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [reference]);
    else group.push(reference);
  }
  return groups;
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

function distinct(run: readonly ModelReference[]): number {
  return new Set(run.map(({ id }) => id)).size;
}
