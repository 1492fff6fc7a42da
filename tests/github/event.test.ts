import { describe, expect, test } from 'vitest';
import { occasionOf } from '../../src/github/event.ts';

const [BASE, HEAD, MERGE] = ['a', 'b', 'c'].map((digit) => digit.repeat(40)) as [string, string, string];
const ZERO = '0'.repeat(40);

function pullRequest(change: object = {}) {
  return {
    action: 'synchronize',
    pull_request: {
      number: 7,
      head: { sha: HEAD, ref: '--upload-pack=touch x', repo: { full_name: 'octo/example' } },
      base: { sha: BASE, ref: 'main', repo: { full_name: 'octo/example' } },
      title: '::error::x',
      ...change,
    },
  };
}

const occasion = (eventName: string, payload: unknown, sha = MERGE) =>
  occasionOf({ eventName, payload, sha });

function pullOf(eventName: string, payload: unknown) {
  const found = occasion(eventName, payload);
  return 'search' in found ? undefined : found.pullRequest;
}

describe('which commits an event is about', () => {
  const own = { number: 7, head: HEAD, readOnlyToken: false };
  const long = { base: '1'.repeat(64), head: '2'.repeat(64), merge: '3'.repeat(64) };
  test.each([
    ['pull_request', pullRequest(), MERGE, { kind: 'merge', merge: MERGE, base: BASE, head: HEAD }, own],
    ['pull_request', pullRequest(), HEAD, { kind: 'branch', base: BASE, head: HEAD }, own],
    ['pull_request', pullRequest(), '', { kind: 'branch', base: BASE, head: HEAD }, own],
    ['pull_request_target', pullRequest(), MERGE, { kind: 'branch', base: BASE, head: HEAD }, own],
    [
      'pull_request',
      pullRequest({ head: { sha: long.head, repo: null }, base: { sha: long.base } }),
      long.merge,
      { kind: 'merge', ...long },
      { number: 7, head: long.head, readOnlyToken: true },
    ],
    [
      'merge_group',
      { merge_group: { base_sha: BASE, head_sha: HEAD } },
      HEAD,
      { kind: 'commits', base: BASE, head: HEAD },
      undefined,
    ],
    [
      'push',
      { before: BASE, after: HEAD, repository: { default_branch: 'main' } },
      HEAD,
      { kind: 'commits', base: BASE, head: HEAD },
      undefined,
    ],
    [
      'push',
      { before: ZERO, after: HEAD, repository: { default_branch: 'trunk' } },
      HEAD,
      { kind: 'branch', base: 'trunk', head: HEAD },
      undefined,
    ],
    [
      'workflow_run',
      {
        workflow_run: {
          head_sha: HEAD,
          pull_requests: [
            { number: 3, head: { sha: BASE }, base: { sha: BASE } },
            { number: 7, head: { sha: HEAD }, base: { sha: BASE } },
          ],
        },
      },
      MERGE,
      { kind: 'branch', base: BASE, head: HEAD },
      own,
    ],
  ])('%s %#', (name, payload, sha, comparison, pull) => {
    expect(occasion(name, payload, sha)).toEqual({
      comparison,
      ...(pull === undefined ? {} : { pullRequest: pull }),
    });
  });

  test.each([
    ['another repository', { full_name: 'fork/example' }],
    ['a repository that is gone', null],
    ['a repository that is not named', undefined],
  ])(
    "a head from %s has a token that may only read, unless it is not the pull request's own run",
    (_, repo) => {
      const payload = pullRequest({ head: { sha: HEAD, repo } });
      const readOnly = (name: string) => pullOf(name, payload)?.readOnlyToken;
      expect([readOnly('pull_request'), readOnly('pull_request_target')]).toEqual([true, false]);
    },
  );

  test('so has Dependabot, whose branches are in the repository itself', () => {
    const by = (login: string) =>
      pullOf('pull_request', { ...pullRequest(), sender: { login } })?.readOnlyToken;
    expect([by('dependabot[bot]'), by('dependabot'), by('octocat')]).toEqual([true, false, false]);
  });

  test.each([
    ['refs/heads/gh-readonly-queue/main/pr-7-0123456789abcdef', 7],
    ['gh-readonly-queue/release/1.x/pr-42-0123456789abcdef', 42],
    ['refs/heads/gh-readonly-queue/main/pr-7-0123/pr-8-0123', 8],
    ['refs/heads/main', undefined],
    ['refs/heads/pr-7-0123456789abcdef', undefined],
    [undefined, undefined],
  ])('a merge queue at %j is about pull request %j', (head_ref, queued) => {
    const payload = { merge_group: { base_sha: BASE, head_sha: HEAD, head_ref } };
    const expected = { kind: 'commits', base: BASE, head: HEAD };
    expect(occasion('merge_group', payload)).toEqual({
      comparison: expected,
      ...(queued === undefined ? {} : { queued }),
    });
  });

  test.each([
    [{ head_branch: 'feature', head_repository: { owner: { login: 'fork' } } }, { from: 'fork:feature' }],
    [{ head_branch: 'feature', head_repository: null }, {}],
    [{ head_branch: null, head_repository: { owner: { login: 'fork' } } }, {}],
    [{}, {}],
  ])('a run of another workflow that names no pull request is searched for with %j', (run, from) => {
    for (const pull_requests of [
      [],
      null,
      undefined,
      [{ number: 3, head: { sha: BASE }, base: { sha: BASE } }],
    ]) {
      const payload = { workflow_run: { head_sha: HEAD, pull_requests, ...run } };
      expect(occasion('workflow_run', payload)).toEqual({ search: { head: HEAD, ...from } });
    }
  });

  test('a branch that was deleted leaves nothing to compare', () => {
    const payload = { before: BASE, after: ZERO, repository: { default_branch: 'main' } };
    const comparison = { kind: 'nothing', why: 'The push deleted a branch.' };
    expect(occasion('push', payload)).toEqual({ comparison });
  });

  test.each([
    ['workflow_dispatch', {}],
    ['schedule', {}],
    ['issue_comment', pullRequest()],
    ['constructor', {}],
    ['pull_request', {}],
    ['pull_request', null],
    ['pull_request', 'text'],
    ['pull_request', pullRequest({ number: '7' })],
    ['pull_request', pullRequest({ head: { sha: 'main', repo: null } })],
    ['pull_request', pullRequest({ head: { sha: `${HEAD}0`, repo: null } })],
    ['pull_request', pullRequest({ head: null })],
    ['merge_group', { merge_group: { base_sha: '--upload-pack=x', head_sha: HEAD } }],
    ['push', { before: BASE }],
    ['workflow_run', { workflow_run: { head_sha: 'main' } }],
    ['workflow_run', {}],
  ])('%s with %j explains itself', (name, payload) => {
    const why = expect.stringContaining(`"${name}"`) as string;
    const hint = expect.stringContaining('"base"') as string;
    expect(occasion(name, payload)).toEqual({ comparison: { kind: 'unknown', why, hint } });
  });
});
