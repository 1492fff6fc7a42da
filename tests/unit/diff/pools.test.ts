import { describe, expect, test } from 'vitest';
import { compare } from '../../../src/compare.ts';
import { treeOf } from '../bind/trees.ts';

type Files = Readonly<Record<string, string>>;

const MANIFEST = 'version: 1\nregion: us-east-1\nbudgets: { monthly: 800 }\n';

const collection = (name: string, more = 'type = "VECTORSEARCH"') =>
  `resource "aws_opensearchserverless_collection" "${name}" {\n  name = "${name}"\n  ${more}\n}\n`;

const template =
  'Resources:\n  Kb:\n    Type: AWS::OpenSearchServerless::Collection\n    Properties: { Name: kb, Type: VECTORSEARCH }\n';

/** What changes of each charge, both ways: a line is the same from head to base. */
async function changes(base: Files, head: Files) {
  const tree = (files: Files) => treeOf({ 'bedrock-cost.yml': MANIFEST, ...files });
  const there = await compare(tree(base), tree(head));
  const back = await compare(tree(head), tree(base));
  const moved = (found: typeof there) => found.diff.charges.filter(({ status }) => status !== 'unchanged');
  expect(moved(back)).toHaveLength(moved(there).length);
  return {
    changed: moved(there).map(
      ({ status, base: from, head: to }) => `${(to ?? from)?.component ?? ''} ${status}`,
    ),
    verdict: there.verdict.status,
  };
}

describe('shared capacity of OpenSearch Serverless', () => {
  test.each<[string, Files, Files]>([
    [
      'a directory that moves',
      { 'infra/main.tf': collection('kb') },
      { 'terraform/main.tf': collection('kb') },
    ],
    ['a template that is renamed', { 'app.yaml': template }, { 'app.template': template }],
    [
      'two directories that move',
      { 'infra/dev/main.tf': collection('kb'), 'infra/prod/main.tf': collection('kb') },
      { 'tf/dev/main.tf': collection('kb'), 'tf/prod/main.tf': collection('kb') },
    ],
  ])('is the same after %s', async (_what, base, head) => {
    expect(await changes(base, head)).toEqual({ changed: [], verdict: 'pass' });
  });

  test.each([
    ['another class', 'type = "SEARCH"'],
    ['no standby replicas', 'type = "VECTORSEARCH"\n  standby_replicas = "DISABLED"'],
  ])('is the same beside a second collection of %s', async (_what, more) => {
    const base = { 'main.tf': collection('kb') };
    const { changed } = await changes(base, { 'main.tf': collection('kb') + collection('other', more) });
    expect(changed).toEqual(['capacity floor added', 'capacity above the floor added', 'storage added']);
  });

  test('is the same where another root comes to have such a pool', async () => {
    const base = { 'dev/main.tf': collection('kb') };
    const { changed } = await changes(base, { ...base, 'prod/main.tf': collection('kb') });
    expect(changed).toEqual(['capacity floor added', 'capacity above the floor added', 'storage added']);
  });

  test('is changed by a switch of standby replicas, also where the directory moves', async () => {
    const off = collection('kb', 'type = "VECTORSEARCH"\n  standby_replicas = "DISABLED"');
    const base = { 'infra/main.tf': collection('kb') };
    expect((await changes(base, { 'infra/main.tf': off })).changed).toEqual(['capacity floor changed']);
    expect((await changes(base, { 'tf/main.tf': off })).changed).toEqual(['capacity floor changed']);
  });

  test('is changed by a switch of one collection of two classes', async () => {
    const base = { 'main.tf': collection('kb') + collection('logs', 'type = "SEARCH"') };
    const off = collection('kb', 'type = "VECTORSEARCH"\n  standby_replicas = "DISABLED"');
    const { changed } = await changes(base, { 'main.tf': off + collection('logs', 'type = "SEARCH"') });
    expect(changed).toEqual(['capacity floor changed']);
  });
});
