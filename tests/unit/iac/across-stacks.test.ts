// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates are written here, and theirs look like those of JavaScript.
/** One system in one template, and the same in several that refer to each other: the estimates are the same. */
import { beforeAll, describe, expect, test } from 'vitest';
import { arithmetic, costOf, type Estimated, estimated } from '../estimate/estimating.ts';

const PROFILE =
  'arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.anthropic.claude-haiku-4-5-20251001-v1:0';

/** What one part of the system gives to the other. */
const SHARED = {
  Safe: {
    Type: 'AWS::Bedrock::Guardrail',
    Properties: {
      Name: 'safe',
      ContentPolicyConfig: {
        FiltersConfig: [{ Type: 'HATE', InputStrength: 'HIGH', OutputStrength: 'NONE' }],
      },
    },
  },
  Vectors: {
    Type: 'AWS::OpenSearchServerless::Collection',
    Properties: { Name: 'vectors', Type: 'VECTORSEARCH', StandbyReplicas: 'DISABLED' },
  },
  Haiku: {
    Type: 'AWS::Bedrock::ApplicationInferenceProfile',
    Properties: { InferenceProfileName: 'haiku', ModelSource: { CopyFrom: PROFILE } },
  },
};
const SAFE = { Ref: 'Safe' };
const VECTORS = { 'Fn::GetAtt': ['Vectors', 'Arn'] };
const HAIKU = { 'Fn::GetAtt': ['Haiku', 'InferenceProfileArn'] };
const imported = (name: unknown) => ({ 'Fn::ImportValue': name });

interface References {
  readonly safe: unknown;
  readonly vectors: unknown;
  readonly haiku: unknown;
}

/** What uses it: an agent, its knowledge base, and a function that holds the model. */
function using({ safe, vectors, haiku }: References) {
  return {
    Manuals: {
      Type: 'AWS::Bedrock::KnowledgeBase',
      Properties: {
        Name: 'manuals',
        KnowledgeBaseConfiguration: {
          Type: 'VECTOR',
          VectorKnowledgeBaseConfiguration: {
            EmbeddingModelArn: 'arn:aws:bedrock:us-east-1::foundation-model/amazon.titan-embed-text-v2:0',
          },
        },
        StorageConfiguration: {
          Type: 'OPENSEARCH_SERVERLESS',
          OpensearchServerlessConfiguration: { CollectionArn: vectors },
        },
      },
    },
    Support: {
      Type: 'AWS::Bedrock::Agent',
      Properties: {
        AgentName: 'support',
        FoundationModel: haiku,
        GuardrailConfiguration: { GuardrailIdentifier: safe, GuardrailVersion: 'DRAFT' },
        KnowledgeBases: [{ KnowledgeBaseId: { Ref: 'Manuals' } }],
      },
    },
    Answer: {
      Type: 'AWS::Lambda::Function',
      Properties: { Environment: { Variables: { MODEL_ID: haiku } } },
    },
  };
}

const WORKLOADS = `workloads:
  support:
    agent: "*Support"
    requests: 5000 per day
    input_tokens: 3000
    output_tokens: 800
    guardrail: { text_units_per_request: 3 }
    knowledge_base: { embedding: { tokens: 20M per month } }
  answer:
    model: { address: "*Answer", env: MODEL_ID }
    requests: 100 per day
    input_tokens: 1000
    output_tokens: 100
`;

const template = (Resources: object, Outputs = {}, Parameters = {}) =>
  JSON.stringify({ Parameters, Resources, Outputs });
const output = (Value: unknown, Name: unknown) => ({ Value, Export: { Name } });
const exporting = (name: (what: string) => unknown) =>
  template(SHARED, {
    S: output(SAFE, name('safe')),
    V: output(VECTORS, name('vectors')),
    H: output(HAIKU, name('haiku')),
  });
