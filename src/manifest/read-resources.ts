/** Reads `resources`: the usage of single resources by address. */
import { z } from 'zod';
import type { ResourceSection } from '../model/feature.ts';
import { LIMITS } from '../model/limits.ts';
import type { Range } from '../model/range.ts';
import type { Section } from '../model/workload.ts';
import { typeOfAddress } from './address.ts';
import { attempt, check, reportIssues } from './check.ts';
import { figureSource, instances, pricedBy } from './core-schema.ts';
import { defined } from './defined.ts';
import { scalarText } from './flow-text.ts';
import type { ResourceEntry } from './manifest.ts';
import { mapLine, meantBy } from './near-miss.ts';
import { nearest } from './nearest.ts';
import { once } from './once.ts';
import { extraChargeNames } from './read-extra-charges.ts';
import { type ManifestSchemas, schemaOf } from './schema.ts';
import { quoted } from './shown.ts';
import { type ManifestSource, mapEntries, nodeAt, report, reportUnknownKey } from './source.ts';
import { subject } from './subject.ts';
import { type Entry, locate, type MapNode, type Path } from './tree.ts';

const CORE_KEYS: readonly string[] = ['priced_by', 'instances', 'source'];
const WITHOUT_CORE = { without: CORE_KEYS };

const readPricedByName = once(pricedBy);
const readSource = once(figureSource);
const readCount = once(instances);

interface ReadUsage extends Pick<ResourceEntry, 'faultsOf'> {
  readonly readings: readonly Reading[];
}

interface Reading {
  readonly section: ResourceSection;
  readonly usage: Section;
}

/** Types that a message names; the documentation of the features has all. */
const TYPES_LISTED = 8;

/** The entries without a fault, by address. */
export function readResources(
  source: ManifestSource,
  schemas: ManifestSchemas,
): ReadonlyMap<string, ResourceEntry> {
  const entries = new Map<string, ResourceEntry>();
  const charges = extraChargeNames(source);
  for (const [address, entry] of mapEntries(source, ['resources'])) {
    const read = readResource(source, schemas, charges, address, entry);
    if (read !== undefined) entries.set(address, read);
  }
  return entries;
}

function readResource(
  source: ManifestSource,
  schemas: ManifestSchemas,
  charges: ReadonlySet<string>,
  address: string,
  entry: Entry,
): ResourceEntry | undefined {
  const path = ['resources', address];
  const before = source.diagnostics.length;
  const keys = mapEntries(source, path).map(([key]) => key);
  if (entry.node.kind !== 'map') return undefined;
  const isUsage = keys.some((key) => !CORE_KEYS.includes(key));
  const { readings, faultsOf } = isUsage
    ? readUsage(source, schemas, path, address, entry.node)
    : { readings: [], faultsOf: () => [] };
  const covering = keys.includes('priced_by') ? readPricedBy(source, path, charges) : undefined;
  const count = keys.includes('instances') ? readInstances(source, path) : undefined;
  check(source, readSource(), [...path, 'source']);
  if (source.diagnostics.length > before || entry.node.spoiled) return undefined;
  return {
    address,
    at: entry.at,
    usageOf: (type) => readings.find(({ section }) => section.types.includes(type))?.usage,
    faultsOf,
    ...defined({ pricedBy: covering, instances: count, usage: readings[0]?.usage }),
  };
}

/** The least and the most are whole, and within the cap on what one block of the code may make. */
function readInstances(source: ManifestSource, path: Path): Range | undefined {
  const range = check(source, readCount(), [...path, 'instances'])?.range;
  if (range === undefined) return undefined;
  const numbers = [range.low, range.high];
  if (numbers.every((number) => number.isInteger() && number.lte(LIMITS.instancesPerBlock))) return range;
  const found = numbers.find((number) => !number.isInteger()) ?? range.high;
  report(source, {
    code: 'manifest-quantity',
    at: locate(source.root, [...path, 'instances']),
    message: `${subject([...path, 'instances'])} is ${found.toFixed()}; expected a whole number up to ${LIMITS.instancesPerBlock}`,
    hint: 'instances: 1',
  });
  return undefined;
}

function readPricedBy(source: ManifestSource, path: Path, charges: ReadonlySet<string>): string | undefined {
  const name = check(source, readPricedByName(), [...path, 'priced_by']);
  if (name === undefined || charges.has(name)) return name;
  const meant = nearest(name, charges) ?? charges.values().next().value;
  const message = `${subject([...path, 'priced_by'])} names ${quoted(name)}, which is not one of the monthly extra charges`;
  const at = locate(source.root, [...path, 'priced_by']);
  report(source, {
    code: 'manifest-conflict',
    at,
    message,
    hint:
      meant === undefined
        ? 'extra_charges: [{ name: Pinecone, monthly: 70, layer: features }]'
        : `priced_by: ${meant}`,
  });
  return undefined;
}

