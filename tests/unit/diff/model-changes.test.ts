import { describe, expect, test } from 'vitest';
import { compare } from '../../../src/compare.ts';
import { LIMITS } from '../../../src/model/limits.ts';
import type { Report } from '../../../src/model/report.ts';
import { treeOf } from '../bind/trees.ts';

const SONNET = 'us.anthropic.claude-sonnet-4-5-20250929-v1:0';
const HAIKU = 'us.anthropic.claude-haiku-4-5-20251001-v1:0';
const manifest = (model: string) => `version: 1
region: us-east-1
workloads:
  chat: { model: ${model}, requests: 1M per month, input_tokens: 1000, output_tokens: 100 }
`;

type Files = Readonly<Record<string, string>>;

async function report(base: Files, head: Files): Promise<Report> {
  return compare(treeOf(base), treeOf(head));
}

const uncounted = ({ modelChanges }: Report) =>
  modelChanges.uncounted.map(({ before, after, places }) => {
    const where = places.map(({ at }) => `${at.file}:${at.line ?? 0}`).join(' ');
    return `${where} ${before?.id ?? 'none'} > ${after?.id ?? 'none'}`;
  });

const warnings = ({ diagnostics }: Report, code: string) =>
  diagnostics
    .filter((diagnostic) => diagnostic.code === code)
    .map(({ at }) => `${at?.file ?? ''}:${at?.line ?? 0}`);

