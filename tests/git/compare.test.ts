/** One example in a real repository: two commits say the same as two directories. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compare } from '../../src/compare.ts';
import { renderComment } from '../../src/render/comment.ts';
import { renderJson } from '../../src/render/json.ts';
import { openDirectory } from '../../src/snapshot/directory.ts';
import { openRevision } from '../../src/snapshot/git.ts';

const EXAMPLES = resolve(import.meta.dirname, '../../examples');
let repository: string;
const commits = new Map<string, string>();

function git(...parameters: readonly string[]): string {
  const identity = [
    '-c',
    'user.name=test',
    '-c',
    'user.email=test@example.com',
    '-c',
    'commit.gpgsign=false',
  ];
  return execFileSync('git', [...identity, ...parameters], { cwd: repository, encoding: 'utf8' }).trim();
}

beforeAll(() => {
  repository = mkdtempSync(join(tmpdir(), 'bedrock-cost-git-'));
  git('init', '--quiet');
  for (const name of readdirSync(EXAMPLES)) {
    for (const side of ['base', 'head']) {
      for (const entry of readdirSync(repository))
        if (entry !== '.git') rmSync(join(repository, entry), { recursive: true });
      cpSync(join(EXAMPLES, name, side), repository, { recursive: true });
      git('add', '--all');
      git('commit', '--quiet', '--allow-empty', '-m', `${name} ${side}`);
      commits.set(`${name} ${side}`, git('rev-parse', 'HEAD'));
    }
  }
});

afterAll(() => rmSync(repository, { recursive: true }));

test.each(readdirSync(EXAMPLES))('%s', async (name) => {
  const [before = '', after = ''] = ['base', 'head'].map((side) => commits.get(`${name} ${side}`));
  const fromGit = await compare(
    await openRevision(repository, before),
    await openRevision(repository, after),
  );
  const fromDirectories = await compare(
    await openDirectory(join(EXAMPLES, name, 'base'), { name: before.slice(0, 7) }),
    await openDirectory(join(EXAMPLES, name, 'head'), { name: after.slice(0, 7) }),
  );
  expect(renderComment(fromGit)).toBe(renderComment(fromDirectories));
  expect(renderJson(fromGit)).toBe(renderJson(fromDirectories));
});
