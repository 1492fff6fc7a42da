import { describe, expect, test } from 'vitest';
import { languageOf, mayHoldModelIds } from '../../../src/code/scanned-files.ts';
import { LIMITS } from '../../../src/model/limits.ts';

describe('which files are searched for model ids', () => {
  test.each([
    ['src/app.py', 'script'],
    ['web/App.TSX', 'c-like'],
    ['A.java', 'c-like'],
    ['main.go', 'c-like'],
    ['.env', 'properties'],
    ['services/a/.env.production', 'properties'],
    ['prod.env', 'properties'],
    ['application.properties', 'properties'],
    ['Dockerfile', 'shell'],
    ['Dockerfile.prod', 'shell'],
    ['cdk.json', 'json'],
    ['infra/main.tf', 'hcl'],
    ['config.toml', 'yaml'],
    ['a.ipynb', 'notebook'],
    ['README.md', 'markup'],
  ])('%s is read as %s', (path, language) => {
    expect(languageOf(path)).toBe(language);
    expect(mayHoldModelIds({ path, bytes: 10 })).toBe(true);
  });

  test.each([
    ['node_modules/a/index.js'],
    ['vendor/a/a.go'],
    ['dist/index.js'],
    ['a/cdk.out/x.template.json'],
    ['.venv/lib/a.py'],
    ['app.min.js'],
    ['package-lock.json'],
    ['poetry.lock'],
    ['pnpm-lock.yaml'],
    ['types/a.d.ts'],
    ['__snapshots__/a.snap'],
    ['logo.png'],
    ['data.csv'],
    ['LICENSE'],
  ])('%s is not', (path) => {
    expect(mayHoldModelIds({ path, bytes: 10 })).toBe(false);
  });

  test('files over a cap are not', () => {
    expect(mayHoldModelIds({ path: 'a.py', bytes: LIMITS.codeFileBytes })).toBe(true);
    expect(mayHoldModelIds({ path: 'a.py', bytes: LIMITS.codeFileBytes + 1 })).toBe(false);
    expect(mayHoldModelIds({ path: 'a.ipynb', bytes: LIMITS.notebookBytes })).toBe(true);
    expect(mayHoldModelIds({ path: 'a.ipynb', bytes: LIMITS.notebookBytes + 1 })).toBe(false);
  });
});
