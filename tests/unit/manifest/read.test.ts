import { describe, expect, test } from 'vitest';
import type { Budget } from '../../../src/model/budget.ts';
import { FILE, inLine, numbers, read, readGood } from './reading.ts';

const WHOLE = `version: 1
region: us-east-1
month: { days: 31, hours: 744 }

workloads:
  rag-chatbot:
    requests: 10000 per day
    region: eu-west-1
    environment: production
    model: global.anthropic.claude-haiku-4-5-20251001-v1:0
    uses: [aws_bedrock_guardrail.main, 'module.kb["a.b"].aws_small_index.main[0]']
    input_tokens: 2000
    output_tokens: { low: 300, expected: 500, high: 900 }
    tier: flex
    cache: { tokens: 1500, hit_rate: 80%, ttl: 1h }
    knowledge_base:
      address: aws_bedrockagent_knowledge_base.docs
      embedding: { tokens: 600M per month }
      vector_store: { type: small, vectors: 5M, dimensions: 1024 }
  agent:
    agent: aws_bedrockagent_agent.support
    requests: 5000 per day
    calls_per_request: 5..10
    guardrail: { filters: [content, denied-topics], text_units_per_request: 3 }
  triage:
    model: { file: ../triage/handler.py, env: MODEL_ID }
    requests: 2M per month
    output_tokens: 100
    calls:
      classify: { model: amazon.nova-micro-v1:0, input_tokens: 800, output_tokens: 20, tier: batch }
      answer: { model: { address: aws_lambda_function.f, env: MODEL }, input_tokens: 2500, per_request: 0.2 }
      check: { model: { address: aws_bedrockagent_agent.a, attribute: foundation_model } }

iac:
  - { terraform: infra/prod, var_files: [prod.tfvars], variables: { tenants: 3, on: true, name: x, l: [1, a], m: { k: null } } }
  - { cloudformation: ../templates/app.yaml, parameters: { ModelId: amazon.nova-lite-v1:0 }, region: eu-west-1 }
  - cdk: cdk.out

resources:
  aws_large_collection.kb: { shared_with: other stacks, storage: 10 GB }
  aws_lambda_function.f: { priced_by: Pinecone }
  Logs: { ingested: 40 GB per month, priced_by: Pinecone }

extra_charges:
  - { name: Pinecone, monthly: 60..80, one_time: 500, layer: features }
  - { name: Observability suite, monthly: $25, layer: operations }

budgets:
  action: warn
  monthly: 20000
  increase: { max: 500, action: fail }
  increase_percent: 10%
  layers:
    operations: 300
    features: { max: 400, action: fail }
    inference: { increase: 50, action: fail }
  workloads:
    rag-chatbot: { monthly: 1500, per_1k_requests: 6.5 }

prices:
  discount: 8%
  providers: { anthropic: 12% }
  models: { amazon.nova-pro: 0.2 }
  exact:
    - { subject: anthropic.claude-haiku-4-5, dimension: input, scope: global, usd: 0.9, per: 1M, source: our agreement }
`;

function inWords({ scope, measure, max, action, from, at }: Budget): string {
  const { kind } = scope;
  const of =
    kind === 'total'
      ? kind
      : kind === 'layer'
        ? scope.layer
        : `${scope.project}:${kind === 'workload' ? scope.workload : scope.environment}`;
  return `${of} ${measure} ${max.toFixed()} ${action} ${from} ${at?.line}`;
}