const importing = (name: (what: string) => unknown, Parameters = {}) =>
  template(
    using({
      safe: imported(name('safe')),
      vectors: imported(name('vectors')),
      haiku: imported(name('haiku')),
    }),
    {},
    Parameters,
  );

/** Charges without the lines to write, in which addresses differ. */
function bill({ charges }: Estimated): readonly string[] {
  return charges
    .map(
      (charge) =>
        `${charge.feature}: ${charge.component}: ${arithmetic(charge)} = ${costOf(charge).split(' | ')[0]}`,
    )
    .sort();
}

const notices = ({ diagnostics }: Estimated) =>
  diagnostics.filter(({ code }) => code === 'import-assumed').map(({ message, hint }) => [message, hint]);

let whole: Estimated;
beforeAll(async () => {
  const files = {
    'app.json': template({ ...SHARED, ...using({ safe: SAFE, vectors: VECTORS, haiku: HAIKU }) }),
  };
  whole = await estimated(WORKLOADS, { files });
});

test('the whole system calls its model, and has a guardrail and a collection', () => {
  expect(bill(whole).filter((line) => line.includes('not priced'))).toHaveLength(2);
  const features = new Set(whole.charges.map(({ feature }) => feature));
  for (const feature of ['inference', 'guardrails', 'embeddings', 'opensearch-serverless'])
    expect(features).toContain(feature);
});

describe('exports and imports of templates', () => {
  test('by name', async () => {
    const files = {
      'shared.json': exporting((what) => `shared-${what}`),
      'app.json': importing((what) => `shared-${what}`),
    };
    const parts = await estimated(WORKLOADS, { files });
    expect(bill(parts)).toEqual(bill(whole));
    expect(notices(parts)).toEqual([]);
  });

  const ofStack = (what: string) => ({ 'Fn::Sub': '${AWS::StackName}-' + what });

  test('by the name of the stack, which the manifest states', async () => {
    const files = { 'shared.json': exporting(ofStack), 'app.json': importing((what) => `platform-${what}`) };
    const iac = 'iac: [{ cloudformation: shared.json, stack: platform }, { cloudformation: app.json }]\n';
    const parts = await estimated(iac + WORKLOADS, { files });
    expect(bill(parts)).toEqual(bill(whole));
    expect(notices(parts)).toEqual([]);
    const other = await estimated(iac.replace('platform', 'else') + WORKLOADS, { files });
    expect(bill(other)).not.toEqual(bill(whole));
  });

  test('by the name of a stack that nobody states, and that is said', async () => {
    const files = { 'shared.json': exporting(ofStack), 'app.json': importing((what) => `platform-${what}`) };
    const parts = await estimated(WORKLOADS, { files });
    expect(bill(parts)).toEqual(bill(whole));
    expect(notices(parts)).toContainEqual([
      'platform-safe is taken for *-safe of shared.json, the only export that fits: parts of the names are not known.',
      'iac: [{ cloudformation: shared.json, stack: platform }, { cloudformation: app.json }]',
    ]);
    expect(notices(parts)).toHaveLength(3);
  });

  test('by a name that neither side knows as a whole', async () => {
    const files = {
      'shared.json': exporting(ofStack),
      'app.json': importing((what) => ({ 'Fn::Sub': '${Platform}-' + what }), {
        Platform: { Type: 'String' },
      }),
    };
    const parts = await estimated(WORKLOADS, { files });
    expect(bill(parts)).toEqual(bill(whole));
    expect(notices(parts)).toHaveLength(3);
  });

  test('two exports that fit are one too many', async () => {
    const files = {
      'shared.json': exporting(ofStack),
      'shared-too.json': exporting(ofStack),
      'app.json': importing((what) => `platform-${what}`),
    };
    const { diagnostics, charges } = await estimated(WORKLOADS, { files });
    expect(diagnostics.filter(({ code }) => code === 'import-assumed')).toEqual([]);
    expect(charges.map(costOf).join()).toContain('2 templates export platform-haiku');
  });

  test('an export of another region is none here', async () => {
    const files = {
      'shared.json': exporting((what) => `shared-${what}`),
      'app.json': importing((what) => `shared-${what}`),
    };
    const iac = (region: string) =>
      `iac: [{ cloudformation: shared.json, region: ${region} }, { cloudformation: app.json, region: us-east-1 }]\n`;
    expect(bill(await estimated(iac('us-east-1') + WORKLOADS, { files }))).toEqual(bill(whole));
    const { charges } = await estimated(iac('us-west-2') + WORKLOADS, { files });
    expect(charges.map(costOf).join()).toContain('no template that is read here exports shared-haiku');
  });

  test('through a third template', async () => {
    const between = template(
      { Topic: { Type: 'AWS::SNS::Topic' } },
      {
        S: output(imported('shared-safe'), 'again-safe'),
        V: output(imported('shared-vectors'), 'again-vectors'),
        H: output({ 'Fn::Sub': ['${Arn}', { Arn: imported('shared-haiku') }] }, 'again-haiku'),
      },
    );
    const files = {
      'shared.json': exporting((what) => `shared-${what}`),
      'between.json': between,
      'app.json': importing((what) => `again-${what}`),
    };
    expect(bill(await estimated(WORKLOADS, { files }))).toEqual(bill(whole));
  });

  test('a circle ends', async () => {
    const files = {
      'a.json': template(using({ safe: 'x', vectors: 'x', haiku: imported('b') }), {
        A: output(imported('b'), 'a'),
      }),
      'b.json': template({ T: { Type: 'AWS::SNS::Topic' } }, { B: output(imported('a'), 'b') }),
    };
    const { charges } = await estimated(WORKLOADS, { files });
    expect(charges.map(costOf).join()).toMatch(/[ab] depends on itself/);
  });
});

