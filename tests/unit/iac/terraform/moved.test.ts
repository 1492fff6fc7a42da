import { describe, expect, test } from 'vitest';
import { type Files, read } from '../support.ts';

const former = (files: Files) =>
  Object.fromEntries(read(files).resources.map(({ address, formerAddresses }) => [address, formerAddresses]));
const moved = (from: string, to: string) => `moved {\n  from = ${from}\n  to   = ${to}\n}\n`;

describe('moved blocks', () => {
  test('of resources and their instances', () => {
    const main = `resource "t" "new" {}
resource "t" "counted" { count = 2 }
resource "t" "keyed" { for_each = toset(["a", "b"]) }
${moved('t.old', 't.new')}${moved('t.single', 't.counted[0]')}${moved('t.listed[0]', 't.keyed["a"]')}${moved('t.before', 't.keyed')}`;
    expect(former({ 'main.tf': main })).toEqual({
      't.new': ['t.old'],
      't.counted[0]': ['t.single'],
      't.counted[1]': undefined,
      't.keyed["a"]': ['t.before["a"]', 't.listed[0]'],
      't.keyed["b"]': ['t.before["b"]'],
    });
  });

  test('of modules, into modules and inside of them', () => {
    const main = `module "new" {
  source   = "./m"
  for_each = toset(["a"])
}
${moved('module.old', 'module.new')}${moved('t.root', 'module.new["a"].t.y')}`;
    const child = `resource "t" "y" {}\nresource "t" "z" {}\n${moved('t.x', 't.z')}`;
    expect(former({ 'main.tf': main, 'm/main.tf': child })).toEqual({
      'module.new["a"].t.y': ['module.old["a"].t.y', 't.root'],
      'module.new["a"].t.z': ['module.old["a"].t.z', 'module.new["a"].t.x', 'module.old["a"].t.x'],
    });
  });

  test('in chains and in circles', () => {
    const chain = `resource "t" "c" {}\n${moved('t.a', 't.b')}${moved('t.b', 't.c')}`;
    expect(former({ 'main.tf': chain })).toEqual({ 't.c': ['t.b', 't.a'] });
    expect(former({ 'main.tf': `${chain}${moved('t.c', 't.a')}` })).toEqual({ 't.c': ['t.b', 't.a'] });
  });

  test('an address that is still taken is not a former one', () => {
    const main = `resource "t" "a" {}\nresource "t" "b" {}\n${moved('t.a', 't.b')}`;
    expect(former({ 'main.tf': main })).toEqual({ 't.a': undefined, 't.b': undefined });
  });

  test('that cannot be read mean nothing', () => {
    const main = `resource "t" "a" {}\nmoved {\n  to = t.a\n}\n${moved('t[var.x]', 't.a')}${moved('"t.x"', 't.a')}`;
    expect(former({ 'main.tf': main })).toEqual({ 't.a': undefined });
  });

  test('stand in the JSON syntax, too', () => {
    const main = { resource: { t: { a: {} } }, moved: [{ from: 't.b[0]', to: 't.a' }] };
    expect(former({ 'main.tf.json': JSON.stringify(main) })).toEqual({ 't.a': ['t.b[0]'] });
  });
});