describe('models that change in code', () => {
  test('are in no total', async () => {
    const seen = await report(
      { 'bedrock-cost.yml': manifest('amazon.nova-lite-v1:0'), 'a.py': `M = "${SONNET}"` },
      { 'bedrock-cost.yml': manifest('amazon.nova-lite-v1:0'), 'a.py': `M = "${HAIKU}"` },
    );
    expect(uncounted(seen)).toEqual([`a.py:1 ${SONNET} > ${HAIKU}`]);
    expect(seen.diff.delta.monthly.expected.toFixed()).toBe('0');
    const [effect] = seen.modelChanges.uncounted[0]?.effects ?? [];
    // 2,000 × $3.30 + 500 × $16.50 per 1M, times 1,000; then $1.10 and $5.50
    expect([effect?.before.requests.toFixed(), effect?.after.requests.toFixed()]).toEqual(['14.85', '4.95']);
  });

  test.each([HAIKU, 'us.amazon.nova-unheard-of-v1:0'])(
    'that a workload is followed to in infrastructure code are its own, priced or not: %s',
    async (id) => {
      const files = (model: string) => ({
        'bedrock-cost.yml': manifest('{ address: aws_ssm_parameter.model }'),
        'main.tf': `resource "aws_ssm_parameter" "model" {\n  name  = "/model"\n  value = "${model}"\n}\n`,
      });
      const seen = await report(files(SONNET), files(id));
      expect(uncounted(seen)).toEqual([]);
      expect(seen.diff.charges).not.toHaveLength(0);
    },
  );

  describe('from one file to another', () => {
    const program = (model: string) => `ask(model_id=${model})\n`;
    const settings = (line: string) => `stage: test\n${line}`;
    const cases: readonly (readonly [what: string, base: Files, head: Files, expected: readonly string[]])[] =
      [
        [
          'a setting that a program hands to a configuration file',
          { 'src/a.py': program(`"${SONNET}"`), 'app.yaml': settings('') },
          { 'src/a.py': program('MODEL'), 'app.yaml': settings(`model: ${HAIKU}`) },
          [`app.yaml:2 ${SONNET} > ${HAIKU}`],
        ],
        [
          'two programs that do',
          { 'a.py': program(`"${SONNET}"`), 'b.py': program(`"${SONNET}"`), 'app.yaml': settings('') },
          { 'a.py': program('M'), 'b.py': program('M'), 'app.yaml': settings(`model: ${HAIKU}`) },
          [`app.yaml:2 ${SONNET} > ${HAIKU}`],
        ],
        [
          'a file that moves and changes',
          { 'old/a.py': `${program(`"${SONNET}"`)}# old` },
          { 'new/a.py': `${program(`"${HAIKU}"`)}# new` },
          [`new/a.py:1 ${SONNET} > ${HAIKU}`],
        ],
        [
          'two models that could be meant',
          {
            'a.py': program(`"${SONNET}"`),
            'b.py': program('"amazon.nova-pro-v1:0"'),
            'app.yaml': settings(''),
          },
          { 'a.py': program('M'), 'b.py': program('M'), 'app.yaml': settings(`model: ${HAIKU}`) },
          [`app.yaml:2 none > ${HAIKU}`, `a.py:1 ${SONNET} > none`, 'b.py:1 amazon.nova-pro-v1:0 > none'],
        ],
        [
          'a model that makes something else',
          { 'a.py': program(`"${SONNET}"`), 'app.yaml': settings('') },
          { 'a.py': program('M'), 'app.yaml': settings('model: amazon.titan-embed-text-v2:0') },
          ['app.yaml:2 none > amazon.titan-embed-text-v2:0', `a.py:1 ${SONNET} > none`],
        ],
        [
          'one program that goes, and another that comes',
          { 'a.py': program(`"${SONNET}"`) },
          { 'b.py': program(`"${HAIKU}"`) },
          [`b.py:1 none > ${HAIKU}`, `a.py:1 ${SONNET} > none`],
        ],
        [
          'two programs that are both edited',
          { 'a.py': program(`"${SONNET}"`), 'b.py': program('M') },
          { 'a.py': program('M'), 'b.py': program(`"${HAIKU}"`) },
          [`b.py:1 none > ${HAIKU}`, `a.py:1 ${SONNET} > none`],
        ],
      ];

    test.each(cases)('%s', async (_what, base, head, expected) => {
      expect(uncounted(await report(base, head))).toEqual(expected);
    });
  });

  test('of a default that infrastructure code overrides cost nothing', async () => {
    const files = (model: string) => ({
      'bedrock-cost.yml': manifest('{ file: a.py }'),
      'a.py': `M = os.environ.get("MODEL_ID", "${model}")\n`,
      'main.tf':
        'resource "aws_lambda_function" "a" {\n  environment {\n    variables = { MODEL_ID = "amazon.nova-pro-v1:0" }\n  }\n}\n',
    });
    const seen = await report(files(SONNET), files(HAIKU));
    expect(uncounted(seen)).toEqual([]);
    expect(seen.diff.delta.monthly.expected.toFixed()).toBe('0');
    const told = seen.diagnostics.map(({ code, side }) => [code, side]);
    expect(told).toEqual([
      ['binding-ambiguous', 'head'],
      ['binding-ambiguous', 'base'],
    ]);
  });

  test('to another model than the manifest does are told at both places', async () => {
    const seen = await report(
      { 'bedrock-cost.yml': manifest(SONNET), 'a.py': `M = "${SONNET}"\n` },
      { 'bedrock-cost.yml': manifest('us.amazon.nova-pro-v1:0'), 'a.py': `M = "${HAIKU}"\n` },
    );
    expect(warnings(seen, 'manifest-disagrees')).toEqual(['bedrock-cost.yml:4', 'a.py:1']);
    const hints = seen.diagnostics
      .filter(({ code }) => code === 'manifest-disagrees')
      .map(({ hint }) => hint);
    expect(hints).toEqual(['model: { file: a.py, name: M }', 'model: { file: a.py, name: M }']);
  });

  test('are shown without any manifest, at a usual region', async () => {
    const eu = (model: string) => `model: eu.amazon.nova-${model}-v1:0`;
    const seen = await report({ 'a.yaml': eu('pro') }, { 'a.yaml': eu('lite') });
    expect(uncounted(seen)).toHaveLength(1);
    expect(seen.modelChanges.uncounted[0]).toMatchObject({ region: 'eu-west-1', regionAssumed: true });
  });

  test.each([
    ['a.py', (id: string) => `M = "${id}"\nOTHER = "amazon.nova-pro-v1:0"`],
    [
      'agents.json',
      (id: string) => `{"agents": [{"modelId": "${id}"}, {"modelId": "amazon.nova-pro-v1:0"}]}`,
    ],
    [
      'route.ts',
      (id: string) => `case 'deep':\n  return '${id}';\ndefault:\n  return 'amazon.nova-pro-v1:0';`,
    ],
    ['my app/.env.example', (id: string) => `X_MODEL=${id}`],
    [
      'web/src/models.ts',
      (id: string) => `const models = {\n  'chat': '${id}',\n  other: "amazon.nova-pro-v1:0",\n};`,
    ],
  ])('are counted once the lines that are offered stand in the manifest: %s', async (path, text) => {
    const files = (id: string) => ({
      'bedrock-cost.yml': manifest('amazon.nova-lite-v1:0'),
      [path]: text(id),
    });
    const before = await report(files(SONNET), files(HAIKU));
    const lines = before.modelChanges.uncounted[0]?.lines.map((line) => `  ${line}\n`).join('') ?? '';
    const bound = (id: string) => ({
      ...files(id),
      'bedrock-cost.yml': manifest('amazon.nova-lite-v1:0') + lines,
    });
    const after = await report(bound(SONNET), bound(HAIKU));
    expect(after.modelChanges.uncounted).toEqual([]);
    expect(after.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    // 30,000 requests: 60M × ($1.10 - $3.30) + 15M × ($5.50 - $16.50)
    expect(after.diff.delta.monthly.expected.toFixed()).toBe('-297');
  });

  test.each([
    ['amazon.titan-embed-image-v1', 'input_tokens: 2000 }'],
    ['amazon.titan-embed-text-v2:0', 'input_tokens: 2000 }'],
    ['amazon.nova-canvas-v1:0', 'images: { count: 1, size: 1024, quality: standard } }'],
    ['amazon.nova-reel-v1:1', 'video: { seconds: 6, resolution: 720p } }'],
    ['cohere.rerank-v3-5:0', 'knowledge_base: { rerank: { model: "cohere.rerank-v3-5:0" } } }'],
    ['amazon.nova-lite-v1:0', 'input_tokens: 2000, output_tokens: 500 }'],
    ['anthropic.claude-strange-9', 'input_tokens: 2000, output_tokens: 500 }'],
  ])('are offered with the usage that %s is billed by', async (id, line) => {
    const stated = { 'bedrock-cost.yml': manifest('amazon.nova-lite-v1:0') };
    const before = { ...stated, 'a.py': 'M = load()' };
    const after = { ...stated, 'a.py': `M = "${id}"` };
    const seen = await report(before, after);
    const lines = seen.modelChanges.uncounted[0]?.lines ?? [];
    expect(lines[1]).toBe(`  ${line}`);
    const bound = stated['bedrock-cost.yml'] + lines.map((each) => `  ${each}\n`).join('');
    const { diagnostics } = await report(before, { ...after, 'bedrock-cost.yml': bound });
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('of an agent that has no usage are in no total either', async () => {
    const files = (id: string) => ({
      'main.tf': `resource "aws_bedrockagent_agent" "a" {\n  agent_name = "a"\n  agent_resource_role_arn = "r"\n  foundation_model = "${id}"\n}\nprovider "aws" {\n  region = "us-east-1"\n}`,
    });
    expect(uncounted(await report(files(SONNET), files(HAIKU)))).toEqual([`main.tf:4 ${SONNET} > ${HAIKU}`]);
  });

  test('are one change in several places', async () => {
    const files = (id: string) => ({ 'a.py': `M = "${id}"`, 'b/.env': `X=${id}` });
    expect(uncounted(await report(files(SONNET), files(HAIKU)))).toEqual([
      `a.py:1 b/.env:1 ${SONNET} > ${HAIKU}`,
    ]);
  });

  test('are counted where a workload follows the file, and not listed again', async () => {
    const files = (id: string) => ({
      'bedrock-cost.yml': manifest('{ file: a.py }'),
      'a.py': `M = "${id}"`,
    });
    const seen = await report(files(SONNET), files(HAIKU));
    expect(seen.modelChanges).toMatchObject({ uncounted: [], counted: [] });
    expect(seen.diff.delta.monthly.expected.isZero()).toBe(false);
  });

  test('are taken for a workload that makes the same switch in its manifest', async () => {
    const files = (id: string) => ({ 'bedrock-cost.yml': manifest(id), 'a.py': `M = "${id}"` });
    const seen = await report(files(SONNET), files(HAIKU));
    expect(uncounted(seen)).toEqual([]);
    expect(seen.modelChanges.counted).toMatchObject([{ workload: 'chat', place: { at: { file: 'a.py' } } }]);
  });

  test('and a manifest that stays behind is told at both places', async () => {
    const files = (id: string) => ({ 'bedrock-cost.yml': manifest(SONNET), 'a.py': `M = "${id}"` });
    const seen = await report(files(SONNET), files(HAIKU));
    expect(warnings(seen, 'manifest-disagrees')).toEqual(['bedrock-cost.yml:4', 'a.py:1']);
    const [change] = seen.modelChanges.uncounted;
    expect(change).toMatchObject({ staleWorkload: 'chat', lines: [`model: ${HAIKU}`] });
    // 1,000M × $3.30 + 100M × $16.50, then × $1.10 and $5.50
    expect([change?.restated?.before.toFixed(), change?.restated?.after.toFixed()]).toEqual(['4950', '1650']);
  });

  test('of which a new one is retired are told with the date', async () => {
    const files = (id: string) => ({ 'a.py': `M = "${id}"` });
    const seen = await report(files(SONNET), files('anthropic.claude-3-haiku-20240307-v1:0'));
    const aging = seen.diagnostics.find(({ code }) => code === 'model-lifecycle');
    expect(aging).toMatchObject({ at: { file: 'a.py', line: 1 }, severity: 'warning' });
    expect(aging?.message).toContain('2026-09-10');
    expect(aging?.hint).toContain('claude-haiku-5-5');
  });

  test('of a file with more models than are looked at are those that both sides have', async () => {
    const files = (first: string, count: number) => ({
      'a.py': `M = "${first}"\n${`m.append("${SONNET}")\n`.repeat(count - 1)}LAST = "${first}"\n`,
    });
    const told = ({ diagnostics }: Report) =>
      diagnostics.flatMap(({ code, severity, at }) =>
        code === 'limit-exceeded' ? [severity, at?.file] : [],
      );
    const within = LIMITS.modelIdsPerFile - 2;
    const all = await report(files(SONNET, within), files(HAIKU, within));
    expect([uncounted(all), told(all)]).toEqual([[`a.py:1 a.py:${within + 1} ${SONNET} > ${HAIKU}`], []]);
    const cut = await report(files(SONNET, within + 1), files(HAIKU, within + 9));
    expect([uncounted(cut), told(cut)]).toEqual([[`a.py:1 ${SONNET} > ${HAIKU}`], ['notice', 'a.py']]);
  });

  test('of tests, comments, lists and pages are counted in one number', async () => {
    const files = (id: string) => ({
      'tests/test_a.py': `M = "${id}"`,
      'a.py': `# ${id}`,
      'README.md': id,
      'list.py': `ALL = [\n "amazon.nova-pro-v1:0",\n "amazon.nova-micro-v1:0",\n "${id}",\n]`,
    });
    const seen = await report(files(SONNET), files(HAIKU));
    expect(seen.modelChanges).toMatchObject({ uncounted: [], lesser: 4 });
  });

  test('of which the prefix is put together have the prices of every profile', async () => {
    const files = (id: string) => ({ 'a.ts': `const m = \`\${geo}.anthropic.claude-${id}\`;` });
    const seen = await report(files('opus-4-5-20251101-v1:0'), files('opus-4-6-v1'));
    const profiles = seen.modelChanges.uncounted[0]?.effects.map(({ after }) => after.profile);
    expect(profiles).toEqual(['geographic profile', 'global profile']);
  });

  test('in a monorepo belong to the project that they stand in', async () => {
    const files = (id: string) => ({
      'x/bedrock-cost.yml': manifest(SONNET).replace('us-east-1', 'us-west-2'),
      'x/a.py': `M = "${id}"`,
      'y/bedrock-cost.yml': manifest(SONNET),
    });
    const seen = await report(files(SONNET), files(HAIKU));
    expect(seen.modelChanges.uncounted).toMatchObject([
      { project: 'x', region: 'us-west-2', regionAssumed: false },
    ]);
    expect(warnings(seen, 'manifest-disagrees')).toEqual(['x/bedrock-cost.yml:4', 'x/a.py:1']);
  });
});

describe('a workload that switches between tokenizers', () => {
  const opus = (version: string, tokens: number) =>
    manifest(`global.anthropic.claude-opus-${version}`).replace(
      'input_tokens: 1000',
      `input_tokens: ${tokens}`,
    );

  test('is told what the range makes of the total', async () => {
    const seen = await report(
      { 'bedrock-cost.yml': opus('4-6-v1', 1000) },
      { 'bedrock-cost.yml': opus('4-7', 1000) },
    );
    const [warning] = seen.diagnostics.filter(({ code }) => code === 'tokenizer-changed');
    // 1M × (1,000 × $5 + 100 × $25) per 1M = $7,500; × 1.35 = $10,125
    expect(warning?.message).toContain('$7,500.00 to $10,125.00');
  });

  test('and only of the tokens that it states as before', async () => {
    const seen = await report(
      { 'bedrock-cost.yml': opus('4-6-v1', 1000) },
      { 'bedrock-cost.yml': opus('4-7', 1200) },
    );
    const [warning] = seen.diagnostics.filter(({ code }) => code === 'tokenizer-changed');
    expect(warning?.message).toContain('$2,500.00 to $3,375.00');
  });

  test.each([
    ['another provider', 'amazon.nova-pro-v1:0', 'notice', 'How much they differ is not known'],
    ['the same tokenizer', HAIKU, undefined, ''],
  ])('to %s', async (_, model, severity, words) => {
    const seen = await report(
      { 'bedrock-cost.yml': manifest(SONNET) },
      { 'bedrock-cost.yml': manifest(model) },
    );
    const [told] = seen.diagnostics.filter(({ code }) => code === 'tokenizer-changed');
    expect(told?.severity).toBe(severity);
    expect(told?.message ?? '').toContain(words);
  });
});
