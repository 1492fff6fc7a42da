/** Base64, URL encoding and paths. Only UTF-8 is encoded; what is decoded to something else is unknown. */
import { text, unknown, type Value } from '../../../model/value.ts';
import { normalize } from '../hcl/characters.ts';
import { failure } from '../values/value.ts';
import { define, type TerraformFunction } from './function.ts';

export const ENCODING_FUNCTIONS: Readonly<Record<string, TerraformFunction>> = {
  base64encode: define(['text'], (budget, value) => {
    budget.spend(value.length >> 2);
    return text(encodeBase64(value));
  }),
  base64decode: define(['text'], (_, value) => decodeBase64(value, 'base64decode')),
  textencodebase64: define(['text', 'text'], (_, value, encoding) =>
    isUtf8(encoding) ? text(encodeBase64(value)) : otherEncoding('textencodebase64'),
  ),
  textdecodebase64: define(['text', 'text'], (_, value, encoding) =>
    isUtf8(encoding) ? decodeBase64(value, 'textdecodebase64') : otherEncoding('textdecodebase64'),
  ),
  urlencode: define(['text'], (budget, value) => {
    budget.spend(value.length >> 2);
    return text(encodeUrl(value));
  }),
  basename: define(['text'], (_, value) => text(baseName(value))),
  dirname: define(['text'], (_, value) => text(directoryName(value))),
};

function isUtf8(encoding: string): boolean {
  return /^utf-?8$/i.test(encoding);
}

function otherEncoding(name: string): Value {
  return unknown(`${name}() in an encoding other than UTF-8 is not evaluated`);
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The UTF-8 bytes of a text in base64, with padding. */
export function encodeBase64(value: string): string {
  return base64OfBytes(new TextEncoder().encode(value));
}

/** Bytes in base64, with padding. */
export function base64OfBytes(bytes: ArrayLike<number>): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 3) {
    const group = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    const digits = [18, 12, 6, 0].map((shift) => ALPHABET[(group >> shift) & 63] ?? '').join('');
    const present = Math.min(3, bytes.length - at) + 1;
    parts.push(digits.slice(0, present).padEnd(4, '='));
  }
  return parts.join('');
}

function decodeBase64(value: string, name: string): Value {
  // Go passes over line breaks.
  const source = value.replaceAll(/[\r\n]/g, '');
  if (source.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(source)) {
    return failure(`${name}() got a text that is no base64`);
  }
  const digits = source.replace(/=+$/, '');
  const bytes = new Uint8Array(Math.floor((digits.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const digit of digits) {
    held = ((held << 6) | ALPHABET.indexOf(digit)) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at++] = (held >> bits) & 0xff;
  }
  try {
    return text(normalize(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)));
  } catch {
    return failure(`${name}() got bytes that are no UTF-8`);
  }
}

/** Go's `url.QueryEscape`: a space is `+`, and only letters, digits, `-`, `_`, `.` and `~` stay. */
function encodeUrl(value: string): string {
  const bytes = new TextEncoder().encode(value);
  return Array.from(bytes, (byte) => {
    const character = String.fromCharCode(byte);
    if (/^[A-Za-z0-9\-_.~]$/.test(character)) return character;
    return byte === 0x20 ? '+' : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }).join('');
}

/** Go's `filepath.Base` on a system whose separator is `/`. */
function baseName(path: string): string {
  if (path === '') return '.';
  const names = path.split('/').filter((name) => name !== '');
  return names.at(-1) ?? '/';
}

/** Go's `filepath.Dir`: what stands before the last `/`, with `.` and `..` in it resolved. */
function directoryName(path: string): string {
  const directory = path.slice(0, path.lastIndexOf('/') + 1);
  const rooted = directory.startsWith('/');
  const names: string[] = [];
  for (const name of directory.split('/')) {
    if (name === '' || name === '.') continue;
    if (name !== '..') names.push(name);
    else if (names.length > 0 && names.at(-1) !== '..') names.pop();
    else if (!rooted) names.push('..');
  }
  return rooted ? `/${names.join('/')}` : names.join('/') || '.';
}