describe('a whole manifest', () => {
  const manifest = readGood(WHOLE);
  const [chatbot, agent, triage] = manifest.workloads;

  test('says where it stands and what holds for all', () => {
    expect(manifest).toMatchObject({ file: FILE, directory: 'services/chat', region: 'us-east-1' });
    expect(manifest.month.days.toFixed()).toBe('31');
    expect(manifest.month.hours.toFixed()).toBe('744');
    expect(manifest.locate('budgets', 'monthly')).toEqual({ file: FILE, line: 50, column: 3 });
    expect(manifest.locate('budgets', 'layers', 'inference', 'nothing')).toEqual({
      file: FILE,
      line: 56,
      column: 5,
    });
  });

  test('a workload with a model of its own', () => {
    expect(chatbot).toMatchObject({
      name: 'rag-chatbot',
      at: { file: FILE, line: 6, column: 3 },
      region: 'eu-west-1',
      environment: 'production',
      model: { kind: 'id', id: 'global.anthropic.claude-haiku-4-5-20251001-v1:0' },
      knowledgeBase: 'aws_bedrockagent_knowledge_base.docs',
      uses: ['aws_bedrock_guardrail.main', 'module.kb["a.b"].aws_small_index.main[0]'],
      tier: 'flex',
      calls: [],
      cache: { timeToLive: '1h' },
    });
    expect(chatbot?.requests?.per).toBe('day');
    expect(numbers(chatbot?.requests?.range)).toBe('10000');
    expect(numbers(chatbot?.inputTokens?.range)).toBe('2000');
    expect(numbers(chatbot?.outputTokens?.range)).toBe('300 500 900');
    expect(numbers(chatbot?.cache?.tokens.range)).toBe('1500');
    expect(numbers(chatbot?.cache?.hitRate.range)).toBe('0.8');
    expect(chatbot?.locate('cache', 'ttl')).toEqual({ file: FILE, line: 15, column: 43 });
  });

  test('sections of features come as their schemas read them, with their places', () => {
    expect([...(chatbot?.sections.keys() ?? [])].sort()).toEqual([
      'knowledge_base.embedding',
      'knowledge_base.vector_store',
    ]);
    const store = chatbot?.sections.get('knowledge_base.vector_store');
    expect(store?.content).toMatchObject({ type: 'small', dimensions: 1024 });
    expect(store?.at('dimensions')).toEqual({ file: FILE, line: 19, column: 49 });
    expect(store?.at()).toEqual({ file: FILE, line: 19, column: 7 });
    expect(agent?.sections.get('guardrail')?.content).toMatchObject({
      filters: ['content', 'denied-topics'],
    });
  });

  test('an agent follows the infrastructure code', () => {
    expect(agent).toMatchObject({
      agent: 'aws_bedrockagent_agent.support',
      uses: [],
      calls: [],
    });
    expect(agent).not.toHaveProperty('model');
    expect(numbers(agent?.callsPerRequest?.range)).toBe('5 7.5 10');
  });

  test('named calls keep what they state themselves', () => {
    expect(triage?.model).toEqual({
      kind: 'file',
      file: 'services/triage/handler.py',
      written: '../triage/handler.py',
      name: 'MODEL_ID',
    });
    const [classify, answer, check] = triage?.calls ?? [];
    expect(classify).toMatchObject({
      name: 'classify',
      model: { kind: 'id', id: 'amazon.nova-micro-v1:0' },
      tier: 'batch',
    });
    expect(classify).not.toHaveProperty('perRequest');
    expect(answer?.model).toEqual({ kind: 'address', address: 'aws_lambda_function.f', env: 'MODEL' });
    expect(numbers(answer?.perRequest?.range)).toBe('0.2');
    expect(answer).not.toHaveProperty('outputTokens');
    expect(check?.model).toEqual({
      kind: 'address',
      address: 'aws_bedrockagent_agent.a',
      attribute: 'foundation_model',
    });
    expect(check?.at).toEqual({ file: FILE, line: 32, column: 7 });
  });

  test('infrastructure code with the values that it leaves open', () => {
    expect(manifest.iac?.map(({ kind, path, region }) => [kind, path, region])).toEqual([
      ['terraform', 'services/chat/infra/prod', undefined],
      ['cloudformation', 'services/templates/app.yaml', 'eu-west-1'],
      ['cdk', 'services/chat/cdk.out', undefined],
    ]);
    const [terraform, template] = manifest.iac ?? [];
    expect(terraform?.varFiles).toEqual(['prod.tfvars']);
    expect([...(terraform?.variables ?? [])].map(([name, value]) => [name, value.kind])).toEqual([
      ['tenants', 'number'],
      ['on', 'boolean'],
      ['name', 'text'],
      ['l', 'list'],
      ['m', 'map'],
    ]);
    expect(template?.parameters.get('ModelId')).toEqual({ kind: 'text', value: 'amazon.nova-lite-v1:0' });
  });

  test('resources by address', () => {
    const collection = manifest.resources.get('aws_large_collection.kb');
    expect(collection?.usage?.content).toMatchObject({ shared_with: 'other stacks' });
    expect(collection?.usage?.at('storage')).toEqual({ file: FILE, line: 40, column: 57 });
    expect(collection?.usageOf('aws_large_collection')).toBe(collection?.usage);
    expect(collection?.usageOf('aws_log_group')).toBeUndefined();
    const covered = manifest.resources.get('aws_lambda_function.f');
    expect(covered).toMatchObject({ pricedBy: 'Pinecone' });
    expect(covered).not.toHaveProperty('usage');
    const logs = manifest.resources.get('Logs');
    expect(logs?.usageOf('AWS::Log::Group')?.content).toHaveProperty('ingested');
    expect(logs?.usageOf('AWS::Small::Index')).toBeUndefined();
  });

  test('an extra charge with two amounts makes two charges', () => {
    expect(
      manifest.extraCharges.map(({ name, period, layer, amount }) => [name, period, layer, numbers(amount)]),
    ).toEqual([
      ['Pinecone', 'monthly', 'features', '60 70 80'],
      ['Pinecone', 'one-time', 'features', '500'],
      ['Observability suite', 'monthly', 'operations', '25'],
    ]);
  });

  test('budgets with the nearest action', () => {
    expect(manifest.budgets.map(inWords)).toEqual([
      'total monthly 20000 warn manifest 50',
      'total increase 500 fail manifest 51',
      'total increase_percent 10 warn manifest 52',
      'operations monthly 300 warn manifest 54',
      'features monthly 400 fail manifest 55',
      'inference increase 50 fail manifest 56',
      'services/chat:rag-chatbot monthly 1500 warn manifest 58',
      'services/chat:rag-chatbot per_1k_requests 6.5 warn manifest 58',
    ]);
  });

  test('prices', () => {
    const { prices } = manifest;
    expect(prices?.discount?.toFixed()).toBe('0.08');
    expect(prices?.providers.get('anthropic')?.toFixed()).toBe('0.12');
    expect(prices?.models.get('amazon.nova-pro')?.toFixed()).toBe('0.2');
    const [exact] = prices?.exact ?? [];
    expect(exact).toMatchObject({
      subject: 'anthropic.claude-haiku-4-5',
      scope: 'global',
      source: 'our agreement',
    });
    expect(exact?.usd.toFixed()).toBe('0.9');
    expect(exact?.per.toFixed()).toBe('1000000');
  });
});

