import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openBlobs, openCommit } from '../../src/snapshot/git.ts';
import { newRepository } from './repository.ts';

/** A repository with two files of four bytes each, the ids of their blobs, and a way to lose all objects. */
function someBlobs() {
  const repository = newRepository();
  const commit = repository.commit({ 'a.tf': 'aaaa', 'b.tf': 'bbbb' });
  const [a, b] = ['a.tf', 'b.tf'].map((path) => repository.git('rev-parse', `HEAD:${path}`).trim());
  const lose = () => rmSync(join(repository.directory, '.git/objects'), { recursive: true });
  return { directory: repository.directory, commit, a: a ?? '', b: b ?? '', lose };
}

describe('blobs of a repository', () => {
  test('are read once', async () => {
    const { directory, a, b, lose } = someBlobs();
    const blobs = openBlobs(directory);
    expect([...(await blobs(new Set([a])))]).toEqual([[a, Buffer.from('aaaa')]]);
    expect([...(await blobs(new Set([a, b]))).keys()]).toEqual([a, b]);
    lose();
    expect([...(await blobs(new Set([b, a])))]).toEqual([
      [b, Buffer.from('bbbb')],
      [a, Buffer.from('aaaa')],
    ]);
  });

  test.each([
    [8, true],
    [7, false],
  ])('two of four bytes are kept where %i bytes are: %s', async (most, isKept) => {
    const { directory, a, b, lose } = someBlobs();
    const blobs = openBlobs(directory, {}, most);
    expect((await blobs(new Set([a, b]))).size).toBe(2);
    lose();
    const again = await blobs(new Set([a, b])).then(
      (read) => read.size,
      () => 0,
    );
    expect(again).toBe(isKept ? 2 : 0);
  });

  test('that are not there are left out', async () => {
    const { directory, a } = someBlobs();
    const read = await openBlobs(directory)(new Set([a, '0'.repeat(40)]));
    expect([...read.keys()]).toEqual([a]);
  });

  test('serve several trees', async () => {
    const { directory, commit, lose } = someBlobs();
    const blobs = openBlobs(directory);
    const [one, other] = [
      await openCommit(directory, commit, { blobs }),
      await openCommit(directory, commit, { blobs }),
    ];
    await one.read(['a.tf']);
    lose();
    expect([...(await other.read(['a.tf']))]).toEqual([['a.tf', 'aaaa']]);
  });
});
