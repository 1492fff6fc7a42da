import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { LIMITS } from '../../src/model/limits.ts';
import type { TreeFile } from '../../src/model/snapshot.ts';
import { createListing } from '../../src/snapshot/listing.ts';
import { createReadBudget } from '../../src/snapshot/reading.ts';

describe('the cap on all bytes of a tree', () => {
  test('admits exactly the cap, then nothing more, and says so once', () => {
    const diagnostics: Diagnostic[] = [];
    const budget = createReadBudget(diagnostics);
    expect(budget.take(LIMITS.totalBytes - 1, 'a')).toBe(true);
    expect(budget.take(1, 'b')).toBe(true);
    expect(budget.take(0, 'empty')).toBe(true);
    expect(budget.take(1, 'c')).toBe(false);
    expect(budget.take(0, 'd')).toBe(false);
    expect(diagnostics).toMatchObject([{ code: 'limit-exceeded', severity: 'error', at: { file: 'c' } }]);
  });
});

describe('the cap on the entries of a tree', () => {
  test('the entry after the last one is not looked at, and that is said once', () => {
    const listing = createListing<TreeFile>();
    let looked = 0;
    for (let index = 0; index < LIMITS.treeEntries + 3; index += 1) if (listing.count()) looked += 1;
    expect(looked).toBe(LIMITS.treeEntries);
    expect(listing.diagnostics).toMatchObject([{ code: 'limit-exceeded', severity: 'error' }]);
  });
});

describe('paths of a tree', () => {
  test.each([
    ['/x.yml', 'error'],
    ['/x.TF', 'error'],
    ['/directory', 'error'],
    ['/picture.png', 'notice'],
  ])('over the cap that end in %s are an %s', (end, severity) => {
    const listing = createListing<TreeFile>();
    expect(listing.admits('a/'.repeat(200) + end.slice(1))).toBe(false);
    expect(listing.diagnostics).toMatchObject([{ code: 'limit-exceeded', severity }]);
  });

  test.each(['../x', 'a/../../x', './x', 'a//b', '/etc/passwd', ''])('%j is refused', (path) => {
    const listing = createListing<TreeFile>();
    expect(listing.admits(path)).toBe(false);
    expect(listing.diagnostics).toMatchObject([{ code: 'file-refused' }]);
  });

  test.each([
    'costs/evil\nname.yml',
    'costs/::error file=a,line=1::pwn.yml',
    'a\\b',
    '..a/b..',
    '-x',
    'constructor',
  ])('%j is an ordinary name', (path) => {
    const listing = createListing<TreeFile>();
    expect(listing.admits(path)).toBe(true);
    expect(listing.diagnostics).toEqual([]);
  });
});
