import { describe, expect, test } from 'vitest';
import { readInfrastructure } from '../../../../src/iac/read.ts';
import { itemsAt, valueAt } from '../../../../src/model/value.ts';
import { number, plain, resourceAt } from '../support.ts';

const UNKNOWN = '04da6b54-80e4-46f7-96ec-b56ff0331ba9';
const SIGNATURE = '4dabf18193072939515e22adb298388d';
const SECRET = { [SIGNATURE]: '1b47061264138c4ac30d75fd1eb44270', ciphertext: 'hidden' };

const urnOf = (type: string, name: string) => `urn:pulumi:prod::rag::${type}::${name}`;
const PROVIDER = urnOf('pulumi:providers:aws', 'default_7_48_0');

function step(type: string, name: string, inputs: unknown, more: Record<string, unknown> = {}) {
  const { op = 'create', ...state } = more;
  const urn = urnOf(type, name);
  return { op, urn, newState: { urn, custom: true, type, inputs, provider: `${PROVIDER}::id`, ...state } };
}

function read(preview: unknown, region?: string) {
  const text = typeof preview === 'string' ? preview : JSON.stringify(preview);
  const root = {
    format: 'pulumi' as const,
    directory: 'preview.json',
    ...(region === undefined ? {} : { region }),
  };
  return readInfrastructure(new Map([['preview.json', text]]), [root]);
}

const GUARDRAIL = 'aws:bedrock/guardrail:Guardrail';
const AGENT = 'aws:bedrock/agentAgent:AgentAgent';

