/** The contents of git objects, many with one process. */
import { LIMITS } from '../model/limits.ts';
import { type GitOptions, gitOutput } from './git-process.ts';

const NEWLINE = 10;

/** The content of each object of `ids` that is a blob. */
export type Blobs = (ids: ReadonlySet<string>) => Promise<ReadonlyMap<string, Buffer>>;

/**
 * Reads blobs of one repository and keeps them, up to `most` bytes: the trees of two commits share nearly all of
 * theirs, several steps ask for the same file, and each question is a process that has to start.
 */
export function openBlobs(
  directory: string,
  options: GitOptions = {},
  most: number = LIMITS.keptBytes,
): Blobs {
  const kept = new Map<string, Buffer>();
  let room = most;
  return async (ids) => {
    const missing = [...ids].filter((id) => !kept.has(id));
    const read = await readBlobs(directory, missing, options);
    const bytes = [...read.values()].reduce((sum, { length }) => sum + length, 0);
    // All or none of an answer: each blob is a part of it and holds the whole in memory.
    if (bytes <= room) {
      room -= bytes;
      for (const [id, content] of read) kept.set(id, content);
    }
    const found = new Map<string, Buffer>();
    for (const id of ids) {
      const content = kept.get(id) ?? read.get(id);
      if (content !== undefined) found.set(id, content);
    }
    return found;
  };
}

/** One process for all of them. */
async function readBlobs(
  directory: string,
  ids: readonly string[],
  options: GitOptions,
): Promise<ReadonlyMap<string, Buffer>> {
  if (ids.length === 0) return new Map();
  const output = await gitOutput({
    ...options,
    directory,
    arguments: ['cat-file', '--batch', '--buffer'],
    input: ids.map((id) => `${id}\n`).join(''),
  });
  return parseBatch(output);
}

/** Answers are `id type size NEWLINE content NEWLINE`, or `id missing NEWLINE`. */
function parseBatch(output: Buffer): ReadonlyMap<string, Buffer> {
  const blobs = new Map<string, Buffer>();
  for (let start = 0; start < output.length; ) {
    const line = output.indexOf(NEWLINE, start);
    if (line === -1) break;
    const [id = '', type = '', size] = output.toString('latin1', start, line).split(' ');
    start = line + 1;
    if (size === undefined) continue;
    const end = start + Number(size);
    if (type === 'blob' && end < output.length) blobs.set(id, output.subarray(start, end));
    start = end + 1;
  }
  return blobs;
}
