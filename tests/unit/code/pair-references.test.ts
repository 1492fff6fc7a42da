import { describe, expect, test } from 'vitest';
import { modelReferences } from '../../../src/code/model-references.ts';
import { pairReferences } from '../../../src/code/pair-references.ts';

const pairs = (before: string, after: string, path = 'a.py') =>
  pairReferences(
    { text: before, references: modelReferences(path, before) },
    { text: after, references: modelReferences(path, after) },
  ).map(({ before: old, after: current }) => `${short(old?.id)} > ${short(current?.id)}`);

const short = (id: string | undefined) => id?.replace(/^.*nova-|-v1:0$/g, '') ?? 'none';

const set = (name: string, model: string) => `${name} = "amazon.nova-${model}-v1:0"`;

describe('what happened to the ids of one file', () => {
  test.each([
    ['the same text', [set('A', 'pro')], [set('A', 'pro')], []],
    ['a switch', [set('A', 'pro')], [set('A', 'lite')], ['pro > lite']],
    ['one that moves down', [set('A', 'pro'), 'x = 1'], ['x = 1', 'y = 2', set('A', 'pro')], []],
    ['one that is called otherwise', [set('MODEL', 'pro')], [set('MODEL_ID', 'pro')], []],
    [
      'a constant that becomes a default',
      [set('M', 'pro')],
      ['M = os.getenv("M", "amazon.nova-pro-v1:0")'],
      [],
    ],
    ['one that comes', ['x = 1'], ['x = 1', set('A', 'pro')], ['none > pro']],
    ['one that goes', [set('A', 'pro'), 'x = 1'], ['x = 1'], ['pro > none']],
    [
      'two that change places',
      [set('A', 'pro'), set('B', 'lite')],
      [set('A', 'lite'), set('B', 'pro')],
      ['pro > lite', 'lite > pro'],
    ],
    [
      'a former model that stays as the fallback',
      [set('A', 'pro'), 'x = 1'],
      [set('A', 'lite'), 'x = 1', set('FALLBACK', 'pro')],
      ['pro > lite', 'none > pro'],
    ],
    [
      'names before places',
      [set('A', 'pro'), set('B', 'lite')],
      [set('B', 'micro'), set('A', 'premier')],
      ['lite > micro', 'pro > premier'],
    ],
    [
      'places where there is no name',
      ['run(x)', 'return "amazon.nova-pro-v1:0"', 'end()', 'stop()'],
      ['run(x)', 'return "amazon.nova-lite-v1:0"', 'end()', 'stop()'],
      ['pro > lite'],
    ],
    [
      'what is far apart is no pair without a name, where there are several',
      ['return "amazon.nova-pro-v1:0"', 'one()', 'two()'],
      ['one()', 'two()', 'return "amazon.nova-lite-v1:0"', 'three()', 'return "amazon.nova-micro-v1:0"'],
      ['pro > none', 'none > lite', 'none > micro'],
    ],
    [
      'one that embeds does not take the place of a chat model',
      ['run(x)', 'return "amazon.nova-pro-v1:0"', 'end()'],
      ['run(x)', 'return "amazon.titan-embed-text-v2:0"', 'end()'],
      ['pro > none', 'none > amazon.titan-embed-text-v2:0'],
    ],
    [
      'unless it is the same setting',
      [set('A', 'pro')],
      ['A = "amazon.titan-embed-text-v2:0"'],
      ['pro > amazon.titan-embed-text-v2:0'],
    ],
    [
      'settings that become one constant',
      ['run(model="amazon.nova-pro-v1:0")', 'one()', 'ask(model="amazon.nova-pro-v1:0")', 'two()'],
      [set('MODEL', 'lite'), 'run(model=MODEL)', 'one()', 'ask(model=MODEL)', 'two()'],
      ['pro > lite'],
    ],
    [
      'a prefix of run time',
      ['M = "amazon.nova-pro-v1:0"'],
      ['M = f"{geo}.amazon.nova-pro-v1:0"'],
      ['pro > pro'],
    ],
  ] as const)('%s', (_what, before, after, expected) => {
    expect(pairs(before.join('\n'), after.join('\n'))).toEqual(expected);
  });

  test('the place is that of the switch, where the same setting stands in other parts too', () => {
    const block = (key: string, model: string) => `  ${key}:\n    Default: amazon.nova-${model}-v1:0\n`;
    const template = (...models: readonly string[]) =>
      models.map((model, index) => block(`Model${index}`, model)).join('');
    const changed = (before: string, after: string) =>
      pairReferences(
        { text: before, references: modelReferences('t.yaml', before) },
        { text: after, references: modelReferences('t.yaml', after) },
      ).map(
        ({ before: old, after: current }) =>
          `${short(old?.id)}:${old?.line ?? 0} > ${short(current?.id)}:${current?.line ?? 0}`,
      );
    expect(changed(template('pro', 'lite', 'pro'), template('lite', 'lite', 'lite'))).toEqual([
      'pro:2 > lite:2',
      'pro:6 > lite:6',
    ]);
    const before = template('pro', 'lite');
    expect(changed(before, template('micro', 'lite', 'pro'))).toEqual(['pro:2 > micro:2', 'none:0 > pro:6']);
    expect(changed(before, `New:\n  a: b\n${before}`)).toEqual([]);
  });

  test('an empty side', () => {
    expect(pairs('', set('A', 'pro'))).toEqual(['none > pro']);
    expect(pairs(set('A', 'pro'), '')).toEqual(['pro > none']);
  });
});
