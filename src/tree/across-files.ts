/** Switches of which the two sides stand in different files: a setting moved, and changed on its way. */
import { purposeOf } from '../code/purpose.ts';
import type { CodeChange, NamedModel } from '../model/model-change.ts';
import type { ChangedFile } from './changed-files.ts';

/** A change of which one side is there. */
interface OneSided {
  readonly change: CodeChange;
  readonly model: NamedModel;
}

/**
 * Pairs what went from one file with what came in another. A file that moved with its edits has the same name in
 * another folder. A model that a program no longer states is taken over by a configuration file of the same project,
 * where both files were there before. Only where it is one model each, and both make the same: otherwise nobody can
 * tell which succeeds which.
 */
export function acrossFiles(
  changes: readonly CodeChange[],
  files: readonly ChangedFile[],
): readonly CodeChange[] {
  const presence = new Map(
    files.map(({ path, before, after }) => [
      path,
      before === undefined ? 'new' : after === undefined ? 'gone' : 'edited',
    ]),
  );
  const movedKey = ({ change, model }: OneSided, expected: 'new' | 'gone') =>
    presence.get(model.at.file) === expected ? [change.project, nameOf(model.at.file)] : undefined;
  const moved = paired(
    changes,
    (old) => movedKey(old, 'gone'),
    (current) => movedKey(current, 'new'),
  );
  const isEdited = ({ model }: OneSided) => presence.get(model.at.file) === 'edited';
  return paired(
    moved,
    (old) => (isEdited(old) && old.model.use !== 'configuration' ? [old.change.project] : undefined),
    (current) =>
      isEdited(current) && current.model.use === 'configuration' ? [current.change.project] : undefined,
  );
}

/** Pairs the sides of one key and one purpose, where all of each side name one model. */
function paired(
  changes: readonly CodeChange[],
  goneKey: (side: OneSided) => readonly string[] | undefined,
  comeKey: (side: OneSided) => readonly string[] | undefined,
): readonly CodeChange[] {
  const groups = new Map<string, { readonly gone: OneSided[]; readonly come: OneSided[] }>();
  for (const change of changes) {
    if (change.before !== undefined && change.after !== undefined) continue;
    const model = change.before ?? change.after;
    if (model === undefined) continue;
    const side = { change, model };
    const key = change.after === undefined ? goneKey(side) : comeKey(side);
    if (key === undefined) continue;
    const text = JSON.stringify([...key, purposeOf(model.id)]);
    const group = groups.get(text) ?? { gone: [], come: [] };
    groups.set(text, group);
    group[change.after === undefined ? 'gone' : 'come'].push(side);
  }
  const replaced = new Map<CodeChange, CodeChange | undefined>();
  for (const { gone, come } of groups.values()) {
    if (!isOneModel(gone) || !isOneModel(come)) continue;
    for (const { change } of gone) replaced.set(change, undefined);
    come.forEach(({ change }, index) => {
      const before = (gone[index] ?? gone[0])?.model;
      if (before !== undefined) replaced.set(change, { ...change, before });
    });
  }
  return changes.flatMap((change) => (replaced.has(change) ? (replaced.get(change) ?? []) : [change]));
}

function isOneModel(sides: readonly OneSided[]): boolean {
  return (
    new Set(sides.map(({ model: { id, prefixUnknown } }) => `${id} ${String(prefixUnknown)}`)).size === 1
  );
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
