import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import type { Comparison } from '../../src/github/event.ts';
import { fetchedCommits } from '../../src/github/fetched-commits.ts';
import { type CommitSource, findCommits } from '../../src/github/repository.ts';
import { SnapshotError } from '../../src/snapshot/error.ts';
import { isShallow, readCommit } from '../../src/snapshot/git.ts';
import { newRepository, type Repository, shallowClone, startRepository } from '../git/repository.ts';

const [A, B, C, D] = ['a', 'b', 'c', 'd'].map((digit) => digit.repeat(40)) as [
  string,
  string,
  string,
  string,
];

/** A source that knows these commits by their parents, and one common commit. */
function sourceOf(parents: Readonly<Record<string, readonly string[]>>, common?: string): CommitSource {
  return {
    commit: async (id) =>
      Object.hasOwn(parents, id) ? { id, parents: parents[id] ?? [], date: '2026-10-08' } : undefined,
    remoteRef: async (name) => (name === 'main' ? A : undefined),
    mergeBase: async () => common,
    open: () => Promise.reject(new Error('nothing is opened here')),
  };
}

describe('which commits are compared', () => {
  const merge: Comparison = { kind: 'merge', merge: C, base: A, head: B };
  test.each<[string, Comparison, CommitSource, string, string, number]>([
    [
      'a merge with its first parent, which is not the base of the event',
      merge,
      sourceOf({ [C]: [D, B], [D]: [], [B]: [] }),
      D,
      C,
      0,
    ],
    [
      'a stale merge: the head with the common commit',
      merge,
      sourceOf({ [C]: [D, A], [B]: [], [A]: [] }, A),
      A,
      B,
      1,
    ],
    ['a commit that is no merge', merge, sourceOf({ [C]: [B], [B]: [], [A]: [] }, A), A, B, 1],
    ['an octopus', merge, sourceOf({ [C]: [D, B, A], [B]: [], [A]: [] }, A), A, B, 1],
    ['a root commit', merge, sourceOf({ [C]: [], [B]: [], [A]: [] }, A), A, B, 1],
    ['a merge that cannot be had', merge, sourceOf({ [B]: [], [D]: [] }, D), D, B, 1],
    [
      'a branch by name',
      { kind: 'branch', base: 'main', head: B },
      sourceOf({ [A]: [], [B]: [] }, A),
      A,
      B,
      0,
    ],
    ['exactly two', { kind: 'commits', base: A, head: B }, sourceOf({ [A]: [], [B]: [] }), A, B, 0],
  ])('%s', async (_, comparison, source, base, head, notices) => {
    const found = await findCommits(comparison as Parameters<typeof findCommits>[0], source);
    expect([found.base.id, found.head.id, found.notices.length]).toEqual([base, head, notices]);
  });

  test.each<[string, Comparison, CommitSource, RegExp]>([
    [
      'no common commit',
      { kind: 'branch', base: A, head: B },
      sourceOf({ [A]: [], [B]: [] }),
      /common commit of aaaaaaa and bbbbbbb/,
    ],
    [
      'no such branch',
      { kind: 'branch', base: 'trunk', head: B },
      sourceOf({ [B]: [] }),
      /common commit of "trunk" and bbbbbbb/,
    ],
    [
      'a base that cannot be had',
      { kind: 'commits', base: A, head: B },
      sourceOf({ [B]: [] }),
      /The commit aaaaaaa is not here/,
    ],
    [
      'the first parent of a merge that cannot be had',
      merge,
      sourceOf({ [C]: [D, B] }),
      /The commit ddddddd is not here/,
    ],
  ])('%s is said with what to do', async (_, comparison, source, message) => {
    const error = await findCommits(comparison as Parameters<typeof findCommits>[0], source).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(SnapshotError);
    expect(error).toMatchObject({
      message: expect.stringMatching(message),
      hint: expect.stringContaining('fetch-depth: 0'),
    });
  });
});

interface Origin {
  readonly origin: Repository;
  readonly root: string;
  readonly base: string;
  readonly feature: string;
  readonly merge: string;
}

const root = realpathSync(mkdtempSync(join(tmpdir(), 'bedrock-cost-diff-')));
let made: Origin | undefined;
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A pull request: `feature` merged into `main`, which has moved on since. Made once, and only read. */
function pullRequest(): Origin {
  made ??= makePullRequest();
  return made;
}

function makePullRequest(): Origin {
  const origin = startRepository(join(root, 'origin'));
  const fork = origin.commit({ 'a.tf': '1' });
  origin.git('switch', '--quiet', '--create', 'feature');
  const feature = origin.commit({ 'b.tf': '1' });
  origin.git('switch', '--quiet', 'main');
  const base = origin.commit({ 'a.tf': '2' });
  origin.git('tag', 'v1', fork);
  origin.git('checkout', '--quiet', '--detach');
  origin.git('merge', '--quiet', '--no-ff', '--message', 'merge', 'feature');
  const merge = origin.git('rev-parse', 'HEAD');
  origin.git('update-ref', 'refs/pull/7/merge', merge);
  return { origin, root: fork, base, feature, merge };
}

