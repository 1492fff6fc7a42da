/** A tier or a lifetime of a cache that a variable of the infrastructure code, or a place of the manifest, decides. */
import { describe, expect, test } from 'vitest';
import { seenIn } from './trees.ts';

const NOVA = 'amazon.nova-pro-v1:0';
const SONNET = 'global.anthropic.claude-sonnet-4-5-20250929-v1:0';

function manifest(keys: string): string {
  const lines = keys.split('\n').map((line) => `    ${line}`);
  return `version: 1\nregion: us-east-1\nworkloads:\n  chat:\n    requests: 1M per month\n    input_tokens: 4000\n    output_tokens: 100\n${lines.join('\n')}\n`;
}

function lambda(name: string, variables: string): string {
  return `resource "aws_lambda_function" "${name}" {\n  environment {\n    variables = { ${variables} }\n  }\n}\n`;
}

async function seen(keys: string, files: Readonly<Record<string, string>>) {
  const { charges, report } = await seenIn({ 'bedrock-cost.yml': manifest(keys), ...files });
  const own = charges.filter((line) => line.startsWith('chat: '));
  return {
    input: own.filter((line) => line.startsWith('chat: input')).map((line) => line.slice('chat: '.length)),
    writes: own.filter((line) => line.includes('cache write')),
    diagnostics: report.diagnostics.map(({ code, message }) => `${code}: ${message}`),
    hints: report.diagnostics.map(({ hint }) => hint),
    notes: report.diff.charges.flatMap(({ head }) => head?.notes ?? []),
  };
}

const FLEX = ['input tokens, Nova Pro, in region, flex = 1600'];
const STANDARD = ['input tokens, Nova Pro, in region = 3200'];
const PRIORITY = ['input tokens, Nova Pro, in region, priority = 5600'];

const program = (tier: string) =>
  `client.converse(modelId="${NOVA}", messages=m, serviceTier={"type": ${tier}})\n`;

describe('a tier that a program takes from a variable', () => {
  test.each([
    ['read in the call', program('os.environ["TIER"]')],
    ['read before it', `TIER = os.getenv("TIER")\n${program('TIER')}`],
    ['with a default', program('os.environ.get("TIER", "priority")')],
    ['with a default before it', `TIER = os.environ.get("TIER", "default")\n${program('TIER')}`],
  ])('%s is what the infrastructure code sets', async (_, text) => {
    const files = { 'a.py': text, 'main.tf': lambda('chat', 'TIER = "flex"') };
    const { input, diagnostics, notes } = await seen('model: { file: a.py }', files);
    expect(diagnostics).toEqual([]);
    expect(input).toEqual(FLEX);
    expect(notes).toContain('flex tier, as main.tf:1 sets');
  });

  test.each([
    [
      'a.ts',
      `new ConverseCommand({ modelId: "${NOVA}", messages, serviceTier: { type: process.env.TIER } })`,
    ],
    [
      'a.ts',
      `new ConverseCommand({ modelId: "${NOVA}", messages, serviceTier: { type: process.env.TIER as ServiceTierType } })`,
    ],
    [
      'a.go',
      `client.Converse(ctx, &bedrockruntime.ConverseInput{ModelId: aws.String("${NOVA}"), Messages: m, ServiceTier: &types.ServiceTier{Type: types.ServiceTierType(os.Getenv("TIER"))}})`,
    ],
  ])('in %s: %s', async (file, text) => {
    const files = { [file]: `${text}\n`, 'main.tf': lambda('chat', 'TIER = "flex"') };
    const { input, diagnostics } = await seen(`model: { file: ${file} }`, files);
    expect(diagnostics).toEqual([]);
    expect(input).toEqual(FLEX);
  });

  test('is the default where nothing sets it', async () => {
    const { input, diagnostics } = await seen('model: { file: a.py }', {
      'a.py': program('os.environ.get("TIER", "priority")'),
    });
    expect([input, diagnostics]).toEqual([PRIORITY, []]);
  });

  test('is not known where two functions set it differently, with the line to write', async () => {
    const files = {
      'a.py': program('os.environ["TIER"]'),
      'main.tf': lambda('one', 'TIER = "flex"') + lambda('two', 'TIER = "priority"'),
    };
    const { input, diagnostics, hints } = await seen('model: { file: a.py }', files);
    expect(input).toEqual([expect.stringMatching(/= \? .*the tier of chat is not known$/)]);
    expect(diagnostics).toEqual([
      'binding-ambiguous: tier of chat cannot be read: a.py takes its tier from TIER on line 1, which aws_lambda_function.one sets to flex and takes its tier from TIER on line 1, which aws_lambda_function.two sets to priority',
    ]);
    expect(hints).toEqual(['tier: flex']);
    const line = 'tier: { address: aws_lambda_function.two, env: TIER }';
    expect(await seen(`model: { file: a.py }\n${line}`, files)).toMatchObject({
      input: PRIORITY,
      diagnostics: [],
    });
  });

  test('is standard, with a warning, where what is set is not known or is no tier', async () => {
    for (const [set, why] of [
      ['var.tier', 'aws_lambda_function.chat sets to what is not known: var.tier'],
      ['"gold"', 'aws_lambda_function.chat sets to "gold"; the standard tier is priced.'],
    ]) {
      const files = {
        'a.py': program('os.environ["TIER"]'),
        'main.tf': `variable "tier" {}\n${lambda('chat', `TIER = ${set}`)}`,
      };
      const { input, diagnostics } = await seen('model: { file: a.py }', files);
      expect(input).toEqual(STANDARD);
      expect(diagnostics).toContainEqual(expect.stringContaining(why ?? ''));
    }
  });
});

