/** The contents of git objects, many with one process. */
import { type GitOptions, gitOutput } from './git-process.ts';

const NEWLINE = 10;

/** The content of each object of `ids` that is a blob; one process for all of them. */
export async function readBlobs(
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
