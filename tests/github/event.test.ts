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
      labels: [{ name: 'cost: agreed' }],
      title: '::error::x',
      ...change,
    },
  };
}

const occasion = (eventName: string, payload: unknown, sha = MERGE) =>
  occasionOf({ eventName, payload, sha });

describe('which commits an event is about', () => {
  const own = { number: 7, head: HEAD, labels: ['cost: agreed'], fork: false };
  const long = { base: '1'.repeat(64), head: '2'.repeat(64), merge: '3'.repeat(64) };
  test.each([
    ['pull_request', pullRequest(), MERGE, { kind: 'merge', merge: MERGE, base: BASE, head: HEAD }, own],
    ['pull_request', pullRequest(), HEAD, { kind: 'branch', base: BASE, head: HEAD }, own],
    ['pull_request', pullRequest(), '', { kind: 'branch', base: BASE, head: HEAD }, own],
    ['pull_request_target', pullRequest(), MERGE, { kind: 'branch', base: BASE, head: HEAD }, own],
    [
      'pull_request',
      pullRequest({ head: { sha: long.head, repo: null }, base: { sha: long.base }, labels: undefined }),
      long.merge,
      { kind: 'merge', ...long },
      { number: 7, head: long.head, labels: [], fork: true },
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
      { number: 7, head: HEAD, labels: [], fork: false },
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
  ])('a head from %s is a fork', (_, repo) => {
    expect(occasion('pull_request', pullRequest({ head: { sha: HEAD, repo } })).pullRequest?.fork).toBe(true);
  });

  test('a branch that was deleted leaves nothing to compare', () => {
    const payload = { before: BASE, after: ZERO, repository: { default_branch: 'main' } };
    expect(occasion('push', payload).comparison).toEqual({
      kind: 'nothing',
      why: 'The push deleted a branch.',
    });
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
    ['workflow_run', { workflow_run: { head_sha: HEAD, pull_requests: [] } }],
    ['workflow_run', { workflow_run: { head_sha: HEAD, pull_requests: null } }],
  ])('%s with %j explains itself', (name, payload) => {
    const { comparison, pullRequest: pull } = occasion(name, payload);
    expect(comparison).toMatchObject({
      kind: 'unknown',
      why: expect.stringContaining(`"${name}"`),
      hint: expect.stringContaining('"base"'),
    });
    expect(pull).toBeUndefined();
  });
});
