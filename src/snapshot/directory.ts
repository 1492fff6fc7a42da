/**
 * A directory as it stands on disk. Everything here is synchronous underneath: a walk of a few hundred files is
 * then several times faster than through the thread pool, and the command line waits for it anyway.
 */
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  type Stats,
  statSync,
} from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Snapshot, TreeFile } from '../model/snapshot.ts';
import { SnapshotError } from './error.ts';
import { createListing, type Listing } from './listing.ts';
import { createReadBudget, textOrNote } from './reading.ts';

/**
 * The tree below `path`, which may itself be reached through a link; nothing below it is. `.git` and
 * `node_modules` are left out, and so is every directory that holds a `.git` file, as submodules and linked work
 * trees do. Throws a SnapshotError where there is no such directory.
 */
export async function openDirectory(
  path: string,
  options: { readonly name?: string } = {},
): Promise<Snapshot> {
  const root = checkedDirectory(path);
  const listing = createListing<TreeFile>();
  walk(root, listing);
  listing.finish();
  return directorySnapshot(root, options.name ?? baseName(root), listing);
}

/**
 * The files of `paths` below `path`, under the same rules; for trees whose list of files comes from elsewhere.
 * What does not exist is left out.
 */
export function openListedFiles(path: string, paths: Iterable<string>, name: string): Snapshot {
  const root = checkedDirectory(path);
  const listing = createListing<TreeFile>();
  const linked = new Map<string, boolean>();
  for (const listed of new Set(paths)) {
    if (!listing.count()) break;
    const file = listed.endsWith('/') ? listed.slice(0, -1) : listed;
    if (listing.admits(file)) addListed(root, file, linked, listing);
  }
  listing.finish();
  return directorySnapshot(root, name, listing);
}

function checkedDirectory(path: string): string {
  const root = resolve(path);
  const found = statSync(root, { throwIfNoEntry: false });
  if (found === undefined)
    throw new SnapshotError(`There is no directory "${path}".`, 'Check the spelling of the path.');
  if (!found.isDirectory()) {
    throw new SnapshotError(`"${path}" is not a directory.`, 'Name the directory that holds it.');
  }
  return root;
}

function baseName(root: string): string {
  const name = basename(root);
  return name === '' ? root : name;
}

function walk(root: string, listing: Listing<TreeFile>): void {
  const pending = [''];
  for (let directory = pending.pop(); directory !== undefined; directory = pending.pop()) {
    const entries = readEntries(join(root, directory), directory, listing);
    if (directory !== '' && entries.some((entry) => entry.name === '.git' && !entry.isDirectory())) {
      listing.refuse('submodule', directory);
      continue;
    }
    for (const entry of entries) {
      const path = directory === '' ? entry.name : `${directory}/${entry.name}`;
      if (!listing.admits(path)) continue;
      if (!listing.count()) return;
      if (entry.isDirectory()) pending.push(path);
      else if (entry.isSymbolicLink()) listing.refuse('link', path);
      else if (!entry.isFile()) listing.refuse('special', path);
      else addIfThere(root, path, listing);
    }
  }
}

/** In a fixed order, so that a tree over the cap always loses the same files. */
function readEntries(directory: string, path: string, listing: Listing<TreeFile>) {
  try {
    return readdirSync(directory, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    listing.diagnostics.push({
      code: 'file-unreadable',
      severity: 'error',
      message: `A directory could not be listed (${errorCode(error)}); what is in it was not read.`,
      ...(path === '' ? {} : { at: { file: path } }),
    });
    return [];
  }
}

function addListed(
  root: string,
  path: string,
  linked: Map<string, boolean>,
  listing: Listing<TreeFile>,
): void {
  if (behindLink(root, path, linked)) listing.refuse('link', path);
  else addIfThere(root, path, listing);
}

function addIfThere(root: string, path: string, listing: Listing<TreeFile>): void {
  const found = lookAt(join(root, path));
  if (found === undefined) return;
  if (found.isFile()) listing.add({ path, bytes: found.size });
  else listing.refuse(found.isSymbolicLink() ? 'link' : found.isDirectory() ? 'submodule' : 'special', path);
}

/** Without following a link; undefined where there is nothing (any more), or a file stands in the way. */
function lookAt(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** Whether a directory on the way to `path` is a link. */
function behindLink(root: string, path: string, linked: Map<string, boolean>): boolean {
  for (let end = path.indexOf('/'); end !== -1; end = path.indexOf('/', end + 1)) {
    const parent = path.slice(0, end);
    let isLink = linked.get(parent);
    if (isLink === undefined) {
      isLink = lookAt(join(root, parent))?.isSymbolicLink() ?? false;
      linked.set(parent, isLink);
    }
    if (isLink) return true;
  }
  return false;
}

function directorySnapshot(root: string, revision: string, listing: Listing<TreeFile>): Snapshot {
  const { files, diagnostics } = listing;
  const budget = createReadBudget(diagnostics);
  let sizes: Map<string, number> | undefined;
  return {
    revision,
    files,
    diagnostics,
    async read(paths) {
      sizes ??= new Map(files.map((file) => [file.path, file.bytes]));
      const texts = new Map<string, string>();
      for (const path of paths) {
        const bytes = sizes.get(path);
        if (bytes === undefined || texts.has(path) || !budget.take(bytes, path)) continue;
        const text = textOrNote(readBytes(root, path), path, diagnostics);
        if (text !== undefined) texts.set(path, text);
      }
      return texts;
    },
  };
}

/** A file that became a link since it was listed is not followed. */
function readBytes(root: string, path: string): Buffer | undefined {
  let handle: number | undefined;
  try {
    handle = openSync(join(root, path), constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
    return fstatSync(handle).isFile() ? readFileSync(handle) : undefined;
  } catch {
    return undefined;
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
}
