/** Models, profiles and tiers that change, with what each makes of the cost, by the line that says so. */
import type { Charge, Term } from '../model/charge.ts';
import type { CountedChange } from '../model/model-change.ts';
import type { ChargeDelta } from '../model/report.ts';
import type { SourceLocation } from '../model/source-location.ts';
import type { Switch, SwitchPart } from '../model/switch.ts';

/** What a line of code or of a manifest chooses; all else that prices depend on follows from other lines. */
const CHOSEN: readonly string[] = ['model', 'profile', 'tier'];

interface Found extends Omit<Switch, 'parts' | 'elsewhere'> {
  readonly kinds: ReadonlySet<string>;
  readonly parts: SwitchPart[];
}

/** Whether a line is one that the base does not have. */
type IsChanged = (at: SourceLocation) => boolean;

/**
 * Every switch of charges that both sides have, in the order of the charges. Those of one owner and call that one line
 * makes are one. `made` are all places where the id itself changes: where the line that names a model did not change,
 * as it refers to a variable, the one such place is where the switch is made.
 */
export function switchesOf(
  charges: readonly ChargeDelta[],
  made: readonly CountedChange[],
  isChanged: IsChanged,
): readonly Switch[] {
  const found = new Map<string, Found>();
  for (const delta of charges) {
    for (const one of switchesOfCharge(delta, isChanged)) {
      const key = JSON.stringify([
        ...ownerOf(one),
        one.call,
        one.at?.file,
        one.at?.line,
        one.from,
        one.to,
        ...one.kinds,
      ]);
      const known = found.get(key);
      if (known === undefined) found.set(key, one);
      else {
        known.parts.push(...one.parts);
        if (known.unpriced === undefined && one.unpriced !== undefined)
          found.set(key, { ...known, unpriced: one.unpriced });
      }
    }
  }
  const places = new Map<string, SourceLocation[]>();
  for (const { project, workload, call, place } of made) {
    const key = JSON.stringify([project, workload, call]);
    const list = places.get(key);
    if (list === undefined) places.set(key, [place.at]);
    else list.push(place.at);
  }
  return [...found.values()].map(({ kinds, ...one }) => {
    const key = JSON.stringify([one.project, one.owner.name, one.call]);
    return withPlaces(one, kinds, places.get(key) ?? []);
  });
}

function switchesOfCharge({ id, base, head, causes }: ChargeDelta, isChanged: IsChanged): readonly Found[] {
  if (base === undefined || head?.period !== 'monthly') return [];
  const before = termsOf(base);
  const switched = [...termsOf(head).values()].filter(
    ({ name, value }) => CHOSEN.includes(name) && (before.get(name)?.value ?? value) !== value,
  );
  return byPlace(switched, isChanged).map(({ at, terms }): Found => {
    const kinds = new Set(terms.map(({ name }) => name));
    const parts = causes
      .filter(({ kind }) => kinds.has(kind.split(' and ').find((part) => CHOSEN.includes(part)) ?? ''))
      .map(({ kind, amount }) => ({ kind, amount, charge: id }));
    const unpriced = [head, base].flatMap(({ cost }) => (cost.kind === 'unpriced' ? [cost.why] : []))[0];
    return {
      project: head.project,
      owner: head.owner,
      ...(head.call === undefined ? {} : { call: head.call }),
      from: bought(base, kinds),
      to: bought(head, kinds),
      kinds,
      ...(at === undefined ? {} : { at }),
      parts,
      ...(unpriced === undefined ? {} : { unpriced }),
    };
  });
}

function termsOf({ terms, item }: Charge): ReadonlyMap<string, Term> {
  const told = terms ?? (item === undefined ? [] : [{ name: 'model', value: item }]);
  return new Map(told.map((term) => [term.name, term]));
}

/** Several terms that one line says are one switch, under the first of them. */
function byPlace(
  terms: readonly Term[],
  isChanged: IsChanged,
): readonly { readonly at?: SourceLocation; readonly terms: readonly Term[] }[] {
  const places = new Map<string, { at?: SourceLocation; terms: Term[] }>();
  for (const term of terms) {
    const at = term.at !== undefined && isChanged(term.at) ? term.at : undefined;
    const key = JSON.stringify([at?.file, at?.line]);
    const place = places.get(key);
    if (place === undefined) places.set(key, { ...(at === undefined ? {} : { at }), terms: [term] });
    else place.terms.push(term);
  }
  return [...places.values()];
}

/** What of a charge the kinds are about; a model is never named without its profile. */
function bought(charge: Charge, kinds: ReadonlySet<string>): string {
  const terms = termsOf(charge);
  const value = (name: string) => terms.get(name)?.value;
  const model = kinds.has('model') || kinds.has('profile') ? [value('model'), value('profile')] : [];
  const tier = kinds.has('tier') ? [`${value('tier') ?? ''} tier`] : [];
  return [...model, ...tier].filter((part) => part !== undefined).join(', ');
}

function ownerOf({ project, owner }: Pick<Switch, 'project' | 'owner'>): readonly string[] {
  return [project, owner.kind, owner.name];
}

function withPlaces(
  one: Omit<Switch, 'elsewhere'>,
  kinds: ReadonlySet<string>,
  places: readonly SourceLocation[],
): Switch {
  if (!kinds.has('model') && !kinds.has('profile')) return { ...one, elsewhere: [] };
  const [only, ...others] = places;
  if (one.at === undefined && only !== undefined && others.length === 0)
    return { ...one, at: only, elsewhere: [] };
  return {
    ...one,
    elsewhere: places.filter(({ file, line }) => file !== one.at?.file || line !== one.at.line),
  };
}
