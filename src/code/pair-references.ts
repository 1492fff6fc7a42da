/** What happened to the model ids of one file between two texts of it. */
import { decidesModel } from '../model/model-use.ts';
import type { ModelReference } from './found-model-id.ts';
import { hunksOf } from './hunks.ts';
import { purposeOf } from './purpose.ts';

/** One change: of an id, or of a place that names one on one side only. */
export interface ReferenceChange {
  readonly before?: ModelReference;
  readonly after?: ModelReference;
}

interface Side {
  readonly text: string;
  readonly references: readonly ModelReference[];
}

/**
 * Pairs the ids that went with those that came. What stands in both texts, moved or not, is no change. Then a
 * variable, key or function of the same name in the same part of the file; then what takes the place of another in
 * one part and makes the same (an embedding model is no successor of a chat model); then a name that is there once on
 * each side. Where one id is left on each side, it took the other's place, as often as it did. The rest came or went
 * alone.
 */
export function pairReferences(before: Side, after: Side): readonly ReferenceChange[] {
  const kept = keptOnBothSides(before, after);
  const gone = before.references.filter((reference) => !kept.has(reference));
  const come = after.references.filter((reference) => !kept.has(reference));
  if (gone.length === 0) return come.map((reference) => ({ after: reference }));
  if (come.length === 0) return gone.map((reference) => ({ before: reference }));
  const hunks = hunksOf(before.text, after.text);
  const pairs = new Map<ModelReference, ModelReference>();
  const taken = new Set<ModelReference>();
  const pairBy = (key: (reference: ModelReference, hunk: number) => string | undefined) => {
    const waiting = new Map<string, ModelReference[]>();
    for (const reference of come) {
      if (taken.has(reference)) continue;
      const name = key(reference, hunks.after(reference.line));
      if (name !== undefined) waiting.set(name, [...(waiting.get(name) ?? []), reference]);
    }
    for (const reference of gone) {
      if (pairs.has(reference)) continue;
      const name = key(reference, hunks.before(reference.line));
      const match = name === undefined ? undefined : waiting.get(name)?.shift();
      if (match === undefined) continue;
      pairs.set(reference, match);
      taken.add(match);
    }
  };
  pairBy(({ name }, hunk) => (name === undefined ? undefined : JSON.stringify([hunk, name])));
  pairBy(({ id }, hunk) => JSON.stringify([hunk, purposeOf(id)]));
  pairBy(({ name }) => name);
  const leftGone = gone.filter((reference) => !pairs.has(reference));
  const leftCome = come.filter((reference) => !taken.has(reference));
  const isOneSwitch =
    isOnePurpose([...leftGone, ...leftCome]) &&
    ((isOneId(gone) && isOneId(come)) || (isOneId(leftGone) && isOneId(leftCome)));
  const paired = [...pairs].map(([old, current]) => ({ before: old, after: current }));
  const rest = isOneSwitch ? together(leftGone, leftCome) : apart(leftGone, leftCome);
  return [...paired, ...rest].sort((a, b) => lineOf(a) - lineOf(b));
}

/** All that went was one id, and all that came another: settings were moved to one constant, or to several. */
function together(
  gone: readonly ModelReference[],
  come: readonly ModelReference[],
): readonly ReferenceChange[] {
  return gone.slice(0, come.length).flatMap((old, index): readonly ReferenceChange[] => {
    const current = come[index];
    return current === undefined ? [] : [{ before: old, after: current }];
  });
}

function apart(gone: readonly ModelReference[], come: readonly ModelReference[]): readonly ReferenceChange[] {
  return [
    ...gone.map((reference) => ({ before: reference })),
    ...come.map((reference) => ({ after: reference })),
  ];
}

function isOneId(references: readonly ModelReference[]): boolean {
  return new Set(references.map(({ id, prefixUnknown }) => `${id} ${String(prefixUnknown)}`)).size === 1;
}

function isOnePurpose(references: readonly ModelReference[]): boolean {
  return new Set(references.map(({ id }) => purposeOf(id))).size === 1;
}

function lineOf({ before, after }: ReferenceChange): number {
  return (after ?? before)?.line ?? 0;
}

/**
 * What names the same model: by the same name, or by one that the other side does not have, since then it was called
 * otherwise. As often as both sides have it.
 */
function keptOnBothSides(before: Side, after: Side): ReadonlySet<ModelReference> {
  const kept = new Set<ModelReference>();
  const [namedBefore, namedAfter] = [namesOf(before), namesOf(after)];
  const match = (key: (reference: ModelReference, others: ReadonlySet<string>) => string | undefined) => {
    const waiting = new Map<string, ModelReference[]>();
    for (const reference of after.references) {
      const name = kept.has(reference) ? undefined : key(reference, namedBefore);
      if (name !== undefined) waiting.set(name, [...(waiting.get(name) ?? []), reference]);
    }
    for (const reference of before.references) {
      const name = kept.has(reference) ? undefined : key(reference, namedAfter);
      const other = name === undefined ? undefined : waiting.get(name)?.shift();
      if (other === undefined) continue;
      kept.add(reference);
      kept.add(other);
    }
  };
  match(({ id, use, name = '', prefixUnknown }) =>
    JSON.stringify([id, prefixUnknown === true, decidesModel(use), name]),
  );
  match(({ id, use, name = '', prefixUnknown }, others) =>
    others.has(name) ? undefined : JSON.stringify([id, prefixUnknown === true, decidesModel(use)]),
  );
  return kept;
}

/** The names that a side gives to models. */
function namesOf({ references }: Side): ReadonlySet<string> {
  return new Set(references.flatMap(({ name }) => name ?? []));
}
