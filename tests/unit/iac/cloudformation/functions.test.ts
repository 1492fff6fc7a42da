// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates are written here, and theirs look like those of JavaScript.
import { describe, expect, test } from 'vitest';
import { number } from '../support.ts';
import { property, propertyValue } from './support.ts';

const SECTIONS = `Parameters:
  Model: { Type: String, Default: amazon.nova-lite-v1:0, AllowedValues: [amazon.nova-lite-v1:0, amazon.nova-pro-v1:0] }
  Size: { Type: Number, Default: 3 }
  Zones: { Type: CommaDelimitedList, Default: "a, b,c" }
  Open: { Type: String }
  Path: { Type: "AWS::SSM::Parameter::Value<String>", Default: /app/model }
Mappings:
  Models: { us-east-1: { chat: amazon.nova-pro-v1:0, many: [x, y] } }
Conditions:
  IsLite: !Equals [!Ref Model, amazon.nova-lite-v1:0]
  IsOpen: !Equals [!Ref Open, "yes"]
  Both: !And [!Condition IsLite, !Condition IsOpen]
  Either: !Or [!Condition IsOpen, !Condition IsLite]
  NotLite: !Not [!Condition IsLite]
  Loop: !Condition Loop`;

describe('functions', () => {
  test.each<[string, unknown]>([
    ['!Ref Model', 'amazon.nova-lite-v1:0'],
    ['!Ref Size', '3'],
    ['!Ref Zones', ['a', 'b', 'c']],
    ['!Ref AWS::Region', 'us-east-1'],
    ['!Ref AWS::Partition', 'aws'],
    ['!Ref AWS::URLSuffix', 'amazonaws.com'],
    ['!Ref AWS::NoValue', undefined],
    ['[a, !Ref AWS::NoValue, b]', ['a', 'b']],
    [
      '!Sub "arn:${AWS::Partition}:bedrock:${AWS::Region}::foundation-model/${Model}"',
      'arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0',
    ],
    ['{ "Fn::Sub": ["${A}-${!Literal}-${Model}", { A: !Ref Size }] }', '3-${Literal}-amazon.nova-lite-v1:0'],
    ['!Sub "$ ${} {x} ${A"', '$ ${} {x} ${A'],
    ['!Join [":", [a, !Ref Size, !Ref Model]]', 'a:3:amazon.nova-lite-v1:0'],
    ['!Join [",", !Ref Zones]', 'a,b,c'],
    ['!Select [1, !Ref Zones]', 'b'],
    ['!Select ["0", !Split ["|", "p|q"]]', 'p'],
    ['!Select [7, [a]]', { unknown: 'Fn::Select asks for item 7 of 1, counted from 0' }],
    ['!Split ["|", "p||q"]', ['p', '', 'q']],
    ['!FindInMap [Models, !Ref "AWS::Region", chat]', 'amazon.nova-pro-v1:0'],
    ['!FindInMap [Models, us-east-1, many]', ['x', 'y']],
    ['!FindInMap [Models, eu-west-1, chat]', { unknown: 'the mapping Models has no eu-west-1 / chat' }],
    ['{ "Fn::FindInMap": [Models, eu-west-1, chat, { DefaultValue: !Ref Model }] }', 'amazon.nova-lite-v1:0'],
    ['!If [IsLite, small, large]', 'small'],
    ['!If [NotLite, small, !Ref "AWS::NoValue"]', undefined],
    ['!If [Either, small, large]', 'small'],
    ['!If [Both, small, large]', { unknown: 'the parameter Open has no default' }],
    ['!If [IsOpen, same, same]', 'same'],
    ['!If [Loop, small, large]', { unknown: 'the condition Loop depends on itself' }],
    ['!If [Missing, small, large]', { unknown: 'the condition Missing is not declared' }],
    ['!Base64 "héllo"', 'aMOpbGxv'],
    ['!GetAZs ""', { unknown: 'which availability zones an account has is not known' }],
    ['!Cidr ["10.0.0.0/16", 2, 8]', ['10.0.0.0/24', '10.0.1.0/24']],
    [
      '!Cidr ["10.0.0.0/24", 2, 8]',
      { unknown: 'Fn::Cidr takes a block, a count and a number of bits that fit together' },
    ],
    ['{ "Fn::Length": !Ref Zones }', number(3)],
    ['{ "Fn::ToJsonString": { b: [1, true], a: !Ref Model } }', '{"a":"amazon.nova-lite-v1:0","b":[1,true]}'],
    ['!Ref Open', { unknown: 'the parameter Open has no default' }],
    ['!Ref Path', { unknown: 'the parameter Path is what the SSM parameter /app/model holds' }],
    ['!Ref Nothing', { unknown: 'Nothing is not declared' }],
    ['!Ref Other', { unknown: 'the id of Other is known only once it exists' }],
    ['!GetAtt Other.Arn', { unknown: 'the Arn of Other is known only once it exists' }],
    ['!ImportValue shared', { unknown: 'no template that is read here exports shared' }],
    ['"{{resolve:ssm:/app/model:2}}"', { unknown: '{{resolve:ssm:/app/model:2}} is resolved at deployment' }],
    ['"<MODEL_ID>"', { unknown: '<MODEL_ID> is to be replaced before the deployment' }],
    ['"Answer in <ANSWER> tags."', 'Answer in <ANSWER> tags.'],
    ['!Quux [1]', { unknown: 'Fn::Quux is not evaluated here' }],
    ['012345678901', '012345678901'],
    ['2012-10-17', '2012-10-17'],
    ['{ a: 1, "Fn::If": [IsLite, 1, 2] }', { a: number(1), 'Fn::If': ['IsLite', number(1), number(2)] }],
  ])('%s', (written, expected) => {
    expect(property(written, SECTIONS)).toEqual(expected);
  });

  test('a text that is known in part shows the parts, and whom they refer to', () => {
    const value = propertyValue(
      '!Sub "arn:aws:bedrock:${AWS::Region}:${AWS::AccountId}:inference-profile/${Model}"',
      SECTIONS,
    );
    expect(value).toMatchObject({
      kind: 'unknown',
      why: 'the account is not known',
      pieces: [
        'arn:aws:bedrock:us-east-1:',
        { why: 'the account is not known' },
        ':inference-profile/amazon.nova-lite-v1:0',
      ],
    });
    expect(propertyValue('!Sub "${Other.Arn}/*"')).toMatchObject({
      pieces: [{ refersTo: 'Other', attribute: 'Arn' }, '/*'],
    });
    expect(propertyValue('!Sub "${Other}"')).toMatchObject({ refersTo: 'Other' });
    expect(propertyValue('!Select [1, !Split ["/", !GetAtt Other.Arn]]')).toMatchObject({
      refersTo: 'Other',
      attribute: 'Arn',
    });
  });

  test('a parameter without a default comes with the line that states it', () => {
    expect(propertyValue('!Ref Open', SECTIONS)).toMatchObject({
      at: { file: 'app.yaml', line: 5 },
      hint: 'iac: [{ cloudformation: app.yaml, parameters: { Open: value } }]',
    });
  });

  test('without a region what depends on it is unknown', () => {
    const root = { region: undefined } as never;
    expect(property('!Ref AWS::Region', '', root)).toEqual({ unknown: 'no region is stated' });
    expect(property('!Ref AWS::Partition', '', root)).toEqual({ unknown: 'no region is stated' });
  });
});
