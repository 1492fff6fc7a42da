/** Why the book has no price, in words for a person, with the line to write where there is one. */
import { type Scope, TIERS, type Tier } from '../model/price.ts';
import type { BookFile, SubjectEntry } from './book-file.ts';
import { compare } from './pack.ts';

export interface Asked {
  readonly subject: string;
  readonly dimension: string;
  readonly region: string;
  readonly scope?: Scope;
  readonly tier?: Tier;
  readonly context?: 'normal' | 'long';
}

interface Offer {
  readonly scope: string;
  readonly tier: string;
  readonly context: string;
  readonly regions: readonly string[];
}

export interface Missing {
  readonly why: string;
  readonly hint?: string;
}

const SCOPE_WORDS: Readonly<Record<string, string>> = {
  'in-region': 'in the region itself',
  geographic: 'through a geographic profile',
  global: 'through the global profile',
};

/** At most this many regions are listed by name. */
const LISTED = 8;

/** Says what is wrong with a key that has no price: the dimension, the context, the tier, the scope or the region. */
export function whyMissing(file: BookFile, entry: SubjectEntry, asked: Asked): Missing {
  const { subject, dimension, region, scope = 'in-region', tier = 'standard', context = 'normal' } = asked;
  const unsettled = entry.unsettled;
  if (unsettled !== undefined && Object.hasOwn(unsettled, dimension))
    return { why: unsettled[dimension] ?? '' };
  const offers = offersOf(file, entry, dimension);
  if (offers.length === 0) {
    const known = entry.columns.map(([name]) => name);
    return {
      why: `the price book has no price for "${dimension}" of ${subject}${known.length === 0 ? '' : `, only for ${list(known)}`}`,
    };
  }
  if (entry.kind === 'feature') return featureElsewhere(file, asked, offers);
  const terms = reservedTerms(entry, dimension);
  if (tier === 'reserved' && terms.length > 0) {
    return { why: `reserved capacity of ${subject} is sold by the term, with the dimensions ${list(terms)}` };
  }
  const here = offers.filter((offer) => offer.regions.includes(region));
  const inContext = here.filter((offer) => offer.context === context);
  if (here.length > 0 && inContext.length === 0) {
    return {
      why: `${subject} has no ${context === 'long' ? 'long-context' : 'normal'} price for ${dimension} in ${region}`,
    };
  }
  const inScope = inContext.filter((offer) => offer.scope === scope);
  if (inScope.length > 0) {
    const tiers = TIERS.filter((name) => inScope.some((offer) => offer.tier === name));
    return {
      why: `${subject} has no price for ${dimension} in the ${tier} tier in ${region}; there it is sold in ${plural(tiers, 'the tier', 'the tiers')} ${list(tiers)}`,
      hint: `tier: ${tiers[0]}`,
    };
  }
  const inTier = inContext.filter((offer) => offer.tier === tier);
  if (inTier.length > 0) {
    const scopes = unique(inTier.map((offer) => offer.scope));
    return {
      why: `${subject} is not sold ${SCOPE_WORDS[scope]} in ${region}; there it is sold ${list(scopes.map((name) => SCOPE_WORDS[name] ?? name))}`,
      hint: `model: ${prefixFor(scopes, region)}${subject}`,
    };
  }
  return otherRegions(asked, offers);
}

function otherRegions(asked: Asked, offers: readonly Offer[]): Missing {
  const { subject, dimension, region, scope = 'in-region', tier = 'standard', context = 'normal' } = asked;
  const same = offers.filter(
    (offer) => offer.scope === scope && offer.tier === tier && offer.context === context,
  );
  const all = unique((same.length > 0 ? same : offers).flatMap((offer) => offer.regions));
  const near = (name: string) => (continent(name) === continent(region) ? 0 : 1);
  const regions = [...all].sort((a, b) => near(a) - near(b) || compare(a, b));
  const how =
    same.length > 0 ? ` ${SCOPE_WORDS[scope]}${tier === 'standard' ? '' : ` in the ${tier} tier`}` : '';
  const [nearest] = regions;
  return {
    why: `${subject} has no price for ${dimension} in ${region}${how}; it has one in ${listRegions(regions)}`,
    ...(nearest === undefined ? {} : { hint: `region: ${nearest}` }),
  };
}

function featureElsewhere(file: BookFile, asked: Asked, offers: readonly Offer[]): Missing {
  const { subject, dimension, region } = asked;
  const regions = unique(offers.flatMap((offer) => offer.regions));
  const why = file.regions.includes(region)
    ? `the price of ${dimension} of ${subject} is not known in ${region}, where prices differ from the commercial regions`
    : `${region} is not a region that the price book knows, so no price of ${dimension} of ${subject} can be assumed for it`;
  return {
    why: `${why}; it is known in ${listRegions(regions)}`,
    hint: `region: ${regions[0] ?? 'us-east-1'}`,
  };
}

/** The dimensions under which the reserved capacity of a token dimension is sold: `input-1-month`. */
function reservedTerms(entry: SubjectEntry, dimension: string): readonly string[] {
  return entry.columns
    .map(([name]) => name)
    .filter((name) => name.startsWith(`${dimension}-`) && name.includes('-month'));
}

function offersOf(file: BookFile, entry: SubjectEntry, dimension: string): readonly Offer[] {
  const position = entry.columns.findIndex(([name]) => name === dimension);
  if (position < 0) return [];
  return entry.rows.flatMap(([line, , regionSet, ...prices]) => {
    if ((prices[position] ?? '') === '') return [];
    const [scope = '', tier = '', context = ''] = line.split('/');
    return [{ scope, tier, context, regions: file.regionSets[regionSet]?.split(' ') ?? [] }];
  });
}

/** The prefix of an id that asks for the best of `scopes` from `region`. */
function prefixFor(scopes: readonly string[], region: string): string {
  if (scopes.includes('in-region')) return '';
  if (!scopes.includes('geographic')) return 'global.';
  if (region.startsWith('us-gov-')) return 'us-gov.';
  if (region.startsWith('us-')) return 'us.';
  if (region.startsWith('eu-')) return 'eu.';
  return scopes.includes('global') ? 'global.' : 'apac.';
}

function continent(region: string): string {
  return region.split('-')[0] ?? '';
}

function listRegions(regions: readonly string[]): string {
  if (regions.length <= LISTED) return list(regions);
  return `${regions.slice(0, LISTED).join(', ')} and ${regions.length - LISTED} more regions`;
}

function list(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

function plural(items: readonly unknown[], one: string, many: string): string {
  return items.length === 1 ? one : many;
}

function unique(items: readonly string[]): readonly string[] {
  return [...new Set(items)];
}
