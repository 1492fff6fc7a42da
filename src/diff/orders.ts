/** Orders in which changes can be made one after the other, where some mixtures of old and new do not exist. */

/** How many orders lead from nothing changed to each set, and from it to everything changed. Sets are bits. */
export interface Orders {
  readonly to: readonly number[];
  readonly from: readonly number[];
}

/** Only through mixtures that have a value. */
export function ordersThrough(values: readonly unknown[]): Orders {
  const full = values.length - 1;
  const to = values.map(() => 0);
  const from = values.map(() => 0);
  for (let subset = 0; subset <= full; subset++) {
    if (values[subset] === undefined) continue;
    to[subset] = subset === 0 ? 1 : sumOver(subset, (bit) => to[subset & ~bit] ?? 0);
  }
  for (let subset = full; subset >= 0; subset--) {
    if (values[subset] === undefined) continue;
    from[subset] = subset === full ? 1 : sumOver(full & ~subset, (bit) => from[subset | bit] ?? 0);
  }
  return { to, from };
}

/** How many orders have a value at every step. */
export function countOrders(values: readonly unknown[]): number {
  return ordersThrough(values).to.at(-1) ?? 0;
}

function sumOver(bits: number, countOf: (bit: number) => number): number {
  let sum = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) sum += countOf(rest & -rest);
  return sum;
}

/** How many are in a set. */
export function sizeOf(bits: number): number {
  return sumOver(bits, () => 1);
}
