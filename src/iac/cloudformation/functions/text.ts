/** `Fn::Sub`, `Fn::Join`, `Fn::Split`, `Fn::Base64` and `Fn::ToJsonString`. */
import { text, type Value } from '../../../model/value.ts';
import { entriesOf, textOf } from '../../document/node.ts';
import { concatenate } from '../../terraform/evaluate/template.ts';
import { encodeJson } from '../../terraform/functions/encode-json.ts';
import { encodeBase64 } from '../../terraform/functions/encoding.ts';
import { toText } from '../../terraform/values/convert.ts';
import { openText } from '../literal.ts';
import type { Scope } from '../scope.ts';
import { argumentsOf, derived, type IntrinsicFunction, required, wrong } from './function.ts';

export const substitute: IntrinsicFunction = (argument, scope, evaluate) => {
  const [first = argument, own] = argumentsOf(argument, 1, 2) ?? [];
  const template = textOf(first);
  if (template === undefined) return wrong('Fn::Sub', 'a text, and a map of names', argument);
  const names = entriesOf(own);
  const values = new Map<string, Value>();
  const parts: Value[] = [];
  let last = 0;
  for (const match of template.matchAll(/\$\{([^{}]*)\}/g)) {
    if (match.index > last) parts.push(text(template.slice(last, match.index)));
    last = match.index + match[0].length;
    parts.push(substituted(match[1]?.trim() ?? '', match[0]));
  }
  if (last < template.length) parts.push(text(template.slice(last)));
  return wholeText(parts, scope);

  function substituted(name: string, written: string): Value {
    if (name.startsWith('!')) return text('${' + name.slice(1) + '}');
    if (name === '') return text(written);
    const given = names.get(name);
    if (given !== undefined) {
      const known = values.get(name) ?? required('Fn::Sub', given.node, scope, evaluate);
      values.set(name, known);
      return known;
    }
    const dot = name.indexOf('.');
    if (dot > 0) return scope.attribute(name.slice(0, dot), name.slice(dot + 1), argument.at);
    return scope.reference(name, argument.at) ?? text('');
  }
};

export const join: IntrinsicFunction = (argument, scope, evaluate) => {
  const [first, second] = argumentsOf(argument, 2) ?? [];
  if (first === undefined || second === undefined) return wrong('Fn::Join', 'a text and a list', argument);
  const between = toText(required('Fn::Join', first, scope, evaluate));
  const list = required('Fn::Join', second, scope, evaluate);
  if (list.kind === 'unknown') return derived(list);
  if (between.kind === 'unknown') return derived(between);
  if (list.kind !== 'list') return wrong('Fn::Join', 'a text and a list', argument);
  scope.budget.spend(list.items.length);
  return wholeText(
    list.items.flatMap((item, index) => (index === 0 || between.value === '' ? [item] : [between, item])),
    scope,
  );
};

/** The parts as one text, in which dynamic references may come together. */
function wholeText(parts: readonly Value[], scope: Scope): Value {
  if (parts.length === 0) return text('');
  const joined = concatenate(parts, scope.budget);
  return joined.kind === 'text' ? (openText(joined.value) ?? joined) : joined;
}

export const split: IntrinsicFunction = (argument, scope, evaluate) => {
  const [first, second] = argumentsOf(argument, 2) ?? [];
  if (first === undefined || second === undefined)
    return wrong('Fn::Split', 'a text to split at, and a text', argument);
  const between = toText(required('Fn::Split', first, scope, evaluate));
  const whole = toText(required('Fn::Split', second, scope, evaluate));
  if (whole.kind === 'unknown') return derived(whole);
  if (between.kind === 'unknown') return derived(between);
  if (between.value === '') return wrong('Fn::Split', 'a text to split at that is not empty', argument);
  const items = whole.value.split(between.value).map(text);
  return scope.budget.spend(items.length) ? { kind: 'list', items } : scope.budget.outOfSteps();
};

export const baseSixtyFour: IntrinsicFunction = (argument, scope, evaluate) => {
  const plain = toText(required('Fn::Base64', argument, scope, evaluate));
  if (plain.kind === 'unknown') return derived(plain);
  return scope.budget.spend(plain.value.length >> 4)
    ? text(encodeBase64(plain.value))
    : scope.budget.outOfSteps();
};

export const toJsonString: IntrinsicFunction = (argument, scope, evaluate) =>
  encodeJson(required('Fn::ToJsonString', argument, scope, evaluate), scope.budget);