describe('a tier beside the variable of the model', () => {
  const bound = 'model: { address: aws_lambda_function.chat, env: MODEL_ID }';
  const chat = (more: string) => ({ 'main.tf': lambda('chat', `MODEL_ID = "${NOVA}", ${more}`) });

  test.each([
    ['BEDROCK_SERVICE_TIER = "flex"', FLEX],
    ['SERVICE_TIER = "priority"', PRIORITY],
    ['SERVICE_TIER = "default"', STANDARD],
    ['SERVICE_TIER = "gold"', STANDARD],
    ['TIER = "flex"', STANDARD],
    ['SERVICE_TIER = "default", PERFORMANCE_CONFIG_LATENCY = "standard"', STANDARD],
  ])('%s', async (variables, expected) => {
    const { input, diagnostics } = await seen(bound, chat(variables));
    expect([input, diagnostics]).toEqual([expected, []]);
  });

  test('that the manifest states otherwise is told at both places', async () => {
    const { input, diagnostics } = await seen(`${bound}\ntier: priority`, chat('SERVICE_TIER = "flex"'));
    expect(input).toEqual(PRIORITY);
    expect(diagnostics).toEqual([
      "manifest-disagrees: The tier of chat is priority in the manifest, and aws_lambda_function.chat has SERVICE_TIER, which aws_lambda_function.chat sets to flex; the manifest's is priced.",
      'manifest-disagrees: This asks for the flex tier, and the manifest prices chat in the priority tier.',
    ]);
  });

  test('that only one of several functions sets is not known', async () => {
    const files = {
      'main.tf': `resource "aws_lambda_function" "chat" {\n  for_each = { a = "flex", b = null }\n  environment {\n    variables = merge({ MODEL_ID = "${NOVA}" }, each.value == null ? {} : { SERVICE_TIER = each.value })\n  }\n}\n`,
    };
    const { input, diagnostics } = await seen(bound, files);
    expect(input).toEqual([expect.stringContaining('= ?')]);
    expect(diagnostics).toEqual([expect.stringMatching(/^binding-ambiguous: tier of chat cannot be read/)]);
  });
});

