/** What happened to the model ids of one file between two texts of it. */
import { decidesModel } from '../model/model-use.ts';
import type { ModelReference } from './found-model-id.ts';
import { type Hunks, hunksOf } from './hunks.ts';
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
 * Pairs the ids that went with those that came. What stands in both texts in the same part is no change. Then a
 * variable, key or function of the same name in the same part of the file has another id; what is left and stands in
 * both texts has moved. Then what takes the place of another in one part and makes the same (an embedding model is no
 * successor of a chat model); then a name that is there once on each side. Where one id is left on each side, it took
 * the other's place, as often as it did. The rest came or went alone.
 */
export function pairReferences(before: Side, after: Side): readonly ReferenceChange[] {
  const hunks = hunksOf(before.text, after.text);
  const kept = keptOnBothSides(before, after, hunks);
  const pairs = new Map<ModelReference, ModelReference>();
  const taken = new Set<ModelReference>();
  const isLeft = (reference: ModelReference) =>
    !kept.has(reference) && !pairs.has(reference) && !taken.has(reference);
  const pairBy = (key: (reference: ModelReference, hunk: number) => string | undefined) => {
    const waiting = waitingBy(after.references.filter(isLeft), (reference) =>
      key(reference, hunks.after(reference.line)),
    );
    for (const reference of before.references.filter(isLeft)) {
      const match = waiting.take(key(reference, hunks.before(reference.line)));
      if (match === undefined) continue;
      pairs.set(reference, match);
      taken.add(match);
    }
  };
  pairBy(({ name }, hunk) => (name === undefined ? undefined : JSON.stringify([hunk, name])));
  keepMoved(before, after, isLeft, kept);
  const gone = before.references.filter((reference) => !kept.has(reference));
  const come = after.references.filter((reference) => !kept.has(reference));
  pairBy(({ id }, hunk) => JSON.stringify([hunk, purposeOf(id)]));
  pairBy(({ name }) => name);
  const leftGone = before.references.filter(isLeft);
  const leftCome = after.references.filter(isLeft);
  const isOneSwitch =
    isOnePurpose([...leftGone, ...leftCome]) &&
    ((isOneId(gone) && isOneId(come)) || (isOneId(leftGone) && isOneId(leftCome)));
  // One more place of a name that both sides have, with the same model as before.
  const changed = [...pairs].filter(([old, current]) => !isSame(old, current));
  const paired = changed.map(([old, current]) => ({ before: old, after: current }));
  const rest = isOneSwitch ? together(leftGone, leftCome) : apart(leftGone, leftCome);
  return [...paired, ...rest].sort((a, b) => lineOf(a) - lineOf(b));
}

/** References in the order of a text, to be taken by a key once each. */
function waitingBy(
  references: readonly ModelReference[],
  key: (reference: ModelReference) => string | undefined,
): { take(name: string | undefined): ModelReference | undefined } {
  const waiting = new Map<string, ModelReference[]>();
  for (const reference of references) {
    const name = key(reference);
    if (name === undefined) continue;
    const list = waiting.get(name);
    if (list === undefined) waiting.set(name, [reference]);
    else list.push(reference);
  }
  const taken = new Map<string, number>();
  return {
    take(name) {
      if (name === undefined) return undefined;
      const next = taken.get(name) ?? 0;
      taken.set(name, next + 1);
      return waiting.get(name)?.[next];
    },
  };
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

function isSame(one: ModelReference, other: ModelReference): boolean {
  return one.id === other.id && one.prefixUnknown === other.prefixUnknown;
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
 * What names the same model in the same part of both texts: by the same name, or by one that the other side does not
 * have, since then it was called otherwise. As often as both sides have it.
 */
function keptOnBothSides(before: Side, after: Side, hunks: Hunks): Set<ModelReference> {
  const kept = new Set<ModelReference>();
  const isLeft = (reference: ModelReference) => !kept.has(reference);
  matchAlike(before, after, isLeft, kept, {
    before: ({ line }) => hunks.before(line),
    after: ({ line }) => hunks.after(line),
  });
  return kept;
}

/** The same wherever it stands: it has moved. */
function keepMoved(
  before: Side,
  after: Side,
  isLeft: (reference: ModelReference) => boolean,
  kept: Set<ModelReference>,
): void {
  matchAlike(before, after, isLeft, kept, { before: () => 0, after: () => 0 });
}

function matchAlike(
  before: Side,
  after: Side,
  isLeft: (reference: ModelReference) => boolean,
  kept: Set<ModelReference>,
  part: Readonly<Record<'before' | 'after', (reference: ModelReference) => number>>,
): void {
  const [namedBefore, namedAfter] = [namesOf(before), namesOf(after)];
  const same = ({ id, use, prefixUnknown }: ModelReference) => [
    id,
    prefixUnknown === true,
    decidesModel(use),
  ];
  const match = (
    key: (reference: ModelReference, others: ReadonlySet<string>) => readonly unknown[] | undefined,
  ) => {
    const keyOf = (side: 'before' | 'after', reference: ModelReference) => {
      const parts = key(reference, side === 'before' ? namedAfter : namedBefore);
      return parts === undefined ? undefined : JSON.stringify([part[side](reference), ...parts]);
    };
    const waiting = waitingBy(after.references.filter(isLeft), (reference) => keyOf('after', reference));
    for (const reference of before.references.filter(isLeft)) {
      const other = waiting.take(keyOf('before', reference));
      if (other === undefined) continue;
      kept.add(reference);
      kept.add(other);
    }
  };
  match((reference) => [...same(reference), reference.name ?? '']);
  match((reference, others) => (others.has(reference.name ?? '') ? undefined : same(reference)));
}

/** The names that a side gives to models. */
function namesOf({ references }: Side): ReadonlySet<string> {
  return new Set(references.flatMap(({ name }) => name ?? []));
}
