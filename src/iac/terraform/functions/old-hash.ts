/** MD5 (RFC 1321) and SHA-1 (FIPS 180-4) of bytes. Nobody trusts them, but names are built of them. */

const MASK = 0xffffffff;

/** The 16 bytes of the MD5 of a message. */
export function md5(message: Uint8Array): readonly number[] {
  let [a, b, c, d] = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476];
  for (const block of blocksOf(message, true)) {
    const start = [a, b, c, d] as const;
    for (let round = 0; round < 64; round++) {
      const [mixed, chosen] = md5Round(round, b, c, d);
      const sum = (a + mixed + (MD5_CONSTANTS[round] ?? 0) + (block[chosen] ?? 0)) >>> 0;
      const turned = rotate(sum, MD5_TURNS[round >> 4]?.[round & 3] ?? 0);
      [a, b, c, d] = [d, (b + turned) >>> 0, b, c];
    }
    [a, b, c, d] = [(a + start[0]) >>> 0, (b + start[1]) >>> 0, (c + start[2]) >>> 0, (d + start[3]) >>> 0];
  }
  return [a, b, c, d].flatMap((word) => bytesOf(word).reverse());
}

/** The 20 bytes of the SHA-1 of a message. */
export function sha1(message: Uint8Array): readonly number[] {
  let [a, b, c, d, e] = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];
  for (const block of blocksOf(message, false)) {
    const start = [a, b, c, d, e] as const;
    const words = [...block];
    for (let at = 16; at < 80; at++) {
      const mixed = word(words, at - 3) ^ word(words, at - 8) ^ word(words, at - 14) ^ word(words, at - 16);
      words.push(rotate(mixed >>> 0, 1));
    }
    for (let round = 0; round < 80; round++) {
      const [mixed, constant] = sha1Round(round, b, c, d);
      const sum = (rotate(a, 5) + mixed + e + constant + word(words, round)) % 2 ** 32;
      [a, b, c, d, e] = [sum, a, rotate(b, 30), c, d];
    }
    [a, b, c, d, e] = [a, b, c, d, e].map((value, index) => (value + (start[index] ?? 0)) >>> 0) as [
      number,
      number,
      number,
      number,
      number,
    ];
  }
  return [a, b, c, d, e].flatMap(bytesOf);
}

function word(words: readonly number[], index: number): number {
  return words[index] ?? 0;
}

/** The message in blocks of 16 words, with a one, zeros and its length in bits behind it. */
function* blocksOf(message: Uint8Array, littleEndian: boolean): Generator<readonly number[]> {
  const length = Math.ceil((message.length + 9) / 64) * 64;
  const padded = new DataView(new ArrayBuffer(length));
  for (const [index, byte] of message.entries()) padded.setUint8(index, byte);
  padded.setUint8(message.length, 0x80);
  padded.setBigUint64(length - 8, BigInt(message.length) * 8n, littleEndian);
  for (let at = 0; at < length; at += 64)
    yield Array.from({ length: 16 }, (_, index) => padded.getUint32(at + 4 * index, littleEndian));
}

function rotate(value: number, by: number): number {
  return ((value << by) | (value >>> (32 - by))) >>> 0;
}

function bytesOf(value: number): number[] {
  return [24, 16, 8, 0].map((shift) => (value >>> shift) & 0xff);
}

const MD5_TURNS = [
  [7, 12, 17, 22],
  [5, 9, 14, 20],
  [4, 11, 16, 23],
  [6, 10, 15, 21],
];

const MD5_CONSTANTS = Array.from({ length: 64 }, (_, index) =>
  Math.floor(Math.abs(Math.sin(index + 1)) * 2 ** 32),
);

/** What a round mixes of the state, and which word of the block it takes. */
function md5Round(round: number, b: number, c: number, d: number): readonly [number, number] {
  switch (round >> 4) {
    case 0:
      return [((b & c) | (~b & d)) >>> 0, round];
    case 1:
      return [((b & d) | (c & ~d)) >>> 0, (5 * round + 1) & 15];
    case 2:
      return [(b ^ c ^ d) >>> 0, (3 * round + 5) & 15];
    default:
      return [(c ^ (b | (~d & MASK))) >>> 0, (7 * round) & 15];
  }
}

/** What a round mixes of the state, and its constant. */
function sha1Round(round: number, b: number, c: number, d: number): readonly [number, number] {
  if (round < 20) return [((b & c) | (~b & d)) >>> 0, 0x5a827999];
  if (round < 40) return [(b ^ c ^ d) >>> 0, 0x6ed9eba1];
  if (round < 60) return [((b & c) | (b & d) | (c & d)) >>> 0, 0x8f1bbcdc];
  return [(b ^ c ^ d) >>> 0, 0xca62c1d6];
}
