/** `fileset`: the files of the tree below a directory whose paths match a pattern. */
import { LIMITS } from '../../../model/limits.ts';
import { text, type Unknown, unknown, type Value } from '../../../model/value.ts';
import { resolvePath } from '../../paths.ts';
import { searcherOfGlob } from '../patterns/glob.ts';
import { search } from '../patterns/search.ts';
import { toText } from '../values/convert.ts';
import { makeSet } from '../values/sets.ts';
import { failure, isFailure } from '../values/value.ts';
import type { Budget } from './budget.ts';

/** All files of a tree, and where relative paths start. */
interface Listing {
  readonly directory: string;
  readonly paths: ReadonlySet<string>;
}

/**
 * The matching paths, relative to the directory. Where the tree has no such directory, it may be made before Terraform
 * runs, so nothing is known of it.
 */
export function listFiles(values: readonly Value[], files: Listing, budget: Budget): Value {
  const [directory, pattern, ...more] = values.map(toText);
  if (directory === undefined || pattern === undefined || more.length > 0)
    return failure('function fileset() takes two arguments');
  const missing = [directory, pattern].find((given) => given.kind === 'unknown');
  if (missing !== undefined) return isFailure(missing) ? failure(`${missing.why} in fileset()`) : missing;
  if (directory.kind !== 'text' || pattern.kind !== 'text') return failure('fileset() needs two texts');
  return matching(directory.value, pattern.value, files, budget);
}

function matching(directory: string, pattern: string, files: Listing, budget: Budget): Value | Unknown {
  const start = resolvePath(files.directory, directory);
  if (start === undefined) return unknown('fileset() of a path outside of the tree is not evaluated');
  const searcher = searcherOfGlob(pattern);
  if (searcher === undefined) return unknown('fileset() with this pattern is not evaluated');
  const prefix = start === '.' ? '' : `${start}/`;
  const found: Value[] = [];
  let isThere = false;
  for (const path of files.paths) {
    if (!budget.spend(1)) return budget.outOfSteps();
    if (!path.startsWith(prefix)) continue;
    isThere = true;
    const below = path.slice(prefix.length);
    const codes = Array.from(below, (character) => character.codePointAt(0) ?? 0);
    const match = search(searcher, codes, 0, budget.spend);
    if (match === 'stopped') return budget.outOfSteps();
    if (match !== undefined) found.push(text(below));
    if (found.length > LIMITS.valueItems) return budget.tooLarge('collection');
  }
  return isThere ? makeSet(found, budget.spend) : unknown('fileset() of a directory that is not in the tree');
}
