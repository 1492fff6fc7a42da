/** The tree of a commit through GitHub's API, where there is no checkout: only the files that are asked for. */

import { LIMITS } from '../model/limits.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { shortId } from '../snapshot/commit-id.ts';
import { SnapshotError } from '../snapshot/error.ts';
import { addTreeEntry } from '../snapshot/git-tree.ts';
import { createListing } from '../snapshot/listing.ts';
import { type GitFile, treeSnapshot } from '../snapshot/tree-snapshot.ts';
import type { ReadCommit, RepositoryReader } from './reader.ts';

const AT_ONCE = 8;
const CHECK_OUT = 'Put a step before this one: "- uses: actions/checkout@v7".';

/** Contents by their id, so that what both sides share is asked for once; also those that are under way. */
export type Contents = Map<string, Promise<Buffer>>;

/**
 * Lists a commit with one request; each file that is read takes one more. Throws a SnapshotError, also later from
 * `read`, where GitHub does not answer, or where it would take too many requests: a part of a tree could pass for
 * all of it.
 */
export async function openThroughApi(
  commit: ReadCommit,
  reader: RepositoryReader,
  contents: Contents,
): Promise<Snapshot> {
  const reply = await reader.tree(commit.tree);
  if (!reply.ok) throw new SnapshotError(reply.failure.message, CHECK_OUT);
  if (!reply.value.whole) {
    throw new SnapshotError('The tree is too large for GitHub to list it whole.', CHECK_OUT);
  }
  const listing = createListing<GitFile>();
  for (const entry of reply.value.entries) {
    if (entry.type === 'tree') continue;
    if (!addTreeEntry(listing, entry)) break;
  }
  listing.finish();
  const remaining = () => LIMITS.filesThroughApi - contents.size;
  return treeSnapshot(shortId(commit.id), listing, (ids) => ask(ids, reader, contents), remaining);
}

/** Asks for what is not there yet, a few at a time. */
async function ask(
  ids: ReadonlySet<string>,
  reader: RepositoryReader,
  contents: Contents,
): Promise<ReadonlyMap<string, Buffer>> {
  const missing = [...ids].filter((id) => !contents.has(id));
  if (contents.size + missing.length > LIMITS.filesThroughApi) {
    throw new SnapshotError(
      `More than ${LIMITS.filesThroughApi} files would have to be asked of GitHub one by one.`,
      CHECK_OUT,
    );
  }
  async function worker(): Promise<void> {
    for (let id = missing.pop(); id !== undefined; id = missing.pop()) {
      const content = contents.get(id) ?? contentOf(id, reader);
      contents.set(id, content);
      await content;
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  const read = new Map<string, Buffer>();
  for (const id of ids) {
    const content = await contents.get(id);
    if (content !== undefined) read.set(id, content);
  }
  return read;
}

async function contentOf(id: string, reader: RepositoryReader): Promise<Buffer> {
  const reply = await reader.blob(id);
  if (!reply.ok) throw new SnapshotError(reply.failure.message, CHECK_OUT);
  return reply.value;
}
