import type { Charge, Factor, Stated } from '../model/charge.ts';
import { type Decimal, ONE, ZERO } from '../model/decimal.ts';
import type { PriceBook } from '../model/price.ts';
import { type Driver, type Multiplier, single } from './multiplier.ts';
import { priceMultiplier } from './price-drivers.ts';

/**
 * Factors that both sides have, by name, and the price of one unit. Where each side has factors that the
 * other has not, the quantity is counted in another way: then they are one driver together.
 */
export function multipliers(base: Charge, head: Charge, book: PriceBook | undefined): readonly Multiplier[] {
  const before = byName(base.factors);
  const after = byName(head.factors);
  const shared = [...after].flatMap(([name, to]) => {
    const from = before.get(name);
    return from === undefined ? [] : [factorMultiplier(from, to)];
  });
  const gone = [...before.values()].filter(({ name }) => !after.has(name));
  const come = [...after.values()].filter(({ name }) => !before.has(name));
  return [...shared, ...countedOtherwise(gone, come), priceMultiplier(base, head, book)];
}

function byName(factors: readonly Factor[]): ReadonlyMap<string, Factor> {
  return new Map(factors.map((factor) => [factor.name, factor]));
}

function countedOtherwise(gone: readonly Factor[], come: readonly Factor[]): readonly Multiplier[] {
  // A factor that was left out was one: retries that are stated now were none before.
  if (gone.length === 0) return come.map((factor) => factorMultiplier(undefined, factor));
  if (come.length === 0) return gone.map((factor) => factorMultiplier(factor, undefined));
  const product = (factors: readonly Factor[]) =>
    factors.reduce((value, factor) => value.times(factor.value.expected), ONE);
  const kind = come.map(({ name }) => name).join(' and ');
  return [single(kind, product(gone), product(come))];
}

/** A factor, which may be a difference of stated figures that can each change. */
function factorMultiplier(from: Factor | undefined, to: Factor | undefined): Multiplier {
  const name = (to ?? from)?.name ?? '';
  const taken = takenOff(from, to);
  const plain: Multiplier = single(
    name,
    (from?.value.expected ?? ONE).plus(sum(from?.less)),
    (to?.value.expected ?? ONE).plus(sum(to?.less)),
  );
  if (taken.length === 0) return plain.drivers.length === 0 ? plain : statedInstead(plain, from, to);
  return taken.reduce(difference, plain);
}

function sum(figures: Factor['less'] = []): Decimal {
  return figures.reduce((total, { value }) => total.plus(value.expected), ZERO);
}

/** What both sides take off, by name; what one side does not take off is nothing there. */
function takenOff(from: Factor | undefined, to: Factor | undefined): readonly Multiplier[] {
  const before = new Map(from?.less?.map((figure) => [figure.name, figure]));
  const after = new Map(to?.less?.map((figure) => [figure.name, figure]));
  return [...new Set([...before.keys(), ...after.keys()])].map((name) => {
    const [old, now] = [before.get(name), after.get(name)];
    const values = [old?.value.expected ?? ZERO, now?.value.expected ?? ZERO] as const;
    return values[0].eq(values[1])
      ? { drivers: [], values: [values[0]] }
      : { drivers: [statedDriver(name, old, now)], values };
  });
}

function difference(whole: Multiplier, part: Multiplier): Multiplier {
  return {
    drivers: [...whole.drivers, ...part.drivers],
    values: part.values.flatMap((off) => whole.values.map((all) => all?.minus(off ?? ZERO))),
  };
}

/** Under the figure that the factor follows from, where that is what changed. */
function statedInstead(plain: Multiplier, from: Factor | undefined, to: Factor | undefined): Multiplier {
  const [before, after] = [from?.follows, to?.follows];
  const name = (after ?? before)?.name;
  if (name === undefined) return plain;
  if ((before?.value.expected ?? ZERO).eq(after?.value.expected ?? ZERO)) return plain;
  return { ...plain, drivers: [statedDriver(name, before, after)] };
}

function statedDriver(kind: string, from: Stated | undefined, to: Stated | undefined): Driver {
  const told = (figure: Stated | undefined) => figure?.told ?? figure?.value.expected.toFixed() ?? '0';
  const group = to?.group ?? from?.group;
  const words = { kind, from: told(from), to: told(to) };
  return group === undefined ? words : { ...words, group };
}
