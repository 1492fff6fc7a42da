/** `init` on every tree of the examples and golden cases: its manifest reads, and each binding in it leads somewhere. */
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { estimateSnapshot } from '../../../src/compare.ts';
import { FEATURES } from '../../../src/estimate/features/registry.ts';
import { initialize } from '../../../src/init/initialize.ts';
import { openDirectory } from '../../../src/snapshot/directory.ts';
import { treeOf } from '../bind/trees.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const TREES = ['examples', 'tests/golden'].flatMap((folder) =>
  readdirSync(join(ROOT, folder))
    .map((name) => join(folder, name, 'head'))
    .filter((path) => existsSync(join(ROOT, path))),
);

test.each(TREES)('%s', async (path) => {
  const there = await openDirectory(join(ROOT, path));
  const texts = await there.read(there.files.map((file) => file.path));
  const files = Object.fromEntries([...texts].filter(([name]) => !name.endsWith('bedrock-cost.yml')));
  const before = (await estimateSnapshot(treeOf(files))).estimate.diagnostics.map(({ message }) => message);
  const made = await initialize(treeOf(files), FEATURES, undefined);
  const { estimate } = await estimateSnapshot(treeOf({ ...files, [made.file]: made.text }));
  const errors = estimate.diagnostics.filter(
    ({ severity, message }) => severity === 'error' && !before.includes(message),
  );
  expect(errors).toEqual([]);
  const again = await initialize(treeOf({ ...files, [made.file]: made.text }), FEATURES, undefined);
  expect(again.text).toBe(made.text);
});