describe('nested stacks', () => {
  const nest = (TemplateURL: string, Parameters = {}) => ({
    Type: 'AWS::CloudFormation::Stack',
    Properties: { TemplateURL, Parameters },
  });
  const outputs = { Safe: { Value: SAFE }, Vectors: { Value: VECTORS }, Haiku: { Value: HAIKU } };
  const parameters = Object.fromEntries(
    ['Safe', 'Vectors', 'Haiku'].map((name) => [name, { Type: 'String' }]),
  );
  const inner = template(
    using({ safe: SAFE, vectors: { Ref: 'Vectors' }, haiku: { Ref: 'Haiku' } }),
    {},
    parameters,
  );
  const given = (name: string) => ({ 'Fn::GetAtt': ['Shared', `Outputs.${name}`] });

  test('outputs of one are parameters of the other', async () => {
    const files = {
      'app.json': template({
        Shared: nest('./shared.json'),
        App: nest('./inner.json', { Safe: given('Safe'), Vectors: given('Vectors'), Haiku: given('Haiku') }),
      }),
      'shared.json': template(SHARED, outputs),
      'inner.json': inner,
    };
    expect(bill(await estimated(WORKLOADS, { files }))).toEqual(bill(whole));
  });

  test('resources of the parent are parameters, and what a nested stack exports is imported elsewhere', async () => {
    const handed = {
      'app.json': template({
        ...SHARED,
        App: nest('./inner.json', {
          Safe: SAFE,
          Vectors: VECTORS,
          Haiku: { 'Fn::Sub': '${Haiku.InferenceProfileArn}' },
        }),
      }),
      'inner.json': inner,
    };
    expect(bill(await estimated(WORKLOADS, { files: handed }))).toEqual(bill(whole));
    const exported = {
      'root.json': template({ Shared: nest('./shared.json') }),
      'shared.json': exporting((what) => `shared-${what}`),
      'app.json': importing((what) => `shared-${what}`),
    };
    expect(bill(await estimated(WORKLOADS, { files: exported }))).toEqual(bill(whole));
  });
});

