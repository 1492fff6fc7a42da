/** Which pull request a run of another workflow was for, where the event does not say so: as with forks. */
import { SnapshotError } from '../snapshot/error.ts';
import { type Occasion, pullRequestAt, type Search } from './event.ts';
import type { RepositoryReader } from './reader.ts';

/**
 * Asks GitHub for the open pull request from that branch with that very head. Nothing that the other workflow left
 * behind is looked at. Where there is none, it has moved on or was closed, and there is nothing to compare. Throws a
 * SnapshotError where GitHub does not answer.
 */
export async function pullRequestOf({ search }: Search, reader: RepositoryReader): Promise<Occasion> {
  const { head, from } = search;
  const id = head.slice(0, 7);
  if (from === undefined) return nothing(`The repository that ${id} came from is gone.`);
  const reply = await reader.openPullRequests(from);
  if (!reply.ok) {
    throw new SnapshotError(reply.failure.message, 'Give the job "permissions: pull-requests: write".');
  }
  const [found] = reply.value
    .filter((candidate) => candidate.head === head)
    .sort((a, b) => a.number - b.number);
  return found === undefined
    ? nothing(`No open pull request has the head ${id}: it has moved on, or was closed.`)
    : pullRequestAt(found.number, head, found.base);
}

function nothing(why: string): Occasion {
  return { comparison: { kind: 'nothing', why } };
}
