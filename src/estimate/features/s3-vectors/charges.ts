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
import { resourceLine } from '../../../model/resource-usage.ts';
import type { SourceLocation } from '../../../model/source-location.ts';
import { monthly } from '../../../model/stated.ts';
import type { Unknown } from '../../../model/value.ts';
import type { Declared } from '../../../model/workload.ts';
import { statedFactor, type VectorIndex, type VectorUsage, vectorBytes, writtenBytes } from './usage.ts';

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

interface Store {
  readonly owner: Charge['owner'];
  readonly region: string | Unknown;
  readonly usage: VectorUsage;
  readonly index: VectorIndex | undefined;
  readonly at: SourceLocation;
}

/** Storage, writes, queries and the data that they read, of every vector index. */
export function charges(input: FeatureInput<VectorIndex>): FeatureCharges {
  const diagnostics: Diagnostic[] = [];
  const found = stores(input, diagnostics);
  return { charges: found.flatMap((store) => storeCharges(input, store)), diagnostics };
}

/** Indexes that a workload states, then those in code that none of them covers. */
function stores(input: FeatureInput<VectorIndex>, diagnostics: Diagnostic[]): readonly Store[] {
  const found: Store[] = [];
  const covered = new Set<string>();
  for (const workload of input.workloads) {
    const stated = workload.sections.get(STORE_SECTION);
    const usage = stated?.content as VectorUsage | undefined;
    if (stated === undefined || usage?.type !== 's3-vectors') continue;
    const bound = workload.uses.find((use): use is Declared<VectorIndex> => use.feature === 's3-vectors');
    if (bound?.pricedBy !== undefined) {
      covered.add(bound.resource.address);
      continue;
    }
    if (bound !== undefined) {
      const { address } = bound.resource;
      // One index has one use: two statements of it are not added up.
      if (covered.has(address)) {
        diagnostics.push(
          statedTwice(address, `The statement of ${workload.name} is not counted.`, stated.at()),
        );
        continue;
      }
      if (bound.usage !== undefined) {
        diagnostics.push(statedTwice(address, 'The one under resources is not counted.', bound.usage.at()));
      }
      covered.add(address);
    }
    const owner = { kind: 'workload', name: workload.name } as const;
    found.push({ owner, region: workload.region, usage, index: bound?.facts, at: stated.at() });
  }
  for (const { resource, facts, usage, pricedBy } of input.resources) {
    if (covered.has(resource.address) || pricedBy !== undefined) continue;
    const owner = { kind: 'resource', name: resource.address } as const;
    const content = (usage?.content ?? {}) as VectorUsage;
    const region = resource.region ?? input.region;
    found.push({ owner, region, usage: content, index: facts, at: usage?.at() ?? resource.at });
  }
  return found;
}

function statedTwice(address: string, which: string, at: SourceLocation): Diagnostic {
  const message = `The use of ${address} is stated twice. ${which}`;
  const hint = `${resourceLine(address, 'vectors: 5M, queries: 300k per month')}  # once, for everybody who uses it`;
  return { code: 'charge-counted-once', severity: 'warning', message, at, hint };
}

function storeCharges(input: FeatureInput<VectorIndex>, store: Store): readonly Charge[] {
  const { usage, region, at } = store;
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
  const hint = 'vector_store: { type: s3-vectors, vectors: 5M, queries: 300k per month }';
  const vectors = statedFactor('vectors', usage.vectors, at, 'how many vectors it holds is not stated', hint);
  const list: Charge[] = [
    charge({
      ...common,
      component: 'vector storage',
      unit: 'GB-months',
      factors: [vectors, inGigabytes(bytes)],
      price: priced('storage'),
    }),
  ];
  if (usage.writes !== undefined) {
    const written = declaredFactor('vectors written', monthly(usage.writes, input.month), at);
    const draft = { ...common, component: 'vectors written', unit: 'GB', price: priced('put') } as const;
    if ('missing' in bytes) list.push(charge({ ...draft, factors: [written, bytes] }));
    else {
      const { bytes: billed, note } = writtenBytes(usage, bytes.stored);
      const factors = [written, inUnits(billed, BYTES_PER_GB, 'GB')];
      list.push(charge({ ...draft, factors, notes: [note] }));
    }
  }
  if (usage.queries === undefined) {
    const missing = { name: 'queries', missing: 'how often it is queried is not stated', hint };
    return [
      ...list,
      charge({
        ...common,
        component: 'queries',
        unit: 'queries',
        factors: [missing],
        price: priced('query'),
      }),
    ];
  }
  const queries = monthly(usage.queries, input.month);
  const asked = declaredFactor('queries', queries, at);
  list.push(
    charge({ ...common, component: 'queries', unit: 'queries', factors: [asked], price: priced('query') }),
  );
  list.push(...readCharges(common, store, bytes, asked, priced));
  return list;
}

/** Data read by queries = queries × vectors of the index in a tier × bytes of a vector, in TB. */
function readCharges(
  common: Pick<ChargeDraft, 'project' | 'layer' | 'feature' | 'owner' | 'region' | 'at'>,
  store: Store,
  bytes: ReturnType<typeof vectorBytes>,
  asked: ReturnType<typeof declaredFactor>,
  priced: (dimension: string) => ChargeDraft['price'],
): readonly Charge[] {
  const { usage, at } = store;
  if (usage.vectors === undefined || 'missing' in bytes) return [];
  const perIndex = mapRange(usage.vectors.range, (vectors) => vectors.div(usage.indexes ?? 1));
  let from = ZERO;
  return READ_TIERS.flatMap(({ dimension, upTo, words }) => {
    const inTier = mapRange(perIndex, (vectors) => within(vectors, from, upTo));
    from = upTo ?? from;
    if (isEmpty(inTier)) return [];
    return charge({
      ...common,
      component: `data read, ${words}`,
      unit: 'TB',
      factors: [asked, declaredFactor('vectors read', inTier, at), inUnits(bytes.read, BYTES_PER_TB, 'TB')],
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