describe('what may be left out', () => {
  test('all but the version', () => {
    const manifest = readGood('version: 1\n', 'bedrock-cost.yml');
    expect(manifest).toMatchObject({ directory: '.', workloads: [], extraCharges: [], budgets: [] });
    expect(manifest.resources.size).toBe(0);
    expect(manifest.month.days.toFixed()).toBe('30');
    expect(manifest.month.hours.toFixed()).toBe('730');
    for (const key of ['region', 'iac', 'prices', 'advice']) expect(manifest).not.toHaveProperty(key);
  });

  test('half of the month', () => {
    const manifest = readGood('version: 1\nmonth: { days: 30.4 }\n');
    expect(manifest.month.days.toFixed()).toBe('30.4');
    expect(manifest.month.hours.toFixed()).toBe('730');
  });

  test('an empty list of infrastructure code is not the same as none', () => {
    expect(readGood('version: 1\niac: []\n').iac).toEqual([]);
  });

  test('budgets without an action fail', () => {
    expect(readGood('version: 1\nbudgets: { monthly: 5 }\n').budgets.map(({ action }) => action)).toEqual([
      'fail',
    ]);
  });
});

describe('a fault costs what it stands in and no more', () => {
  test('one workload of three', () => {
    const { manifest, diagnostics } = read(`version: 1
workloads:
  a: { requests: 5/day }
  b: { requests: 5 }
  c: { requests: 6/day }
`);
    expect(diagnostics.map(({ at }) => at?.line)).toEqual([4]);
    expect(manifest?.workloads.map(({ name }) => name)).toEqual(['a', 'c']);
  });

  test('a refused part costs its workload and is reported once', () => {
    const { manifest, diagnostics } = read(`version: 1
workloads:
  a: { requests: !!str 5/day }
  b: { requests: 5/day, requests: 6/day }
  c: { requests: 6/day }
  d: { cache: { tokens: *x, hit_rate: 5% } }
`);
    expect(diagnostics.map(inLine)).toEqual([
      '3:18 yaml-tag: The tag `!!str` is refused. | Remove the tag.',
      '4:25 yaml-key: The key `requests` stands twice in one map, first on line 4. | Keep one of the two: `requests: 5/day` or `requests: 6/day`.',
      '6:25 yaml-alias: The alias `*x` is refused. | Write the value out.',
    ]);
    expect(manifest?.workloads.map(({ name }) => name)).toEqual(['c']);
  });

  test('one resource, one extra charge, one limit, one discount, one entry of iac', () => {
    const { manifest, diagnostics } = read(`version: 1
iac: [{ terraform: a }, { terrafrom: b }]
resources:
  aws_log_group.a: { ingested: 5 GB }
  aws_log_group.b: { ingested: 5 GB/day }
extra_charges: [{ name: A, monthly: 5, layer: features }, { name: B, monthly: 5, layer: fetures }]
budgets: { monthly: -5, increase: 5, layers: { features: x, operations: 5 } }
prices: { discount: 5%, providers: { anthropic: 500%, amazon: 5% } }
`);
    expect(diagnostics.map(({ at }) => at?.line)).toEqual([2, 4, 6, 7, 7, 8]);
    expect(manifest?.iac?.map(({ path }) => path)).toEqual(['services/chat/a']);
    expect([...(manifest?.resources.keys() ?? [])]).toEqual(['aws_log_group.b']);
    expect(manifest?.extraCharges.map(({ name }) => name)).toEqual(['A']);
    expect(manifest?.budgets.map(inWords)).toEqual([
      'total increase 5 fail manifest 7',
      'operations monthly 5 fail manifest 7',
    ]);
    expect([...(manifest?.prices?.providers.keys() ?? [])]).toEqual(['amazon']);
  });

  test('an action that cannot be read does not loosen the limits', () => {
    const { manifest } = read('version: 1\nbudgets: { action: wran, monthly: 5 }\n');
    expect(manifest?.budgets.map(({ action }) => action)).toEqual(['fail']);
  });

  test('a workload that is lost is known to its budget, and an extra charge to what it covers', () => {
    const { diagnostics } = read(`version: 1
workloads: { a: { requests: 5 } }
resources: { aws_log_group.a: { priced_by: B } }
extra_charges: [{ name: B, monthly: 5, layer: fetures }]
budgets: { workloads: { a: { monthly: 5 } } }
`);
    expect(diagnostics.map(({ code }) => code)).toEqual(['manifest-quantity', 'manifest-type']);
  });

  test('a workload with a fault is named, so that it is missed and not forgotten', () => {
    const { manifest } = read(`version: 1
workloads:
  a: { requests: 5/day }
  b: { requests: 5 }
  c: *x
  d: {}
  d: {}
  5: {}
  !x e: {}
  &y f: {}
  g h: {}
`);
    expect(manifest?.unreadable.map(({ name, at }) => [name, at.line])).toEqual([
      ['b', 4],
      ['c', 5],
      ['d', 6],
      ['5', 8],
      ['e', 9],
      ['f', 10],
      ['g h', 11],
    ]);
    expect(readGood('version: 1\nworkloads: { a: {} }\n').unreadable).toEqual([]);
  });

  test.each([
    ['no map', 'workloads: [a]'],
    ['nothing', 'workloads:'],
    ['an anchor', 'workloads: &x { a: {} }'],
    ['a tag on the key', '!x workloads: { a: {} }'],
    ['twice', 'workloads: { a: {} }\nworkloads: { b: {} }'],
    ['a typing error', 'worklods: { a: {} }'],
  ])('where it cannot be told which workloads there are, there is no manifest: %s', (_, text) => {
    const { manifest, diagnostics } = read(`version: 1\n${text}\nbudgets: { monthly: x }\n`);
    expect(manifest).toBeUndefined();
    expect(diagnostics.length).toBe(2);
  });

  test('twelve mistakes are twelve diagnostics in the order of the file', () => {
    const { manifest, diagnostics } = read(`version: 1
regoin: us-east-1
workloads:
  one:
    requets: 5/day
    requests: 10000
    tier: fast
    cache: { tokens: 10, hit_rate: 80 }
  two words: { requests: 5/day }
  three:
    requests: 5/day
    knowledge_base: { vector_store: { type: medium } }
  four: { input_tokens: 1,000 }
  five: { requests: 5/day }
resources:
  aws_large_collection.kb: { storage: 10 }
  aws_log_group.a: { priced_by: Pinecone }
extra_charges:
  - { name: Pine cone, layer: features }
budgets: { monthly: 20k, increse: 5 }
`);
    expect(diagnostics.map(({ at, code }) => `${at?.line} ${code}`)).toEqual([
      '2 manifest-unknown-key',
      '5 manifest-unknown-key',
      '6 manifest-quantity',
      '7 manifest-type',
      '8 manifest-quantity',
      '9 manifest-name',
      '12 manifest-type',
      '13 manifest-quantity',
      '16 manifest-quantity',
      '17 manifest-conflict',
      '19 manifest-missing',
      '20 manifest-unknown-key',
    ]);
    expect(manifest?.workloads.map(({ name }) => name)).toEqual(['five']);
    expect(manifest?.budgets.map(inWords)).toEqual(['total monthly 20000 fail manifest 20']);
  });
});

