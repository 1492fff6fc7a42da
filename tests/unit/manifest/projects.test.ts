import { describe, expect, test } from 'vitest';
import { matchesGlob } from '../../../src/manifest/glob.ts';
import { directoryOf, resolvePath } from '../../../src/manifest/paths.ts';
import { filesByProject, findManifests, projectFiles } from '../../../src/manifest/projects.ts';
import { LIMITS } from '../../../src/model/limits.ts';

describe('finding manifests', () => {
  test('by name, sorted by code unit', () => {
    const paths = [
      'b/bedrock-cost.yml',
      'bedrock-cost.yml',
      'a/bedrock-cost.yaml',
      'Z/.bedrock-cost.yml',
      'a/b/xbedrock-cost.yml',
      'bedrock-cost.yml/readme.md',
      'bedrock-cost.yml.bak',
    ];
    expect(findManifests(paths)).toEqual({
      manifests: ['Z/.bedrock-cost.yml', 'a/bedrock-cost.yaml', 'b/bedrock-cost.yml', 'bedrock-cost.yml'],
      diagnostics: [],
    });
  });

  test('by globs instead of by name', () => {
    const paths = ['bedrock-cost.yml', 'costs/chat/usage.yml', 'costs/search/usage.yml', 'costs/readme.md'];
    expect(findManifests(paths, ['costs/*/usage.yml', './costs/chat/*.yml']).manifests).toEqual([
      'costs/chat/usage.yml',
      'costs/search/usage.yml',
    ]);
  });

  test('a glob without a match is an error', () => {
    const { manifests, diagnostics } = findManifests(['a/b.yml'], ['a/*.yml', 'c/*.yml', '../x.yml']);
    expect(manifests).toEqual(['a/b.yml']);
    expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
      ['manifest-unmatched', 'No file matches `c/*.yml`, which was given as a manifest.'],
      ['manifest-unmatched', 'No file matches `../x.yml`, which was given as a manifest.'],
    ]);
  });

  test('one manifest in a directory', () => {
    const { manifests, diagnostics } = findManifests(['a/bedrock-cost.yml', 'a/bedrock-cost.yaml']);
    expect(manifests).toEqual(['a/bedrock-cost.yaml']);
    expect(diagnostics).toMatchObject([{ code: 'manifest-conflict', at: { file: 'a/bedrock-cost.yml' } }]);
  });

  test('the cap at its edge', () => {
    const paths = Array.from({ length: LIMITS.manifests + 1 }, (_, index) => `d${index}/bedrock-cost.yml`);
    expect(findManifests(paths.slice(1)).diagnostics).toEqual([]);
    const { manifests, diagnostics } = findManifests(paths);
    expect(manifests.length).toBe(LIMITS.manifests);
    expect(diagnostics).toMatchObject([{ code: 'limit-exceeded' }]);
  });
});

describe('globs', () => {
  test.each([
    ['a/b.yml', 'a/b.yml', true],
    ['a/b.yml', 'a/c.yml', false],
    ['*.yml', 'a.yml', true],
    ['*.yml', 'a/b.yml', false],
    ['**/*.yml', 'a.yml', true],
    ['**/*.yml', 'a/b/c.yml', true],
    ['a/**', 'a/b/c', true],
    ['a/**', 'b/a/c', false],
    ['a/**/c.yml', 'a/c.yml', true],
    ['a/**/c.yml', 'a/b/b/c.yml', true],
    ['a/**/c/**/d', 'a/c/x/c/d', true],
    ['a/*/c.yml', 'a/c.yml', false],
    ['a*c*e', 'abcde', true],
    ['a*c*e', 'abcd', false],
    ['*', '', true],
    ['a.yml', 'axyml', false],
    ['{a,b}.yml', 'a.yml', false],
    ['[ab].yml', 'a.yml', false],
    ['?.yml', 'a.yml', false],
    ['{a,b}.yml', '{a,b}.yml', true],
    ['*\u{1F308}', 'x\u{1F308}', true],
  ])('%s and %s: %s', (pattern, path, expected) => {
    expect(matchesGlob(pattern, path)).toBe(expected);
  });

  test('patterns made to be slow are not', () => {
    expect(matchesGlob('*a'.repeat(200), 'a'.repeat(399) + 'b')).toBe(false);
    expect(matchesGlob(`${'**/a/'.repeat(100)}b`, `${'a/'.repeat(199)}c`)).toBe(false);
  });
});

describe('files of projects', () => {
  const paths = ['readme.md', 'a/x.tf', 'a/b/y.tf', 'a/b/c/z.tf', 'ab/w.tf'];

  test('the tree of a manifest less the trees of manifests further down', () => {
    expect([...filesByProject(['.', 'a', 'a/b/c'], paths)]).toEqual([
      ['.', ['readme.md', 'ab/w.tf']],
      ['a', ['a/x.tf', 'a/b/y.tf']],
      ['a/b/c', ['a/b/c/z.tf']],
    ]);
  });

  test('files that stand below no manifest belong to none', () => {
    expect([...filesByProject(['a/b'], paths)]).toEqual([['a/b', ['a/b/y.tf', 'a/b/c/z.tf']]]);
  });

  test('without a manifest the whole tree is one project', () => {
    expect(projectFiles([], '.', paths)).toEqual(paths);
  });

  test('one project', () => {
    expect(projectFiles(['.', 'a'], 'a', paths)).toEqual(['a/x.tf', 'a/b/y.tf', 'a/b/c/z.tf']);
    expect(projectFiles(['.'], 'a', paths)).toEqual([]);
  });
});

describe('paths', () => {
  test.each([
    ['.', 'a/b', 'a/b'],
    ['a', 'b', 'a/b'],
    ['a/b', '../c', 'a/c'],
    ['a', './b//c/', 'a/b/c'],
    ['a', '..', '.'],
    ['a', '../..', undefined],
    ['.', '../a', undefined],
    ['a', '/b', undefined],
    ['a', 'b\\c', undefined],
    ['a', 'C:/b', undefined],
    ['a', 'https://example.com/b', undefined],
  ])('%s and %s: %s', (directory, path, expected) => {
    expect(resolvePath(directory, path)).toBe(expected);
  });

  test('directories', () => {
    expect(directoryOf('a')).toBe('.');
    expect(directoryOf('a/b/c')).toBe('a/b');
  });
});
