/** What came or went as a whole, in words. */
import type { Charge } from '../model/charge.ts';
import { type Decimal, ZERO } from '../model/decimal.ts';
import type { Cause, ChargeDelta } from '../model/report.ts';
import type { Words } from '../model/words.ts';
import { groupKey, presenceKeys, workloadKey } from './keys.ts';

/** Whatever may come or go as a whole, by the side that has it. */
export interface Standing {
  readonly base: ReadonlySet<string>;
  readonly head: ReadonlySet<string>;
}

/** What stands on either side; a workload without charges stands there too. */
export function standingOf(
  charges: readonly ChargeDelta[],
  workloads: { readonly base: ReadonlySet<string>; readonly head: ReadonlySet<string> },
): Standing {
  const base = new Set([...workloads.base].map(workloadKey));
  const head = new Set([...workloads.head].map(workloadKey));
  for (const delta of charges) {
    if (delta.base !== undefined) for (const key of presenceKeys(delta.base)) base.add(key);
    if (delta.head !== undefined) for (const key of presenceKeys(delta.head)) head.add(key);
  }
  return { base, head };
}

/** A cause as part of something that came or went; undefined for a change of what stands on both sides. */
export interface Presence {
  readonly key: string;
  readonly verb: 'added' | 'removed';
  /** What it is, behind the name of its owner; empty for the owner itself. */
  readonly what: readonly Words[];
}

export function presenceOf(
  charge: Charge,
  cause: Cause,
  standing: Standing,
  titles: ReadonlyMap<string, string>,
): Presence | undefined {
  const verb = verbOf(cause);
  if (verb === undefined) return undefined;
  const other = verb === 'added' ? standing.base : standing.head;
  const place = (key: string) => [key, charge.period, verb].join('\n');
  const group = cause.group ?? charge.group;
  const [owner = '', feature = '', call] = presenceKeys(charge);
  if (!other.has(owner)) return { key: place(owner), verb, what: [] };
  if (!other.has(feature)) {
    return { key: place(feature), verb, what: [{ plain: titles.get(charge.feature) ?? charge.feature }] };
  }
  if (charge.call !== undefined && call !== undefined && !other.has(call))
    return { key: place(call), verb, what: [{ name: charge.call }, { plain: 'calls' }] };
  if (group !== undefined && !other.has(groupKey(charge, group)))
    return { key: place(groupKey(charge, group)), verb, what: [...callWords(charge), { plain: group }] };
  if (cause.kind !== verb) return undefined;
  return { key: place(charge.id), verb, what: [{ name: charge.component }] };
}

/** A change from or to nothing of what a group stands for is part of its coming or going. */
function verbOf({ kind, group, from, to }: Cause): Presence['verb'] | undefined {
  if (kind === 'added' || kind === 'removed') return kind;
  if (group === undefined) return undefined;
  if (from === '0') return 'added';
  return to === '0' ? 'removed' : undefined;
}

function callWords({ call }: Charge): readonly Words[] {
  return call === undefined ? [] : [{ name: call }];
}

/** How much of what came or went is billed even when nothing is used; not told where that is next to nothing of it. */
export function floorWords(verb: Presence['verb'], amount: Decimal, floors: Decimal): readonly Words[] {
  if (floors.isZero() || floors.abs().times(20).lt(amount.abs())) return [];
  const billed = verb === 'added' ? 'billed even when idle' : 'was billed even when idle';
  if (floors.eq(amount)) return [{ plain: `, ${billed}` }];
  const part = floors.abs().lt(amount.abs()) ? 'of it ' : '';
  return [{ plain: ', ' }, { figure: floors.abs(), as: 'dollars' }, { plain: `${part}${billed}` }];
}

/** The part of a cause that is a floor. What a manifest states as an amount has none of ours. */
export function floorOf(charge: Charge, { amount }: Cause): Decimal {
  return charge.kind === 'floor' && charge.owner.kind !== 'extra' ? amount : ZERO;
}