describe('many', () => {
  test('ten thousand workloads', () => {
    const workloads = Array.from({ length: 10_000 }, (_, index) => ` w${index}: {requests: 1/day}`);
    const { manifest, diagnostics } = read(`version: 1\nworkloads:\n${workloads.join('\n')}`);
    expect(diagnostics.map(inLine)).toEqual([]);
    expect(manifest?.workloads.length).toBe(10_000);
    expect(manifest?.workloads.at(-1)?.at.line).toBe(10_002);
  });

  test('one workload more than the cap is not read, and said', () => {
    const workloads = Array.from({ length: 10_001 }, (_, index) => ` w${index}: {}`);
    const { manifest, diagnostics } = read(`version: 1\nworkloads:\n${workloads.join('\n')}`);
    expect(diagnostics.map(inLine)).toEqual([
      '2:1 limit-exceeded: The manifest has 10001 workloads; only the first 10000 were read.',
    ]);
    expect(manifest?.workloads.length).toBe(10_000);
  });

  test.each([
    [100, []],
    [101, ['limit-exceeded']],
  ])('%i calls of one workload', (count, codes) => {
    const calls = Array.from({ length: count }, (_, index) => `c${index}: {}`).join(', ');
    const { diagnostics } = read(`version: 1\nworkloads: { a: { calls: { ${calls} } } }\n`);
    expect(diagnostics.map(({ code }) => code)).toEqual(codes);
  });
});