describe('a tier that the manifest follows to a place', () => {
  const files = {
    'main.tf':
      lambda('chat', 'TIER = "flex", PARAMETER = "/app/tier"') +
      'resource "aws_ssm_parameter" "tier" {\n  name  = "/app/tier"\n  value = "flex"\n}\n',
    'config.py': 'TIER = "flex"\nOTHER: str = "priority"\nREAD = os.environ["TIER"]\n# COMMENT = "flex"\n',
    'config.json': '{ "chat": { "tier": "flex" } }\n',
    '.env': 'BEDROCK_TIER=flex\n',
    'calls.py': program('"flex"'),
  };

  test.each([
    ['{ address: aws_lambda_function.chat, env: TIER }', FLEX],
    ['{ address: aws_lambda_function.chat, env: PARAMETER }', FLEX],
    ['{ address: aws_ssm_parameter.tier, attribute: value }', FLEX],
    ['{ file: config.py, name: TIER }', FLEX],
    ['{ file: config.py, name: OTHER }', PRIORITY],
    ['{ file: config.py, name: READ }', FLEX],
    ['{ file: config.json, path: chat.tier }', FLEX],
    ['{ file: .env, name: BEDROCK_TIER }', FLEX],
    ['{ file: calls.py }', FLEX],
  ])('%s', async (place, expected) => {
    const { input, diagnostics } = await seen(`model: ${NOVA}\ntier: ${place}`, files);
    expect([input, diagnostics]).toEqual([expected, []]);
  });

  test.each([
    ['{ address: aws_lambda_function.nobody, env: TIER }', 'aws_lambda_function.nobody is not declared'],
    [
      '{ address: aws_lambda_function.chat, env: NONE }',
      'aws_lambda_function.chat sets no environment variable NONE; it sets TIER, PARAMETER',
    ],
    ['{ address: aws_lambda_function.chat, attribute: memory }', 'aws_lambda_function.chat has no memory'],
    ['{ file: nothing.py }', 'nothing.py does not exist'],
    ['{ file: config.py, name: COMMENT }', 'config.py gives COMMENT no value'],
    ['{ file: config.json, path: chat.model }', 'config.json has no `model` under chat'],
    ['{ file: config.json }', 'config.json says no tier'],
  ])('%s is an error', async (place, why) => {
    const { input, diagnostics, hints } = await seen(`model: ${NOVA}\ntier: ${place}`, files);
    expect(input).toEqual([expect.stringContaining('= ?')]);
    expect(diagnostics).toEqual([`binding-unmatched: tier of chat cannot be read: ${why}`]);
    expect(hints).toEqual(['tier: standard']);
  });

  test('of a resource needs to say what of it', async () => {
    const { diagnostics, hints } = await seen(
      `model: ${NOVA}\ntier: { address: aws_lambda_function.chat }`,
      files,
    );
    expect(diagnostics).toEqual([
      'manifest-missing: `tier` of workload `chat` names a resource, and not what of it.',
    ]);
    expect(hints).toEqual(['tier: { address: aws_lambda_function.chat, env: BEDROCK_SERVICE_TIER }']);
  });
});

describe('the lifetime of a cache', () => {
  const cached = `c.converse(modelId="${SONNET}", messages=m, system=[{"cachePoint": {"type": "default", "ttl": TTL}}])\n`;
  const cache = (ttl = '') => `model: { file: a.py }\ncache: { tokens: 3000, hit_rate: 0%${ttl} }`;

  test.each([
    ['read from a variable', cached.replace('TTL', 'os.environ["CACHE_TTL"]'), cache()],
    ['held by a constant', `TTL = "1h"\n${cached}`, cache()],
    ['held by a constant that is read', `TTL = os.environ.get("CACHE_TTL", "5m")\n${cached}`, cache()],
    ['bound to a variable', cached, cache(', ttl: { address: aws_lambda_function.chat, env: CACHE_TTL }')],
    ['bound to a name', `LONG = "1h"\n${cached}`, cache(', ttl: { file: a.py, name: LONG }')],
  ])('%s', async (_, text, keys) => {
    const files = { 'a.py': text, 'main.tf': lambda('chat', 'CACHE_TTL = "1h"') };
    const { writes, diagnostics } = await seen(keys, files);
    expect(diagnostics).toEqual([]);
    // $6.00 a million for an hour, and not $3.75 for five minutes.
    expect(writes).toEqual(['chat: cache write tokens, Claude Sonnet 4.5, global profile = 18000']);
  });

  test('that is set to what is not known counts as five minutes, with a warning', async () => {
    const files = {
      'a.py': cached.replace('TTL', 'os.environ["CACHE_TTL"]'),
      'main.tf': `variable "ttl" {}\n${lambda('chat', 'CACHE_TTL = var.ttl')}`,
    };
    const { diagnostics } = await seen(cache(), files);
    expect(diagnostics).toContainEqual(
      expect.stringMatching(
        /^binding-ambiguous: How long what chat caches lives cannot be told: a\.py takes it from CACHE_TTL on line 1, which aws_lambda_function\.chat sets to what is not known: var\.ttl.*; 5m is priced\.$/,
      ),
    );
  });
});
