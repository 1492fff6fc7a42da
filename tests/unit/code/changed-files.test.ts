import { describe, expect, test } from 'vitest';
import { LIMITS } from '../../../src/model/limits.ts';
import type { Snapshot } from '../../../src/model/snapshot.ts';
import { changedFiles } from '../../../src/tree/changed-files.ts';

interface Held {
  readonly text: string;
  readonly bytes?: number;
  readonly content?: string;
}

/** A tree that notes what is read of it. */
function tree(files: Readonly<Record<string, string | Held>>): Snapshot & { readonly asked: string[] } {
  const held = new Map(
    Object.entries(files).map(([path, file]) => [path, typeof file === 'string' ? { text: file } : file]),
  );
  const asked: string[] = [];
  return {
    revision: 'x',
    files: [...held].map(([path, { text, bytes, content }]) => ({
      path,
      bytes: bytes ?? Buffer.byteLength(text),
      ...(content === undefined ? {} : { content }),
    })),
    diagnostics: [],
    asked,
    async read(paths) {
      asked.push(...paths);
      return new Map(
        paths.flatMap((path) => (held.has(path) ? [[path, held.get(path)?.text ?? ''] as const] : [])),
      );
    },
  };
}

const paths = async (base: Snapshot, head: Snapshot) =>
  (await changedFiles(base, head)).files.map(({ path }) => path);

describe('the files that differ', () => {
  test('are read only where the contents are not known to be the same', async () => {
    const base = tree({ 'a.py': { text: 'x', content: '1' }, 'b.py': { text: 'y', content: '2' } });
    const head = tree({ 'a.py': { text: 'x', content: '1' }, 'b.py': { text: 'z', content: '3' } });
    expect(await paths(base, head)).toEqual(['b.py']);
    expect(base.asked).toEqual(['b.py']);
    expect(head.asked).toEqual(['b.py']);
  });

  test('are told apart by their texts where no content is known', async () => {
    const base = tree({ 'a.py': 'x', 'b.py': 'y', 'c.py': 'longer' });
    const head = tree({ 'a.py': 'x', 'b.py': { text: 'z', content: '3' }, 'c.py': 'long' });
    expect(await paths(base, head)).toEqual(['c.py', 'b.py']);
  });

  test('come and go, but have not changed where they only moved', async () => {
    const base = tree({ 'a.py': { text: 'x', content: '1' }, 'gone.py': 'gone', 'old.py': 'same text' });
    const head = tree({ 'b.py': { text: 'x', content: '1' }, 'new.py': 'new', 'moved.py': 'same text' });
    expect(await paths(base, head)).toEqual(['gone.py', 'new.py']);
    expect(base.asked).not.toContain('a.py');
  });

  test('of other kinds are left alone', async () => {
    const base = tree({ 'a.png': 'x', 'node_modules/a.js': 'x' });
    const head = tree({ 'a.png': 'y', 'node_modules/a.js': 'y' });
    expect(await paths(base, head)).toEqual([]);
    expect(head.asked).toEqual([]);
  });

  test('are only as many as the source of the trees still gives', async () => {
    const files = (text: string) =>
      Object.fromEntries(['a', 'b', 'c'].map((name) => [`${name}.py`, { text, content: `${name}${text}` }]));
    const limited = (text: string, left: number) => ({ ...tree(files(text)), remaining: () => left });
    const all = await changedFiles(limited('x', 7), limited('y', 7));
    expect([all.files.length, all.diagnostics.length]).toEqual([3, 0]);
    const some = await changedFiles(limited('x', 6), limited('y', 6));
    expect(some.files).toHaveLength(2);
    expect(some.diagnostics).toMatchObject([{ code: 'limit-exceeded' }]);
  });

  test('over the cap are not read, and that is told', async () => {
    const many = Math.floor(LIMITS.codeBytes / LIMITS.codeFileBytes);
    const files = (text: string, count: number) =>
      Object.fromEntries(
        Array.from({ length: count }, (_, at) => [
          `${at}.py`,
          { text, bytes: LIMITS.codeFileBytes, content: text },
        ]),
      );
    const within = await changedFiles(tree(files('x', many)), tree(files('y', many)));
    expect([within.files.length, within.diagnostics.length]).toEqual([many, 0]);
    const over = await changedFiles(tree(files('x', many + 1)), tree(files('y', many + 1)));
    expect(over.files).toHaveLength(many);
    expect(over.diagnostics).toMatchObject([{ code: 'limit-exceeded', severity: 'warning' }]);
  });
});
