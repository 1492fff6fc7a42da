import { describe, expect, test } from 'vitest';
import type { IacRoot } from '../../../../src/iac/format.ts';
import { findInfrastructureRoots, readInfrastructure } from '../../../../src/iac/read.ts';
import { valueAt } from '../../../../src/model/value.ts';
import { plain, resourceAt } from '../support.ts';

type Tree = Readonly<Record<string, unknown>>;

function read(tree: Tree, root: Partial<IacRoot> = {}) {
  const texts = textsOf(tree);
  return readInfrastructure(texts, [{ format: 'cdk', directory: 'cdk.out', ...root }]);
}

function textsOf(tree: Tree): Map<string, string> {
  return new Map(Object.entries(tree).map(([path, content]) => [path, JSON.stringify(content)]));
}

const stack = (templateFile: string, environment: string, more: Record<string, unknown> = {}) => ({
  type: 'aws:cloudformation:stack',
  environment,
  properties: { templateFile },
  ...more,
});
const manifest = (artifacts: Record<string, unknown>, more: Record<string, unknown> = {}) => ({
  version: '55.0.0',
  artifacts,
  ...more,
});
const resource = (Type: string, path: string | undefined, Properties: unknown = {}, more = {}) => ({
  Type,
  Properties,
  Metadata: { ...(path === undefined ? {} : { 'aws:cdk:path': path }), ...more },
});

const IRELAND = 'aws://123456789012/eu-west-1';

