/** The files that functions may read: those of the tree, under the caps of everything that is read, and nothing of the machine. */
import { LIMITS } from '../../../model/limits.ts';
import { text, type Unknown, unknown, type Value } from '../../../model/value.ts';
import { resolvePath } from '../../paths.ts';
import { encodeBase64 } from '../functions/encoding.ts';
import { FILE_HASHES } from '../functions/hash.ts';
import { normalize } from '../hcl/characters.ts';
import { toText } from '../values/convert.ts';
import { boolean, failure, isFailure } from '../values/value.ts';
import type { Budget } from './budget.ts';
import { listFiles } from './fileset.ts';

export interface Files {
  /** The root module's directory, where Terraform runs and relative paths start. */
  readonly directory: string;
  readonly texts: ReadonlyMap<string, string>;
  /** All files of the tree, also those that were not read. */
  readonly paths: ReadonlySet<string>;
  /** Files of the tree that a function asked for and that were not read. Whoever reads the tree may read them then. */
  readonly asked: Set<string>;
}

/** With what functions read files. */
interface Reading {
  readonly files: Files;
  readonly budget: Budget;
}

/** A file that was read. */
interface Found {
  readonly path: string;
  readonly content: string;
}

const READERS: ReadonlyMap<string, (found: Found, budget: Budget) => Value> = new Map([
  ['file', ({ content }: Found): Value => text(normalize(content))],
  ['filebase64', ({ content }: Found): Value => text(encodeBase64(content))],
  ...[...FILE_HASHES].map(
    ([name, hash]) => [name, ({ content }: Found, budget: Budget) => hash(budget, [content])] as const,
  ),
]);

/** What a function that reads files answers; `undefined` where the name is none of such a function. */
export function callFileFunction(
  name: string,
  values: readonly Value[],
  { files, budget }: Reading,
): Value | undefined {
  const plain = name.startsWith('core::') ? name.slice('core::'.length) : name;
  if (plain === 'fileset') return listFiles(values, files, budget);
  if (plain === 'fileexists') return existsAt(values, files);
  const reader = READERS.get(plain);
  if (reader === undefined) return undefined;
  const [path] = values;
  if (path === undefined || values.length > 1) return failure(`function ${name}() takes one argument`);
  const found = findFile(name, path, files);
  if ('kind' in found) return found;
  if (found.content.length > LIMITS.valueCharacters / 2) return budget.tooLarge('text');
  budget.spend(found.content.length >> 4);
  return reader(found, budget);
}

/** A file that is not in the tree may still be there when Terraform runs: then it was built. */
function existsAt([path, ...more]: readonly Value[], files: Files): Value {
  if (path === undefined || more.length > 0) return failure('function fileexists() takes one argument');
  const resolved = pathOf('fileexists', path, files);
  if (typeof resolved !== 'string') return resolved;
  return files.paths.has(resolved) || files.texts.has(resolved)
    ? boolean(true)
    : unknown('fileexists() of a file that is not in the tree');
}

/** The file at a path as a function is given it. A file that was not read may still exist: it is not known. */
export function findFile(name: string, path: Value, files: Files): Found | Unknown {
  const resolved = pathOf(name, path, files);
  if (typeof resolved !== 'string') return resolved;
  const content = files.texts.get(resolved);
  if (content !== undefined) return { path: resolved, content };
  // Hashes are asked of binary files, which are no text and would be read in vain.
  if (ASKS.has(name) && files.paths.has(resolved)) files.asked.add(resolved);
  return unknown(`${name}() of a file that was not read`);
}
const ASKS = new Set(['file', 'templatefile']);

/** A path of the tree out of the path that a function is given. */
function pathOf(name: string, path: Value, { directory }: Files): string | Unknown {
  const written = toText(path);
  if (written.kind === 'unknown')
    return isFailure(written) ? failure(`${written.why} in ${name}()`) : written;
  return (
    resolvePath(directory, written.value) ??
    unknown(`${name}() of a path outside of the tree is not evaluated`)
  );
}
