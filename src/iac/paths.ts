/** Paths of a tree: relative to its root, with `/`, never with `.` or `..` in them; the root itself is `.`. */

/** The directory that a file stands in. */
export function directoryOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash === -1 ? '.' : path.slice(0, slash);
}

/** The last name of a path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** A relative path as seen from a directory; `undefined` where it is absolute or leads out of the tree. */
export function resolvePath(directory: string, path: string): string | undefined {
  if (path.startsWith('/') || path.includes('\\')) return undefined;
  const names = directory === '.' ? [] : directory.split('/');
  for (const name of path.split('/')) {
    if (name === '' || name === '.') continue;
    if (name !== '..') names.push(name);
    else if (names.pop() === undefined) return undefined;
  }
  return names.length === 0 ? '.' : names.join('/');
}

/** The way from one directory to another: `../modules/kb`. */
export function relativePath(from: string, to: string): string {
  const start = from === '.' ? [] : from.split('/');
  const end = to === '.' ? [] : to.split('/');
  let shared = 0;
  while (shared < start.length && shared < end.length && start[shared] === end[shared]) shared++;
  const names = [...start.slice(shared).map(() => '..'), ...end.slice(shared)];
  return names.length === 0 ? '.' : names.join('/');
}
