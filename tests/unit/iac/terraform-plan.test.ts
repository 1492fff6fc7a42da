import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readInfrastructure, wantedByInfrastructure } from '../../../src/iac/read.ts';
import { number, plain, resourceAt } from './support.ts';

const RECORDED = readFileSync(join(import.meta.dirname, 'recorded/plan.json'), 'utf8');

function read(plan: unknown, region?: string) {
  const text = typeof plan === 'string' ? plan : JSON.stringify(plan);
  const root = {
    format: 'terraform-plan' as const,
    directory: 'out/plan.json',
    ...(region === undefined ? {} : { region }),
  };
  return readInfrastructure(new Map([['out/plan.json', text]]), [root]);
}

const planned = (resources: readonly unknown[], more: Record<string, unknown> = {}) => ({
  format_version: '1.2',
  planned_values: { root_module: { resources } },
  ...more,
});
const resource = (address: string, values: unknown, more: Record<string, unknown> = {}) => {
  const [type, name] = address.split('.');
  return { address, mode: 'managed', type, name, values, ...more };
};

describe('a plan that Terraform 1.11.4 made', () => {
  const reading = read(RECORDED);
  test('its resources, those of modules too', () => {
    expect(reading.diagnostics).toEqual([]);
    expect(reading.resources.map(({ address }) => address)).toEqual([
      'terraform_data.a[0]',
      'terraform_data.a[1]',
      'terraform_data.b',
      'module.m["eu"].terraform_data.c',
    ]);
    expect(resourceAt(reading, 'module.m["eu"].terraform_data.c').at).toMatchObject({
      file: 'out/plan.json',
      line: expect.any(Number),
    });
  });

  test('known, unknown and sensitive values', () => {
    const { attributes } = resourceAt(reading, 'terraform_data.a[1]');
    expect(plain(attributes)).toEqual({
      id: { unknown: 'it is known only after apply' },
      input: {
        l: [number(1), { y: { unknown: 'it is known only after apply' } }],
        s: { unknown: 'it is sensitive' },
        x: number(1),
      },
      output: { unknown: 'it is known only after apply' },
      triggers_replace: null,
    });
    expect(JSON.stringify(reading.resources)).not.toContain('hidden');
  });
});

