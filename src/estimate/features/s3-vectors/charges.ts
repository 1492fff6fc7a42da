import {
  type Charge,
  type ChargeDraft,
  charge,
  type Factor,
  type MissingFactor,
} from '../../../model/charge.ts';
import { Decimal, decimal, ZERO } from '../../../model/decimal.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import { declaredFactor, factor } from '../../../model/factors.ts';
import type { FeatureCharges, FeatureInput } from '../../../model/feature.ts';
import type { Quantity } from '../../../model/quantity.ts';
import { mapRange, type Range } from '../../../model/range.ts';
import { resourceLine, statedFactor as statedUse } from '../../../model/resource-usage.ts';
import { addedUse, existingOnce, partsOf, type SharedKey } from '../../../model/shared-use.ts';
import type { SourceLocation } from '../../../model/source-location.ts';
import type { Stating } from '../../../model/statements.ts';
import type { Unknown } from '../../../model/value.ts';
import type { Declared } from '../../../model/workload.ts';
import { shapeOf } from './stated-once.ts';
import { type VectorIndex, type VectorUsage, vectorBytes, writtenBytes } from './usage.ts';

const STORE_SECTION = 'knowledge_base.vector_store';

/** AWS bills binary gigabytes and terabytes. */
const BYTES_PER_GB = decimal(1024 ** 3);
const BYTES_PER_TB = decimal(1024 ** 4);

/**
 * Where the price of the data that a query reads steps down, in vectors of one index (Amazon S3 pricing page, S3
 * Vectors, 2026): the first 100,000, up to ten million, and the rest.
 */
const READ_TIERS = [
  { dimension: 'data-processed-first', upTo: decimal(100_000), words: 'first 100,000 vectors' },
  { dimension: 'data-processed-second', upTo: decimal(10_000_000), words: 'vectors to 10 million' },
  { dimension: 'data-processed-third', upTo: undefined, words: 'vectors over 10 million' },
] as const;

/** What somebody does with an index: so many queries, or so many vectors written. */
interface Use {
  readonly owner: Charge['owner'];
  readonly factor: Factor;
  readonly perPut?: number | undefined;
  readonly notes: readonly string[];
}

interface Store {
  readonly owner: Charge['owner'];
  readonly region: string | Unknown;
  /** What is stated of the index itself, by whomever. */
  readonly usage: VectorUsage;
  readonly index: VectorIndex | undefined;
  readonly vectors: Factor | undefined;
  readonly queries: readonly Use[];
  readonly writes: readonly Use[];
  readonly at: SourceLocation;
  readonly line: (usage: string) => string;
}

/** Storage, writes, queries and the data that they read, of every vector index. */
export function charges(input: FeatureInput<VectorIndex>): FeatureCharges {
  const diagnostics: Diagnostic[] = [];
  const found = stores(input, diagnostics);
  return { charges: found.flatMap((store) => storeCharges(input, store)), diagnostics };
}

/** Indexes that workloads state, then those in code that none of them speaks of. */
function stores(input: FeatureInput<VectorIndex>, diagnostics: Diagnostic[]): readonly Store[] {
  const found: Store[] = [];
  const bound = new Map<string, Stating[]>();
  for (const workload of input.workloads) {
    const stated = workload.sections.get(STORE_SECTION);
    if (stated === undefined || (stated.content as VectorUsage).type !== 's3-vectors') continue;
    const index = workload.uses.find((use) => use.feature === 's3-vectors');
    const stating = { by: workload.name, stated };
    if (index === undefined) found.push(storeOf(input, [stating], workload.region, undefined, diagnostics));
    else bound.set(index.resource.address, [...(bound.get(index.resource.address) ?? []), stating]);
  }
  for (const declared of input.resources) {
    const { resource, pricedBy } = declared;
    if (pricedBy !== undefined) continue;
    const region = resource.region ?? input.region;
    found.push(storeOf(input, bound.get(resource.address) ?? [], region, declared, diagnostics));
  }
  return found;
}

const VECTORS: SharedKey = { key: 'vectors', kind: { kind: 'amount', unit: 'vectors' } };

/** The vectors of an index exist once, whoever states them; queries and writes of each workload are its own. */
function storeOf(
  input: FeatureInput<VectorIndex>,
  workloads: readonly Stating[],
  region: string | Unknown,
  declared: Declared<VectorIndex> | undefined,
  diagnostics: Diagnostic[],
): Store {
  const [first] = workloads;
  const address = declared?.resource.address ?? '';
  const entry = declared?.usage;
  const all = [
    ...workloads,
    ...(entry === undefined ? [] : [{ by: `${address} under resources`, stated: entry }]),
  ];
  const line = (usage: string) =>
    declared === undefined ? `vector_store: { type: s3-vectors, ${usage} }` : resourceLine(address, usage);
  const vectors = existingOnce(address, VECTORS, all, line);
  diagnostics.push(...vectors.diagnostics);
  const ofIndex = { kind: 'resource', name: address } as const;
  const owner = first === undefined ? ofIndex : ({ kind: 'workload', name: first.by } as const);
  const uses = (key: 'queries' | 'writes', name: string): readonly Use[] => {
    const whole = statedUse(entry, key, name, input.month);
    const parts = partsOf(workloads, key, name, input.month);
    const added = addedUse(address, { key, kind: { kind: 'rate', unit: name } }, parts, whole);
    diagnostics.push(...added.diagnostics);
    const perPut = (by: string) => workloads.find((one) => one.by === by)?.stated ?? entry;
    return [
      ...parts.map(({ by, factor }) => ({
        owner: { kind: 'workload', name: by } as const,
        factor,
        perPut: (perPut(by)?.content as VectorUsage | undefined)?.vectors_per_put,
        notes: [],
      })),
      ...(added.rest === undefined
        ? []
        : [
            {
              // All of it is that of the only workload, where that states the rest of the index.
              owner: parts.length === 0 ? owner : ofIndex,
              factor: added.rest,
              perPut: (entry?.content as VectorUsage | undefined)?.vectors_per_put,
              notes: added.notes,
            },
          ]),
    ];
  };
  const { shape, diagnostics: differing } = shapeOf({ what: address, all, line }, declared?.facts);
  diagnostics.push(...differing);
  return {
    owner,
    region,
    usage: shape,
    index: declared?.facts,
    vectors: statedUse(vectors.stating?.stated, 'vectors', 'vectors', input.month),
    queries: uses('queries', 'queries'),
    writes: uses('writes', 'vectors written'),
    at: first?.stated.at() ?? entry?.at() ?? declared?.resource.at ?? { file: '' },
    line,
  };
}