/**
 * The sections that the entry can be read as, best first. Where the address shows the type, faults are reported;
 * else they wait until the infrastructure code tells it.
 */
function readUsage(
  source: ManifestSource,
  schemas: ManifestSchemas,
  path: Path,
  address: string,
  node: MapNode,
): ReadUsage {
  const type = typeOfAddress(address);
  const candidates =
    type === undefined ? schemas.resourceSections : one(schemas.resourceSectionByType.get(type));
  const attempts = candidates.map((section) => ({
    section,
    result: attempt(schemaOf(section), node, WITHOUT_CORE),
  }));
  const at: Section['at'] = (...more) => locate(source.root, [...path, ...more]);
  const read = attempts.flatMap(({ section, result }) =>
    result.success ? [{ section, usage: { content: result.data, at } }] : [],
  );
  const misfits = attempts.map(({ section, result }) => ({ section, issues: result.error?.issues ?? [] }));
  const reportFaults = (to: ManifestSource, of: string | undefined): void => {
    const section = of === undefined ? undefined : schemas.resourceSectionByType.get(of);
    const own = of === undefined ? misfits : misfits.filter((misfit) => misfit.section === section);
    if (own.length === 0) reportNoUsage(to, schemas, path, node, of);
    else if (own.every(({ issues }) => issues.length > 0)) reportMisfit(to, path, node, own);
  };
  if (type !== undefined) {
    reportFaults(source, type);
    return { readings: read, faultsOf: () => [] };
  }
  return {
    readings: read,
    faultsOf: (found) => {
      const apart: ManifestSource = { ...source, diagnostics: [] };
      reportFaults(apart, found);
      return apart.diagnostics;
    },
  };
}

function one<Item>(item: Item | undefined): readonly Item[] {
  return item === undefined ? [] : [item];
}

function reportNoUsage(
  source: ManifestSource,
  schemas: ManifestSchemas,
  path: Path,
  node: MapNode,
  type: string | undefined,
): void {
  const alien = [...node.entries].filter(([key]) => !CORE_KEYS.includes(key));
  if (alien.every(([key, entry]) => meantBy(key, entry, node, CORE_KEYS) !== undefined)) {
    for (const [key] of alien) reportUnknownKey(source, [...path, key], CORE_KEYS);
    return;
  }
  const types = [...schemas.resourceSectionByType.keys()];
  const meant = type === undefined ? undefined : nearest(type, types);
  const of = type === undefined ? '' : ` of ${quoted(type)}`;
  const more = types.length > TYPES_LISTED ? ` and ${types.length - TYPES_LISTED} others` : '';
  const some = types.slice(0, TYPES_LISTED).map(quoted).join(', ');
  const listed = types.length === 0 ? '' : `; there is some of ${some}${more}`;
  const message = `${subject(path)}: there is no usage${of} to state${listed}`;
  const hint = type === undefined || meant === undefined ? undefined : underType(source, path, type, meant);
  report(source, { code: 'manifest-unknown-key', at: locate(source.root, path), message, hint });
}

/** The entry under the address with the type that was meant. */
function underType(source: ManifestSource, path: Path, type: string, meant: string): string {
  const address = String(path.at(-1)).replace(type, () => meant);
  const node = nodeAt(source, path);
  const map = node?.kind === 'map' ? node : undefined;
  const nodes = new Map([...(map?.entries ?? [])].map(([key, entry]) => [key, entry.node]));
  const line = map?.isFlow === true ? mapLine(address, nodes) : undefined;
  return line ?? `${scalarText(address)}:`;
}

interface Misfit {
  readonly section: ResourceSection;
  readonly issues: readonly z.core.$ZodIssue[];
}

/** Keys that no candidate has are reported; else the faults of the candidate that comes nearest. */
function reportMisfit(source: ManifestSource, path: Path, node: MapNode, misfits: readonly Misfit[]): void {
  const known = new Set([...misfits.flatMap(({ section }) => keysOf(schemaOf(section))), ...CORE_KEYS]);
  const alien = [...node.entries.keys()].filter((key) => !known.has(key));
  if (misfits.length > 1 && alien.length > 0) {
    for (const key of alien) reportUnknownKey(source, [...path, key], [...known]);
    return;
  }
  const [first, ...others] = misfits;
  const best = others.reduce((nearer, next) => (cost(next) < cost(nearer ?? next) ? next : nearer), first);
  reportIssues(source, path, best?.issues ?? [], CORE_KEYS);
}

/** Unknown keys weigh more than wrong values: they tell one kind of resource from another. */
function cost({ issues }: Misfit): number {
  const unknown = issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? issue.keys : []));
  return unknown.length * 100 + issues.length;
}

function keysOf(schema: z.ZodType): readonly string[] {
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}
