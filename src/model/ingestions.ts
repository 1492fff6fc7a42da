/** Who states what knowledge bases take in, so that documents of one data source are counted once. */
import type { MissingFactor } from './charge.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { FeatureInput } from './feature.ts';
import { DATA_SOURCE_TYPES, INGESTION } from './ingestion.ts';
import { targetsAmong } from './references.ts';
import { resourceLine } from './resource-usage.ts';
import { placeOf } from './source-location.ts';
import { removeEither, type Standing, type Statement, sameStatement, standings } from './statements.ts';
import type { Value } from './value.ts';
import type { Declared, Section, Workload } from './workload.ts';

/** What documents are taken in by. */
const TAKES_IN: ReadonlySet<string> = new Set([
  ...DATA_SOURCE_TYPES,
  'aws_bedrockagent_knowledge_base',
  'AWS::Bedrock::KnowledgeBase',
]);

/** A data source or a knowledge base as the feature that asks mapped it. */
interface Feeding {
  /** For a data source: the knowledge base that it feeds. */
  readonly feeds: Value | undefined;
}

/** Documents that are taken in: by a workload, or by a data source that states its usage itself. */
export interface Ingestion<Facts> {
  readonly owner: { readonly kind: 'workload' | 'resource'; readonly name: string };
  readonly region: Workload['region'];
  readonly stated: Section;
  readonly workload?: Workload;
  /** The data sources that feed it, as the feature that asks mapped them, without those that an amount covers. */
  readonly sources: readonly Declared<Facts>[];
  /** Addresses of the knowledge bases and data sources that it speaks of. */
  readonly about: ReadonlySet<string>;
  /** Set where it shares documents with another statement: how many are its own is not known. */
  readonly undivided?: MissingFactor;
  /** The line that states a key of it, for hints. */
  readonly line: (usage: string) => string;
}

