/** What the GitHub of the tests says of a repository: taken from a real one, object by object. */
import type { Repository } from '../git/repository.ts';
import { answerOf } from './openapi.ts';

export type Answer = [status: number, body: unknown, headers: Record<string, string>];

export const NOT_FOUND: Answer = [404, { message: 'Not Found' }, {}];

/** Answers `git/get-commit`, `git/get-tree`, `git/get-blob` and `repos/get-commit`. */
export function gitAnswer(
  repository: Repository,
  id: string,
  parameters: Readonly<Record<string, string>>,
): Answer {
  try {
    return [200, answerOf(id, 200, read(repository, id, parameters)), {}];
  } catch {
    return NOT_FOUND;
  }
}

function read(repository: Repository, id: string, parameters: Readonly<Record<string, string>>): object {
  const git = (...given: readonly string[]) => repository.git(...given);
  switch (id) {
    case 'git/get-commit': {
      const sha = parameters['commit_sha'] ?? '';
      const raw = git('cat-file', 'commit', sha);
      const seconds = Number(/^committer .*> (\d+) /m.exec(raw)?.[1]);
      return {
        sha,
        committer: { date: `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z` },
        tree: { sha: /^tree (\w+)$/m.exec(raw)?.[1] },
        parents: [...raw.matchAll(/^parent (\w+)$/gm)].map(([, parent]) => ({
          sha: parent,
          url: 'https://api.github.com/x',
          html_url: 'https://github.com/x',
        })),
      };
    }
    case 'git/get-tree': {
      const sha = parameters['tree_sha'] ?? '';
      const lines = git('ls-tree', '-r', '-t', '-z', '--long', '--full-tree', sha).split('\0').slice(0, -1);
      const tree = lines.map((line) => {
        const [, mode, type, object, size, path] = /^(\d+) (\w+) (\w+) +(\S+)\t(.*)$/s.exec(line) ?? [];
        return { path, mode, type, sha: object, ...(size === '-' ? {} : { size: Number(size) }) };
      });
      return { sha, tree, truncated: false };
    }
    case 'git/get-blob': {
      const sha = parameters['file_sha'] ?? '';
      const content = repository.bytes('cat-file', 'blob', sha);
      // GitHub breaks the text of a blob into lines.
      const lines = content.toString('base64').replaceAll(/.{60}/g, '$&\n');
      return { sha, size: content.length, encoding: 'base64', content: lines };
    }
    default: {
      const ref = parameters['ref'] ?? '';
      return { sha: git('rev-parse', '--verify', '--quiet', '--end-of-options', `refs/${ref}^{commit}`) };
    }
  }
}
