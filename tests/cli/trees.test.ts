/** What a name on the command line means where it is no directory. */
import { describe, expect, test } from 'vitest';
import { openTree, openTrees } from '../../src/cli/trees.ts';

async function failure(attempt: Promise<unknown>): Promise<string> {
  return attempt.then(
    () => 'nothing failed',
    (error: unknown) => (error instanceof Error ? `${error.name}: ${error.message}` : String(error)),
  );
}

describe('a name that is no directory', () => {
  test.each([
    '/no/such/place',
    './nowhere',
    '../nowhere-at-all',
    'nowhere/',
    '~/nowhere',
    String.raw`C:\nowhere`,
  ])('%s can only be a path', async (name) => {
    const expected = `UsageError: there is no directory "${name}"`;
    expect(await failure(openTree(name))).toBe(expected);
    expect(await failure(openTrees(name, 'tests'))).toBe(expected);
    expect(await failure(openTrees('tests', name))).toBe(expected);
  });

  test('with a slash in it may be a path or a branch', async () => {
    expect(await failure(openTree('no-such/branch'))).toMatch(
      /^UsageError: there is no directory "no-such\/branch", and as a revision: /,
    );
  });

  test('is told what it is where it is a file', async () => {
    expect(await failure(openTree('./package.json'))).toBe('UsageError: "./package.json" is not a directory');
  });

  test('without a slash is a revision', async () => {
    expect(await failure(openTree('no-such-branch'))).not.toContain('directory "no-such-branch"');
  });
});
