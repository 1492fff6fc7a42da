/** The price of one unit as a multiplier: what was bought differently, each part with its own effect. */
import type { Charge, Term } from '../model/charge.ts';
import { type Decimal, ONE } from '../model/decimal.ts';
import type { PriceBook, PriceKey } from '../model/price.ts';
import type { Driver, Multiplier } from './multiplier.ts';
import { countOrders } from './orders.ts';

type Part = keyof PriceKey;

/** The parts of what is asked of the price book, with the name that the cause has, in the order in which they are told. */
const PARTS: readonly (readonly [Part, string])[] = [
  ['subject', 'model'],
  ['scope', 'profile'],
  ['tier', 'tier'],
  ['context', 'context'],
  ['region', 'region'],
  ['dimension', 'price class'],
];

/**
 * Where the book answers for every step between what was bought and what is bought now, each part that changed is a
 * driver of its own: the model at the old profile, then the profile, and so on. Prices in between that do not exist
 * leave out the orders that need them; parts that cannot be told apart at all are one driver.
 */
export function priceMultiplier(base: Charge, head: Charge, book: PriceBook | undefined): Multiplier {
  const from = unitPrice(base);
  const to = unitPrice(head);
  const parts = changedParts(base.priceKey, head.priceKey);
  const values = parts.length === 0 ? undefined : mixtures(parts, base, head, book);
  if (values === undefined) {
    return from.eq(to)
      ? { drivers: [], values: [from] }
      : { drivers: [asOne(base, head)], values: [from, to] };
  }
  const drivers = parts.map(([part, kind]) => ({ part, ...partWords(part, kind, base, head) }));
  return separated(drivers, values);
}

/** The same price for every mixture of the parts of both keys; undefined where the book does not answer as the estimate did. */
function mixtures(
  parts: readonly (readonly [Part, string])[],
  base: Charge,
  head: Charge,
  book: PriceBook | undefined,
): readonly (Decimal | undefined)[] | undefined {
  const { priceKey: before } = base;
  const { priceKey: after } = head;
  if (book === undefined || before === undefined || after === undefined) return undefined;
  const values = Array.from({ length: 1 << parts.length }, (_, subset): Decimal | undefined => {
    const taken = parts.filter((_part, index) => (subset & (1 << index)) !== 0).map(([part]) => part);
    const key: PriceKey = { ...before, ...Object.fromEntries(taken.map((part) => [part, after[part]])) };
    const answer = book.price(key);
    return answer.found ? answer.price.usd.div(answer.price.per) : undefined;
  });
  const [first] = values;
  return first?.eq(unitPrice(base)) === true && values.at(-1)?.eq(unitPrice(head)) === true
    ? values
    : undefined;
}

/** The drivers on their own where some order of changes has all its prices, else in the fewest groups of which one has. */
function separated(drivers: readonly Driver[], values: readonly (Decimal | undefined)[]): Multiplier {
  if (countOrders(values) > 0) {
    return {
      drivers: drivers.map((driver, index) => withPercent(driver, index, values)),
      values,
    };
  }
  for (let first = 0; first < drivers.length; first++) {
    for (let second = first + 1; second < drivers.length; second++) {
      const joined = joinedValues(values, first, second);
      if (countOrders(joined) > 0) return separated(joinedDrivers(drivers, first, second), joined);
    }
  }
  return { drivers: [joinedDriver(drivers)], values: [values[0], values.at(-1)] };
}

/** Values by the sets in which two drivers change together, as the first of them. */
function joinedValues(
  values: readonly (Decimal | undefined)[],
  first: number,
  second: number,
): readonly (Decimal | undefined)[] {
  const low = (1 << second) - 1;
  return Array.from({ length: values.length / 2 }, (_, subset) => {
    const whole = (subset & low) | ((subset & ~low) << 1);
    return values[(whole & (1 << first)) === 0 ? whole : whole | (1 << second)];
  });
}

function joinedDrivers(drivers: readonly Driver[], first: number, second: number): readonly Driver[] {
  const pair = drivers.filter((_, index) => index === first || index === second);
  return drivers
    .map((driver, index) => (index === first ? joinedDriver(pair) : driver))
    .filter((_, index) => index !== second);
}

function joinedDriver(drivers: readonly Driver[]): Driver {
  return {
    kind: drivers.map(({ kind }) => kind).join(' and '),
    from: drivers.map(({ from }) => from).join(', '),
    to: drivers.map(({ to }) => to).join(', '),
  };
}

/** The effect on the price in percent, where it is the same at the old and at the new value of all other parts. */
function withPercent(driver: Driver, index: number, values: readonly (Decimal | undefined)[]): Driver {
  const bit = 1 << index;
  const pairs = [
    [values[0], values[bit]],
    [values[(values.length - 1) & ~bit], values.at(-1)],
  ] as const;
  const [first, last] = pairs.map(([from, to]) =>
    from === undefined || to === undefined || from.isZero()
      ? undefined
      : to.div(from).minus(ONE).times(100).toDecimalPlaces(12),
  );
  return first === undefined || last?.eq(first) !== true ? driver : { ...driver, percent: first };
}

function changedParts(
  before: PriceKey | undefined,
  after: PriceKey | undefined,
): readonly (readonly [Part, string])[] {
  if (before === undefined || after === undefined) return [];
  return PARTS.filter(([part]) => partOf(before, part) !== partOf(after, part));
}

/** Absent parts have the value that the book takes for them. */
function partOf(key: PriceKey, part: Part): unknown {
  if (part === 'tier') return key.tier ?? 'standard';
  if (part === 'context') return key.context ?? 'normal';
  return key[part];
}

/** As the charge names the part for people, else as the key does. */
function partWords(part: Part, kind: string, base: Charge, head: Charge): Driver {
  const named = (charge: Charge, name: string) =>
    charge.terms?.find((term) => term.name === name)?.value ??
    (part === 'subject' ? charge.item : undefined) ??
    (charge.priceKey === undefined ? undefined : String(partOf(charge.priceKey, part)));
  const own = part === 'dimension' ? changedTerms(base, head).find(({ name }) => !isPart(name)) : undefined;
  if (own !== undefined) return { kind: own.name, from: own.from, to: own.to };
  const [from, to] = [named(base, kind), named(head, kind)];
  return { kind, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

function isPart(name: string): boolean {
  return PARTS.some(([, kind]) => kind === name);
}

/** The price as one driver, under the name of what changed it: model, profile, tier, region, or the price itself. */
function asOne(base: Charge, head: Charge): Driver {
  const changed = changedTerms(base, head);
  if (changed.length > 0)
    return joinedDriver(changed.map(({ name, ...words }) => ({ kind: name, ...words })));
  if (base.region !== undefined && head.region !== undefined && base.region !== head.region) {
    return { kind: 'region', from: base.region, to: head.region };
  }
  return { kind: 'price', from: unitPrice(base).toFixed(), to: unitPrice(head).toFixed() };
}

function changedTerms(base: Charge, head: Charge) {
  const before = termsOf(base);
  return termsOf(head).flatMap(({ name, value }) => {
    const other = before.find((term) => term.name === name);
    return other === undefined || other.value === value ? [] : [{ name, from: other.value, to: value }];
  });
}

function termsOf(charge: Charge): readonly Term[] {
  return charge.terms ?? (charge.item === undefined ? [] : [{ name: 'model', value: charge.item }]);
}

function unitPrice(charge: Charge): Decimal {
  return charge.price === undefined ? ONE : charge.price.usd.div(charge.price.per);
}