describe('what a resource says', () => {
  test('blocks stay lists or objects, and references are followed within the module', () => {
    const address = 'module.m["a.b"].aws_bedrockagent_agent.x[0]';
    const agent = {
      address,
      mode: 'managed',
      type: 'aws_bedrockagent_agent',
      name: 'x',
      values: { memory: { days: 3 }, guardrail_configuration: [{ guardrail_version: '1' }] },
    };
    const plan = {
      format_version: '1.2',
      planned_values: {
        root_module: { child_modules: [{ address: 'module.m["a.b"]', resources: [agent] }] },
      },
      resource_changes: [
        {
          address,
          change: {
            actions: ['create'],
            after_unknown: { guardrail_configuration: [{ guardrail_identifier: true }] },
          },
        },
        { address, deposed: 'x', change: { after_unknown: true } },
      ],
      configuration: {
        root_module: {
          module_calls: {
            m: {
              module: {
                resources: [
                  { address: 'aws_bedrock_guardrail.g', expressions: {} },
                  {
                    address: 'aws_bedrockagent_agent.x',
                    expressions: {
                      guardrail_configuration: [
                        {
                          guardrail_identifier: {
                            references: [
                              'var.y',
                              'aws_bedrock_guardrail.g[0].guardrail_id',
                              'aws_bedrock_guardrail.g',
                            ],
                          },
                        },
                      ],
                    },
                  },
                ],
              },
            },
          },
        },
      },
    };
    const { attributes } = resourceAt(read(plan), address);
    expect(plain(attributes)).toMatchObject({ memory: { days: number(3) } });
    const blocks = attributes.entries.get('guardrail_configuration');
    expect(blocks).toMatchObject({ kind: 'list' });
    const block = blocks?.kind === 'list' ? blocks.items[0] : undefined;
    expect(block?.kind === 'map' ? block.entries.get('guardrail_identifier') : undefined).toEqual({
      kind: 'unknown',
      why: 'it is known only after apply',
      refersTo: 'module.m["a.b"].aws_bedrock_guardrail.g',
      attribute: 'guardrail_id',
    });
  });

  test('its region: its own, that of its provider, the one given from outside', () => {
    const configured = (address: string, key: string) => ({
      address,
      provider_config_key: key,
      expressions: {},
    });
    const region = (expression: unknown) => ({ expressions: { region: expression } });
    const plan = planned(
      ['own', 'constant', 'variable', 'local', 'secret', 'none'].map((name) =>
        resource(`t.${name}`, name === 'own' ? { region: 'eu-west-1' } : {}),
      ),
      {
        variables: { region: { value: 'us-west-2' }, secret: { value: 'eu-north-1' } },
        configuration: {
          provider_config: {
            aws: region({ constant_value: 'us-east-1' }),
            'aws.v': region({ references: ['var.region'] }),
            'aws.l': region({ references: ['local.region'] }),
            'aws.s': region({ references: ['var.secret'] }),
          },
          root_module: {
            variables: { secret: { sensitive: true } },
            resources: [
              configured('t.own', 'aws'),
              configured('t.constant', 'aws'),
              configured('t.variable', 'aws.v'),
              configured('t.local', 'aws.l'),
              configured('t.secret', 'aws.s'),
            ],
          },
        },
      },
    );
    expect(read(plan, 'ap-south-1').resources.map((each) => each.region)).toMatchObject([
      'eu-west-1',
      'us-east-1',
      'us-west-2',
      { kind: 'unknown' },
      { kind: 'unknown' },
      'ap-south-1',
    ]);
  });

  test('where it stood before', () => {
    const plan = planned([resource('t.b', {})], {
      resource_changes: [{ address: 't.b', previous_address: 't.a', change: {} }],
    });
    expect(read(plan).resources).toMatchObject([{ address: 't.b', formerAddresses: ['t.a'] }]);
  });

  test('data sources are no resources, and what stands there twice is told', () => {
    const plan = planned([
      resource('t.a', { v: 1 }),
      resource('t.a', { v: 2 }),
      resource('t.d', {}, { mode: 'data' }),
    ]);
    const { resources, diagnostics } = read(plan);
    expect(resources.map(({ attributes }) => plain(attributes))).toEqual([{ v: number(1) }]);
    expect(diagnostics).toMatchObject([{ code: 'iac-duplicate' }]);
  });

  test('names that mean something to JavaScript are names', () => {
    const text =
      '{"format_version":"1.0","planned_values":{"root_module":{"resources":[{"address":"t.t","mode":"managed","type":"t","values":{"__proto__":{"x":1},"constructor":2}}]}}}';
    const [found] = read(text).resources;
    expect([...(found?.attributes.entries.keys() ?? [])]).toEqual(['__proto__', 'constructor']);
  });
});

describe('resources that exist already', () => {
  const guardrail = resource('aws_bedrock_guardrail.g', {
    guardrail_id: 'abcd1234efgh',
    guardrail_arn: 'arn:aws:bedrock:us-east-1:123456789012:guardrail/abcd1234efgh',
    name: 'g',
  });
  const profile = resource('aws_bedrock_inference_profile.p', {
    id: 'arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/x1',
    arn: 'arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/x1',
    model_source: [{ copy_from: 'arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-pro-v1:0' }],
  });
  const agent = resource('aws_bedrockagent_agent.a', {
    agent_id: 'AGENT12345',
    foundation_model: 'arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/x1',
    guardrail_configuration: [{ guardrail_identifier: 'abcd1234efgh', guardrail_version: '1' }],
    agent_name: 'g',
  });

  test('are referred to by their ids and ARNs', () => {
    const { attributes } = resourceAt(read(planned([guardrail, profile, agent])), 'aws_bedrockagent_agent.a');
    expect(attributes.entries.get('foundation_model')).toEqual({
      kind: 'unknown',
      why: 'it is the id of another resource',
      refersTo: 'aws_bedrock_inference_profile.p',
      attribute: 'id',
    });
    expect(plain(attributes)).toMatchObject({
      // Its own id is no reference, and a name is none either.
      agent_id: 'AGENT12345',
      agent_name: 'g',
      guardrail_configuration: [
        { guardrail_identifier: { unknown: 'it is the id of another resource' }, guardrail_version: '1' },
      ],
    });
  });

  test('that share an id are not told apart by it', () => {
    const other = { ...guardrail, address: 'aws_bedrock_guardrail.h', name: 'h' };
    const { attributes } = resourceAt(read(planned([guardrail, other, agent])), 'aws_bedrockagent_agent.a');
    expect(plain(attributes)).toMatchObject({
      guardrail_configuration: [{ guardrail_identifier: 'abcd1234efgh' }],
    });
  });
});

