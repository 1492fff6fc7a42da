import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { LIMITS } from '../../src/model/limits.ts';
import { openDirectory } from '../../src/snapshot/directory.ts';
import { SnapshotError } from '../../src/snapshot/error.ts';
import { openRevision, resolveRevision } from '../../src/snapshot/git.ts';
import {
  link,
  newRepository,
  type Repository,
  repositoryAt,
  shallowClone,
  temporaryDirectory,
  write,
} from './repository.ts';

const FILES = {
  'bedrock-cost.yml': 'version: 1\n',
  'infra/main.tf': 'resource "x" "y" {}\r\n',
  'costs/evil\nname.yml': 'a: 1\n',
  'costs/::error file=a,line=1::pwn.yml': 'b: 1\n',
  'costs/"quoted"\ttab ä.yml': '',
  '-rf': 'dash',
  'node_modules/m/index.tf': 'left out',
  'marked.tf': '\uFEFFx',
  'latin.tf': Buffer.from([0xe9]),
};

/** Opens `revision` and gives the error that it must end with. */
async function failure(repository: Repository, revision: string, options = {}): Promise<SnapshotError> {
  const error = await openRevision(repository.directory, revision, options).catch(
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(SnapshotError);
  return error as SnapshotError;
}

/** A commit of one tree made by hand, which no checkout would make. */
function commitTree(repository: Repository, entries: string): string {
  const tree = repository.pipe(entries, 'mktree', '-z', '--missing');
  return repository.git('commit-tree', tree, '-m', 'made by hand');
}

describe('a commit', () => {
  test.each([
    ['sha1', 40],
    ['sha256', 64],
  ])('in a %s repository gives the same bytes as the directory', async (format, digits) => {
    const repository = newRepository(`--object-format=${format}`);
    link(repository.directory, 'z-link', 'bedrock-cost.yml');
    link(repository.directory, 'infra/a-link', '..');
    const id = repository.commit(FILES);
    expect(id).toHaveLength(digits);
    const committed = await openRevision(repository.directory, 'HEAD');
    const directory = await openDirectory(repository.directory);
    expect(committed.revision).toBe(id.slice(0, 7));
    expect(committed.files.map(({ path, bytes }) => ({ path, bytes }))).toEqual(directory.files);
    const paths = directory.files.map((file) => file.path);
    expect(paths).toHaveLength(8);
    const texts = await committed.read(paths);
    expect([...texts]).toEqual([...(await directory.read(paths))]);
    expect(texts.get('infra/main.tf')).toBe('resource "x" "y" {}\r\n');
    expect(committed.diagnostics).toEqual(directory.diagnostics);
    expect(committed.diagnostics.map((found) => found.at?.file)).toEqual([
      'infra/a-link',
      'z-link',
      'latin.tf',
    ]);
  });

  test('is read from git, whatever stands in the work tree or its index', async () => {
    const repository = newRepository();
    const id = repository.commit({ 'a.tf': 'committed' });
    write(repository.directory, 'a.tf', 'changed');
    write(repository.directory, 'b.tf', 'staged');
    repository.git('add', 'b.tf');
    const snapshot = await openRevision(repository.directory, id);
    expect([...(await snapshot.read(['a.tf', 'b.tf']))]).toEqual([['a.tf', 'committed']]);
  });

  test('has the same name and content from below the root, and for one directory of it', async () => {
    const repository = newRepository();
    repository.commit(FILES);
    const whole = await openRevision(join(repository.directory, 'infra'), 'main');
    expect(whole.files).toHaveLength(8);
    for (const subdirectory of ['infra', './infra/', 'infra/.']) {
      const part = await openRevision(repository.directory, 'main', { subdirectory });
      expect(part.files.map((file) => file.path)).toEqual(['main.tf']);
      expect(part.revision).toBe(whole.revision);
      expect((await part.read(['main.tf'])).size).toBe(1);
    }
    expect((await openRevision(repository.directory, 'main', { subdirectory: '.' })).files).toHaveLength(8);
  });

  test('that is empty has no files', async () => {
    const repository = newRepository();
    const snapshot = await openRevision(repository.directory, repository.commit());
    expect(snapshot.files).toEqual([]);
    expect(await snapshot.read(['x'])).toEqual(new Map());
  });

  test('follows renames by being read at each commit', async () => {
    const repository = newRepository();
    const before = repository.commit({ 'old.tf': 'same' });
    repository.git('mv', 'old.tf', 'new.tf');
    const after = repository.commit();
    expect((await openRevision(repository.directory, before)).files.map((file) => file.path)).toEqual([
      'old.tf',
    ]);
    expect((await openRevision(repository.directory, after)).files.map((file) => file.path)).toEqual([
      'new.tf',
    ]);
  });

  test('can be named by branch, tag, annotated tag, ancestry and short id', async () => {
    const repository = newRepository();
    const first = repository.commit();
    const second = repository.commit();
    repository.git('branch', 'feature/x(1)');
    repository.git('tag', 'light');
    repository.git('tag', '--annotate', 'heavy', '--message', 'x');
    for (const name of [
      'main',
      'feature/x(1)',
      'light',
      'heavy',
      'HEAD',
      '@',
      second.slice(0, 10),
      second,
      'refs/heads/main',
    ]) {
      expect(await resolveRevision(repository.directory, name), name).toBe(second);
    }
    expect(await resolveRevision(repository.directory, 'HEAD~1')).toBe(first);
    expect(await resolveRevision(repository.directory, 'main^')).toBe(first);
  });

  test('of a shallow clone is read like any other', async () => {
    const origin = newRepository();
    origin.commit({ 'a.tf': '1' });
    const head = origin.commit({ 'a.tf': '2' });
    const clone = shallowClone(origin, head);
    expect([...(await (await openRevision(clone.directory, 'HEAD')).read(['a.tf']))]).toEqual([
      ['a.tf', '2'],
    ]);
    expect((await failure(clone, 'HEAD^1')).message).toMatch(/There is no commit "HEAD\^1"/);
  });
});

describe('what a commit must not make us do', () => {
  test('links and submodules are refused by their mode, before any read', async () => {
    const repository = newRepository();
    link(repository.directory, 'costs/link.yml', '/proc/self/environ');
    link(repository.directory, 'costs/etc', '../../../../etc');
    const submodule = repository.commit({ 'main.tf': 'x' });
    repository.git('update-index', '--add', '--cacheinfo', `160000,${submodule},vendor/kb`);
    repository.git('commit', '--quiet', '--message', 'submodule');
    const snapshot = await openRevision(repository.directory, 'HEAD');
    expect(snapshot.files.map((file) => file.path)).toEqual(['main.tf']);
    expect(snapshot.diagnostics.map((found) => [found.code, found.at?.file])).toEqual([
      ['file-refused', 'costs/etc'],
      ['file-refused', 'costs/link.yml'],
      ['file-refused', 'vendor/kb'],
    ]);
    expect((await snapshot.read(['costs/link.yml', 'costs/etc/passwd'])).size).toBe(0);
    const error = await failure(repository, 'HEAD', { subdirectory: 'costs/etc' });
    expect(error.message).toMatch(/There is no directory "costs\/etc"/);
  });

  test('a huge file is known by its size alone, and costs nothing until it is asked for', async () => {
    const repository = newRepository();
    const huge = LIMITS.iacFileBytes * 50;
    repository.commit({ 'huge.tf': Buffer.alloc(huge, 'x'), 'small.tf': 'x' });
    const snapshot = await openRevision(repository.directory, 'HEAD');
    expect(snapshot.files.map((file) => [file.path, file.bytes])).toEqual([
      ['huge.tf', huge],
      ['small.tf', 1],
    ]);
    const small = snapshot.files.filter((file) => file.bytes <= LIMITS.iacFileBytes).map((file) => file.path);
    expect([...(await snapshot.read(small))]).toEqual([['small.tf', 'x']]);
  });

  test('all files of a tree together are capped, and what is over is named', async () => {
    const repository = newRepository();
    const half = Buffer.alloc(LIMITS.totalBytes / 2, 'x');
    const object = repository.pipe(half, 'hash-object', '-w', '--stdin');
    const entries = ['a', 'b', 'c'].map((name) => `100644 blob ${object}\t${name}.tf\0`).join('');
    const snapshot = await openRevision(repository.directory, commitTree(repository, entries));
    expect([...(await snapshot.read(['c.tf', 'a.tf', 'b.tf'])).keys()]).toEqual(['c.tf', 'a.tf']);
    expect((await snapshot.read(['c.tf'])).size).toBe(0);
    expect(snapshot.diagnostics).toMatchObject([
      { code: 'limit-exceeded', severity: 'error', at: { file: 'b.tf' } },
    ]);
  });

  test('a path over the cap is refused and said', async () => {
    const repository = newRepository();
    const stream = `commit refs/heads/deep\ncommitter A <a@b> 0 +0000\ndata 0\nM 100644 inline ${'a/'.repeat(250)}x.yml\ndata 1\nx\n`;
    repository.pipe(stream, 'fast-import', '--quiet');
    const snapshot = await openRevision(repository.directory, 'deep');
    expect(snapshot.files).toEqual([]);
    expect(snapshot.diagnostics).toMatchObject([{ code: 'limit-exceeded', severity: 'error' }]);
  });

  test('a tree made by hand with paths out of the tree, twice the same, or not UTF-8', async () => {
    const repository = newRepository();
    const object = repository.pipe('x', 'hash-object', '-w', '--stdin');
    const raw = (name: Buffer | string) =>
      Buffer.concat([
        Buffer.from('100644 '),
        Buffer.from(name),
        Buffer.from([0]),
        Buffer.from(object, 'hex'),
      ]);
    const tree = repository.pipe(
      Buffer.concat([raw('..'), raw('.git'), raw('a.tf'), raw('a.tf'), raw(Buffer.from([0x62, 0xff]))]),
      'hash-object',
      '-t',
      'tree',
      '-w',
      '--stdin',
      '--literally',
    );
    const snapshot = await openRevision(
      repository.directory,
      repository.git('commit-tree', tree, '-m', 'bad'),
    );
    expect(snapshot.files.map((file) => file.path)).toEqual(['a.tf']);
    expect(snapshot.diagnostics.map((found) => [found.code, found.at?.file])).toEqual([
      ['file-refused', '..'],
      ['file-refused', 'a.tf'],
      ['file-refused', 'b\uFFFD'],
    ]);
  });

  test('replaced objects and grafts do not change what a commit says', async () => {
    const repository = newRepository();
    const honest = repository.commit({ 'a.tf': 'honest' });
    const forged = repository.commit({ 'a.tf': 'forged' });
    repository.git('replace', honest, forged);
    const snapshot = await openRevision(repository.directory, honest);
    expect((await snapshot.read(['a.tf'])).get('a.tf')).toBe('honest');
  });

  test('programs that the repository names are not run', async () => {
    const repository = newRepository();
    repository.commit({ 'a.tf': 'x' });
    const marker = join(repository.directory, 'ran');
    write(repository.directory, 'hook.sh', `#!/bin/sh\ntouch "${marker}"\n`);
    repository.git('config', 'core.fsmonitor', `sh ${join(repository.directory, 'hook.sh')}`);
    const { workingTree } = await import('../../src/snapshot/git.ts');
    const snapshot = await workingTree(repository.directory);
    expect(snapshot.files.map((file) => file.path)).toEqual(['a.tf', 'hook.sh']);
  });

  test('an inherited GIT_DIR does not lead to another repository', async () => {
    const [right, wrong] = [newRepository(), newRepository()];
    const id = right.commit({ 'a.tf': 'right' });
    wrong.commit({ 'a.tf': 'wrong' });
    process.env['GIT_DIR'] = join(wrong.directory, '.git');
    try {
      expect((await openRevision(right.directory, 'HEAD')).revision).toBe(id.slice(0, 7));
    } finally {
      delete process.env['GIT_DIR'];
    }
  });

  test.each([
    '--upload-pack=touch /tmp/pwn',
    '--output=/tmp/pwn',
    '-n',
    '',
    'main..feature',
    'HEAD:infra',
    ':/fix',
    'main^{/fix}',
    'a b',
    'a\nb',
    'x'.repeat(251),
  ])('%j is not a revision', async (revision) => {
    const repository = newRepository();
    repository.commit();
    expect((await failure(repository, revision)).message).toMatch(/is not the name of a revision/);
  });

  test.each(['../x', 'infra/../..', '/etc'])('the subdirectory %j is not inside', async (subdirectory) => {
    const repository = newRepository();
    repository.commit(FILES);
    expect((await failure(repository, 'HEAD', { subdirectory })).message).toMatch(
      /is not inside the repository/,
    );
  });
});

describe('unusable input says what to do', () => {
  test('an unknown revision, with the nearest names', async () => {
    const repository = newRepository();
    repository.commit();
    repository.git('branch', 'feature/rag');
    repository.git('update-ref', 'refs/remotes/origin/feature/rerank', 'HEAD');
    repository.git('tag', 'v1.0.0');
    expect((await failure(repository, 'mian')).hint).toBe('Did you mean "main"?');
    expect((await failure(repository, 'v1.0.1')).hint).toBe('Did you mean "v1.0.0"?');
    expect((await failure(repository, 'feature/rerak')).hint).toMatch(
      /^Did you mean "origin\/feature\/rerank"/,
    );
    expect((await failure(repository, 'a1b2c3d4e5')).hint).toMatch(/git fetch --depth=1 origin a1b2c3d4e5/);
  });

  test('an id that is not here, of either length, and one of a file', async () => {
    const repository = newRepository();
    repository.commit({ 'a.tf': 'x' });
    for (const id of ['1'.repeat(40), '1'.repeat(64)]) {
      expect((await failure(repository, id)).message).toMatch(/There is no commit/);
    }
    const blob = repository.git('rev-parse', 'HEAD:a.tf');
    expect((await failure(repository, blob)).message).toMatch(/commit/);
  });

  test('a directory that is no repository, or does not exist', async () => {
    const directory = temporaryDirectory();
    expect((await failure(repositoryAt(directory), 'HEAD')).message).toMatch(
      /is not inside a git repository/,
    );
    mkdirSync(join(directory, 'x'));
    expect((await failure(repositoryAt(join(directory, 'y')), 'HEAD')).message).toMatch(
      /There is no directory/,
    );
  });

  test('a repository without commits', async () => {
    expect((await failure(newRepository(), 'HEAD')).message).toMatch(/There is no commit "HEAD"/);
  });

  test('a partial clone that lacks files does not fetch them behind our back', async () => {
    const origin = newRepository();
    origin.commit({ 'a.tf': 'x' });
    origin.git('config', 'uploadpack.allowFilter', 'true');
    const clone = repositoryAt(temporaryDirectory());
    clone.git('clone', '--quiet', '--filter=blob:none', '--no-checkout', `file://${origin.directory}`, '.');
    const error = await failure(clone, 'HEAD');
    expect(error.hint).toMatch(/partial clone/);
  });
});
