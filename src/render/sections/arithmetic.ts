/** How the amount of one charge comes about: factors, unit price, where each figure is from, and why it is right. */
import { type Charge, type Factor, quantityOf } from '../../model/charge.ts';
import type { Price } from '../../model/price.ts';
import { ORIGIN_TITLES } from '../../model/quantity.ts';
import { equalRanges, isExact, isOrdered, type Range } from '../../model/range.ts';
import type { ChargeDelta } from '../../model/report.ts';
import { singular } from '../../model/stated-text.ts';
import { valueWords } from '../../model/words.ts';
import { joinLines, type Line, line, name, prose, strong } from '../document.ts';
import { figureWords } from '../figure-words.ts';
import { perUnits, quantity, quantityRange, signedUsd, unitPrice, usd, usdRange } from '../money.ts';

const TIMES = line` × `;
const COMMA = line`, `;
const SEMICOLON = line`; `;

/** The arithmetic of a charge; where base and head have the same factors in one line, with what changed as `5 → 6`. */
export function arithmetic({ base, head }: Pick<ChargeDelta, 'base' | 'head'>): readonly Line[] {
  const shown = head ?? base;
  if (shown === undefined || shown.owner.kind === 'extra') return [];
  const before = base ?? shown;
  // Its cell says already that it is not priced.
  if (shown.factors.length === 0 && shown.price === undefined && base === undefined) return [];
  if (sameTerms(before, shown)) return [terms(before, shown)];
  return [line`base: ${terms(before, before)}`, line`head: ${terms(shown, shown)}`];
}

/** Where the figures of a charge come from, its price, and the notes on it. */
export function provenance(charge: Charge): readonly Line[] {
  // What a manifest states as an amount has no price of ours.
  const stated = charge.owner.kind === 'extra';
  const price = charge.price === undefined || stated ? [] : [priceLine(charge.price)];
  const told = charge.factors.filter((factor, index) => index === 0 || !isOnce(factor));
  const facts = [...originLines(told), ...price];
  const notes = charge.notes.map((note) => line`${prose(note)}`);
  const said = charge.notes.some((note) => /\bidle\b/.test(note));
  const floor = charge.kind === 'floor' && !said && !stated ? [line`a floor, billed even when idle`] : [];
  const remarks = [...floor, ...notes, ...oppositeWords(charge)];
  return [
    ...(facts.length === 0 ? [] : [joinLines(facts, SEMICOLON)]),
    ...(remarks.length === 0 ? [] : [joinLines(remarks, SEMICOLON)]),
  ];
}

/** What a line adds to the low and the high total, where it costs less in a month that costs more; else which factor is less. */
function oppositeWords({ cost, factors }: Charge): readonly Line[] {
  if (cost.kind === 'unpriced') return [];
  if (isOrdered(cost.amount)) {
    const turned = factors.filter(({ value }) => !isOrdered(value));
    return turned.map(
      ({ name: what, value: { low, high } }) =>
        line`${prose(what)} ${quantity(low)} at the low total, ${quantity(high)} at the high one`,
    );
  }
  const { low, high } = cost.amount;
  return [line`runs against the total: ${usd(low)} of the low one, ${usd(high)} of the high one`];
}

/** Of several changes to one charge, what each makes of its delta. */
export function causeLines({ causes }: ChargeDelta): readonly Line[] {
  if (causes.length < 2) return [];
  const parts = causes.map(({ kind, from, to, amount }) => {
    const values =
      from === undefined || to === undefined
        ? line``
        : line` ${changedValue(kind, from)} → ${changedValue(kind, to)}`;
    return line`${prose(kind)}${values} ${signedUsd(amount)}`;
  });
  return [line`of the change: ${joinLines(parts, COMMA)}`];
}

function changedValue(kind: string, text: string): Line {
  const words = valueWords(kind, text);
  return 'figure' in words ? line`${figureWords(words)}` : line`${prose(text)}`;
}

function sameTerms(a: Charge, b: Charge): boolean {
  return (
    a.unit === b.unit &&
    a.factors.length === b.factors.length &&
    a.factors.every(({ name: factor }, index) => factor === b.factors[index]?.name) &&
    (a.price === undefined) === (b.price === undefined) &&
    (a.price === undefined || b.price === undefined || a.price.per.eq(b.price.per))
  );
}

/**
 * `150,000 requests × 5 → 6 calls = 750,000 → 900,000 calls × $3.00 per 1M = $2.25 → $2.70`. What is missing where
 * there is no cost stands as `…`.
 */