describe('a preview', () => {
  test('inputs under the names of Terraform, without what the provider filled in', () => {
    const inputs = {
      __defaults: ['name'],
      contentPolicyConfig: {
        __defaults: [],
        filtersConfigs: [{ __defaults: [], type: 'HATE', inputStrength: 'HIGH', outputStrength: 'NONE' }],
      },
      tags: { CostCenter: 'a' },
      name: 'g-1a2b3c',
    };
    const { resources, diagnostics } = read({ config: {}, steps: [step(GUARDRAIL, 'main', inputs)] });
    expect(diagnostics).toEqual([]);
    expect(resources).toMatchObject([
      { address: 'aws_bedrock_guardrail.main', vocabulary: 'terraform', type: 'aws_bedrock_guardrail' },
    ]);
    expect(plain(resources[0]?.attributes)).toEqual({
      content_policy_config: {
        filters_config: [{ type: 'HATE', input_strength: 'HIGH', output_strength: 'NONE' }],
      },
      tags: { CostCenter: 'a' },
      name: 'g-1a2b3c',
    });
  });

  test('aws-native in the words of CloudFormation', () => {
    const inputs = {
      foundationModel: 'amazon.nova-pro-v1:0',
      knowledgeBases: [{ knowledgeBaseId: 'KB12345678' }],
    };
    const { resources } = read({ steps: [step('aws-native:bedrock:Agent', 'support', inputs)] });
    expect(resources).toMatchObject([
      { address: 'AWS::Bedrock::Agent.support', vocabulary: 'cloudformation', type: 'AWS::Bedrock::Agent' },
    ]);
    expect(plain(resources[0]?.attributes)).toEqual({
      FoundationModel: 'amazon.nova-pro-v1:0',
      KnowledgeBases: [{ KnowledgeBaseId: 'KB12345678' }],
    });
  });

  test('what is unknown says of which resource it is, and secrets are never shown', () => {
    const inputs = {
      guardrailConfigurations: [{ guardrailIdentifier: UNKNOWN, guardrailVersion: 'DRAFT' }],
      instruction: SECRET,
      agentName: '[secret]',
      idleSessionTtlInSeconds: 600,
      prepareAgent: true,
      description: null,
    };
    const propertyDependencies = { guardrailConfigurations: [urnOf(GUARDRAIL, 'main')] };
    const reading = read({
      steps: [step(GUARDRAIL, 'main', {}), step(AGENT, 'support', inputs, { propertyDependencies })],
    });
    const { attributes } = resourceAt(reading, 'aws_bedrockagent_agent.support');
    expect(plain(attributes)).toEqual({
      guardrail_configuration: [
        {
          guardrail_identifier: { unknown: 'it is known only after the update' },
          guardrail_version: 'DRAFT',
        },
      ],
      instruction: { unknown: 'it is secret' },
      agent_name: { unknown: 'it is secret' },
      idle_session_ttl_in_seconds: number(600),
      prepare_agent: true,
      description: null,
    });
    const [block] = itemsAt(attributes, 'guardrail_configuration');
    expect(valueAt(block, 'guardrail_identifier')).toMatchObject({
      refersTo: 'aws_bedrock_guardrail.main',
    });
    expect(JSON.stringify([...attributes.entries])).not.toContain('hidden');
  });

  test('an identifier of a resource that exists is a reference to it, and still spells what it is', () => {
    const guardrail = step(
      GUARDRAIL,
      'main',
      {},
      {
        op: 'same',
        id: 'gr12345',
        outputs: {
          id: 'gr12345',
          guardrailId: 'gr12345',
          guardrailArn: 'arn:aws:bedrock:us-east-1:123456789012:guardrail/gr12345',
        },
      },
    );
    const propertyDependencies = { guardrailConfigurations: [urnOf(GUARDRAIL, 'main')] };
    const inputs = { guardrailConfigurations: [{ guardrailIdentifier: 'gr12345', guardrailVersion: '1' }] };
    const reading = read({
      steps: [guardrail, step(AGENT, 'support', inputs, { op: 'same', propertyDependencies })],
    });
    const { attributes } = resourceAt(reading, 'aws_bedrockagent_agent.support');
    const [block] = itemsAt(attributes, 'guardrail_configuration');
    expect(valueAt(block, 'guardrail_identifier')).toMatchObject({
      kind: 'unknown',
      refersTo: 'aws_bedrock_guardrail.main',
      pieces: ['gr12345'],
    });
    expect(valueAt(block, 'guardrail_version')).toEqual({ kind: 'text', value: '1' });
  });

  test('of two dependencies the one that the name means; of none that it means, neither', () => {
    const collection = 'aws:opensearch/serverlessCollection:ServerlessCollection';
    const index = 'aws:s3/vectorsIndex:VectorsIndex';
    const propertyDependencies = { storageConfiguration: [urnOf(collection, 'kb'), urnOf(index, 'kb')] };
    const inputs = {
      storageConfiguration: { opensearchServerlessConfiguration: { collectionArn: UNKNOWN, other: UNKNOWN } },
    };
    const base = step('aws:bedrock/agentKnowledgeBase:AgentKnowledgeBase', 'kb', inputs, {
      propertyDependencies,
    });
    const reading = read({ steps: [step(collection, 'kb', {}), step(index, 'kb', {}), base] });
    const { attributes } = resourceAt(reading, 'aws_bedrockagent_knowledge_base.kb');
    const store = valueAt(attributes, 'storage_configuration', 'opensearch_serverless_configuration');
    expect(valueAt(store, 'collection_arn')).toMatchObject({
      refersTo: 'aws_opensearchserverless_collection.kb',
    });
    expect(valueAt(store, 'other')).not.toHaveProperty('refersTo');
  });

  test('what is taken away, and what is only looked at, is not there', () => {
    const steps = [
      step(AGENT, 'gone', {}, { op: 'delete' }),
      step(AGENT, 'read', {}, { op: 'read', external: true }),
      step(AGENT, 'replaced', { foundationModel: 'old' }, { op: 'delete-replaced' }),
      step(AGENT, 'replaced', { foundationModel: 'new' }, { op: 'create-replacement' }),
      step(AGENT, 'replaced', { foundationModel: 'new' }, { op: 'replace' }),
      {
        op: 'delete',
        urn: urnOf(AGENT, 'old'),
        oldState: { urn: urnOf(AGENT, 'old'), type: AGENT, inputs: {} },
      },
      step('kubernetes:core/v1:Pod', 'pod', {}),
      step('my:index:Search', 'search', {}, { custom: false }),
    ];
    const { resources, diagnostics } = read({ steps });
    expect(diagnostics).toEqual([]);
    expect(resources.map(({ address }) => address)).toEqual(['aws_bedrockagent_agent.replaced']);
    expect(plain(resources[0]?.attributes)).toEqual({ foundation_model: 'new' });
  });

  test.each([
    ['its own', { region: 'eu-west-1' }, {}, 'eu-west-1'],
    ['its provider', {}, { provider: `${urnOf('pulumi:providers:aws', 'ireland')}::id` }, 'eu-west-3'],
    ['the configuration', {}, {}, 'us-west-2'],
  ])('the region: %s', (_, inputs, more, expected) => {
    const provider = step('pulumi:providers:aws', 'ireland', { region: 'eu-west-3' });
    const config = { 'aws:region': 'us-west-2' };
    const { resources } = read({ config, steps: [provider, step(AGENT, 'a', inputs, more)] });
    expect(resources[0]?.region).toBe(expected);
  });

  test('the region of an unseen provider is unknown; where nothing is said it is the given one', () => {
    const elsewhere = { provider: `${urnOf('pulumi:providers:aws', 'tokyo')}::id` };
    expect(
      read({ steps: [step(AGENT, 'a', {}, elsewhere)] }, 'us-east-1').resources[0]?.region,
    ).toMatchObject({
      kind: 'unknown',
      why: 'its provider tokyo is not in the preview',
    });
    expect(read({ steps: [step(AGENT, 'a', {})] }, 'us-east-1').resources[0]?.region).toBe('us-east-1');
    expect(read({ steps: [step(AGENT, 'a', {})] }).resources[0]).not.toHaveProperty('region');
  });

  test('names that two components share', () => {
    const urns = ['my:index:Search', 'my:index:Chat'].map(
      (parent) => `urn:pulumi:prod::rag::${parent}$${AGENT}::main`,
    );
    const steps = urns.map((urn) => ({ op: 'create', urn, newState: { urn, type: AGENT, inputs: {} } }));
    expect(read({ steps }).resources.map(({ address }) => address)).toEqual([
      'my:index:Search$aws_bedrockagent_agent.main',
      'my:index:Chat$aws_bedrockagent_agent.main',
    ]);
  });

  test('an alias is a former address', () => {
    const { resources } = read({ steps: [step(AGENT, 'new', {}, { aliases: [urnOf(AGENT, 'old')] })] });
    expect(resources[0]?.formerAddresses).toEqual(['aws_bedrockagent_agent.old']);
  });

  test('resources that do not change and are left out are told', () => {
    const steps = [
      { op: 'same', urn: urnOf('pulumi:pulumi:Stack', 'rag-prod'), newState: {} },
      step(AGENT, 'a', {}),
    ];
    const { diagnostics } = read({ steps, changeSummary: { same: 4, create: 1 } });
    expect(diagnostics).toMatchObject([
      {
        code: 'iac-unresolved',
        severity: 'error',
        message:
          'The preview preview.json leaves out 3 resources that do not change, so they are not priced.',
        hint: 'pulumi preview --json --show-sames > preview.json',
      },
    ]);
    expect(read({ steps, changeSummary: { same: 1, create: 1 } }).diagnostics).toEqual([]);
  });

  test.each([
    ['[1]', /without steps/],
    ['{"sequence":0}\n{"sequence":1}', /Found `{` where the end of the file was expected/],
    ['{', /end of the file/],
  ])('%s is no preview', (text, message) => {
    const { resources, diagnostics } = read(text);
    expect(resources).toEqual([]);
    expect(diagnostics).toMatchObject([{ severity: 'error', message: expect.stringMatching(message) }]);
  });

  test('a preview with errors is not complete', () => {
    const { diagnostics } = read({
      steps: [],
      diagnostics: [{ severity: 'error', message: 'no credentials' }],
    });
    expect(diagnostics).toMatchObject([{ severity: 'error', message: /ended with errors/ }]);
  });

  test('a file that is not there', () => {
    const { diagnostics } = readInfrastructure(new Map(), [{ format: 'pulumi', directory: 'preview.json' }]);
    expect(diagnostics).toMatchObject([
      { code: 'iac-missing', message: 'The preview preview.json does not exist.' },
    ]);
  });
});
