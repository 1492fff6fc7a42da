/** Paths of a tree: relative to its root, with `/`, never with `.` or `..` in them; the root itself is `.`. */

/** The directory that a file stands in. */
export function directoryOf(file: string): string {
  const slash = file.lastIndexOf('/');
  return slash < 0 ? '.' : file.slice(0, slash);
}

/** A path that a file in `directory` names. `undefined` for an absolute path and for one that leaves the tree. */
export function resolvePath(directory: string, path: string): string | undefined {
  if (path.startsWith('/') || path.includes('\\') || /^[A-Za-z][A-Za-z0-9+.-]*:/.test(path)) return undefined;
  const steps = directory === '.' ? [] : directory.split('/');
  for (const step of path.split('/')) {
    if (step === '' || step === '.') continue;
    if (step !== '..') steps.push(step);
    else if (steps.pop() === undefined) return undefined;
  }
  return steps.length === 0 ? '.' : steps.join('/');
}
