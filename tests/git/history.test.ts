import { describe, expect, test } from 'vitest';
import { parseCommit } from '../../src/snapshot/commit.ts';
import { SnapshotError } from '../../src/snapshot/error.ts';
import {
  defaultBranch,
  isShallow,
  mergeBase,
  openRevision,
  readCommit,
  workingTree,
} from '../../src/snapshot/git.ts';
import { link, newRepository, shallowClone, write } from './repository.ts';

describe('commits', () => {
  test('of a merge list both parents, even where the clone does not hold them', async () => {
    const origin = newRepository();
    const root = origin.commit({ 'a.tf': '1' });
    origin.git('switch', '--quiet', '--create', 'feature');
    const feature = origin.commit({ 'b.tf': '1' });
    origin.git('switch', '--quiet', 'main');
    const base = origin.commit({ 'a.tf': '2' });
    origin.git('merge', '--quiet', '--no-ff', '--message', 'merge', 'feature');
    const merge = origin.git('rev-parse', 'HEAD');
    const clone = shallowClone(origin, merge);
    expect(await readCommit(clone.directory, merge)).toEqual({
      id: merge,
      parents: [base, feature],
      date: '2026-10-08',
    });
    expect(await readCommit(clone.directory, base)).toBeUndefined();
    expect(await isShallow(clone.directory)).toBe(true);
    expect(await isShallow(origin.directory)).toBe(false);
    expect(await mergeBase(origin.directory, 'feature', base)).toBe(root);
  });

  test('of an octopus merge list all of them', async () => {
    const repository = newRepository();
    repository.commit();
    const tree = repository.git('rev-parse', 'HEAD^{tree}');
    const parents = [1, 2, 3].map((index) => repository.commit({ [`${index}`]: 'x' }));
    const octopus = repository.git('commit-tree', tree, ...parents.flatMap((id) => ['-p', id]), '-m', 'x');
    expect((await readCommit(repository.directory, octopus))?.parents).toEqual(parents);
  });

  test('are read from the header alone', () => {
    const [tree, parent, forged] = ['1', '2', '3'].map((digit) => digit.repeat(64));
    const raw = `tree ${tree}\nparent ${parent}\nauthor A <a@b> 1 +0000\ncommitter B> <b@c> 86400 +0200\ngpgsig x\n parent ${forged}\n\nparent ${forged}\n`;
    expect(parseCommit('x', raw)).toEqual({ id: 'x', parents: [parent], date: '1970-01-02' });
  });

  test('without a common one say so', async () => {
    const repository = newRepository();
    repository.commit();
    repository.git('checkout', '--quiet', '--orphan', 'other');
    repository.commit({}, 'unrelated');
    const error = await mergeBase(repository.directory, 'main', 'other').catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(SnapshotError);
    expect(error).toMatchObject({ message: '"main" and "other" have no common commit in this repository.' });
  });
});

describe('the default branch', () => {
  test('is what the remote calls so, else the customary name that exists', async () => {
    const repository = newRepository();
    repository.commit();
    expect(await defaultBranch(repository.directory)).toBe('main');
    repository.git('update-ref', 'refs/remotes/origin/master', 'HEAD');
    expect(await defaultBranch(repository.directory)).toBe('origin/master');
    repository.git('update-ref', 'refs/remotes/origin/trunk', 'HEAD');
    repository.git('symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/trunk');
    expect(await defaultBranch(repository.directory)).toBe('origin/trunk');
  });

  test('is not guessed', async () => {
    const repository = newRepository();
    repository.commit();
    repository.git('branch', '--move', 'main', 'trunk');
    const error = await defaultBranch(repository.directory).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'SnapshotError', hint: expect.stringContaining('remote set-head') });
  });
});

describe('the work tree', () => {
  test('has what git tracks or would add, as it stands on disk, from anywhere inside', async () => {
    const repository = newRepository();
    repository.commit({
      '.gitignore': 'ignored/\n*.log\n',
      'a.tf': '1',
      'deleted.tf': 'x',
      'infra/b.tf': 'b',
      'swapped/c.tf': 'c',
    });
    write(repository.directory, 'a.tf', 'changed');
    write(repository.directory, 'new "ü"\n.tf', 'new');
    write(repository.directory, 'ignored/x.tf', 'x');
    write(repository.directory, 'node_modules/x.tf', 'x');
    write(repository.directory, 'infra/debug.log', 'x');
    link(repository.directory, 'link.tf', 'a.tf');
    const { rmSync } = await import('node:fs');
    rmSync(`${repository.directory}/deleted.tf`);
    rmSync(`${repository.directory}/swapped`, { recursive: true });
    link(repository.directory, 'swapped', 'infra');
    const snapshot = await workingTree(`${repository.directory}/infra`);
    expect(snapshot.revision).toBe('working tree');
    expect(snapshot.files.map((file) => file.path)).toEqual([
      '.gitignore',
      'a.tf',
      'infra/b.tf',
      'new "ü"\n.tf',
    ]);
    expect((await snapshot.read(['a.tf'])).get('a.tf')).toBe('changed');
    expect(snapshot.diagnostics.map((found) => found.at?.file)).toEqual([
      'link.tf',
      'swapped',
      'swapped/c.tf',
    ]);
    const part = await workingTree(repository.directory, { subdirectory: './infra/' });
    expect(part.files.map((file) => file.path)).toEqual(['b.tf']);
  });

  test('of a conflicted merge has each file once', async () => {
    const repository = newRepository();
    repository.commit({ 'a.tf': '0' });
    repository.git('switch', '--quiet', '--create', 'other');
    repository.commit({ 'a.tf': '1' });
    repository.git('switch', '--quiet', 'main');
    repository.commit({ 'a.tf': '2' });
    expect(() => repository.git('merge', 'other')).toThrow();
    const snapshot = await workingTree(repository.directory);
    expect(snapshot.files.map((file) => file.path)).toEqual(['a.tf']);
    expect(snapshot.diagnostics).toEqual([]);
  });

  test('leaves out a nested repository', async () => {
    const repository = newRepository();
    repository.commit({ 'a.tf': 'x' });
    write(repository.directory, 'nested/x.tf', 'x');
    const { repositoryAt } = await import('./repository.ts');
    const nested = repositoryAt(`${repository.directory}/nested`);
    nested.git('init', '--quiet');
    nested.commit();
    const snapshot = await workingTree(repository.directory);
    expect(snapshot.files.map((file) => file.path)).toEqual(['a.tf']);
    expect(snapshot.diagnostics).toMatchObject([{ code: 'file-refused', at: { file: 'nested' } }]);
  });

  test('without changes gives the same bytes as the commit', async () => {
    const repository = newRepository();
    repository.commit({ 'a.tf': '1', 'b/c.tf': '2' });
    const [disk, commit] = [
      await workingTree(repository.directory),
      await openRevision(repository.directory, 'HEAD'),
    ];
    const paths = commit.files.map((file) => file.path);
    expect(disk.files).toEqual(commit.files.map(({ path, bytes }) => ({ path, bytes })));
    expect([...(await disk.read(paths))]).toEqual([...(await commit.read(paths))]);
  });
});
