import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openThroughApi } from '../../src/github/api-snapshot.ts';
import { createReader, type RepositoryReader, type TreeEntry } from '../../src/github/reader.ts';
import { LIMITS } from '../../src/model/limits.ts';
import { SnapshotError } from '../../src/snapshot/error.ts';
import { openRevision } from '../../src/snapshot/git.ts';
import { newRepository, write } from '../git/repository.ts';
import { type Scene, scenes } from './scene.ts';
import { answer, type Operation, startStandIn } from './stand-in.ts';

const { scene, runIn } = scenes();

/** A scene whose workspace is empty: no step has checked anything out. */
async function bare(): Promise<Scene> {
  const set = await scene();
  rmSync(join(set.workspace.directory, '.git'), { recursive: true });
  set.github.repository = set.origin;
  set.github.mergeBase = set.fork;
  return set;
}

const count = ({ github }: Scene, operation: Operation) =>
  github.operations.filter((candidate) => candidate === operation).length;

describe('without a checkout', () => {
  test('a pull request is read through the API, and no more of it than is needed', async () => {
    const set = await bare();
    const { code, compared, annotations } = await runIn(set);
    expect([code, compared[0]?.costs]).toEqual([0, ['100', '120']]);
    expect(compared[0]).toMatchObject({
      base: { revision: set.base.slice(0, 7) },
      head: { revision: set.merge.slice(0, 7) },
      options: { headDate: '2026-10-08' },
    });
    expect(annotations.map(({ level }) => level)).toEqual(['error']);
    expect(set.github.operations.join(' ')).toBe(
      'commit commit tree tree blob blob viewer list pull create list',
    );
    expect(set.github.comments).toHaveLength(1);
  });

  test('what both sides share is asked for once', async () => {
    const set = await bare();
    const { code } = await runIn(set, {
      compare: async (before, after) => {
        const both = await Promise.all(
          [before, after].map((side) => side.read(['cost.txt', 'cost.txt', 'other.txt'])),
        );
        expect(both.map((texts) => texts.get('other.txt'))).toEqual(['x', 'x']);
        throw new SnapshotError('seen', 'enough');
      },
    });
    expect([code, count(set, 'tree'), count(set, 'blob')]).toEqual([2, 2, 3]);
  });

  test.each([
    ['pull_request_target', (set: Scene) => set.base],
    ['pull_request', (set: Scene) => set.feature],
  ])('%s without a merge commit compares the head with where it branched off', async (eventName, sha) => {
    const set = await bare();
    const { code, compared } = await runIn(set, { context: { eventName, sha: sha(set) } });
    expect([code, compared[0]?.base.revision, compared[0]?.head.revision, compared[0]?.costs]).toEqual([
      0,
      set.fork.slice(0, 7),
      set.feature.slice(0, 7),
      ['100', '120'],
    ]);
  });

  test('branches and tags are found by their names', async () => {
    const set = await bare();
    set.origin.git('tag', '--force', 'v1', set.fork);
    const inputs = { base: 'v1', head: 'feature' };
    const { code, compared } = await runIn(set, { inputs, context: { eventName: 'schedule', payload: {} } });
    expect([code, compared[0]?.costs]).toEqual([0, ['100', '120']]);
    const wrong = await runIn(set, { inputs: { base: 'HEAD~1', head: 'feature' } });
    expect([wrong.code, wrong.annotations[0]?.message]).toEqual([
      2,
      expect.stringContaining('There is no branch, tag or full commit id "HEAD~1"'),
    ]);
  });

  test.each<[string, Operation, number, RegExp]>([
    ['may not read', 'commit', 403, /answered 403 when asked to read a commit.*contents: read/],
    ['is told of no such commit', 'commit', 404, /could not be found.*contents: read/],
    ['gets no list of files', 'tree', 500, /answered 500 when asked to list the files.*actions\/checkout/],
    ['gets no file', 'blob', 502, /answered 502 when asked to read a file.*actions\/checkout/],
  ])(
    'a token that %s ends the job with a reason, not with a figure',
    async (_, operation, status, reason) => {
      const set = await bare();
      set.github.mergeBase = undefined;
      set.github.fail(operation, ...Array.from({ length: 9 }, () => answer(status)));
      const { code, annotations, outputs } = await runIn(set);
      expect([code, annotations[0]?.level, annotations[0]?.message]).toEqual([
        2,
        'error',
        expect.stringMatching(reason),
      ]);
      expect(outputs.size).toBe(0);
    },
  );

  test('a file that is not what its id says is not believed', async () => {
    const set = await bare();
    const body = { sha: 'a'.repeat(40), encoding: 'base64', content: Buffer.from('0').toString('base64') };
    set.github.fail('blob', ...Array.from({ length: 9 }, () => answer(200, body)));
    const { code, annotations } = await runIn(set);
    expect([code, annotations[0]?.message]).toEqual([2, expect.stringContaining("was not GitHub's")]);
  });
});

describe('a checkout that lacks a commit', () => {
  test('gets it from the API where git may not fetch it', async () => {
    const set = await scene();
    set.github.repository = set.origin;
    const { code, compared } = await runIn(set, { context: { serverUrl: 'file:///nowhere' } });
    expect([code, compared[0]?.costs]).toEqual([0, ['100', '120']]);
    expect(set.github.operations.slice(0, 3)).toEqual(['commit', 'tree', 'blob']);
  });
});