function terms(base: Charge, head: Charge): Line {
  const factors = head.factors.filter(
    (factor, index) => index === 0 || !isOnce(factor) || !isOnce(base.factors[index] ?? factor),
  );
  const parts = factors.map((factor) =>
    factorWords(base.factors[head.factors.indexOf(factor)] ?? factor, factor),
  );
  const price = head.price === undefined ? [] : [priceTerm(base.price ?? head.price, head.price)];
  const [only] = factors;
  if (head.cost.kind === 'unpriced') {
    // No count tells what the price is of, so the price does.
    const price =
      head.price === undefined
        ? []
        : [line`${priceTerm(base.price ?? head.price, head.price)} ${unitOf(head.price)}`];
    const known = [...parts, line`…`, ...price];
    return known.length === 1 ? line`not priced` : line`${joinLines(known, TIMES)} = not priced`;
  }
  const counted =
    only !== undefined && (factors.length > 1 || only.name !== head.unit)
      ? line`${joinLines(parts, TIMES)} = ${countOf(quantityOf(base.factors), quantityOf(head.factors), head.unit)}`
      : joinLines(parts, TIMES);
  const product = only === undefined ? price : [counted, ...price];
  return line`${joinLines(product, TIMES)} = ${costTerm(base, head.cost.amount)}`;
}

/** A factor of exactly one changes nothing: after the first it is told only where it was or becomes another number. */
function isOnce({ value }: Factor): boolean {
  return isExact(value) && value.expected.eq(1);
}

function changing(before: Range, after: Range): Line {
  if (equalRanges(before, after)) return line`${quantityRange(after)}`;
  return line`${quantityRange(before)} → ${quantityRange(after)}`;
}

function factorWords(base: Factor, head: Factor): Line {
  const [before, after] = [base.shownAs ?? base, head.shownAs ?? head];
  const value = changing(before.value, after.value);
  const shown = equalRanges(before.value, after.value) ? value : line`${strong(value)}`;
  return line`${shown} ${prose(nounFor(before.value, after.value, after.name))}`;
}

function countOf(before: Range, after: Range, plural: string): Line {
  return line`${changing(before, after)} ${prose(nounFor(before, after, plural))}`;
}

/** `model` of `models` for exactly one on both sides, and `call per request` of `calls per request`. */
function nounFor(before: Range, after: Range, plural: string): string {
  if (!isExact(after) || !after.expected.eq(1) || !equalRanges(before, after)) return plural;
  const [noun = plural] = /^.*?(?= (?:per|of|over|in) | \()/.exec(plural) ?? [];
  return (noun.endsWith('ss') ? noun : singular(noun)) + plural.slice(noun.length);
}

function priceTerm(base: Price, head: Price): Line {
  const units = perUnits(head);
  const per = units === undefined ? line`` : line` per ${units}`;
  return base.usd.eq(head.usd)
    ? line`${unitPrice(head)}${per}`
    : line`${strong(line`${unitPrice(base)} → ${unitPrice(head)}`)}${per}`;
}

/** `per token` of a price of one; a price of many says `per 1M` itself. */
function unitOf({ per, unit }: Price): Line {
  return per.eq(1) ? line`per ${prose(singular(unit))}` : line`${prose(unit)}`;
}

function costTerm({ cost }: Charge, after: Range): Line {
  return cost.kind === 'unpriced' || equalRanges(cost.amount, after)
    ? line`${usdRange(after)}`
    : line`${usdRange(cost.amount)} → ${usdRange(after)}`;
}

/** `requests, input tokens measured (CloudWatch 2026-10, bedrock-cost.yml:12,14)`. */
function originLines(factors: readonly Factor[]): readonly Line[] {
  const groups = new Map<string, Factor[]>();
  for (const factor of factors) {
    const key = `${factor.origin}\n${factor.source ?? ''}`;
    const found = groups.get(key);
    if (found === undefined) groups.set(key, [factor]);
    else found.push(factor);
  }
  return [...groups.values()].flatMap((members) => {
    const [first] = members;
    if (first === undefined) return [];
    const who = members.map((factor) => line`${prose(factor.name)}`);
    const source = first.source === undefined ? [] : [first.source];
    const where = [...source, ...placesOf(members)].map((text) => line`${name(text)}`);
    const at = where.length === 0 ? line`` : line` (${joinLines(where, COMMA)})`;
    return [line`${joinLines(who, COMMA)} ${prose(ORIGIN_TITLES[first.origin])}${at}`];
  });
}

/** Each file once, with the lines in it. */
function placesOf(factors: readonly Factor[]): readonly string[] {
  const lines = new Map<string, Set<number>>();
  for (const { at } of factors) {
    if (at === undefined) continue;
    const found = lines.get(at.file) ?? new Set<number>();
    if (at.line !== undefined) found.add(at.line);
    lines.set(at.file, found);
  }
  return [...lines].map(([file, numbers]) =>
    numbers.size === 0 ? file : `${file}:${[...numbers].join(',')}`,
  );
}

/** Region, date and source of a price, and whatever makes it less than certain. */
function priceLine(price: Price): Line {
  const remarks = [
    ...(price.assumedFrom === undefined
      ? []
      : [line`taken from ${prose(price.assumedFrom)}, where it is known`]),
    ...(price.adjusted === undefined ? [] : [line`with ${prose(price.adjusted)}`]),
    ...(price.confidence === 'C' ? [line`from one source that is not AWS`] : []),
  ];
  const parts = [
    line`price of ${prose(price.asOf)} in ${prose(price.region)}`,
    ...remarks,
    line`${prose(price.source)}`,
  ];
  return joinLines(parts, COMMA);
}
