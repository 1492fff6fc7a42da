/** Commits out of the checkout's repository, and what is missing from the remote one. */
import { isFullId } from '../snapshot/commit-id.ts';
import { isShallow, mergeBase, openBlobs, openCommit, readCommit } from '../snapshot/git.ts';
import { type GitCall, type GitOptions, runGit } from '../snapshot/git-process.ts';
import type { CommitSource } from './repository.ts';

interface Remote {
  /** Without credentials: `https://github.com/octo/example`. */
  readonly url: string;
  /** Empty where there is none. */
  readonly token: string;
}

export interface FetchOptions extends GitOptions {
  readonly directory: string;
  readonly remote: Remote;
  /** Asks GitHub's API; undefined where it does not answer. */
  readonly askMergeBase: (base: string, head: string) => Promise<string | undefined>;
}

const FETCH_TIMEOUT_MS = 60_000;

/** The token never stands in an argument, in the repository's configuration or in a message. */
export function fetchedCommits(options: FetchOptions): CommitSource {
  const { directory, remote, askMergeBase, ...git } = options;
  const blobs = openBlobs(directory, git);

  async function commit(id: string) {
    const here = await readCommit(directory, id, git);
    if (here !== undefined || !isFullId(id)) return here;
    // A full clone must stay one: fetching with a depth would cut its history off.
    const depth = (await isShallow(directory, git)) ? ['--depth=1'] : [];
    await fetch([...depth, '--end-of-options', remote.url, id]);
    return readCommit(directory, id, git);
  }

  async function fetch(given: readonly string[]): Promise<boolean> {
    const answer = await runGit(remoteCall(['fetch', ...FETCH_FLAGS, ...given]));
    return answer.code === 0;
  }

  function remoteCall(given: readonly string[]): GitCall {
    return {
      ...git,
      directory,
      arguments: given,
      protocol: URL.canParse(remote.url) ? new URL(remote.url).protocol.replace(/:$/, '') : 'none',
      timeoutMs: FETCH_TIMEOUT_MS,
      secretConfiguration: credentials(remote),
    };
  }

  return {
    commit,
    open: (id) => openCommit(directory, id, { ...git, blobs }),
    async remoteRef(name) {
      const names = [`refs/heads/${name}`, `refs/tags/${name}`];
      const answer = await runGit(
        remoteCall(['ls-remote', '--quiet', '--end-of-options', remote.url, ...names]),
      );
      const id = answer.stdout.toString('latin1').split('\t')[0] ?? '';
      return answer.code === 0 && isFullId(id) ? id : undefined;
    },
    async mergeBase(base, head) {
      const known = (await commit(base)) !== undefined && (await commit(head)) !== undefined;
      if (known && !(await isShallow(directory, git))) return localMergeBase(directory, base, head, git);
      const told = await askMergeBase(base, head);
      if (told !== undefined || !known) return told;
      // Without the API only the whole history tells for certain.
      return (await fetch(['--unshallow', '--end-of-options', remote.url, base, head]))
        ? localMergeBase(directory, base, head, git)
        : undefined;
    },
  };
}

/** `--no-auto-maintenance`: nothing of ours goes on in the background when the job is over. */
const FETCH_FLAGS = [
  '--quiet',
  '--no-tags',
  '--no-write-fetch-head',
  '--no-recurse-submodules',
  '--no-auto-maintenance',
] as const;

async function localMergeBase(directory: string, base: string, head: string, options: GitOptions) {
  return mergeBase(directory, base, head, options).catch(() => undefined);
}

/** For this server alone, in place of what the checkout may have left: two such headers would be refused. */
function credentials({ url, token }: Remote): [string, string][] {
  if (token === '' || !URL.canParse(url) || !url.startsWith('http')) return [];
  const key = `http.${new URL(url).origin}/.extraheader`;
  const basic = Buffer.from(`x-access-token:${token}`).toString('base64');
  return [
    ['credential.helper', ''],
    [key, ''],
    [key, `AUTHORIZATION: basic ${basic}`],
  ];
}
