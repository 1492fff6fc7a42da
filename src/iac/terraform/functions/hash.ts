/** Hashes of texts, of which names are built. */
import { text, unknown, type Value } from '../../../model/value.ts';
import type { Budget } from '../evaluate/budget.ts';
import { failure } from '../values/value.ts';
import { base64OfBytes } from './encoding.ts';
import { define, type TerraformFunction } from './function.ts';
import { md5, sha1 } from './old-hash.ts';
import { sha2 } from './sha2.ts';

const DIGESTS = {
  md5,
  sha1,
  sha256: (bytes: Uint8Array) => sha2(bytes, 'sha256'),
  sha512: (bytes: Uint8Array) => sha2(bytes, 'sha512'),
};

export const HASH_FUNCTIONS: Readonly<Record<string, TerraformFunction>> = {
  md5: define(['text'], (budget, value) => hash('md5', value, budget, inHex)),
  sha1: define(['text'], (budget, value) => hash('sha1', value, budget, inHex)),
  sha256: define(['text'], (budget, value) => hash('sha256', value, budget, inHex)),
  sha512: define(['text'], (budget, value) => hash('sha512', value, budget, inHex)),
  base64sha256: define(['text'], (budget, value) => hash('sha256', value, budget, base64OfBytes)),
  base64sha512: define(['text'], (budget, value) => hash('sha512', value, budget, base64OfBytes)),
  uuidv5: define(['text', 'text'], (budget, space, name) => nameUuid(space, name, budget)),
};

/** The same of files: `filemd5` is `md5` of what the file holds. */
export const FILE_HASHES: ReadonlyMap<string, TerraformFunction['call']> = new Map(
  Object.entries(HASH_FUNCTIONS)
    .filter(([name]) => name !== 'uuidv5')
    .map(([name, { call }]) => [`file${name}`, call]),
);

/** Longer texts are not hashed: they are files, and nothing that is billed hangs on them. */
const MAXIMUM_BYTES = 100_000;

function hash(
  name: keyof typeof DIGESTS,
  value: string,
  budget: Budget,
  write: (bytes: readonly number[]) => string,
): Value {
  const bytes = new TextEncoder().encode(value);
  if (bytes.length > MAXIMUM_BYTES) return unknown(`${name}() of so long a text is not evaluated`);
  if (!budget.spend(64 + 4 * bytes.length)) return budget.outOfSteps();
  return text(write(DIGESTS[name](bytes)));
}

function inHex(bytes: readonly number[]): string {
  return bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Namespaces that have a name of their own (RFC 4122, appendix C). They differ in one byte. */
const NAMESPACES: ReadonlyMap<string, string> = new Map(
  ['dns', 'url', '', 'oid', '', 'x500'].map((name, index) => [
    name,
    `6ba7b81${index}-9dad-11d1-80b4-00c04fd430c8`,
  ]),
);

/** A UUID of version 5: the SHA-1 of a namespace and a name, with the version and the variant in it. */
function nameUuid(space: string, name: string, budget: Budget): Value {
  const written = (space === '' ? undefined : NAMESPACES.get(space)) ?? space;
  if (!/^[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/.test(written))
    return failure('uuidv5() got a namespace that is no UUID');
  const prefix = written.replaceAll('-', '').match(/../g) ?? [];
  const message = [...prefix.map((pair) => Number.parseInt(pair, 16)), ...new TextEncoder().encode(name)];
  if (message.length > MAXIMUM_BYTES) return unknown('uuidv5() of so long a text is not evaluated');
  if (!budget.spend(64 + 4 * message.length)) return budget.outOfSteps();
  const bytes = sha1(Uint8Array.from(message)).slice(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return text(inHex(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'));
}
