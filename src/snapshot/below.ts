import type { Snapshot } from '../model/snapshot.ts';

/** The part of a tree below one directory; paths stay those from the root. */
export function below(snapshot: Snapshot, directory: string): Snapshot {
  const inside = (path: string | undefined) => path === undefined || path.startsWith(`${directory}/`);
  return {
    revision: snapshot.revision,
    files: snapshot.files.filter(({ path }) => inside(path)),
    get diagnostics() {
      return snapshot.diagnostics.filter(({ at }) => inside(at?.file));
    },
    read: (paths) => snapshot.read(paths.filter(inside)),
  };
}
