import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { LIMITS } from '../../src/model/limits.ts';
import { openDirectory } from '../../src/snapshot/directory.ts';
import { SnapshotError } from '../../src/snapshot/error.ts';
import { link, temporaryDirectory, write } from './repository.ts';

describe('a directory', () => {
  test('lists regular files sorted by code unit, with sizes, and reads only what is asked', async () => {
    const directory = temporaryDirectory();
    write(directory, 'b/x.tf', 'xx');
    write(directory, 'b.tf', '');
    write(directory, 'Z.tf', 'ä');
    write(directory, 'é.tf', 'x');
    const snapshot = await openDirectory(directory);
    expect(snapshot.revision).toBe(basename(directory));
    expect(snapshot.files).toEqual([
      { path: 'Z.tf', bytes: 2 },
      { path: 'b.tf', bytes: 0 },
      { path: 'b/x.tf', bytes: 2 },
      { path: 'é.tf', bytes: 1 },
    ]);
    expect([...(await snapshot.read(['b/x.tf', 'none.tf', 'b', 'b.tf', 'b/x.tf']))]).toEqual([
      ['b/x.tf', 'xx'],
      ['b.tf', ''],
    ]);
    expect(snapshot.diagnostics).toEqual([]);
  });

  test('can be named, and is then called so', async () => {
    expect((await openDirectory(temporaryDirectory(), { name: 'before' })).revision).toBe('before');
  });

  test('leaves out .git and node_modules at any depth', async () => {
    const directory = temporaryDirectory();
    for (const path of [
      '.git/config',
      'a/node_modules/m/x.tf',
      'node_modules/x.tf',
      '.gitignore',
      'a/.git/HEAD',
      'a/x.tf',
    ]) {
      write(directory, path, 'x');
    }
    const snapshot = await openDirectory(directory);
    expect(snapshot.files.map((file) => file.path)).toEqual(['.gitignore', 'a/x.tf']);
    expect(snapshot.diagnostics).toEqual([]);
  });

  test('follows no link, neither to a file nor to a directory, and says so', async () => {
    const outside = temporaryDirectory();
    write(outside, 'secret.tf', 'secret');
    const directory = temporaryDirectory();
    link(directory, 'costs/link.yml', '/proc/self/environ');
    link(directory, 'modules', outside);
    link(directory, 'broken', 'nowhere');
    write(directory, 'main.tf', 'x');
    const snapshot = await openDirectory(directory);
    expect(snapshot.files.map((file) => file.path)).toEqual(['main.tf']);
    expect(snapshot.diagnostics.map((found) => [found.code, found.at?.file])).toEqual([
      ['file-refused', 'broken'],
      ['file-refused', 'costs/link.yml'],
      ['file-refused', 'modules'],
    ]);
    expect((await snapshot.read(['costs/link.yml', 'modules/secret.tf', '../x', '/etc/passwd'])).size).toBe(
      0,
    );
  });

  test('does not follow a file that became a link after it was listed', async () => {
    const directory = temporaryDirectory();
    write(directory, 'main.tf', 'x');
    const snapshot = await openDirectory(directory);
    rmSync(join(directory, 'main.tf'));
    link(directory, 'main.tf', '/proc/self/environ');
    expect((await snapshot.read(['main.tf'])).size).toBe(0);
    expect(snapshot.diagnostics.map((found) => found.code)).toEqual(['file-unreadable']);
  });

  test('refuses a submodule, but reads a linked work tree that is opened itself', async () => {
    const directory = temporaryDirectory();
    write(directory, '.git', 'gitdir: elsewhere');
    write(directory, 'main.tf', 'x');
    write(directory, 'vendor/kb/.git', 'gitdir: ../../.git/modules/kb');
    write(directory, 'vendor/kb/main.tf', 'x');
    const snapshot = await openDirectory(directory);
    expect(snapshot.files.map((file) => file.path)).toEqual(['main.tf']);
    expect(snapshot.diagnostics).toMatchObject([{ code: 'file-refused', at: { file: 'vendor/kb' } }]);
  });

  test('leaves out names and contents that are not UTF-8, and a byte order mark', async () => {
    const directory = temporaryDirectory();
    writeFileSync(Buffer.concat([Buffer.from(`${directory}/`), Buffer.from([0x61, 0xff])]), 'x');
    write(directory, 'latin.tf', Buffer.from([0x22, 0xe9, 0x22]));
    write(directory, 'marked.tf', '\uFEFFx');
    const snapshot = await openDirectory(directory);
    expect(snapshot.files.map((file) => file.path)).toEqual(['latin.tf', 'marked.tf']);
    expect([...(await snapshot.read(['latin.tf', 'marked.tf']))]).toEqual([['marked.tf', 'x']]);
    expect(snapshot.diagnostics.map((found) => [found.code, found.at?.file])).toEqual([
      ['file-refused', 'a\uFFFD'],
      ['file-unreadable', 'latin.tf'],
    ]);
  });

  test('a path at the cap is listed, one byte more is not', async () => {
    const directory = temporaryDirectory();
    const parent = `${'d'.repeat(199)}/${'e'.repeat(100)}`;
    const good = `${parent}/${'f'.repeat(LIMITS.pathBytes - parent.length - 1)}`;
    write(directory, good, 'x');
    write(directory, `${good}g`, 'x');
    const snapshot = await openDirectory(directory);
    expect(snapshot.files.map((file) => file.path)).toEqual([good]);
    expect(snapshot.diagnostics).toMatchObject([{ code: 'limit-exceeded', severity: 'error' }]);
  });

  test('a very deep tree ends at the path cap', async () => {
    const directory = temporaryDirectory();
    write(directory, `${'a/'.repeat(500)}x.tf`, 'x');
    const snapshot = await openDirectory(directory);
    expect(snapshot.files).toEqual([]);
    expect(snapshot.diagnostics.map((found) => found.code)).toEqual(['limit-exceeded']);
  });

  test('many refusals of one kind are counted, not listed', async () => {
    const directory = temporaryDirectory();
    for (let index = 0; index < LIMITS.diagnosticsListed + 5; index += 1)
      link(directory, `link-${index}`, 'x');
    const snapshot = await openDirectory(directory);
    expect(snapshot.diagnostics).toHaveLength(LIMITS.diagnosticsListed + 1);
    expect(snapshot.diagnostics.at(-1)?.message).toMatch(/^5 more: A symbolic link/);
  });

  test.each([
    ['nothing there', 'none', /There is no directory/],
    ['a file', 'file', /is not a directory/],
  ])('%s is unusable input with a hint', async (_, path, message) => {
    const directory = temporaryDirectory();
    write(directory, 'file', 'x');
    mkdirSync(join(directory, 'empty'));
    const error = await openDirectory(join(directory, path)).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(SnapshotError);
    expect(error).toMatchObject({
      message: expect.stringMatching(message),
      hint: expect.stringMatching(/\w/),
    });
  });

  test('an empty directory is an empty tree', async () => {
    expect((await openDirectory(temporaryDirectory())).files).toEqual([]);
  });
});
