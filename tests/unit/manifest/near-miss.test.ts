/**
 * Keys that are nearly right. Each hint is put in place of the line that it is about, and the manifest is then read
 * without a fault.
 */
import { describe, expect, test } from 'vitest';
import { FEATURES } from '../../../src/estimate/features/registry.ts';
import { readManifest } from '../../../src/manifest/read.ts';

const read = (text: string) => readManifest('bedrock-cost.yml', text, FEATURES).diagnostics;

/** Every faulty line replaced by the hint for it, with the indentation of the line. */
function repaired(text: string): string {
  const lines = text.split('\n');
  const hints = new Map<number, string>();
  for (const { at, hint, message } of read(text)) {
    if (hint === undefined) throw new Error(`no hint: ${message}`);
    hints.set((at?.line ?? 0) - 1, hint);
  }
  if (hints.size === 0) throw new Error('nothing is wrong');
  return lines
    .flatMap((line, index) => {
      const hint = hints.get(index);
      if (hint === undefined) return [line];
      const [indentation = ''] = /^ */.exec(line) ?? [];
      const [, dash = ''] = /^ *(- )(?!\{)/.exec(line) ?? [];
      const isItem = hint.startsWith('- ');
      return hint.split('\n').map((part) => `${indentation}${isItem ? '' : dash}${part}`);
    })
    .join('\n');
}

function cases(below: readonly string[], table: readonly (readonly [wrong: string, right: string])[]): void {
  test.each(table)('%s', (wrong, right) => {
    const indentation = '  '.repeat(below.filter((line) => line.endsWith(':')).length);
    const indented = wrong.split('\n').map((line) => indentation + line);
    const text = ['version: 1', 'region: us-east-1', ...below, ...indented, ''].join('\n');
    const fixed = repaired(text);
    expect(read(fixed)).toEqual([]);
    expect(fixed).toContain(right);
  });
}

describe('where a model, a tier or a lifetime is followed to', () => {
  cases(
    ['workloads:', '  chat:'],
    [
      ['model: { of: aws_lambda_function.x }', 'model: { address: aws_lambda_function.x }'],
      ['model:\n  of: aws_lambda_function.x', '  address: aws_lambda_function.x'],
      ['model: { adress: ChatFunction }', 'model: { address: ChatFunction }'],
      ['model: { of: \'aws_lambda_function.x["a"]\' }', 'model: { address: \'aws_lambda_function.x["a"]\' }'],
      ['model: { from: app/chat.py }', 'model: { file: app/chat.py }'],
      ['model: { from: aws_bedrockagent_agent.a }', 'model: { address: aws_bedrockagent_agent.a }'],
      ['model: { path: app/chat.py }', 'model: { file: app/chat.py }'],
      ['model: { path: context.chatModel }', 'model: { file: cdk.json, path: context.chatModel }'],
      ['model: { filename: app/chat.py, var: MODEL_ID }', 'model: { file: app/chat.py, name: MODEL_ID }'],
      ['model: { file: app/chat.py, constant: MODEL }', 'model: { file: app/chat.py, name: MODEL }'],
      ['model: { source: .env, key: MODEL }', 'model: { file: .env, name: MODEL }'],
      ['model: { file: cdk.json, jsonPath: context.m }', 'model: { file: cdk.json, path: context.m }'],
      [
        'model: { resource: aws_lambda_function.x, environment: MODEL_ID }',
        'model: { address: aws_lambda_function.x, env: MODEL_ID }',
      ],
      [
        'model:\n  resource: aws_lambda_function.x\n  variable: MODEL_ID',
        '  address: aws_lambda_function.x\n      env: MODEL_ID',
      ],
      ['model: { var: MODEL_ID }', 'model: { address: aws_lambda_function.chat, env: MODEL_ID }'],
      [
        'model: { attribute: foundation_model }',
        'model: { address: aws_bedrockagent_agent.chat, attribute: foundation_model }',
      ],
      ['model: { name: MODEL_ID }', 'model: { file: services/chat/handler.py, name: MODEL_ID }'],
      [
        'tier: { of: aws_lambda_function.x }',
        'tier: { address: aws_lambda_function.x, env: BEDROCK_SERVICE_TIER }',
      ],
      ['agent: { of: aws_lambda_function.x }', 'agent: { address: aws_lambda_function.x, env: AGENT_ID }'],
      ['agent: { filename: app/chat.py }', 'agent: { file: app/chat.py, name: AGENT_ID }'],
      [
        'uses:\n  - { function: aws_lambda_function.x, var: KB_ID }',
        '- { address: aws_lambda_function.x, env: KB_ID }',
      ],
      ['tier: { filename: app/chat.py }', 'tier: { file: app/chat.py }'],
    ],
  );
});

describe('workloads, calls and caches', () => {
  cases(
    ['workloads:', '  chat:'],
    [
      ['modelId: amazon.nova-lite-v1:0', 'model: amazon.nova-lite-v1:0'],
      ['promptTokens: 500', 'input_tokens: 500'],
      ['service_tier: flex', 'tier: flex'],
      ['retry: 2%', 'retries: 2%'],
      ['requests_per_day: 1000', 'requests: 1000 per day'],
      ['monthly_requests: 30k', 'requests: 30k per month'],
      ['resources: aws_bedrock_guardrail.g', 'uses: [aws_bedrock_guardrail.g]'],
      ['guardrail: aws_bedrock_guardrail.g', 'uses: [aws_bedrock_guardrail.g]'],
      [
        'knowledge_base: aws_bedrockagent_knowledge_base.k',
        'knowledge_base: { address: aws_bedrockagent_knowledge_base.k }',
      ],
      ['kb:\n  address: Docs', 'knowledge_base:\n      address: Docs'],
      ['calls: 5', 'calls_per_request: 5'],
      ['cache: 1500', 'cache: { tokens: 1500, hit_rate: 80% }'],
      ['cache: { tokens: 1500, rate: 60% }', 'cache: { tokens: 1500, hit_rate: 60% }'],
      [
        'cache: { size: 1500, hitRate: 60%, lifetime: 1h }',
        'cache: { tokens: 1500, hit_rate: 60%, ttl: 1h }',
      ],
      ['cache:\n  cached: 1500\n  hits: 60%', '  tokens: 1500\n      hit_rate: 60%'],
      ['cache: { tokens: 5, hitrate: 7%, hit_rate: 5% }', 'cache: { tokens: 5, hit_rate: 5% }'],
      [
        'calls:\n  a: { model_id: amazon.nova-lite-v1:0, input: 800, output: 20, count: 2 }',
        'a: { model: amazon.nova-lite-v1:0, input_tokens: 800, output_tokens: 20, per_request: 2 }',
      ],
    ],
  );
});

describe('budgets', () => {
  const chat = ['workloads:', '  chat: { requests: 5 per day, environment: production }', 'budgets:'];
  test('a number alone', () => {
    const text = 'version: 1\nregion: us-east-1\nbudgets: 500\n';
    expect(repaired(text)).toBe('version: 1\nregion: us-east-1\nbudgets: { monthly: 500 }\n');
  });
  test.each([
    ['limit: 500', 'monthly: 500'],
    ['max_increase: 50', 'increase: 50'],
    ['percent: 10', 'increase_percent: 10'],
    ['per_1000_requests: 6', 'per_1k_requests: 6'],
    ['layer: { operations: 300 }', 'layers: { operations: 300 }'],
    ['layers: { infrence: 5 }', 'layers: { inference: 5 }'],
    ['monthly: { limit: 500, on_exceed: warn }', 'monthly: { max: 500, action: warn }'],
    [
      'monthly: { max: 500, scenario: high, note: Ask us. }',
      'monthly: { max: 500, on: high, message: Ask us. }',
    ],
    ['workload: { chat: { monthly: 5 } }', 'workloads: { chat: { monthly: 5 } }'],
    ['workloads:\n    chat: 500', 'chat: { monthly: 500 }'],
    ['env: { production: { monthly: 500 } }', 'environments: { production: { monthly: 500 } }'],
  ])('%s', (wrong, right) => {
    const text = ['version: 1', 'region: us-east-1', ...chat, `  ${wrong}`, ''].join('\n');
    const fixed = repaired(text);
    expect(read(fixed)).toEqual([]);
    expect(fixed).toContain(right);
  });
});

describe('infrastructure code', () => {
  cases(
    ['iac:'],
    [
      ['- { path: infra/prod }', '- { terraform: infra/prod }'],
      ['- { path: templates/app.yaml }', '- { cloudformation: templates/app.yaml }'],
      ['- { file: infra/main.tf }', '- { terraform: infra }'],
      ['- { directory: cdk.out, region: eu-west-1 }', '- { cdk: cdk.out, region: eu-west-1 }'],
      ['- { plan: plan.json }', '- { terraform_plan: plan.json }'],
      ['- { template: app.yaml, params: { A: b } }', '- { cloudformation: app.yaml, parameters: { A: b } }'],
      ['- { terraform: infra, tfvars: prod.tfvars }', '- { terraform: infra, var_files: [prod.tfvars] }'],
      ['- terraform: infra\n  tfvars: prod.tfvars', '- terraform: infra\n    var_files: [prod.tfvars]'],
      ['- { terraform: infra, parameters: { a: 1 } }', '- { terraform: infra, variables: { a: 1 } }'],
      ['- { terraform: infra, env: prod }', '- { terraform: infra, workspace: prod }'],
      [
        '- { cloudformation: app.yaml, parameter_file: p.json }',
        '- { cloudformation: app.yaml, parameter_files: [p.json] }',
      ],
      ['- { serverless: serverless.yml, stage: prod }', '- { serverless: serverless.yml, stack: prod }'],
      ['- { terraform: a, cdk: cdk.out, vars: { b: 1 } }', '- { terraform: a, variables: { b: 1 } }'],
      ['- infra/prod', '- { terraform: infra/prod }'],
    ],
  );
  test.each([
    ['iac: infra/prod', 'iac: [{ terraform: infra/prod }]'],
    ['iac: { terraform: infra }', 'iac: [{ terraform: infra }]'],
  ])('%s', (wrong, right) => {
    expect(repaired(`version: 1\nregion: us-east-1\n${wrong}\n`)).toContain(right);
    expect(read(repaired(`version: 1\nregion: us-east-1\n${wrong}\n`))).toEqual([]);
  });
});

describe('resources and what is paid beside', () => {
  cases(
    ['extra_charges: [{ name: Pinecone, monthly: 70, layer: features }]', 'resources:'],
    [
      [
        'aws_s3vectors_index.a: { count: 5M, searches: 5k per month }',
        'aws_s3vectors_index.a: { vectors: 5M, queries: 5k per month }',
      ],
      ['aws_s3_bucket.a: { size: 10 GB }', 'aws_s3_bucket.a: { stored: 10 GB }'],
      ['aws_s3_bucket.a:\n  size: 10 GB', 'aws_s3_bucket.a:\n    stored: 10 GB'],
      [
        'aws_lambda_function.a: { invocations: 5k per day, duration: 200 }',
        'aws_lambda_function.a: { requests: 5k per day, duration_ms: 200 }',
      ],
      ['aws_lambda_function.a: { count: 3 }', 'aws_lambda_function.a: { instances: 3 }'],
      ['aws_lamda_function.a: { requests: 5 per day }', 'aws_lambda_function.a: { requests: 5 per day }'],
      ['aws_kendra_index.a: { extra_charge: Pinecone }', 'aws_kendra_index.a: { priced_by: Pinecone }'],
    ],
  );
  test.each([
    ['extra_charges: { Pinecone: 70 }', 'extra_charges: [{ name: Pinecone, monthly: 70, layer: features }]'],
    [
      'extra_charges:\n  - { title: A, cost: 5, layer: features }',
      '- { name: A, monthly: 5, layer: features }',
    ],
    ['services: { a: { requests: 5 per day } }', 'workloads: { a: { requests: 5 per day } }'],
  ])('%s', (wrong, right) => {
    const fixed = repaired(`version: 1\nregion: us-east-1\n${wrong}\n`);
    expect(fixed).toContain(right);
    expect(read(fixed)).toEqual([]);
  });
});

test('a word for `workloads` hides which workloads there are', () => {
  const text = 'version: 1\nservices: { a: { requests: 5 per day } }\n';
  expect(readManifest('bedrock-cost.yml', text, FEATURES).manifest).toBeUndefined();
});

test('a line that is too long to copy is not written out', () => {
  const tokens = Array.from({ length: 60 }, (_, index) => `k${index}: v`).join(', ');
  const [fault] = read(`version: 1\niac:\n  - { terraform: a, vars: { ${tokens} } }\n`);
  expect(fault).toMatchObject({ code: 'manifest-unknown-key' });
  expect(fault?.hint ?? '').toBe('variables:');
});
