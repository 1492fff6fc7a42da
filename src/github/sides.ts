/** The two trees of a run: from the inputs where they name them, else from the event. */
import { existsSync, realpathSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Snapshot } from '../model/snapshot.ts';
import { isFullId } from '../snapshot/commit-id.ts';
import { openDirectory } from '../snapshot/directory.ts';
import { SnapshotError } from '../snapshot/error.ts';
import { type GitOptions, resolveRevision } from '../snapshot/git.ts';
import type { EventContext, Occasion } from './event.ts';
import { type CommitSource, findCommits, needed } from './repository.ts';

export interface Sides {
  readonly base: Snapshot;
  readonly head: Snapshot;
  /** The day of the head commit; absent for a directory. */
  readonly headDate?: string;
  /** What people should know about the choice. */
  readonly notices: readonly string[];
}

export interface SidesRequest {
  readonly workspace: string;
  /** The directory of the repository: the workspace, or below it. Absent without a checkout. */
  readonly repository: string | undefined;
  readonly event: EventContext;
  readonly occasion: Occasion;
  /** What the inputs name, if anything. */
  readonly base?: string | undefined;
  readonly head?: string | undefined;
  readonly source: CommitSource;
}

/** Another user often owns the files of a job in a container. */
export const JOB_GIT: GitOptions = { anyOwner: true };

/**
 * Opens both trees; undefined with the reason where there is nothing to compare. Throws a SnapshotError where a
 * tree cannot be had, or neither the inputs nor the event say which.
 */
export async function openSides(request: SidesRequest): Promise<Sides | { readonly nothing: string }> {
  const { base, head, event, occasion } = request;
  const { comparison } = occasion;
  if (base !== undefined && head !== undefined) {
    return {
      base: (await openGiven(base, request)).snapshot,
      ...(await headSide(head, request)),
      notices: [],
    };
  }
  if (comparison.kind === 'nothing') return { nothing: comparison.why };
  if (comparison.kind === 'unknown') {
    if (base === undefined || !isFullId(event.sha)) throw new SnapshotError(comparison.why, comparison.hint);
    return {
      base: (await openGiven(base, request)).snapshot,
      ...(await headSide(event.sha, request)),
      notices: [],
    };
  }
  const found = await findCommits(comparison, request.source);
  const { source } = request;
  return {
    base: base === undefined ? await source.open(found.base.id) : (await openGiven(base, request)).snapshot,
    ...(head === undefined
      ? { head: await source.open(found.head.id), headDate: found.head.date }
      : await headSide(head, request)),
    notices: found.notices,
  };
}

async function headSide(given: string, request: SidesRequest): Promise<Pick<Sides, 'head' | 'headDate'>> {
  const { snapshot, date } = await openGiven(given, request);
  return { head: snapshot, ...(date === undefined ? {} : { headDate: date }) };
}

/**
 * What an input names. Only `./` before it makes it a directory: otherwise a pull request could add a directory
 * with the name of a branch, and be compared with that.
 */
async function openGiven(
  given: string,
  request: SidesRequest,
): Promise<{ readonly snapshot: Snapshot; readonly date?: string }> {
  if (given.startsWith('.') || given.startsWith('/')) {
    return {
      snapshot: await openDirectory(insideOf(request.workspace, given), { name: given.replace(/^\.\//, '') }),
    };
  }
  const commit = await needed(await commitId(given, request), request.source);
  return { snapshot: await request.source.open(commit.id), date: commit.date };
}

/** A checkout usually holds one branch only; the others are asked of the remote repository. */
async function commitId(revision: string, { workspace, repository, source }: SidesRequest): Promise<string> {
  if (isFullId(revision)) return revision;
  try {
    if (repository !== undefined) return await resolveRevision(repository, revision, JOB_GIT);
    throw unknownRevision(revision);
  } catch (error) {
    if (!(error instanceof SnapshotError) || !/^[A-Za-z0-9]/.test(revision)) throw error;
    const remote = await source.remoteRef(revision.replace(/^origin\//, ''));
    if (remote !== undefined) return remote;
    if (!existsSync(join(workspace, revision))) throw error;
    throw new SnapshotError(error.message, `If you mean the directory, write "./${revision}".`);
  }
}

function unknownRevision(revision: string): SnapshotError {
  return new SnapshotError(
    `There is no branch, tag or full commit id ${JSON.stringify(revision)}.`,
    'Write one, or put a step before this one: "- uses: actions/checkout@v7".',
  );
}

/** The real path of a directory that must lie in the workspace, also where links lead to it. */
function insideOf(workspace: string, path: string): string {
  const root = realpathSync(workspace);
  let real: string;
  try {
    real = realpathSync(path.startsWith('/') ? path : join(root, path));
  } catch {
    throw new SnapshotError(
      `There is no directory "${path}" in the workspace.`,
      'Check the spelling of the path.',
    );
  }
  if (real === root || real.startsWith(root + sep)) return real;
  throw new SnapshotError(
    `"${path}" leads out of the workspace.`,
    'Write a path from the workspace, such as "./base".',
  );
}