describe('what a plan repeats', () => {
  test('is passed over, whatever attributes and modules are called', () => {
    const names = { before: 'b', after: 'a', change: 'c', prior_state: 'p' };
    const plan = planned([resource('aws_x.y', names)], {
      resource_changes: [
        {
          address: 'aws_x.y',
          change: {
            actions: ['update'],
            before: { before: 'old' },
            after: names,
            after_unknown: { before: { before: true } },
          },
        },
      ],
      prior_state: { values: { root_module: { resources: [resource('aws_x.old', {})] } } },
    });
    const reading = read(plan);
    expect(reading.resources.map(({ address }) => address)).toEqual(['aws_x.y']);
    expect(plain(resourceAt(reading, 'aws_x.y').attributes)).toEqual({ ...names, before: 'b' });
  });
});

describe('what is only forgotten', () => {
  test('is not counted, and told', () => {
    const forgotten = resource('aws_bedrock_guardrail.g', undefined);
    const change = { address: 'aws_bedrock_guardrail.g', change: { actions: ['forget'] } };
    const { resources, diagnostics } = read(planned([forgotten], { resource_changes: [change] }));
    expect(resources).toEqual([]);
    expect(diagnostics).toMatchObject([
      {
        code: 'iac-forgotten',
        severity: 'notice',
        message:
          'aws_bedrock_guardrail.g leaves the state without being destroyed: it goes on and is billed, and is not counted here any more.',
      },
    ]);
  });
});

describe('what is no plan', () => {
  test.each([
    ['', 'iac-unresolved'],
    ['{', 'iac-unresolved'],
    ['[]', 'iac-unresolved'],
    ['{}', 'iac-unresolved'],
    ['{"format_version": 1}', 'iac-unresolved'],
    ['{"format_version": "2.0", "planned_values": {}}', 'iac-unresolved'],
    ['{"format_version": "1.0", "values": {}}', 'iac-unresolved'],
    [`${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`, 'limit-exceeded'],
  ])('%.40s is one diagnostic', (text, code) => {
    const { resources, diagnostics } = read(text);
    expect(resources).toEqual([]);
    expect(diagnostics).toMatchObject([{ code, at: { file: 'out/plan.json' } }]);
  });

  test('a plan that does not exist is told at the manifest', () => {
    const at = { file: 'bedrock-cost.yml', line: 3 };
    const root = { format: 'terraform-plan' as const, directory: 'plan.json', at };
    expect(readInfrastructure(new Map(), [root]).diagnostics).toMatchObject([{ code: 'iac-missing', at }]);
  });

  test('a plan with errors is not complete', () => {
    expect(read(planned([], { errored: true })).diagnostics).toMatchObject([
      { code: 'iac-unresolved', severity: 'warning' },
    ]);
  });

  test.each([1, 'x', [], {}, null, [null], [{ address: 1 }], [{ address: 't.t', mode: 'managed' }]])(
    'resources that are %j are none',
    (resources) => {
      const plan = { format_version: '1.0', planned_values: { root_module: { resources } } };
      expect(read(plan)).toEqual({ resources: [], diagnostics: [] });
    },
  );

  test('a plan that nobody names is neither read from the tree nor taken for a root', () => {
    expect(wantedByInfrastructure('plan.json')).toBe(false);
    expect(readInfrastructure(new Map([['plan.json', RECORDED]]), undefined).resources).toEqual([]);
  });

  test('a plan that is there and was refused does not count as missing', () => {
    const root = { format: 'terraform-plan' as const, directory: 'plan.json' };
    const { diagnostics } = readInfrastructure(new Map(), [root], undefined, new Set(['plan.json']));
    expect(diagnostics).toMatchObject([{ code: 'iac-missing', message: 'The plan plan.json was not read.' }]);
  });
});
