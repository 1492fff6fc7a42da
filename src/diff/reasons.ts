import type { Charge } from '../model/charge.ts';
import { type Decimal, ZERO } from '../model/decimal.ts';
import type { Cause, ChargeDelta, Reason } from '../model/report.ts';
import type { Words } from '../model/words.ts';
import { ownerKey } from './keys.ts';
import { changePhrase } from './phrases.ts';
import { floorOf, floorWords, type Presence, presenceOf, standingOf } from './presence.ts';

/** What a feature is called, by its id. */
export type FeatureTitles = ReadonlyMap<string, string>;

export interface ReasonContext {
  readonly titles: FeatureTitles;
  /** Extra charges of the head that stand for resources, by their owner. */
  readonly pricedBy?: ReadonlyMap<string, string>;
  /** Workloads of each side, as `project/workload`: one without charges has not been removed. */
  readonly base: ReadonlySet<string>;
  readonly head: ReadonlySet<string>;
}

/** One change, with all the causes that are parts of it. */
interface Change {
  readonly charge: Charge;
  readonly cause: Cause;
  readonly presence: Presence | undefined;
  amount: Decimal;
  floors: Decimal;
  /** Whether all its causes have the same effect on their prices. */
  alike: boolean;
}

/**
 * Every change in words, the largest first. Causes that are one change are one reason: a model that is called six times
 * instead of once shows in its input and in its output tokens, a new workload in all its charges. The amounts of those
 * of one period add up to the change of what is priced on both sides.
 */
export function reasons(charges: readonly ChargeDelta[], context: ReasonContext): readonly Reason[] {
  const changes = changesOf(charges, context);
  const several = new Set(charges.map(({ base, head }) => (head ?? base)?.project)).size > 1;
  const variants = new Map<string, number>();
  for (const change of changes) variants.set(figureKey(change), (variants.get(figureKey(change)) ?? 0) + 1);
  return changes
    .filter(({ amount }) => !amount.isZero())
    .map((change): Reason => {
      const { charge, amount } = change;
      const owner = { name: charge.owner.name };
      const whose = several ? [{ name: charge.project }, owner] : [owner];
      const ambiguous = (variants.get(figureKey(change)) ?? 0) > 1;
      const words = [
        ...whose,
        ...(change.presence === undefined ? changed(change, ambiguous) : came(change, context)),
      ];
      return charge.period === 'one-time' ? { words, amount, once: true } : { words, amount };
    })
    .sort((a, b) => b.amount.abs().comparedTo(a.amount.abs()) || byText(a, b));
}

function changesOf(charges: readonly ChargeDelta[], context: ReasonContext): readonly Change[] {
  const standing = standingOf(charges, context);
  const found = new Map<string, Change>();
  for (const delta of charges) {
    const charge = delta.head ?? delta.base;
    if (charge === undefined) continue;
    for (const cause of delta.causes) {
      const presence = presenceOf(charge, cause, standing, context.titles);
      const key = presence?.key ?? changeKey(charge, cause);
      const floors = presence === undefined ? ZERO : floorOf(charge, cause);
      const other = found.get(key);
      if (other === undefined) {
        found.set(key, { charge, cause, presence, amount: cause.amount, floors, alike: true });
        continue;
      }
      other.amount = other.amount.plus(cause.amount);
      other.floors = other.floors.plus(floors);
      other.alike &&= samePercent(other.cause.percent, cause.percent);
    }
  }
  return [...found.values()];
}

/** One change of a figure of one owner and call; the same from and to in several charges is one change. */
function changeKey(charge: Charge, { kind, from = '', to = '' }: Cause): string {
  return [ownerKey(charge), charge.call ?? '', charge.period, kind, from, to].join('\n');
}

/** Figures of one name that change in several ways are told apart by what they are of. */
function figureKey({ charge, cause, presence }: Change): string {
  return presence?.key ?? [ownerKey(charge), charge.call ?? '', cause.kind].join('\n');
}

function samePercent(a: Decimal | undefined, b: Decimal | undefined): boolean {
  return a === undefined || b === undefined ? a === b : a.eq(b);
}

function came({ charge, presence, amount, floors }: Change, { pricedBy }: ReasonContext): readonly Words[] {
  if (presence === undefined) return [];
  const { what, verb } = presence;
  const extra = verb === 'removed' ? pricedBy?.get(ownerKey(charge)) : undefined;
  if (extra !== undefined) return [...what, { plain: 'now priced by the extra charge' }, { name: extra }];
  return [...what, { plain: verb }, ...floorWords(verb, amount, floors)];
}

function changed({ charge, cause, alike }: Change, ambiguous: boolean): readonly Words[] {
  const { percent: _percent, ...rest } = cause;
  const call: readonly Words[] = charge.call === undefined ? [] : [{ name: charge.call }];
  const which: readonly Words[] = ambiguous ? [{ name: charge.component }] : call;
  return [...which, ...changePhrase(charge, alike ? cause : rest)];
}

function byText(a: Reason, b: Reason): number {
  const left = JSON.stringify(a.words);
  const right = JSON.stringify(b.words);
  return left < right ? -1 : left > right ? 1 : 0;
}
