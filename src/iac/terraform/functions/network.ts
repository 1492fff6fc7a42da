/** Address arithmetic: `cidrhost`, `cidrnetmask`, `cidrsubnet`, `cidrsubnets`. */
import type { Decimal } from '../../../model/decimal.ts';
import { text, type Unknown, type Value } from '../../../model/value.ts';
import { failure, isFailure, list } from '../values/value.ts';
import { define, defineRest, type TerraformFunction } from './function.ts';

export const NETWORK_FUNCTIONS: Readonly<Record<string, TerraformFunction>> = {
  cidrhost: define(['text', 'number'], (_, prefix, index) => {
    const network = parseNetwork(prefix);
    const number = wholeNumber(index);
    if (network === undefined || number === undefined) return wrong('cidrhost');
    const size = 1n << BigInt(network.bits - network.length);
    if (number >= size || -number > size)
      return failure('cidrhost() got a host that the network does not have');
    return text(writeAddress(network.address + (number < 0n ? size + number : number), network.bits));
  }),
  cidrnetmask: define(['text'], (_, prefix) => {
    const network = parseNetwork(prefix);
    if (network === undefined || network.bits !== 32) return wrong('cidrnetmask');
    return text(writeAddress((1n << 32n) - (1n << BigInt(32 - network.length)), 32));
  }),
  cidrsubnet: define(['text', 'number', 'number'], (_, prefix, added, index) => {
    const network = parseNetwork(prefix);
    const bits = wholeNumber(added);
    const number = wholeNumber(index);
    if (network === undefined || bits === undefined || number === undefined || bits < 0n || number < 0n)
      return wrong('cidrsubnet');
    const length = BigInt(network.length) + bits;
    if (length > BigInt(network.bits)) return failure('cidrsubnet() got more bits than an address has');
    if (number >= 1n << bits) return failure('cidrsubnet() got a number that its bits do not hold');
    const address = network.address + (number << (BigInt(network.bits) - length));
    return text(`${writeAddress(address, network.bits)}/${length}`);
  }),
  cidrsubnets: defineRest(['text'], 'number', (_, prefix, ...added) => {
    const network = parseNetwork(prefix);
    if (network === undefined) return wrong('cidrsubnets');
    const made = subnets(network, added);
    return made.find(isFailure) ?? list(made);
  }),
};

interface Network {
  readonly address: bigint;
  /** Of an address: 32 or 128. */
  readonly bits: number;
  readonly length: number;
}

/** Networks one behind the other, each at the next place where one of its size can start. */
function subnets({ address, bits, length }: Network, added: readonly Decimal[]): readonly Value[] {
  let next = address;
  const end = address + (1n << BigInt(bits - length));
  return added.map((each): Value => {
    const more = wholeNumber(each);
    if (more === undefined || more < 1n || BigInt(length) + more > BigInt(bits)) return wrong('cidrsubnets');
    const own = BigInt(length) + more;
    const size = 1n << (BigInt(bits) - own);
    const start = ((next + size - 1n) / size) * size;
    if (start + size > end) return failure('cidrsubnets() got more than its network holds');
    next = start + size;
    return text(`${writeAddress(start, bits)}/${own}`);
  });
}

/**
 * The first `count` networks of `hostBits` bits for hosts within a block: what `Fn::Cidr` of CloudFormation makes.
 * `undefined` where the block is none, or does not hold them.
 */
export function networksWithin(block: string, count: number, hostBits: number): Value | undefined {
  const network = parseNetwork(block);
  if (network === undefined) return undefined;
  const own = network.bits - hostBits;
  if (own < network.length || BigInt(count) > 1n << BigInt(own - network.length)) return undefined;
  const addresses = Array.from(
    { length: count },
    (_, at) => network.address + (BigInt(at) << BigInt(hostBits)),
  );
  return list(addresses.map((address) => text(`${writeAddress(address, network.bits)}/${own}`)));
}

function wrong(name: string): Unknown {
  return failure(`${name}() got what is no network, or a number that does not fit it`);
}

function wholeNumber(value: Decimal): bigint | undefined {
  return value.isInteger() && value.abs().lt('1e40') ? BigInt(value.toFixed()) : undefined;
}

/** `10.0.0.0/8`, with the bits behind the prefix cleared. */
function parseNetwork(source: string): Network | undefined {
  const match = /^([0-9A-Fa-f.:]{2,45})\/(\d{1,3})$/.exec(source);
  const [, written = '', prefix = ''] = match ?? [];
  const six = written.includes(':');
  const bits = six ? 128 : 32;
  const address = six ? parseSix(written) : parseFour(written);
  const length = Number(prefix);
  if (match === null || address === undefined || length > bits) return undefined;
  const behind = BigInt(bits - length);
  return { address: (address >> behind) << behind, bits, length };
}

function parseFour(written: string): bigint | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(written);
  if (match === null) return undefined;
  const bytes = match.slice(1).map((part) => BigInt(part));
  return bytes.every((byte) => byte < 256n) ? bytes.reduce((sum, byte) => sum * 256n + byte, 0n) : undefined;
}

function parseSix(written: string): bigint | undefined {
  const halves = written.split('::');
  if (halves.length > 2 || written.includes('.')) return undefined;
  const [start = [], end = []] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const missing = 8 - start.length - end.length;
  if (halves.length === 1 ? missing !== 0 : missing < 1) return undefined;
  const groups = [...start, ...Array.from({ length: missing }, () => '0'), ...end];
  if (!groups.every((group) => /^[0-9A-Fa-f]{1,4}$/.test(group))) return undefined;
  return groups.reduce((sum, group) => sum * 65_536n + BigInt(`0x${group}`), 0n);
}

function writeAddress(address: bigint, bits: number): string {
  if (bits === 32) return [24n, 16n, 8n, 0n].map((shift) => String((address >> shift) & 255n)).join('.');
  const groups = Array.from({ length: 8 }, (_, index) => (address >> BigInt(112 - 16 * index)) & 65_535n);
  const { start, length } = longestZeros(groups);
  const written = groups.map((group) => group.toString(16));
  if (length < 2) return written.join(':');
  return `${written.slice(0, start).join(':')}::${written.slice(start + length).join(':')}`;
}

/** The longest run of zero groups, the first of equals (RFC 5952). */
function longestZeros(groups: readonly bigint[]): { readonly start: number; readonly length: number } {
  let best = { start: 0, length: 0 };
  let start = 0;
  for (const [index, group] of groups.entries()) {
    if (group !== 0n) start = index + 1;
    else if (index + 1 - start > best.length) best = { start, length: index + 1 - start };
  }
  return best;
}
