/** What an address means among several resources. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressIndex, exactness } from '../../../src/bind/addresses.ts';

const NAMES = [
  'aws_x.y',
  'aws_x.many[0]',
  'aws_x.many[1]',
  'module.tenants["eu.west"].aws_x.y',
  'module.tenants["us"].aws_x.y',
  'module.tenants["us"].aws_x.many["a]b"]',
  'envs/prod:aws_x.y',
  'Chat/SupportAgent7F3A',
  'Chat/BillingAgent01',
];
const find = (address: string) => addressIndex(NAMES, (name) => [name]).find(address);

describe('an address', () => {
  test.each<[string, readonly string[]]>([
    ['aws_x.y', ['aws_x.y']],
    ['aws_x.many', ['aws_x.many[0]', 'aws_x.many[1]']],
    ['aws_x.many[*]', ['aws_x.many[0]', 'aws_x.many[1]']],
    ['aws_x.many[1]', ['aws_x.many[1]']],
    ['aws_x.many[2]', []],
    ['module.tenants["*"].aws_x.y', ['module.tenants["eu.west"].aws_x.y', 'module.tenants["us"].aws_x.y']],
    ['module.tenants[*].aws_x.y', ['module.tenants["eu.west"].aws_x.y', 'module.tenants["us"].aws_x.y']],
    ['module.tenants.aws_x.y', ['module.tenants["eu.west"].aws_x.y', 'module.tenants["us"].aws_x.y']],
    ['module.tenants["us"].aws_x.y', ['module.tenants["us"].aws_x.y']],
    ["module.tenants['us'].aws_x.y", ['module.tenants["us"].aws_x.y']],
    ['module.tenants["*"].aws_x.many["a]b"]', ['module.tenants["us"].aws_x.many["a]b"]']],
    ['envs/prod:aws_x.y', ['envs/prod:aws_x.y']],
    ['Chat/*Agent*', ['Chat/SupportAgent7F3A', 'Chat/BillingAgent01']],
    ['Chat/Support*', ['Chat/SupportAgent7F3A']],
    ['aws_x.z', []],
    ['aws_x.many[', []],
    ['', []],
  ])('%s', (address, expected) => {
    expect(find(address)).toEqual(expected);
  });

  test('every name finds itself, and without its keys at least itself', () => {
    const key = fc.option(
      fc.oneof(
        fc.nat(9).map(String),
        fc.string().map((text) => JSON.stringify(text)),
      ),
    );
    const step = fc
      .tuple(fc.stringMatching(/^[a-z_]{1,5}$/), key)
      .map(([name, at]) => name + (at === null ? '' : `[${at}]`));
    const address = fc.array(step, { minLength: 1, maxLength: 4 }).map((steps) => steps.join('.'));
    fc.assert(
      fc.property(fc.array(address, { minLength: 1 }), (names) => {
        const index = addressIndex(names, (name) => [name]);
        for (const name of names) expect(index.find(name)).toContain(name);
      }),
    );
  });

  test('the more keys it has, the more exact it is', () => {
    const sorted = ['a["x"].b["y"]', 'a[*].b["y"]', 'a*', 'a.b'].toSorted(
      (a, b) => exactness(a) - exactness(b),
    );
    expect(sorted).toEqual(['a*', 'a.b', 'a[*].b["y"]', 'a["x"].b["y"]']);
  });
});