function storeCharges(input: FeatureInput<VectorIndex>, store: Store): readonly Charge[] {
  const { usage, region, at, line } = store;
  const priced = (dimension: string) => input.prices.price({ subject: 's3-vectors', dimension, region });
  const common = {
    project: input.project,
    layer: 'features',
    feature: 's3-vectors',
    owner: store.owner,
    region,
    at,
  } as const;
  const bytes = vectorBytes(usage, store.index, at);
  const hint = line('vectors: 5M, queries: 300k per month');
  const vectors = store.vectors ?? {
    name: 'vectors',
    missing: 'how many vectors it holds is not stated',
    hint,
  };
  const list: Charge[] = [
    charge({
      ...common,
      component: 'vector storage',
      unit: 'GB-months',
      factors: [vectors, inGigabytes(bytes)],
      price: priced('storage'),
    }),
  ];
  for (const { owner, factor: written, perPut, notes } of store.writes) {
    const draft = {
      ...common,
      owner,
      component: 'vectors written',
      unit: 'GB',
      price: priced('put'),
    } as const;
    if ('missing' in bytes) list.push(charge({ ...draft, factors: [written, bytes] }));
    else {
      const { bytes: billed, note } = writtenBytes(perPut, bytes.stored);
      const factors = [written, inUnits(billed, BYTES_PER_GB, 'GB')];
      list.push(charge({ ...draft, factors, notes: [note, ...notes] }));
    }
  }
  if (store.queries.length === 0) {
    const missing = { name: 'queries', missing: 'how often it is queried is not stated', hint };
    const draft = { ...common, component: 'queries', unit: 'queries', price: priced('query') } as const;
    return [...list, charge({ ...draft, factors: [missing] })];
  }
  for (const { owner, factor: asked, notes } of store.queries) {
    const whose = { ...common, owner, notes };
    const draft = { ...whose, component: 'queries', unit: 'queries', price: priced('query') } as const;
    list.push(charge({ ...draft, factors: [asked] }));
    list.push(...readCharges(whose, store, bytes, asked, priced));
  }
  return list;
}

/** Data read by queries = queries × vectors of the index in a tier × bytes of a vector, in TB. */
function readCharges(
  common: Pick<ChargeDraft, 'project' | 'layer' | 'feature' | 'owner' | 'region' | 'at' | 'notes'>,
  store: Store,
  bytes: ReturnType<typeof vectorBytes>,
  asked: Factor,
  priced: (dimension: string) => ChargeDraft['price'],
): readonly Charge[] {
  const { usage, vectors: held, at } = store;
  if (held === undefined || 'missing' in bytes) return [];
  const perIndex = mapRange(held.value, (vectors) => vectors.div(usage.indexes ?? 1));
  let from = ZERO;
  return READ_TIERS.flatMap(({ dimension, upTo, words }) => {
    const inTier = mapRange(perIndex, (vectors) => within(vectors, from, upTo));
    from = upTo ?? from;
    if (isEmpty(inTier)) return [];
    return charge({
      ...common,
      component: `data read, ${words}`,
      unit: 'TB',
      factors: [
        asked,
        declaredFactor('vectors read', inTier, held.at ?? at),
        inUnits(bytes.read, BYTES_PER_TB, 'TB'),
      ],
      price: priced(dimension),
    });
  });
}

/** How much of `value` lies between two bounds. */
function within(value: Decimal, from: Decimal, to: Decimal | undefined): Decimal {
  const top = to === undefined ? value : Decimal.min(value, to);
  return Decimal.max(top.minus(from), ZERO);
}

function isEmpty(range: Range): boolean {
  return range.high.isZero();
}

function inGigabytes(bytes: ReturnType<typeof vectorBytes>) {
  if ('missing' in bytes) return bytes satisfies MissingFactor;
  return inUnits(bytes.stored, BYTES_PER_GB, 'GB');
}

function inUnits(bytes: Quantity, size: Decimal, unit: string): Factor {
  const range = mapRange(bytes.range, (value) => value.div(size));
  const shownAs = { name: `bytes per vector (as ${unit})`, value: bytes.range };
  return { ...factor(`${unit} per vector`, { ...bytes, range }), shownAs };
}