describe('across formats', () => {
  const assembly = (files: Readonly<Record<string, [string, string]>>) => ({
    'cdk.out/manifest.json': JSON.stringify({
      version: '55.0.0',
      artifacts: Object.fromEntries(
        Object.entries(files).map(([name, [region]]) => [
          name,
          {
            type: 'aws:cloudformation:stack',
            environment: `aws://unknown-account/${region}`,
            properties: { templateFile: `${name}.template.json` },
          },
        ]),
      ),
    }),
    ...Object.fromEntries(
      Object.entries(files).map(([name, [, body]]) => [`cdk.out/${name}.template.json`, body]),
    ),
  });

  test('the stacks of an assembly, and a template that imports from it', async () => {
    const here = 'unknown-region';
    const own = assembly({
      Shared: [here, exporting((what) => `Shared:${what}`)],
      App: [here, importing((what) => `Shared:${what}`)],
    });
    expect(bill(await estimated(WORKLOADS, { files: own }))).toEqual(bill(whole));
    const files = {
      ...assembly({ Shared: [here, exporting((what) => ({ 'Fn::Sub': '${AWS::StackName}-' + what }))] }),
      'app.json': importing((what) => `Shared-${what}`),
    };
    const parts = await estimated(WORKLOADS, { files });
    expect(bill(parts)).toEqual(bill(whole));
    expect(notices(parts)).toEqual([]);
  });

  test('stacks of an assembly in two regions, by way of parameters that CDK writes', async () => {
    const path = (what: string) => `/cdk/exports/App/Shared${what}`;
    const reader = (what: string) => ({ 'Fn::GetAtt': ['Reader', path(what)] });
    const writer = {
      Type: 'Custom::CrossRegionExportWriter',
      Properties: {
        WriterProps: {
          region: 'us-east-1',
          exports: { [path('Safe')]: SAFE, [path('Vectors')]: VECTORS, [path('Haiku')]: HAIKU },
        },
      },
    };
    const app = using({ safe: reader('Safe'), vectors: reader('Vectors'), haiku: reader('Haiku') });
    const files = (region: string) =>
      assembly({
        Shared: [region, template({ ...SHARED, Writer: writer })],
        App: ['us-east-1', template({ ...app, Reader: { Type: 'Custom::CrossRegionExportReader' } })],
      });
    const near = await estimated(WORKLOADS, { files: files('us-east-1') });
    expect(bill(near)).toEqual(bill(whole));
    const far = await estimated(WORKLOADS, { files: files('us-west-2') });
    expect(far.charges.map(({ component }) => component).sort()).toEqual(
      near.charges.map(({ component }) => component).sort(),
    );
    expect(far.charges.map(costOf).join()).not.toContain('is known only once it exists');
  });

  test('services of the Serverless Framework', async () => {
    const service = (name: string, resources: string) =>
      `service: ${name}\nprovider: { name: aws, stage: prod }\nresources: ${resources}\n`;
    const byExport = {
      'shared/serverless.yml': service(
        'shared',
        exporting((what) => `shared-${what}`),
      ),
      'app/serverless.yml': service(
        'app',
        importing((what) => `shared-${what}`),
      ),
    };
    expect(bill(await estimated(WORKLOADS, { files: byExport }))).toEqual(bill(whole));
    const byStack = {
      'shared/serverless.yml': service(
        'shared',
        exporting((what) => what),
      ),
      'app/serverless.yml': service(
        'app',
        template(
          using({
            safe: '${cf:shared-${sls:stage}.S}',
            vectors: '${cf:shared-prod.V}',
            haiku: '${cf:shared-prod.H}',
          }),
        ),
      ),
    };
    expect(bill(await estimated(WORKLOADS, { files: byStack }))).toEqual(bill(whole));
    const elsewhere = { 'app/serverless.yml': byStack['app/serverless.yml'] };
    const { charges } = await estimated(WORKLOADS, { files: elsewhere });
    expect(charges.map(costOf).join()).toContain('cf:shared-prod.H is asked only when it is deployed');
  });
});
