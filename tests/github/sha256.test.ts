import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { scenes } from './scene.ts';

const { scene, runIn } = scenes('--object-format=sha256');

test('a pull request of a SHA-256 repository, with its checkout of depth 1', async () => {
  const set = await scene();
  expect(set.feature).toHaveLength(64);
  const { code, compared } = await runIn(set);
  expect([code, compared[0]?.costs]).toEqual([0, ['100', '120']]);
  expect(set.github.comments[0]?.body).toContain(`head=${set.feature} -->`);
});

test('the same without a checkout', async () => {
  const set = await scene();
  rmSync(join(set.workspace.directory, '.git'), { recursive: true });
  set.github.repository = set.origin;
  expect((await runIn(set)).compared[0]?.costs).toEqual(['100', '120']);
});
