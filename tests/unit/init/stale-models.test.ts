/** Models that a manifest spells out and that the code does not have any more. */
import { describe, expect, test } from 'vitest';
import { FEATURES } from '../../../src/estimate/features/registry.ts';
import { staleModels } from '../../../src/init/stale-models.ts';
import { treeOf } from '../bind/trees.ts';

const OLD = 'anthropic.claude-3-haiku-20240307-v1:0';
const NEW = 'global.anthropic.claude-haiku-4-5-20251001-v1:0';
const manifest = (...lines: readonly string[]) =>
  `version: 1\nregion: us-east-1\nworkloads:\n  chat:\n    requests: 1 per day\n${lines.map((line) => `    ${line}\n`).join('')}`;

async function seen(files: Readonly<Record<string, string>>) {
  return staleModels(treeOf(files), FEATURES, undefined);
}

describe('a model that a manifest spells out', () => {
  test('and that the code has replaced is warned of, with the line that follows the code', async () => {
    const found = await seen({
      'bedrock-cost.yml': manifest(`model: "${OLD}"`),
      'app/chat.py': `MODEL_ID = "${NEW}"\n`,
    });
    expect(found).toEqual([
      {
        code: 'manifest-disagrees',
        severity: 'warning',
        message: `The model of chat is ${OLD} in the manifest, and no file of the project names it; no workload follows app/chat.py:1, ${NEW}.`,
        at: { file: 'bedrock-cost.yml', line: 6, column: 5 },
        hint: 'model: { file: app/chat.py }  # follows the code from now on',
      },
    ]);
  });

  test('in a call, in a project of its own, against an agent', async () => {
    const found = await seen({
      'services/a/bedrock-cost.yml': manifest('calls:', `  one: { model: "${OLD}" }`),
      'services/a/main.tf': `resource "aws_bedrockagent_agent" "x" {\n  foundation_model = "${NEW}"\n}\n`,
      'services/b/chat.py': `MODEL_ID = "${NEW}"\n`,
    });
    expect(found.map(({ at, hint }) => [at?.file, at?.line, hint])).toEqual([
      ['services/a/bedrock-cost.yml', 7, 'agent: aws_bedrockagent_agent.x  # follows the code from now on'],
    ]);
  });

  test.each<[string, string, Readonly<Record<string, string>>]>([
    ['that the code names too', `model: "${OLD}"`, { 'a.py': `A = "${OLD}"\nB = "${NEW}"\n` }],
    [
      'where a profile is put before it at run time',
      `model: "us.${OLD}"`,
      { 'a.py': `A = f"{prefix}.${OLD}"\nB = "${NEW}"\n` },
    ],
    ['where the code sets no model', `model: "${OLD}"`, { 'a.py': 'print(1)\n' }],
    ['where tests alone name others', `model: "${OLD}"`, { 'tests/test_a.py': `A = "${NEW}"\n` }],
    [
      'where another workload follows the code',
      `model: "${OLD}"\n  other:\n    model: { file: a.py }`,
      { 'a.py': `A = "${NEW}"\n` },
    ],
    ['where nothing is spelled out', 'model: { file: a.py }', { 'a.py': `A = "${NEW}"\n` }],
  ])('%s is not', async (_, line, files) => {
    expect(await seen({ 'bedrock-cost.yml': manifest(line), ...files })).toEqual([]);
  });
});