describe('a run of another workflow', () => {
  const payload = (set: Scene, change: object = {}) => ({
    workflow_run: {
      head_sha: set.feature,
      head_branch: 'feature',
      head_repository: { owner: { login: 'fork' } },
      pull_requests: [],
      ...change,
    },
  });
  const event = (set: Scene, change?: object) => ({
    context: { eventName: 'workflow_run', sha: set.base, payload: payload(set, change) },
  });
  const open = (set: Scene, number: number, head: string, label = 'fork:feature') =>
    set.github.openPullRequests.push({ number, head, base: set.base, label });

  test('for a fork finds its pull request by its head, and comments there', async () => {
    const set = await bare();
    open(set, 5, 'd'.repeat(40));
    open(set, 7, set.feature);
    open(set, 8, set.feature, 'other:feature');
    const { code, compared } = await runIn(set, event(set));
    expect([code, compared[0]?.costs]).toEqual([0, ['100', '120']]);
    expect(set.github.requests[0]).toBe(
      'GET /repos/octo/example/pulls?state=open&head=fork%3Afeature&per_page=100',
    );
    expect(set.github.requests.filter((request) => request.startsWith('POST /repos'))).toEqual([
      'POST /repos/octo/example/issues/7/comments',
    ]);
  });

  test('whose fork has moved on, or is gone, has nothing to compare, and says so', async () => {
    const set = await bare();
    open(set, 7, 'd'.repeat(40));
    for (const [change, why] of [
      [{}, /No open pull request has the head/],
      [{ head_repository: null }, /The repository that .* came from is gone/],
    ] as const) {
      const { code, annotations, compared } = await runIn(set, event(set, change));
      expect([code, compared, annotations]).toEqual([
        0,
        [],
        [{ level: 'notice', message: expect.stringMatching(why) }],
      ]);
    }
    expect(set.github.comments).toEqual([]);
  });

  test('compares directories that were handed over, and comments at the pull request all the same', async () => {
    const set = await bare();
    open(set, 7, set.feature);
    const inputs = { base: './out/base', head: './out/head' };

    write(set.workspace.directory, 'out/base/cost.txt', '1');
    write(set.workspace.directory, 'out/head/cost.txt', '2');
    const { code, compared } = await runIn(set, { ...event(set), inputs });
    expect([code, compared[0]?.costs, set.github.comments.length]).toEqual([0, ['1', '2'], 1]);
    expect(count(set, 'commit')).toBe(0);
  });

  test('that GitHub tells nothing of ends with a reason', async () => {
    const set = await bare();
    set.github.fail('pulls', answer(403));
    const { code, annotations } = await runIn(set, event(set));
    expect([code, annotations[0]?.message]).toEqual([2, expect.stringMatching(/403.*pull-requests: write/)]);
  });
});

describe('a tree through the API', () => {
  test('lists and reads what git itself lists and reads', async () => {
    const repository = newRepository();
    const files = {
      'a/b.tf': 'x',
      'bom.yml': '\uFEFFa: é 漢字\r\n',
      'binary.bin': Buffer.from([0, 255]),
      'empty.tf': '',
    };
    repository.commit(files);
    const blob = repository.pipe('target', 'hash-object', '-w', '--stdin');
    repository.git('update-index', '--add', '--cacheinfo', `120000,${blob},link.yml`);
    repository.git('update-index', '--add', '--cacheinfo', `160000,${'c'.repeat(40)},module`);
    repository.git('update-index', '--add', '--cacheinfo', `100755,${blob},evil\nname.yml`);
    repository.git('commit', '--quiet', '--message', 'odd');
    const commit = repository.git('rev-parse', 'HEAD');
    const github = await startStandIn();
    github.repository = repository;

    const reader = createReader({
      apiUrl: github.url,
      owner: 'octo',
      repo: 'example',
      token: '',
      clock: { now: () => 0, sleep: async () => undefined },
    });
    const found = await reader.commit(commit);
    if (!found.ok) throw new Error('the commit is there');
    const there = await openThroughApi(found.value, reader, new Map());
    const here = await openRevision(repository.directory, commit);
    const all = here.files.map(({ path }) => path);
    const texts = await Promise.all([there, here].map(async (tree) => [...(await tree.read(all))]));
    expect(texts[0]).toEqual(texts[1]);
    expect(texts[0]?.length).toBe(4);
    expect([there.revision, there.files, there.diagnostics]).toEqual([
      here.revision,
      here.files,
      here.diagnostics,
    ]);
  });

  const id = 'a'.repeat(40);
  const commit = { id, parents: [], date: '2026-10-08', tree: id };
  function readerOf(files: number, whole = true): RepositoryReader & { readonly asked: string[] } {
    const asked: string[] = [];
    const entries = Array.from({ length: files }, (_, index): TreeEntry => {
      const content = index.toString(16).padStart(40, '0');
      return { path: `${index}.tf`, mode: '100644', type: 'blob', content, bytes: 1 };
    });
    const none = () => Promise.reject(new Error('not asked for'));
    return {
      asked,
      commit: none,
      named: none,
      mergeBase: none,
      openPullRequests: none,
      tree: async () => ({ ok: true, value: { entries, whole } }),
      blob: async (object) => {
        asked.push(object);
        return { ok: true, value: Buffer.from('x') };
      },
    };
  }

  test.each([
    [LIMITS.filesThroughApi, LIMITS.filesThroughApi],
    [LIMITS.filesThroughApi + 1, 0],
  ])('of %i files asks for %i: rather none than a part', async (files, expected) => {
    const reader = readerOf(files);
    const tree = await openThroughApi(commit, reader, new Map());
    const read = tree.read(tree.files.map(({ path }) => path)).then((texts) => texts.size);
    if (expected === 0) await expect(read).rejects.toThrow(/More than \d+ files/);
    else expect(await read).toBe(expected);
    expect(reader.asked).toHaveLength(expected);
  });

  test('that GitHub lists only in part is none', async () => {
    await expect(openThroughApi(commit, readerOf(1, false), new Map())).rejects.toThrow('too large');
  });
});
