// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates are written here, and theirs look like those of JavaScript.
import { describe, expect, test } from 'vitest';
import { LIMITS } from '../../../../src/model/limits.ts';
import { plain, resourceAt } from '../support.ts';
import { foundTemplates, readFound, readTemplate } from './support.ts';

const codes = (reading: ReturnType<typeof readTemplate>) => reading.diagnostics.map(({ code }) => code);
const good = 'Resources:\n  Good: { Type: "AWS::Bedrock::Agent" }\n';

/** Everything here ends, says why, and leaves the rest of the tree alone. */
describe('templates that mean harm', () => {
  test.each<[string, string]>([
    ['lists deeper than the cap', `Resources: { X: { Type: "AWS::Bedrock::X", V: ${'['.repeat(20_000)} } }`],
    ['sequences deeper than the cap', `${good}V:\n${'- '.repeat(20_000)}x\n`],
    ['JSON deeper than the cap', `{"Resources":{"X":{"Type":"AWS::Bedrock::X","V":${'['.repeat(20_000)}`],
  ])('%s', (_, text) => {
    const reading = readFound({ 'bad.yaml': text, 'good.yaml': good });
    expect(reading.resources.map(({ address }) => address)).toEqual(['Good']);
    expect(reading.diagnostics).toMatchObject([{ at: { file: 'bad.yaml' } }]);
  });

  test('nesting at the cap is read, one more is not', () => {
    const nested = (depth: number) => `${good}Metadata: ${'['.repeat(depth)}${']'.repeat(depth)}\n`;
    expect(readTemplate(nested(LIMITS.dataDepth - 2)).diagnostics).toEqual([]);
    expect(codes(readTemplate(nested(LIMITS.dataDepth + 4)))).toEqual(['limit-exceeded']);
  });

  test('aliases that multiply', () => {
    const levels = Array.from(
      { length: 20 },
      (_, index) => `  a${index + 1}: &a${index + 1} [${Array(10).fill(`*a${index}`).join(',')}]\n`,
    ).join('');
    const reading = readTemplate(
      `Metadata:\n  a0: &a0 [x]\n${levels}Resources:\n  X: { Type: "AWS::Bedrock::Agent", Properties: { V: *a20 } }\n`,
    );
    expect(codes(reading)).toEqual(['limit-exceeded']);
    expect(reading.resources).toHaveLength(1);
  });

  test('merge keys that multiply', () => {
    const keys = Array.from({ length: 1_000 }, (_, index) => `  k${index}: 1\n`).join('');
    const merges = Array.from({ length: 200 }, (_, index) => `  m${index}: { <<: *all }\n`).join('');
    const reading = readTemplate(
      `Metadata:\n  all: &all\n${keys.replaceAll('  k', '    k')}${merges}${good}`,
    );
    expect(codes(reading).slice(0, 1)).toEqual(['limit-exceeded']);
    expect(reading.resources).toHaveLength(1);
  });

  test('an alias of itself', () => {
    expect(codes(readTemplate(`Metadata: { a: &a [*a] }\n${good}`))).toEqual(['template-syntax']);
  });

  test('many keys, in linear time', () => {
    const keys = Array.from({ length: 60_000 }, (_, index) => `  k${index}: 1\n`).join('');
    expect(readTemplate(`Metadata:\n${keys}${good}`).diagnostics).toEqual([]);
  });

  test('loops in loops', () => {
    const loop = (depth: number): string =>
      depth === 0
        ? '{ "X${L1}": { Type: "AWS::Bedrock::Agent" } }'
        : `{ "Fn::ForEach::L${depth}": [L${depth}, !Ref Items, ${loop(depth - 1)}] }`;
    const items = Array.from({ length: 1_000 }, (_, index) => String(index)).join(',');
    const reading = readTemplate(`Transform: AWS::LanguageExtensions
Parameters: { Items: { Type: CommaDelimitedList, Default: "${items}" } }
Resources: ${loop(5)}
`);
    expect(codes(reading)).toContain('limit-exceeded');
    expect(reading.resources.length).toBeLessThanOrEqual(LIMITS.resources);
  });

  test('a loop at the cap is expanded, one item more is not', () => {
    const template = (count: number) => `Transform: AWS::LanguageExtensions
Resources:
  Fn::ForEach::L: [I, [${Array.from({ length: count }, (_, index) => index).join(',')}], { "X\${I}": { Type: "A::B::C" } }]
`;
    expect(readTemplate(template(LIMITS.instancesPerBlock)).resources).toHaveLength(LIMITS.instancesPerBlock);
    const over = readTemplate(template(LIMITS.instancesPerBlock + 1));
    expect(over.resources).toEqual([]);
    expect(codes(over)).toEqual(['limit-exceeded']);
  });

  test('a text that doubles with every step', () => {
    const doubled = Array.from({ length: 14 }, () => '').reduce(
      (inner) => `{ "Fn::Sub": ["\${A}\${A}", { A: ${inner} }] }`,
      'x'.repeat(1_000),
    );
    const reading = readTemplate(`Resources:\n  X: { Type: "A::B::C", Properties: { V: ${doubled} } }\n`);
    expect(codes(reading)).toEqual(['limit-exceeded']);
    expect(plain(resourceAt(reading, 'X').attributes)).toMatchObject({ V: { unknown: expect.any(String) } });
  });

  test('conditions that refer to each other without end, or far', () => {
    const chain = Array.from(
      { length: 2_000 },
      (_, index) => `  C${index}: !Not [!Condition C${index + 1}]\n`,
    );
    const reading = readTemplate(
      `Conditions:\n  C2000: !Condition C0\n${chain.join('')}Resources:\n  X: { Type: "A::B::C", Condition: C0 }\n`,
    );
    expect(resourceAt(reading, 'X').uncertain?.why).toMatch(/nested in each other|depends on itself/);
  });

  test('stacks that nest more and more stacks', () => {
    const files = Object.fromEntries(
      Array.from({ length: 26 }, (_, index) => {
        const nested = ['A', 'B', 'C'].map(
          (id) =>
            `  ${id}: { Type: "AWS::CloudFormation::Stack", Properties: { TemplateURL: s${index + 1}.yaml } }\n`,
        );
        return [`s${index}.yaml`, `Resources:\n${nested.join('')}`];
      }),
    );
    const reading = readTemplate(files);
    expect(codes(reading)).toContain('limit-exceeded');
    expect(reading.resources.length).toBeLessThanOrEqual(LIMITS.resources);
  });

  test('stacks are nested up to the cap', () => {
    const files = Object.fromEntries(
      Array.from({ length: LIMITS.moduleDepth + 2 }, (_, index) => [
        `s${index}.yaml`,
        `Resources:\n  N: { Type: "AWS::CloudFormation::Stack", Properties: { TemplateURL: s${index + 1}.yaml } }\n`,
      ]),
    );
    const reading = readTemplate(files);
    expect(reading.resources).toHaveLength(LIMITS.moduleDepth);
    expect(codes(reading)).toEqual(['limit-exceeded']);
  });

  test('names of JavaScript are names like any other', () => {
    const reading = readTemplate(`constructor: {}
toString: {}
Parameters: { __proto__: { Type: String, Default: p } }
Mappings: { __proto__: { hasOwnProperty: { valueOf: m } } }
Conditions: { constructor: !Equals [a, a] }
Resources:
  __proto__: { Type: "A::B::C", Condition: constructor, Properties: { __proto__: !Ref __proto__, M: !FindInMap [__proto__, hasOwnProperty, valueOf] } }
  toString: { Type: "A::B::C", Properties: { V: !GetAtt constructor.prototype, C: !If [toString, 1, 2], F: { "Fn::toString": 1 } } }
`);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(reading.diagnostics.map(({ message }) => message)).toEqual([
      'constructor is no section of a template, and was not read.',
      'toString is no section of a template, and was not read.',
    ]);
    expect([...resourceAt(reading, '__proto__').attributes.entries.keys()]).toEqual(['__proto__', 'M']);
    expect(plain(resourceAt(reading, '__proto__').attributes.entries.get('M'))).toBe('m');
    expect(plain(resourceAt(reading, 'toString').attributes)).toMatchObject({
      V: { unknown: 'constructor is not declared' },
      C: { unknown: 'the condition toString is not declared' },
      F: { unknown: 'Fn::toString is not evaluated here' },
    });
  });

  test('paths out of the tree and to the network are not followed', () => {
    for (const url of [
      '../../etc/passwd',
      '/etc/passwd',
      'file:///etc/passwd',
      'https://x/y.yaml',
      's3://b/k',
      'a\\\\b.yaml',
    ]) {
      const reading = readTemplate(
        `Resources:\n  N: { Type: "AWS::CloudFormation::Stack", Properties: { TemplateURL: "${url}" } }\n  M: { Type: "AWS::Serverless::StateMachine", Properties: { DefinitionUri: "${url}" } }\n`,
      );
      expect(reading.resources).toHaveLength(2);
      expect(reading.asked ?? []).toEqual([]);
      expect(codes(reading)).toEqual(['iac-unresolved']);
    }
  });

  test('tags run nothing', () => {
    const reading = readTemplate(
      'Resources:\n  X: { Type: "A::B::C", Properties: { V: !!js/function "return process.env", W: !<x:y> 1, Z: !!binary aGk= } }\n',
    );
    expect(plain(resourceAt(reading, 'X').attributes)).toEqual({
      V: { unknown: 'the tag !!js/function is not read' },
      W: { unknown: expect.stringContaining('is not read') },
      Z: { unknown: 'the tag !!binary is not read' },
    });
  });

  test('a second document, directives, keys that are no text, a tab', () => {
    expect(
      readTemplate(`%YAML 1.1\n---\n${good}---\n${good.replace('Good', 'Evil')}`).resources,
    ).toMatchObject([{ address: 'Good' }]);
    expect(codes(readTemplate(`${good}? [a, b]\n: 1\n`))).toEqual(['template-syntax']);
    expect(codes(readTemplate(`${good}\tX: 1\n`))).toEqual(['template-syntax']);
  });

  test('things that look like templates in part', () => {
    for (const text of [
      'Resources: AWS::X::Y\n',
      'Resources: [AWS::X::Y]\n',
      'Resources: { A: AWS::X::Y }\n',
      'Resources:\n# AWS::X::Y\n',
    ])
      expect(foundTemplates({ 'x.yaml': text })).toEqual([]);
  });
});
