/** `Fn::Select`, `Fn::FindInMap`, `Fn::GetAZs`, `Fn::Cidr` and `Fn::Length`. */
import { Decimal } from '../../../model/decimal.ts';
import { unknown } from '../../../model/value.ts';
import { nodeAt, plainValue } from '../../document/node.ts';
import { networksWithin } from '../../terraform/functions/network.ts';
import { toNumber, toText } from '../../terraform/values/convert.ts';
import { argumentsOf, derived, type IntrinsicFunction, required, wrong } from './function.ts';

export const select: IntrinsicFunction = (argument, scope, evaluate) => {
  const [first, second] = argumentsOf(argument, 2) ?? [];
  if (first === undefined || second === undefined)
    return wrong('Fn::Select', 'an index and a list', argument);
  const index = toNumber(required('Fn::Select', first, scope, evaluate));
  const list = required('Fn::Select', second, scope, evaluate);
  if (list.kind === 'unknown') return derived(list);
  if (index.kind === 'unknown') return derived(index);
  const found = list.kind === 'list' ? list.items[index.value.toNumber()] : undefined;
  if (list.kind !== 'list') return wrong('Fn::Select', 'an index and a list', argument);
  const why = `Fn::Select asks for item ${index.value.toFixed()} of ${list.items.length}, counted from 0`;
  return found ?? unknown(why, { at: argument.at });
};

export const findInMap: IntrinsicFunction = (argument, scope, evaluate) => {
  const parts = argumentsOf(argument, 3, 4);
  if (parts === undefined) return wrong('Fn::FindInMap', 'the names of a map and of two keys', argument);
  const fallback = nodeAt(parts[3], 'DefaultValue');
  const keys = parts.slice(0, 3).map((part) => toText(required('Fn::FindInMap', part, scope, evaluate)));
  const open = keys.find((key) => key.kind === 'unknown');
  if (open !== undefined) return derived(open);
  const [map = '', top = '', second = ''] = keys.map((key) => (key.kind === 'text' ? key.value : ''));
  const found = nodeAt(scope.mapping(map), top, second);
  if (found !== undefined) return plainValue(found, scope.budget.spend);
  if (fallback !== undefined) return evaluate(fallback, scope);
  return unknown(`the mapping ${map} has no ${top} / ${second}`, { at: argument.at });
};

export const availabilityZones: IntrinsicFunction = ({ at }) =>
  unknown('which availability zones an account has is not known', { at });

export const cidr: IntrinsicFunction = (argument, scope, evaluate) => {
  const parts = argumentsOf(argument, 2, 3);
  if (parts === undefined) return wrong('Fn::Cidr', 'a block, a count and a number of bits', argument);
  const [block, count, bits] = parts.map((part) => toText(required('Fn::Cidr', part, scope, evaluate)));
  const open = [block, count, bits].find((part) => part?.kind === 'unknown');
  if (open?.kind === 'unknown') return derived(open);
  const written = block?.kind === 'text' ? block.value : '';
  const many = wholeNumber(count?.kind === 'text' ? count.value : '', 256);
  const own =
    bits === undefined
      ? written.includes(':')
        ? 64
        : 8
      : wholeNumber(bits.kind === 'text' ? bits.value : '', 128);
  const made = many === undefined || own === undefined ? undefined : networksWithin(written, many, own);
  return made ?? wrong('Fn::Cidr', 'a block, a count and a number of bits that fit together', argument);
};

function wholeNumber(written: string, most: number): number | undefined {
  return /^\d{1,3}$/.test(written) && Number(written) <= most ? Number(written) : undefined;
}

export const length: IntrinsicFunction = (argument, scope, evaluate) => {
  const list = required('Fn::Length', argument, scope, evaluate);
  if (list.kind === 'unknown') return derived(list);
  if (list.kind !== 'list') return wrong('Fn::Length', 'a list', argument);
  return { kind: 'number', value: new Decimal(list.items.length) };
};
