/** SHA-256 and SHA-512 (FIPS 180-4) of bytes. */

interface Kind {
  /** Of a word. */
  readonly bits: bigint;
  readonly rounds: number;
  /** Rotations and shifts: two for the state, two for the schedule, whose last is a shift. */
  readonly turns: readonly (readonly [bigint, bigint, bigint])[];
  readonly start: readonly bigint[];
  readonly constants: readonly bigint[];
}

const KINDS: Readonly<Record<'sha256' | 'sha512', () => Kind>> = {
  sha256: once(() =>
    makeKind(32n, 64, [
      [2n, 13n, 22n],
      [6n, 11n, 25n],
      [7n, 18n, 3n],
      [17n, 19n, 10n],
    ]),
  ),
  sha512: once(() =>
    makeKind(64n, 80, [
      [28n, 34n, 39n],
      [14n, 18n, 41n],
      [1n, 8n, 7n],
      [19n, 61n, 6n],
    ]),
  ),
};

/** The bytes of the hash of a message. */
export function sha2(message: Uint8Array, name: keyof typeof KINDS): readonly number[] {
  const kind = KINDS[name]();
  const size = Number(kind.bits) / 8;
  const block = 16 * size;
  const length = Math.ceil((message.length + 1 + 2 * size) / block) * block;
  const padded = new Uint8Array(length);
  padded.set(message);
  padded[message.length] = 0x80;
  for (let at = 0, bits = message.length * 8; at < 6; at++, bits = Math.floor(bits / 256))
    padded[length - 1 - at] = bits % 256;
  let state = kind.start;
  for (let at = 0; at < length; at += block)
    state = compress(state, padded.subarray(at, at + block), size, kind);
  return state.flatMap((word) =>
    Array.from({ length: size }, (_, index) => Number((word >> BigInt(8 * (size - 1 - index))) & 255n)),
  );
}

function compress(state: readonly bigint[], block: Uint8Array, size: number, kind: Kind): readonly bigint[] {
  const { bits, rounds, turns, constants } = kind;
  const mask = (1n << bits) - 1n;
  const rotate = (word: bigint, by: bigint) => ((word >> by) | (word << (bits - by))) & mask;
  const [first, second, third, fourth] = turns;
  const mix = (word: bigint, [a, b, c] = [0n, 0n, 0n] as readonly [bigint, bigint, bigint], shifts = false) =>
    rotate(word, a) ^ rotate(word, b) ^ (shifts ? word >> c : rotate(word, c));
  const words: bigint[] = [];
  const word = (index: number) => words[index] ?? 0n;
  for (let at = 0; at < rounds; at++) {
    if (at < 16)
      words.push(
        block.subarray(at * size, (at + 1) * size).reduce((sum, byte) => sum * 256n + BigInt(byte), 0n),
      );
    else
      words.push(
        (mix(word(at - 2), fourth, true) + word(at - 7) + mix(word(at - 15), third, true) + word(at - 16)) &
          mask,
      );
  }
  let [a = 0n, b = 0n, c = 0n, d = 0n, e = 0n, f = 0n, g = 0n, h = 0n] = state;
  for (let at = 0; at < rounds; at++) {
    const one = h + mix(e, second) + ((e & f) ^ (~e & mask & g)) + (constants[at] ?? 0n) + word(at);
    const two = mix(a, first) + ((a & b) ^ (a & c) ^ (b & c));
    [a, b, c, d, e, f, g, h] = [(one + two) & mask, a, b, c, (d + one) & mask, e, f, g];
  }
  return [a, b, c, d, e, f, g, h].map((added, index) => (added + (state[index] ?? 0n)) & mask);
}

/** Both start from the fractions of roots of the first primes: square roots for the state, cube roots for the rounds. */
function makeKind(bits: bigint, rounds: number, turns: Kind['turns']): Kind {
  const primes: bigint[] = [];
  for (let next = 2n; primes.length < rounds; next++)
    if (primes.every((prime) => next % prime !== 0n)) primes.push(next);
  const mask = (1n << bits) - 1n;
  const start = primes.slice(0, 8).map((prime) => root(prime << (2n * bits), 2n) & mask);
  return {
    bits,
    rounds,
    turns,
    start,
    constants: primes.map((prime) => root(prime << (3n * bits), 3n) & mask),
  };
}

/** The whole part of a root. */
function root(value: bigint, degree: bigint): bigint {
  let low = 0n;
  let high = 1n << (BigInt(value.toString(2).length) / degree + 1n);
  while (high - low > 1n) {
    const middle = (low + high) >> 1n;
    if (middle ** degree <= value) low = middle;
    else high = middle;
  }
  return low;
}

function once<Made>(make: () => Made): () => Made {
  let made: { readonly value: Made } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
