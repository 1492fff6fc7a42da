/**
 * Owners that go by another name at head. A rename is no change.
 *
 * What a manifest declares with `renamed_from` holds. Beyond that a rename is taken for one only where nothing else can
 * be meant: of one kind of owner one is gone and one has come, and what they cost is made of the same figures.
 */
import type { Charge, Owner } from '../model/charge.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Range } from '../model/range.ts';
import type { Estimate } from '../model/report.ts';
import { ownerKey } from './keys.ts';

interface Place {
  readonly project: string;
  readonly owner: Owner;
}

export interface Renames {
  /** A charge of the base under the name that its owner has at head. */
  renamed(charge: Charge): Charge;
  /** What was taken for a rename without being declared. */
  readonly diagnostics: readonly Diagnostic[];
}

export function renamesOf(base: Estimate, head: Estimate): Renames {
  const now = new Map<string, Place>();
  declared(base, head, now);
  const diagnostics = [...movedProjects(base, head, now), ...alikeOwners(base, head, now)];
  return {
    renamed(charge) {
      const place = now.get(ownerKey(charge));
      return place === undefined ? charge : under(charge, place);
    },
    diagnostics,
  };
}

function under(charge: Charge, { project, owner }: Place): Charge {
  const old = `${charge.project}/${charge.owner.kind}/${charge.owner.name}/`;
  const own = charge.id.startsWith(old);
  const id = own
    ? `${project}/${owner.kind}/${owner.name}/${charge.id.slice(old.length)}`
    : `${project}${charge.id.slice(charge.project.length)}`;
  return { ...charge, id, project, owner };
}

/** The way back follows what the other side declares. */
function declared(base: Estimate, head: Estimate, now: Map<string, Place>): void {
  const pairs = [
    ...[...head.renamedFrom].map(([to, from]) => ({ to, from })),
    ...[...base.renamedFrom].map(([from, to]) => ({ from, to })),
  ];
  const taken = new Set<string>();
  for (const { from, to } of pairs) {
    const gone = base.workloads.has(from) && !head.workloads.has(from);
    const come = head.workloads.has(to) && !base.workloads.has(to);
    if (!gone || !come || taken.has(to)) continue;
    taken.add(to);
    now.set(ownerKey(placeOf(from)), placeOf(to));
  }
}

/** Of `project/workload`; names of workloads hold no slash. */
function placeOf(workload: string): Place {
  const slash = workload.lastIndexOf('/');
  return { project: workload.slice(0, slash), owner: { kind: 'workload', name: workload.slice(slash + 1) } };
}

/** One manifest is gone and one has come, and all that they cost is the same. */
function movedProjects(base: Estimate, head: Estimate, now: Map<string, Place>): readonly Diagnostic[] {
  const [from, ...moreGone] = base.projects.filter((project) => !head.projects.includes(project));
  const [to, ...moreCome] = head.projects.filter((project) => !base.projects.includes(project));
  if (from === undefined || to === undefined || moreGone.length + moreCome.length > 0) return [];
  const before = base.charges.filter(({ project }) => project === from);
  const after = head.charges.filter(({ project }) => project === to);
  const print = (charges: readonly Charge[]) =>
    charges.map((charge) => `${charge.id.slice(charge.project.length)} ${contentOf(charge)}`).sort();
  if (before.length === 0 || !same(print(before), print(after))) return [];
  for (const charge of before) now.set(ownerKey(charge), { project: to, owner: charge.owner });
  const message = `The manifest in ${from} is gone, and that in ${to} has the same charges: it is taken to have moved.`;
  return [{ code: 'rename-assumed', severity: 'notice', message }];
}

function alikeOwners(base: Estimate, head: Estimate, now: Map<string, Place>): readonly Diagnostic[] {
  const followed = new Set([...now.values()].map(ownerKey));
  const before = ownersOf(base.charges);
  const after = ownersOf(head.charges);
  const stands = (estimate: Estimate, { project, owner }: Place) =>
    owner.kind === 'workload' && estimate.workloads.has(`${project}/${owner.name}`);
  const gone = [...before].filter(
    ([key, group]) => !after.has(key) && !now.has(key) && !stands(head, group.place),
  );
  const come = [...after].filter(
    ([key, group]) => !before.has(key) && !followed.has(key) && !stands(base, group.place),
  );
  const candidates = groupBy(come, ([, group]) => kindOf(group));
  return [...groupBy(gone, ([, group]) => kindOf(group))].flatMap(([kind, left]): readonly Diagnostic[] => {
    const [old, ...others] = left;
    const [found, ...more] = candidates.get(kind) ?? [];
    if (old === undefined || found === undefined || others.length + more.length > 0) return [];
    if (!same(contentsOf(old[1]), contentsOf(found[1]))) return [];
    const { place } = found[1];
    now.set(old[0], place);
    return [assumed(old[1].place.owner, place.owner, found[1].charges[0])];
  });
}

function assumed(from: Owner, to: Owner, charge: Charge | undefined): Diagnostic {
  const message = `${from.name} is gone, and ${to.name} has come with the same charges: it is taken for a rename.`;
  const hint = to.kind === 'workload' ? `renamed_from: ${from.name}` : undefined;
  return {
    code: 'rename-assumed',
    severity: 'notice',
    message,
    ...(charge?.at === undefined ? {} : { at: charge.at }),
    ...(hint === undefined ? {} : { hint }),
  };
}

interface Group {
  readonly place: Place;
  readonly charges: Charge[];
}

function ownersOf(charges: readonly Charge[]): ReadonlyMap<string, Group> {
  const found = new Map<string, Group>();
  for (const charge of charges) {
    const { project, owner } = charge;
    // What a manifest states as an amount, and what several share, has no name to follow.
    if (owner.kind !== 'workload' && owner.kind !== 'resource') continue;
    const group = found.get(ownerKey(charge));
    if (group === undefined) found.set(ownerKey(charge), { place: { project, owner }, charges: [charge] });
    else group.charges.push(charge);
  }
  return found;
}

/** Workloads of one project are of a kind; resources are where the same features bill them. */
function kindOf({ place, charges }: Group): string {
  const features = [...new Set(charges.map(({ feature }) => feature))].sort();
  return [place.project, place.owner.kind, ...(place.owner.kind === 'workload' ? [] : features)].join('\n');
}

function contentsOf({ charges }: Group): readonly string[] {
  return charges.map(contentOf).sort();
}

/** All that a charge is made of but for the names that it goes by. */
function contentOf(charge: Charge): string {
  const { feature, component, item, region, kind, period, unit, factors, price, cost } = charge;
  return JSON.stringify([
    feature,
    component,
    item,
    region,
    kind,
    period,
    unit,
    factors.map(({ name, value }) => [name, ...rangeText(value)]),
    price === undefined ? [] : [price.usd.toFixed(), price.per.toFixed()],
    cost.kind === 'priced' ? rangeText(cost.amount) : 'unpriced',
  ]);
}

function rangeText({ low, expected, high }: Range): readonly string[] {
  return [low, expected, high].map((value) => value.toFixed());
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, index) => text === b[index]);
}

function groupBy<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): ReadonlyMap<string, readonly Item[]> {
  const found = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = found.get(key);
    if (group === undefined) found.set(key, [item]);
    else group.push(item);
  }
  return found;
}
