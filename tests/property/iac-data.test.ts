// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the sequences are those of Pulumi and the Serverless Framework
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { IacRoot } from '../../src/iac/format.ts';
import { findInfrastructureRoots, readInfrastructure } from '../../src/iac/read.ts';

/** Words that matter to the readers, so that random data goes deeper than the first key. */
const WORDS = [
  'name',
  'runtime',
  'yaml',
  'config',
  'variables',
  'resources',
  'Resources',
  'type',
  'Type',
  'properties',
  'Properties',
  'options',
  'provider',
  'parent',
  'default',
  'secure',
  'get',
  'id',
  'aws',
  'functions',
  'agents',
  'custom',
  'environment',
  'stage',
  'steps',
  'newState',
  'inputs',
  'urn',
  'artifacts',
  'templateFile',
  'metadata',
  'aws:bedrock:AgentAgent',
  'AWS::Bedrock::Agent',
  'Custom::AWS',
  'Create',
  'fn::invoke',
  'fn::join',
  'function',
  '${a}',
  '${a.b[0]}',
  '${self:custom.a}',
  '${opt:stage, self:b}',
  '${file(a.yml):b}',
  '${',
  '',
  'aws:getRegion',
  '{"service":"s3vectors","action":"createIndex"}',
  'aws:cloudformation:stack',
  'cdk:cloud-assembly',
  'directoryName',
  'urn:pulumi:a::b::aws:kms/key:Key::c',
  '04da6b54-80e4-46f7-96ec-b56ff0331ba9',
  '4dabf18193072939515e22adb298388d',
];
const word = fc.oneof(fc.constantFrom(...WORDS), fc.string({ maxLength: 6 }));
const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    word,
    fc.constantFrom(null, true, 0, 12.5),
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(word, tie('tree'), { maxKeys: 5 }),
  ),
}));

const ROOTS: readonly (readonly [string, IacRoot])[] = [
  ['Pulumi.yaml', { format: 'pulumi', directory: '.' }],
  ['preview.json', { format: 'pulumi', directory: 'preview.json' }],
  ['serverless.yml', { format: 'serverless', directory: 'serverless.yml' }],
  ['manifest.json', { format: 'cdk', directory: '.' }],
];

test.each(ROOTS)('nothing in %s makes a reader throw', (path, root) => {
  fc.assert(
    fc.property(fc.dictionary(word, tree, { maxKeys: 6 }), tree, (content, other) => {
      const texts = new Map([
        [path, JSON.stringify({ runtime: 'yaml', provider: 'aws', ...content })],
        ['a.yml', JSON.stringify(other)],
        ['a.template.json', JSON.stringify({ Resources: other })],
      ]);
      findInfrastructureRoots(texts);
      const { resources, diagnostics } = readInfrastructure(texts, [root]);
      expect(Array.isArray(resources) && Array.isArray(diagnostics)).toBe(true);
    }),
    { numRuns: 300 },
  );
});
