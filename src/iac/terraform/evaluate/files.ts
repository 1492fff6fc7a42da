/** The files that functions may read: those of the tree that were read already, and nothing of the machine. */
import { LIMITS } from '../../../model/limits.ts';
import { text, type Unknown, unknown, type Value } from '../../../model/value.ts';
import { resolvePath } from '../../paths.ts';
import { encodeBase64 } from '../functions/encoding.ts';
import { normalize } from '../hcl/characters.ts';
import { toText } from '../values/convert.ts';
import { boolean, failure, isFailure } from '../values/value.ts';
import type { Budget } from './budget.ts';

export interface Files {
  /** The root module's directory, where Terraform runs and relative paths start. */
  readonly directory: string;
  readonly texts: ReadonlyMap<string, string>;
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

const READERS: ReadonlyMap<string, (found: Found) => Value> = new Map([
  ['file', ({ content }: Found): Value => text(normalize(content))],
  ['filebase64', ({ content }: Found): Value => text(encodeBase64(content))],
  ['fileexists', (): Value => boolean(true)],
]);

/** What a function that reads one file answers; `undefined` where the name is none of such a function. */
export function callFileFunction(
  name: string,
  values: readonly Value[],
  { files, budget }: Reading,
): Value | undefined {
  const reader = READERS.get(name.startsWith('core::') ? name.slice('core::'.length) : name);
  if (reader === undefined) return undefined;
  const [path] = values;
  if (path === undefined || values.length > 1) return failure(`function ${name}() takes one argument`);
  const found = findFile(name, path, files);
  if ('kind' in found) return found;
  if (found.content.length > LIMITS.valueCharacters / 2) return budget.tooLarge('text');
  budget.spend(found.content.length >> 4);
  return reader(found);
}

/** The file at a path as a function is given it. A file that was not read may still exist: it is not known. */
export function findFile(name: string, path: Value, { directory, texts }: Files): Found | Unknown {
  const written = toText(path);
  if (written.kind === 'unknown')
    return isFailure(written) ? failure(`${written.why} in ${name}()`) : written;
  const resolved = resolvePath(directory, written.value);
  if (resolved === undefined) return unknown(`${name}() of a path outside of the tree is not evaluated`);
  const content = texts.get(resolved);
  return content === undefined
    ? unknown(`${name}() of a file that was not read`)
    : { path: resolved, content };
}
