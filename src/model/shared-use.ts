/**
 * What several places of a manifest state of one thing: workloads that use it, and its entry under `resources:`.
 *
 * What there is of it (what it stores, its capacity) exists once, whoever states it. What is done with it (queries,
 * writes) is each workload's own and adds up. The entry of the thing itself states all of it: what workloads do is
 * part of that.
 */
import type { Factor } from './charge.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { Month } from './month.ts';
import { addRanges, equalRanges, isNothing, type Range, SCENARIOS, subtractRanges } from './range.ts';
import { resourceLine, statedFactor, statedUsage } from './resource-usage.ts';
import { placeOf } from './source-location.ts';
import { printStated, type StatedKind } from './stated.ts';
import type { Stating } from './statements.ts';

/** A key of a section, as the manifest takes it and as people call what it counts. */
export interface SharedKey {
  readonly key: string;
  readonly kind: StatedKind;
}

/** The statement that counts, of what exists once. */
export interface Existing {
  readonly stating: Stating | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Of what exists once: statements that agree are one, and of those that differ the largest counts, so that no bill is
 * estimated too low. A warning names both places, and `line` makes the line to write of the key and its value.
 */
export function existingOnce(
  what: string,
  { key, kind }: SharedKey,
  all: readonly Stating[],
  line: (usage: string) => string,
): Existing {
  const found = all.flatMap((stating) => {
    const stated = statedUsage(stating.stated, key);
    return stated === undefined ? [] : [{ ...stating, value: stated, at: stating.stated.at(key) }];
  });
  const counted = found.reduce<(typeof found)[number] | undefined>(
    (best, next) => (best === undefined || isLarger(next.value.range, best.value.range) ? next : best),
    undefined,
  );
  if (counted === undefined) return { stating: undefined, diagnostics: [] };
  const differing = found.filter(({ value }) => !equalRanges(value.range, counted.value.range));
  const diagnostics = differing.map(({ by, value, at }): Diagnostic => {
    const [most, less] = [printStated(counted.value, kind), printStated(value, kind)];
    return {
      code: 'charge-counted-once',
      severity: 'warning',
      message: `The ${key} of ${what} is stated as ${less} by ${by} (${placeOf(at)}) and as ${most} by ${counted.by} (${placeOf(counted.at)}): it exists once, and the larger counts.`,
      at,
      hint: `${line(`${key}: ${most}`)}  # once, for everybody who uses it`,
    };
  });
  return { stating: counted, diagnostics };
}

/** By the high end, then by what is expected. */
function isLarger(one: Range, other: Range): boolean {
  return one.high.eq(other.high) ? one.expected.gt(other.expected) : one.high.gt(other.high);
}

/** What one statement says of it. */
export interface Part {
  readonly by: string;
  readonly factor: Factor;
}

/** What is done with a thing in a month. */
export interface AddedUse {
  readonly parts: readonly Part[];
  /** What its own entry states beside those of the workloads; all of it where no workload states any. */
  readonly rest: Factor | undefined;
  readonly notes: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What each of several statements says of one key, as use of a month. */
export function partsOf(all: readonly Stating[], key: string, name: string, month: Month): readonly Part[] {
  return all.flatMap(({ by, stated }) => {
    const factor = statedFactor(stated, key, name, month);
    return factor === undefined ? [] : [{ by, factor }];
  });
}

/** Of what adds up: the part of each workload, and what the entry at `address`, `whole`, states beyond them. */
export function addedUse(
  address: string,
  { key, kind }: SharedKey,
  parts: readonly Part[],
  whole: Factor | undefined,
): AddedUse {
  const alone = { parts, rest: undefined, notes: [], diagnostics: [] };
  if (whole === undefined || parts.length === 0) return { ...alone, rest: whole };
  const sum = addRanges(...parts.map(({ factor }) => factor.value));
  const left = subtractRanges(whole.value, sum);
  if (isNothing(left)) return alone;
  const who = parts.map(({ by }) => by).join(' and ');
  if (SCENARIOS.every((scenario) => !left[scenario].isNegative())) {
    const notes = [`of all that are stated under resources, without those of ${who}`];
    return { ...alone, rest: { ...whole, value: left }, notes };
  }
  const all = printStated({ range: sum, per: 'month' }, kind);
  const stated = printStated({ range: whole.value, per: 'month' }, kind);
  const { at } = whole;
  const diagnostic: Diagnostic = {
    code: 'charge-counted-once',
    severity: 'warning',
    message: `The ${key} of ${address} under resources, ${stated}${at === undefined ? '' : ` (${placeOf(at)})`}, are not all of them: ${who} state ${all}, and those count.`,
    ...(at === undefined ? {} : { at }),
    hint: `${resourceLine(address, `${key}: ${all}`)}  # all of them, those of ${who} included`,
  };
  return { ...alone, diagnostics: [diagnostic] };
}

/** All of it as one factor, where one charge is for everybody; undefined where nobody states any. */
export function wholeUse({ parts, rest }: AddedUse): Factor | undefined {
  const all = [...parts.map(({ factor }) => factor), ...(rest === undefined ? [] : [rest])];
  const [first] = all;
  return first === undefined ? undefined : { ...first, value: addRanges(...all.map(({ value }) => value)) };
}
