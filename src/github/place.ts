/** Where the repository of a run is: a checkout, or GitHub's API alone. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { apiCommits, gitThenApi } from './api-commits.ts';
import { fetchedCommits } from './fetched-commits.ts';
import type { RunContext } from './ports.ts';
import type { RepositoryReader } from './reader.ts';
import type { CommitSource } from './repository.ts';
import { JOB_GIT } from './sides.ts';

export interface Place {
  /** Absent where there is no checkout. */
  readonly repository: string | undefined;
  readonly workingDirectory?: string;
}

/** The repository is the workspace, or was checked out into the working directory below it. */
export function repositoryPlace(workspace: string, workingDirectory: string | undefined): Place {
  const repository = existsSync(join(workspace, '.git')) ? workspace : undefined;
  if (workingDirectory === undefined) return { repository };
  const inside = join(workspace, workingDirectory);
  if (repository === undefined && existsSync(join(inside, '.git'))) return { repository: inside };
  return { repository, workingDirectory };
}

/** Git's own commits first; the API's where there is no checkout, or git does not get them. */
export function commitSource(
  directory: string | undefined,
  token: string,
  context: RunContext,
  reader: () => RepositoryReader,
): CommitSource {
  const api = apiCommits(reader);
  if (directory === undefined) return api;
  const git = fetchedCommits({
    ...JOB_GIT,
    directory,
    remote: { url: `${context.serverUrl}/${context.repository}`, token },
    async askMergeBase(base, head) {
      const reply = await reader().mergeBase(base, head);
      return reply.ok ? reply.value : undefined;
    },
  });
  return gitThenApi(git, api);
}
