import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FEATURES } from '../../src/estimate/features/registry.ts';
import { findInfrastructureRoots } from '../../src/iac/read.ts';
import { IAC_FORMATS } from '../../src/iac/registry.ts';
import { folderOf, modules, SOURCE } from './imports.ts';

const ALL = modules();

/** Folders and files that read, post or exit; the price refresh reads the network by design. */
const SHELLS = ['snapshot', 'github', 'cli', 'cli.ts', 'action.ts'];
const isShell = (path: string) => SHELLS.includes(folderOf(path)) || path.startsWith('prices/update/');

/** What each folder may import, besides itself. One direction: nothing below imports what stands above. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  model: [],
  prices: ['model'],
  manifest: ['model'],
  iac: ['model'],
  code: ['model'],
  bind: ['model', 'manifest', 'code'],
  estimate: ['model', 'prices', 'bind'],
  diff: ['model'],
  budget: ['model'],
  advise: ['model', 'prices'],
  tree: ['model', 'manifest', 'iac', 'code', 'bind', 'prices'],
  init: ['model', 'manifest', 'iac', 'code', 'bind', 'tree'],
  compare: ['model', 'tree', 'bind', 'estimate', 'advise'],
  'compare.ts': [
    'model',
    'compare',
    'tree',
    'manifest',
    'iac',
    'bind',
    'estimate',
    'diff',
    'budget',
    'advise',
    'prices',
  ],
  render: ['model'],
  snapshot: ['model'],
};

describe('the pure core', () => {
  test.each(ALL.filter(({ path }) => !isShell(path)))(
    '$path touches nothing outside',
    ({ text, outside }) => {
      expect(
        outside.filter((name) => name.startsWith('node:') || /^@(actions|octokit)\//.test(name)),
      ).toEqual([]);
      const code = text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
      expect(code).not.toMatch(
        /\bprocess\.|\bDate\.now\(|new Date\(\)|\bMath\.random\(|\bfetch\(|toLocale|\bIntl\./,
      );
    },
  );

  test('no module outside github/ and action.ts loads what talks to GitHub', () => {
    const guilty = ALL.filter(({ path }) => folderOf(path) !== 'github' && path !== 'action.ts').filter(
      ({ outside }) => outside.some((name) => /^@(actions|octokit)\//.test(name)),
    );
    expect(guilty.map(({ path }) => path)).toEqual([]);
  });
});

describe('one direction', () => {
  test.each(Object.entries(MAY_IMPORT))('%s imports only what stands below it', (folder, allowed) => {
    const strays = ALL.filter(({ path }) => folderOf(path) === folder).flatMap(({ path, own }) =>
      own
        .filter((target) => folderOf(target) !== folder && !allowed.includes(folderOf(target)))
        .map((target) => `${path} -> ${target}`),
    );
    expect(strays).toEqual([]);
  });

  test('no module imports itself through others', () => {
    const edges = new Map(ALL.map(({ path, own }) => [path, own]));
    const state = new Map<string, 'open' | 'done'>();
    const circles: string[] = [];
    const visit = (path: string, trail: readonly string[]): void => {
      if (state.get(path) === 'done') return;
      if (state.get(path) === 'open') {
        circles.push([...trail.slice(trail.indexOf(path)), path].join(' -> '));
        return;
      }
      state.set(path, 'open');
      for (const next of edges.get(path) ?? []) visit(next, [...trail, path]);
      state.set(path, 'done');
    };
    for (const { path } of ALL) visit(path, []);
    expect(circles).toEqual([]);
  });
});

describe('features', () => {
  const folders = readdirSync(join(SOURCE, 'estimate/features'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();

  test('each folder is in the registry, and each entry has its folder', () => {
    expect(FEATURES.map(({ id }) => id).sort()).toEqual(folders);
  });

  test.each(folders)('%s imports the model and the prices only', (folder) => {
    const inside = `estimate/features/${folder}/`;
    const strays = ALL.filter(({ path }) => path.startsWith(inside)).flatMap(({ own }) =>
      own.filter((target) => !target.startsWith(inside) && !['model', 'prices'].includes(folderOf(target))),
    );
    expect(strays).toEqual([]);
  });

  test.each(folders)('%s is named nowhere outside its folder and the registry', (folder) => {
    const path = `features/${folder}/`;
    const named = ALL.filter((module) => module.own.some((target) => target.includes(path)))
      .map((module) => module.path)
      .filter((name) => !name.includes(path));
    expect(named).toEqual(['estimate/features/registry.ts']);
  });

  test.each(folders)('%s has a golden case that prices it', (folder) => {
    const golden = join(SOURCE, '../tests/golden');
    const reports = readdirSync(golden, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => join(golden, entry.name, 'expected/report.json'))
      .filter((file) => existsSync(file));
    expect(reports.some((file) => readFileSync(file, 'utf8').includes(`"feature": "${folder}"`))).toBe(true);
  });
});

describe('formats of infrastructure code', () => {
  const folders = readdirSync(join(SOURCE, 'iac'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .filter((name) =>
      ALL.some(({ path, text }) => path === `iac/${name}/index.ts` && text.includes(': IacFormat')),
    )
    .sort();

  test('each folder is in the registry, and each entry has its folder', () => {
    expect(IAC_FORMATS.map(({ id }) => id).sort()).toEqual(folders);
  });

  test.each(folders)('%s has a golden case', (folder) => {
    const trees = ['tests/golden', 'examples'].flatMap((parent) =>
      readdirSync(join(SOURCE, '..', parent), { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => join(SOURCE, '..', parent, entry.name, 'head'))
        .filter((head) => existsSync(head)),
    );
    const isIn = (head: string) => {
      const names = readdirSync(head, { recursive: true, encoding: 'utf8' });
      const manifest = join(head, 'bedrock-cost.yml');
      const stated = existsSync(manifest) ? readFileSync(manifest, 'utf8') : '';
      if (new RegExp(`[{ ]${folder.replace('-', '_')}: `).test(stated)) return true;
      const texts = names
        .filter((name) => /\.(?:tf|ya?ml|json)$/.test(name))
        .map((name) => [name.replaceAll('\\', '/'), readFileSync(join(head, name), 'utf8')] as const);
      return findInfrastructureRoots(new Map(texts)).some(({ format = 'terraform' }) => format === folder);
    };
    expect(trees.some(isIn)).toBe(true);
  });
});

describe('the only writers', () => {
  test('Markdown and HTML are made of text of the pull request in one place', () => {
    const guilty = ALL.filter(({ path }) => path !== 'render/escape.ts').filter(({ text }) =>
      /&#(?:x|\$\{)/.test(text),
    );
    expect(guilty.map(({ path }) => path)).toEqual([]);
  });

  test('the log of a job has one writer', () => {
    const writers = ALL.filter(({ path }) => folderOf(path) === 'github' && path !== 'github/log.ts').filter(
      ({ text }) => /process\.std(?:out|err)|console\./.test(text),
    );
    expect(writers.map(({ path }) => path)).toEqual([]);
  });
});