export interface Ingestions<Facts> {
  readonly list: readonly Ingestion<Facts>[];
  /** Data sources that none of them covers. */
  readonly uncovered: readonly Declared<Facts>[];
  /** Addresses of the knowledge bases and data sources that a workload or an amount speaks for. */
  readonly spokenFor: ReadonlySet<string>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Everything that is taken in. A workload that states its ingestion speaks for all knowledge bases and data sources
 * that it uses; what one of them states under `resources:` beside that is not counted again, nor is what another
 * workload states of the same or of a part of it. What an extra charge covers, with a base its data sources too, is
 * not among them.
 */
export function ingestionsOf<Facts extends Feeding>(
  input: Pick<FeatureInput<Facts>, 'workloads' | 'region'>,
  bases: readonly Declared<Facts>[],
  sources: readonly Declared<Facts>[],
): Ingestions<Facts> {
  const diagnostics: Diagnostic[] = [];
  const list: Ingestion<Facts>[] = [];
  const spokenFor = new Set<string>();
  const priced = pricedAddresses(bases, sources);
  const byAddress = new Map(sources.map((source) => [source.resource.address, source]));
  const statements = input.workloads.flatMap((workload): readonly Statement[] => {
    const stated = workload.sections.get(INGESTION);
    if (stated === undefined) return [];
    const taken = takenInBy(workload);
    for (const address of taken) spokenFor.add(address);
    const open = new Set([...taken].filter((address) => !priced.has(address)));
    // An amount covers all that it takes in.
    if (taken.size > 0 && open.size === 0) return [];
    const covered = [...taken].find((address) => priced.has(address));
    if (covered !== undefined) {
      const own = [...open].find((address) => byAddress.has(address));
      diagnostics.push(partlyPriced(covered, priced.get(covered) ?? '', own, workload, stated));
    }
    return [{ workload, stated, about: open }];
  });
  for (const standing of standings(statements)) {
    const { statement, saidBy } = standing;
    const { workload, stated, about } = statement;
    if (saidBy !== undefined) {
      if (!sameStatement(stated, saidBy.stated)) diagnostics.push(statedTwice(statement, saidBy));
      continue;
    }
    const used = [...about].flatMap((address) => byAddress.get(address) ?? []);
    for (const source of used) {
      if (source.usage === undefined || (used.length === 1 && sameStatement(stated, source.usage))) continue;
      diagnostics.push(countedOnce(workload, stated, source, source.usage));
    }
    const undivided = undividedOf(standing, byAddress);
    list.push({
      owner: { kind: 'workload', name: workload.name },
      region: workload.region,
      stated,
      workload,
      sources: used,
      about,
      ...(undivided === undefined ? {} : { undivided }),
      line: (usage) => `knowledge_base: { ingestion: { ${usage} } }`,
    });
  }
  const uncovered: Declared<Facts>[] = [];
  for (const source of sources) {
    const { resource, usage } = source;
    if (spokenFor.has(resource.address) || priced.has(resource.address)) continue;
    if (usage === undefined) {
      uncovered.push(source);
      continue;
    }
    list.push({
      owner: { kind: 'resource', name: resource.address },
      region: resource.region ?? input.region,
      stated: usage,
      sources: [source],
      about: new Set([resource.address]),
      line: (more) => resourceLine(resource.address, more),
    });
  }
  for (const address of priced.keys()) spokenFor.add(address);
  return { list, uncovered, spokenFor, diagnostics };
}

/** The knowledge bases and data sources that a workload uses. */
export function takenInBy({ uses }: Workload): ReadonlySet<string> {
  return new Set(uses.flatMap(({ resource }) => (TAKES_IN.has(resource.type) ? [resource.address] : [])));
}

/**
 * The documents that an extra charge covers, by address: those of a data source with itself or its knowledge base, and
 * those of a base with all of its data sources.
 */
function pricedAddresses<Facts extends Feeding>(
  bases: readonly Declared<Facts>[],
  sources: readonly Declared<Facts>[],
): ReadonlyMap<string, string> {
  const baseOf = targetsAmong(bases);
  const priced = new Map<string, string>();
  const fed = new Map<string, string | undefined>();
  for (const { resource, pricedBy } of bases) {
    if (pricedBy !== undefined) priced.set(resource.address, pricedBy);
  }
  for (const { resource, facts, pricedBy } of sources) {
    const feeds = baseOf(facts.feeds, resource);
    const amount = pricedBy ?? feeds.map((base) => base.pricedBy).find((name) => name !== undefined);
    if (amount !== undefined) priced.set(resource.address, amount);
    for (const base of feeds) {
      const { address } = base.resource;
      fed.set(address, amount === undefined || !fed.has(address) ? amount : fed.get(address));
    }
  }
  for (const [address, amount] of fed) {
    if (amount !== undefined && !priced.has(address)) priced.set(address, amount);
  }
  return priced;
}

function undividedOf(
  { statement, overlap }: Standing,
  sources: ReadonlyMap<string, unknown>,
): MissingFactor | undefined {
  if (overlap === undefined) return undefined;
  const { other } = overlap;
  const { name } = statement.workload;
  const shared = [...statement.about].find((address) => other.about.has(address) && sources.has(address));
  const hint =
    shared === undefined
      ? `remove knowledge_base.ingestion of ${name} or of ${other.workload.name}, and let one of them use all knowledge bases`
      : `${resourceLine(shared, 'corpus: 20M, resync_share: 10%')}  # and so for each data source, in place of knowledge_base.ingestion of ${name} and ${other.workload.name}`;
  return {
    name: 'documents of its own',
    missing: `${other.workload.name} states the ingestion of ${overlap.address} too, and what ${name} takes in beside it is not stated`,
    hint,
  };
}

function partlyPriced(
  covered: string,
  amount: string,
  own: string | undefined,
  workload: Workload,
  stated: Section,
): Diagnostic {
  const hint =
    own === undefined
      ? {}
      : {
          hint: `${resourceLine(own, 'corpus: 20M, resync_share: 10%')}  # in place of knowledge_base.ingestion of ${workload.name}, to say whose documents they are`,
        };
  return {
    code: 'charge-counted-once',
    severity: 'warning',
    message: `The extra charge ${amount} covers ${covered}, so the ingestion of ${workload.name} is taken as that of its other data sources alone.`,
    at: stated.at(),
    ...hint,
  };
}

function statedTwice({ workload, stated, about }: Statement, saidBy: Statement): Diagnostic {
  const [address] = about;
  const other = saidBy.workload.name;
  return {
    code: 'charge-counted-once',
    severity: 'warning',
    message: `The ingestion of ${address} is stated twice, and not alike: that of ${other} (${placeOf(saidBy.stated.at())}) counts, that of ${workload.name} (${placeOf(stated.at())}) does not.`,
    at: stated.at(),
    hint: `remove knowledge_base.ingestion of ${workload.name}: that of ${other} speaks for all that it uses`,
  };
}

function countedOnce(workload: Workload, stated: Section, source: Declared, usage: Section): Diagnostic {
  const { address } = source.resource;
  return {
    code: 'charge-counted-once',
    severity: 'warning',
    message: `The ingestion of ${workload.name} (${placeOf(stated.at())}) covers ${address}, whose own usage (${placeOf(usage.at())}) is not counted again.`,
    at: usage.at(),
    hint: removeEither(
      { what: `knowledge_base.ingestion of ${workload.name}`, at: stated.at() },
      { what: `the entry of ${address} under resources`, at: usage.at() },
    ),
  };
}
