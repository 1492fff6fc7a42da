import type { Charge } from '../model/charge.ts';
import type { Decimal } from '../model/decimal.ts';
import type { Cause, ChargeDelta, Reason, Words } from '../model/report.ts';

const MOST_REASONS = 5;

/** What a feature is called, by its id. */
export type FeatureTitles = ReadonlyMap<string, string>;

export interface ReasonContext {
  readonly titles: FeatureTitles;
  /** Workloads of each side, as `project/workload`: one without charges has not been removed. */
  readonly base: ReadonlySet<string>;
  readonly head: ReadonlySet<string>;
}

/**
 * At most five headlines in words, the largest first. Causes that are one change are one reason: a model that is
 * called six times instead of once shows in its input and in its output tokens, a new workload in all its charges.
 */
export function reasons(charges: readonly ChargeDelta[], context: ReasonContext): readonly Reason[] {
  const groups = knownGroups(charges, context);
  const found = new Map<string, { readonly words: readonly Words[]; amount: Decimal }>();
  for (const delta of charges) {
    const charge = delta.head ?? delta.base;
    if (charge === undefined) continue;
    for (const cause of delta.causes) {
      const { key, words } = isPresence(cause)
        ? presence(charge, cause, groups, context.titles)
        : change(charge, cause, groups);
      const reason = found.get(key);
      if (reason === undefined) found.set(key, { words, amount: cause.amount });
      else reason.amount = reason.amount.plus(cause.amount);
    }
  }
  return [...found.values()]
    .filter((reason) => !reason.amount.isZero())
    .sort((a, b) => b.amount.abs().comparedTo(a.amount.abs()) || byText(a, b))
    .slice(0, MOST_REASONS);
}

function isPresence(cause: Cause): boolean {
  return cause.kind === 'added' || cause.kind === 'removed';
}

/** Owners, and features of owners, that stand on either side. */
interface Groups {
  readonly base: ReadonlySet<string>;
  readonly head: ReadonlySet<string>;
  /** Whether owners must be told apart by their project. */
  readonly several: boolean;
  /** Number of charges that make a difference, by owner and feature. */
  readonly sizes: ReadonlyMap<string, number>;
}

function knownGroups(charges: readonly ChargeDelta[], context: ReasonContext): Groups {
  const base = new Set([...context.base].map((key) => workloadKey(key)));
  const head = new Set([...context.head].map((key) => workloadKey(key)));
  const projects = new Set(charges.map(({ base, head }) => (head ?? base)?.project));
  const sizes = new Map<string, number>();
  for (const delta of charges) {
    for (const [charge, side] of [
      [delta.base, base],
      [delta.head, head],
    ] as const) {
      if (charge === undefined) continue;
      side.add(ownerKey(charge)).add(featureKey(charge));
    }
    const charge = delta.head ?? delta.base;
    if (charge === undefined || delta.causes.length === 0) continue;
    sizes.set(featureKey(charge), (sizes.get(featureKey(charge)) ?? 0) + 1);
  }
  return { base, head, sizes, several: projects.size > 1 };
}

/** An owner, a feature of it, or one component that appeared or disappeared: the widest that did as a whole. */
function presence(charge: Charge, cause: Cause, groups: Groups, titles: FeatureTitles) {
  const other = cause.kind === 'added' ? groups.base : groups.head;
  const floor = charge.kind === 'floor' && cause.kind === 'added' && charge.owner.kind !== 'extra';
  const owner = ownerWords(charge, groups);
  const idle = `${charge.period === 'one-time' ? ' (once)' : ''}${floor ? ' (billed even when idle)' : ''}`;
  const title = titles.get(charge.feature) ?? charge.feature;
  if (!other.has(ownerKey(charge))) {
    const single =
      charge.owner.kind === 'resource' && groups.sizes.get(featureKey(charge)) === 1 ? `${idle}` : '';
    return {
      key: `${ownerKey(charge)}\n${charge.period}\n${cause.kind}`,
      words: [...owner, { plain: ` ${cause.kind}${charge.period === 'one-time' ? ' (once)' : single}` }],
    };
  }
  if (!other.has(featureKey(charge))) {
    return {
      key: `${featureKey(charge)}\n${charge.period}\n${cause.kind}`,
      words: [...owner, { plain: `: ${title} ${cause.kind}${idle}` }],
    };
  }
  return {
    key: `${charge.id}\n${cause.kind}`,
    words: [...owner, { plain: ': ' }, { name: charge.component }, { plain: ` ${cause.kind}${idle}` }],
  };
}

function change(charge: Charge, cause: Cause, groups: Groups) {
  const call = callName(charge);
  const owner = ownerWords(charge, groups);
  const from = cause.from ?? '';
  const to = cause.to ?? '';
  const which: readonly Words[] = call === '' ? [] : [{ name: call }, { plain: ' ' }];
  // Numbers of factors, and names of models, profiles and tiers from the catalogue: ours, not the pull request's.
  const words: readonly Words[] = [
    ...owner,
    { plain: ': ' },
    ...which,
    { plain: `${cause.kind} ${from} → ${to}` },
  ];
  return { key: [ownerKey(charge), call, cause.kind, from, to].join('\n'), words };
}

/** The named call that a component belongs to: `classify` of `classify input tokens`. */
function callName(charge: Charge): string {
  return charge.feature === 'inference'
    ? charge.component.replace(/ ?(?:long-context )?(?:input|output|cache read|cache write) tokens$/, '')
    : '';
}

function ownerWords(charge: Charge, groups: Groups): readonly Words[] {
  const name: Words = { name: charge.owner.name };
  return groups.several ? [{ name: charge.project }, { plain: ' ' }, name] : [name];
}

/** As `ownerKey`, of `project/workload`; names of workloads hold no slash. */
function workloadKey(key: string): string {
  const slash = key.lastIndexOf('/');
  return [key.slice(0, slash), 'workload', key.slice(slash + 1)].join('\n');
}

function ownerKey(charge: Charge): string {
  return [charge.project, charge.owner.kind, charge.owner.name].join('\n');
}

function featureKey(charge: Charge): string {
  return `${ownerKey(charge)}\n${charge.feature}`;
}

function byText(a: Reason, b: Reason): number {
  const left = JSON.stringify(a.words);
  const right = JSON.stringify(b.words);
  return left < right ? -1 : left > right ? 1 : 0;
}
