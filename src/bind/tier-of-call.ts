/** The service tier of a call: stated in the manifest, or as what the model is followed to says. */
import type { Place } from '../manifest/manifest.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Tier } from '../model/price.ts';
import { unknown } from '../model/value.ts';
import type { TierChoice } from '../model/workload.ts';
import { type CallOwner, distinctValues, type FollowedSettings, wordsOf } from './followed-settings.ts';
import type { Joined } from './parts.ts';
import { tierAtPlace } from './stated-place.ts';

/**
 * The tier of a call: what the manifest states, else what the file or the resource says, else the standard one. Where
 * they say several, nobody knows; where the manifest and they disagree, both places are told.
 */
export function tierOf(
  stated: Tier | Place | undefined,
  followed: FollowedSettings | undefined,
  owner: CallOwner,
  joined: Joined,
  diagnostics: Diagnostic[],
): TierChoice {
  if (typeof stated === 'object') return tierAtPlace(stated, owner, joined, diagnostics);
  if (stated !== undefined) {
    if (followed !== undefined) diagnostics.push(...disagreement(stated, followed, owner));
    return { tier: stated };
  }
  const tiers = followed?.tiers ?? [];
  const [first] = tiers;
  if (followed === undefined || first === undefined) return { tier: 'standard' };
  const { origin, at } = first;
  const known = distinctValues(tiers);
  const [only, ...others] = known;
  const open = tiers.find(({ value }) => value === undefined);
  if (only !== undefined && others.length === 0 && open === undefined)
    return { tier: only, source: { origin, at } };
  const line = (tier: Tier) => `tier: ${tier}`;
  const what = `${followed.where} ${wordsOf(tiers)}`;
  if (known.every((tier) => tier === 'standard')) {
    diagnostics.push({
      code: 'binding-ambiguous',
      severity: 'warning',
      message: `The service tier of ${owner.name} cannot be told: ${followed.where} ${(open ?? first).words}; the standard tier is priced.`,
      at: owner.at('model'),
      hint: `${line('standard')}  # or flex, priority: what the calls ask for`,
    });
    return { tier: 'standard' };
  }
  const hint = line(known.find((tier) => tier !== 'standard') ?? 'standard');
  // What it leaves without a price says enough to the verdict.
  diagnostics.push({
    code: 'binding-ambiguous',
    severity: 'warning',
    message: `tier of ${owner.name} cannot be read: ${what}`,
    at: owner.at('model'),
    hint,
  });
  const why = `${what}, so the tier of ${owner.name} is not known`;
  return { tier: 'standard', unknownTier: unknown(why, { at, hint }) };
}

/** Tiers that only a call itself can ask for: a file that makes the calls and asks for none is in the standard tier. */
const ASKED_BY_CALLS: readonly Tier[] = ['priority', 'flex', 'latency-optimized'];

function disagreement(
  stated: Tier,
  { where, tiers, makesCalls }: FollowedSettings,
  owner: CallOwner,
): readonly Diagnostic[] {
  const known = distinctValues(tiers);
  const isOpen = tiers.some(({ value }) => value === undefined);
  const common = { code: 'manifest-disagrees', severity: 'warning' } as const;
  if (tiers.length === 0) {
    if (!makesCalls || !ASKED_BY_CALLS.includes(stated)) return [];
    const message = `The tier of ${owner.name} is ${stated} in the manifest, and the calls in ${where} ask for none, which is the standard tier; the manifest's is priced.`;
    return [{ ...common, message, at: owner.at('tier'), hint: 'tier: standard' }];
  }
  const [found] = known;
  if (found === undefined || isOpen || known.includes(stated) || stated === 'reserved') return [];
  const hint = `tier: ${found}`;
  const place = tiers.find(({ value }) => value === found);
  return [
    {
      ...common,
      message: `The tier of ${owner.name} is ${stated} in the manifest, and ${where} ${wordsOf(tiers)}; the manifest's is priced.`,
      at: owner.at('tier'),
      hint,
    },
    ...(place === undefined
      ? []
      : [
          {
            ...common,
            message: `This asks for the ${found} tier, and the manifest prices ${owner.name} in the ${stated} tier.`,
            at: place.at,
            hint,
          },
        ]),
  ];
}