function sourceAt(
  clone: Repository,
  url: string,
  told?: string,
  token = '',
): CommitSource & { readonly asked: string[] } {
  const asked: string[] = [];
  const askMergeBase = async (base: string, head: string) => {
    asked.push(`${base}...${head}`);
    return told;
  };
  return { ...fetchedCommits({ directory: clone.directory, remote: { url, token }, askMergeBase }), asked };
}

describe('commits that the checkout does not hold', () => {
  test('the base of a merge checked out with depth 1 is fetched by its id', async () => {
    const { origin, base, feature, merge } = pullRequest();
    const clone = shallowClone(origin, merge);
    const source = sourceAt(clone, `file://${origin.directory}`);
    expect(await readCommit(clone.directory, base)).toBeUndefined();
    const found = await findCommits({ kind: 'merge', merge, base: '0'.repeat(40), head: feature }, source);
    expect([found.base.id, found.head.id]).toEqual([base, merge]);
    expect(source.asked).toEqual([]);
    expect(clone.git('status', '--porcelain')).toBe('');
    expect(clone.git('for-each-ref')).toBe('');
  });

  test('the same in a SHA-256 repository', async () => {
    const origin = newRepository('--object-format=sha256');
    const base = origin.commit({ 'a.tf': '1' });
    const head = origin.commit({ 'a.tf': '2' });
    const clone = newRepository('--object-format=sha256');
    origin.git('config', 'uploadpack.allowAnySHA1InWant', 'true');
    clone.git('fetch', '--quiet', '--depth=1', `file://${origin.directory}`, head);
    const found = await findCommits(
      { kind: 'commits', base, head },
      sourceAt(clone, `file://${origin.directory}`),
    );
    expect(found.base.id).toBe(base);
  });

  test('a full clone stays one', async () => {
    const { origin, root, base, feature } = pullRequest();
    const clone = newRepository();
    clone.git('fetch', '--quiet', `file://${origin.directory}`, 'main');
    origin.git('config', 'uploadpack.allowAnySHA1InWant', 'true');
    const source = sourceAt(clone, `file://${origin.directory}`);
    const found = await findCommits({ kind: 'branch', base, head: feature }, source);
    expect([found.base.id, found.head.id]).toEqual([root, feature]);
    expect(await isShallow(clone.directory)).toBe(false);
    expect(source.asked).toEqual([]);
  });

  test('in a shallow clone the common commit is asked of the API', async () => {
    const { origin, root, base, feature, merge } = pullRequest();
    const source = sourceAt(shallowClone(origin, merge), `file://${origin.directory}`, root);
    const found = await findCommits({ kind: 'branch', base, head: feature }, source);
    expect(found.base.id).toBe(root);
    expect(source.asked).toEqual([`${base}...${feature}`]);
  });

  test('and of the whole history where the API does not answer', async () => {
    const { origin, root, base, feature, merge } = pullRequest();
    const source = sourceAt(shallowClone(origin, merge), `file://${origin.directory}`);
    expect((await findCommits({ kind: 'branch', base, head: feature }, source)).base.id).toBe(root);
  });

  test('a branch is found by its name, and so is a tag', async () => {
    const { origin, root, base, merge } = pullRequest();
    const source = sourceAt(shallowClone(origin, merge), `file://${origin.directory}`);
    expect(await source.remoteRef('main')).toBe(base);
    expect(await source.remoteRef('v1')).toBe(root);
    expect(await source.remoteRef('none')).toBeUndefined();
  });

  test.each(['ext::sh -c "touch pwned"', 'nonsense', 'file:///nowhere'])(
    'from %j is not had',
    async (url) => {
      const { origin, base, merge } = pullRequest();
      const clone = shallowClone(origin, merge);
      expect(await sourceAt(clone, url).commit(base)).toBeUndefined();
      expect(clone.git('status', '--porcelain')).toBe('');
    },
  );

  test('an id that is none is not asked for', async () => {
    const { origin, merge } = pullRequest();
    const clone = shallowClone(origin, merge);
    expect(
      await sourceAt(clone, `file://${origin.directory}`).commit('--upload-pack=touch pwned'),
    ).toBeUndefined();
  });
});

describe('the token', () => {
  test('goes to its server once, in place of what the checkout left, and nowhere else', async () => {
    const headers: (string | string[] | undefined)[] = [];
    const server = createServer((request, response) => {
      headers.push(
        ...request.rawHeaders.filter((_, index, all) => all[index - 1]?.toLowerCase() === 'authorization'),
      );
      response.writeHead(request.headers.authorization === undefined ? 401 : 404).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const clone = newRepository();
    clone.commit();
    clone.git('config', `http.${url}/.extraheader`, 'AUTHORIZATION: basic b2xk');
    clone.git('config', 'credential.helper', '!echo password=leak; echo username=x; #');
    const source = sourceAt(clone, `${url}/octo/example`, undefined, 'ghs_secret');
    expect(await source.commit(A)).toBeUndefined();
    expect(await source.remoteRef('main')).toBeUndefined();
    const expected = `basic ${Buffer.from('x-access-token:ghs_secret').toString('base64')}`;
    expect(new Set(headers)).toEqual(new Set([expected]));
    expect(headers).toHaveLength(2);
    expect(clone.git('config', '--list', '--local')).not.toContain('ghs_secret');
  });
});