/** Two stacks, of which one nests another and the other imports from there. */
const APP: Tree = {
  'cdk.out/manifest.json': manifest({
    'Data.assets': { type: 'cdk:asset-manifest', properties: { file: 'Data.assets.json' } },
    Data: stack('Data.template.json', IRELAND, { displayName: 'Data' }),
    Agent: stack('Agent.template.json', IRELAND, { displayName: 'Agent' }),
    Tree: { type: 'cdk:tree', properties: { file: 'tree.json' } },
    'aws-cdk-lib/feature-flag-report': { type: 'cdk:feature-flag-report' },
  }),
  'cdk.out/Data.template.json': {
    Resources: {
      StoreNested1A: resource(
        'AWS::CloudFormation::Stack',
        'Data/Store.NestedStack/Store.NestedStackResource',
        { TemplateURL: { 'Fn::Join': ['', ['https://s3.', { Ref: 'AWS::URLSuffix' }, '/x.json']] } },
        { 'aws:asset:path': 'DataStore.nested.template.json' },
      ),
      CDKMetadata: resource('AWS::CDK::Metadata', 'Data/CDKMetadata/Default'),
    },
    Outputs: {
      Out: {
        Value: { 'Fn::GetAtt': ['StoreNested1A', 'Outputs.CollectionArn'] },
        Export: { Name: 'Data:Collection' },
      },
    },
    Parameters: { BootstrapVersion: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/cdk/version' } },
    Rules: { CheckBootstrapVersion: { Assertions: [] } },
  },
  'cdk.out/DataStore.nested.template.json': {
    Resources: {
      Collection77: resource('AWS::OpenSearchServerless::Collection', 'Data/Store/Collection', {
        Name: 'docs',
        Type: 'VECTORSEARCH',
      }),
    },
    Outputs: { CollectionArn: { Value: { 'Fn::GetAtt': ['Collection77', 'Arn'] } } },
  },
  'cdk.out/Agent.template.json': {
    Resources: {
      Guard22: resource('AWS::Bedrock::Guardrail', 'Agent/Guard'),
      Support33: resource('AWS::Bedrock::Agent', 'Agent/Support/Resource', {
        FoundationModel: {
          'Fn::Join': [
            '',
            ['arn:', { Ref: 'AWS::Partition' }, ':bedrock:', { Ref: 'AWS::Region' }, '::foundation-model/m'],
          ],
        },
        GuardrailConfiguration: { GuardrailIdentifier: { 'Fn::GetAtt': ['Guard22', 'GuardrailId'] } },
      }),
      Base44: resource('AWS::Bedrock::KnowledgeBase', 'Agent/Base', {
        StorageConfiguration: {
          OpensearchServerlessConfiguration: { CollectionArn: { 'Fn::ImportValue': 'Data:Collection' } },
        },
      }),
    },
  },
};

describe('an assembly', () => {
  test('resources go by the paths of their constructs, and have the region of their stack', () => {
    const { resources, diagnostics } = read(APP);
    expect(diagnostics).toEqual([]);
    expect(resources.map(({ address, type, region }) => [address, type, region])).toEqual([
      ['Data/Store.NestedStack/Store.NestedStackResource', 'AWS::CloudFormation::Stack', 'eu-west-1'],
      ['Data/Store/Collection', 'AWS::OpenSearchServerless::Collection', 'eu-west-1'],
      ['Agent/Guard', 'AWS::Bedrock::Guardrail', 'eu-west-1'],
      ['Agent/Support', 'AWS::Bedrock::Agent', 'eu-west-1'],
      ['Agent/Base', 'AWS::Bedrock::KnowledgeBase', 'eu-west-1'],
    ]);
    expect(resources[1]?.at.file).toBe('cdk.out/DataStore.nested.template.json');
  });

  test('references go to those addresses, through nested stacks and exports too', () => {
    const reading = read(APP);
    const agent = resourceAt(reading, 'Agent/Support').attributes;
    expect(plain(agent.entries.get('FoundationModel'))).toBe('arn:aws:bedrock:eu-west-1::foundation-model/m');
    expect(valueAt(agent, 'GuardrailConfiguration', 'GuardrailIdentifier')).toMatchObject({
      refersTo: 'Agent/Guard',
      attribute: 'GuardrailId',
      why: 'the GuardrailId of Agent/Guard is known only once it exists',
    });
    const base = resourceAt(reading, 'Agent/Base').attributes;
    expect(
      valueAt(base, 'StorageConfiguration', 'OpensearchServerlessConfiguration', 'CollectionArn'),
    ).toMatchObject({ refersTo: 'Data/Store/Collection', attribute: 'Arn' });
  });

  test('a text says why it is unknown in the same words as its piece', () => {
    const Resources = {
      Docs1: resource('AWS::S3::Bucket', 'App/Docs/Resource'),
      Base2: resource('AWS::Bedrock::KnowledgeBase', 'App/Base', {
        Name: { 'Fn::Join': ['', [{ 'Fn::GetAtt': ['Docs1', 'Arn'] }, '/*']] },
      }),
    };
    const tree = {
      'cdk.out/manifest.json': manifest({ App: stack('App.template.json', IRELAND) }),
      'cdk.out/App.template.json': { Resources },
    };
    expect(resourceAt(read(tree), 'App/Base').attributes.entries.get('Name')).toMatchObject({
      why: 'the Arn of App/Docs is known only once it exists',
      pieces: [{ refersTo: 'App/Docs' }, '/*'],
    });
  });

  test('it is found by its manifest, and its templates are not read by themselves', () => {
    expect(findInfrastructureRoots(textsOf(APP))).toEqual([{ format: 'cdk', directory: 'cdk.out' }]);
    const atRoot = Object.fromEntries(
      Object.entries(APP).map(([path, content]) => [path.slice('cdk.out/'.length), content]),
    );
    expect(findInfrastructureRoots(textsOf(atRoot))).toEqual([{ format: 'cdk', directory: '.' }]);
    const snapshot = Object.fromEntries(
      Object.entries(APP).map(([path, content]) => [path.replace('cdk.out', 'test/app.snapshot'), content]),
    );
    expect(findInfrastructureRoots(textsOf(snapshot))).toEqual([]);
    expect(findInfrastructureRoots(new Map([['web/manifest.json', '{"name":"an app"}']]))).toEqual([]);
  });

  test('files that it names and that were not read are asked for', () => {
    const texts = textsOf({ 'cdk.out/manifest.json': APP['cdk.out/manifest.json'] });
    const paths = new Set(Object.keys(APP));
    const roots = [{ format: 'cdk' as const, directory: 'cdk.out' }];
    expect(readInfrastructure(texts, roots, undefined, paths).asked).toEqual([
      'cdk.out/Data.template.json',
      'cdk.out/Agent.template.json',
    ]);
    expect(readInfrastructure(new Map(), roots, undefined, paths).asked).toEqual(['cdk.out/manifest.json']);
  });
});

describe('stages and environments', () => {
  const template = (id: string) => ({ Resources: { [id]: resource('AWS::Bedrock::Guardrail', undefined) } });

  test('stages are assemblies in the assembly', () => {
    const tree = {
      'cdk.out/manifest.json': manifest({
        'assembly-Prod': { type: 'cdk:cloud-assembly', properties: { directoryName: 'assembly-Prod' } },
      }),
      'cdk.out/assembly-Prod/manifest.json': manifest({
        ProdApp: stack('ProdApp.template.json', 'aws://unknown-account/us-west-2', {
          displayName: 'Prod/App',
        }),
      }),
      'cdk.out/assembly-Prod/ProdApp.template.json': template('Guard1'),
    };
    expect(read(tree).resources).toMatchObject([{ address: 'Prod/App/Guard1', region: 'us-west-2' }]);
    expect(findInfrastructureRoots(textsOf(tree))).toEqual([{ format: 'cdk', directory: 'cdk.out' }]);
  });

  test('an open region is the one that is given from outside', () => {
    const tree = {
      'cdk.out/manifest.json': manifest({
        App: stack('App.template.json', 'aws://unknown-account/unknown-region'),
      }),
      'cdk.out/App.template.json': template('Guard1'),
    };
    expect(read(tree, { region: 'ap-south-1' }).resources).toMatchObject([{ region: 'ap-south-1' }]);
    expect(read(tree).resources[0]).not.toHaveProperty('region');
  });

  test('exports hold within one account and region', () => {
    const tree = {
      ...APP,
      'cdk.out/manifest.json': manifest({
        Data: stack('Data.template.json', 'aws://123456789012/us-east-1'),
        Agent: stack('Agent.template.json', IRELAND),
      }),
    };
    const base = resourceAt(read(tree), 'Agent/Base').attributes;
    const arn = valueAt(base, 'StorageConfiguration', 'OpensearchServerlessConfiguration', 'CollectionArn');
    expect(plain(arn)).toEqual({ unknown: 'no template that is read here exports Data:Collection' });
  });

  test('paths may stand in the manifest, or in a file beside it', () => {
    const metadata = { '/App/Guard/Resource': [{ type: 'aws:cdk:logicalId', data: 'Guard1' }] };
    const tree = (more: Record<string, unknown>) => ({
      'cdk.out/manifest.json': manifest({ App: stack('App.template.json', IRELAND, more) }),
      'cdk.out/App.template.json': template('Guard1'),
      'cdk.out/App.metadata.json': metadata,
    });
    for (const more of [{ metadata }, { additionalMetadataFile: 'App.metadata.json' }])
      expect(read(tree(more)).resources).toMatchObject([{ address: 'App/Guard' }]);
    expect(read(tree({})).resources).toMatchObject([{ address: 'App/Guard1' }]);
  });

  test('two constructs are never one', () => {
    const Resources = {
      A1: resource('AWS::Bedrock::Guardrail', 'App/Guard/Resource'),
      A2: resource('AWS::Bedrock::Guardrail', 'App/Guard/Default'),
    };
    const tree = {
      'cdk.out/manifest.json': manifest({ App: stack('App.template.json', IRELAND) }),
      'cdk.out/App.template.json': { Resources },
    };
    expect(read(tree).resources.map(({ address }) => address)).toEqual([
      'App/Guard/Resource',
      'App/Guard/Default',
    ]);
  });
});

describe('what is missing', () => {
  test.each<[string, Tree, object]>([
    [
      'an assembly',
      {},
      { code: 'iac-missing', message: 'cdk.out holds no manifest.json of a cloud assembly.' },
    ],
    [
      'a template',
      { 'cdk.out/manifest.json': manifest({ App: stack('App.template.json', IRELAND) }) },
      {
        code: 'iac-missing',
        severity: 'error',
        message: /its template cdk.out\/App.template.json was not read/,
      },
    ],
    [
      'a template out of the tree',
      { 'cdk.out/manifest.json': manifest({ App: stack('../../App.template.json', IRELAND) }) },
      { code: 'iac-missing', severity: 'error', message: /App is not priced: it names no template/ },
    ],
    [
      'a nested template',
      {
        'cdk.out/manifest.json': manifest({ App: stack('App.template.json', IRELAND) }),
        'cdk.out/App.template.json': { Resources: { N: resource('AWS::CloudFormation::Stack', 'App/N') } },
      },
      { severity: 'error', message: /The nested stack N is not read/ },
    ],
    [
      'context',
      { 'cdk.out/manifest.json': manifest({}, { missing: [{ key: 'availability-zones:account=1' }, {}] }) },
      { severity: 'warning', message: /without the context availability-zones:account=1 and 1 more/ },
    ],
  ])('%s', (_, tree, diagnostic) => {
    expect(read(tree).diagnostics).toMatchObject([diagnostic]);
  });

  test('an assembly that holds itself is read once', () => {
    const tree = {
      'cdk.out/manifest.json': manifest({
        Self: { type: 'cdk:cloud-assembly', properties: { directoryName: '.' } },
        App: stack('App.template.json', IRELAND),
      }),
      'cdk.out/App.template.json': { Resources: { G: resource('AWS::Bedrock::Guardrail', 'App/G') } },
    };
    expect(read(tree).resources).toHaveLength(1);
  });
});
