import { type Charge, charge, type Factor, type MissingFactor } from '../../../model/charge.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { FeatureCharges, FeatureInput } from '../../../model/feature.ts';
import { SCENARIOS } from '../../../model/range.ts';
import { resourceLine, statedFactor, statedUsage } from '../../../model/resource-usage.ts';
import { addedUse, existingOnce, partsOf, type SharedKey } from '../../../model/shared-use.ts';
import type { SourceLocation } from '../../../model/source-location.ts';
import { placeOf } from '../../../model/source-location.ts';
import {
  type Standing,
  type Statement,
  type Stating,
  standings,
  statedTwice,
} from '../../../model/statements.ts';
import type { Unknown } from '../../../model/value.ts';
import type { Declared, Section } from '../../../model/workload.ts';
import type { KnowledgeBaseFacts } from './facts.ts';

export const MANAGED = 'knowledge_base.managed';

const STORAGE: SharedKey = { key: 'storage', kind: { kind: 'bytes' } };
/** Retrieves of each workload are its own. */
const RETRIEVES = [
  { key: 'retrieves', name: 'retrieves', component: 'retrieves', dimension: 'retrieve', notes: [] },
  {
    key: 'agentic_retrieves',
    name: 'agentic retrieves',
    component: 'agentic retrieves',
    dimension: 'agentic-retrieve',
    notes: ['on top of the retrieves that they make'],
  },
] as const;

/** What one owner is billed of managed bases. */
interface ManagedUse {
  readonly owner: Charge['owner'];
  readonly region: string | Unknown;
  readonly at: SourceLocation;
  /** Undefined where somebody else states what the base stores. */
  readonly storage: readonly (Factor | MissingFactor)[] | undefined;
  readonly retrieves: readonly (Omit<(typeof RETRIEVES)[number], 'notes'> & {
    readonly factor: Factor | MissingFactor;
    readonly notes: readonly string[];
  })[];
}

/**
 * Managed knowledge bases: storage, retrieves, and what an agentic retrieve costs beside the retrieves that it makes
 * (AWS Price List of 2026-09-15, offer AmazonBedrockAgentCore). Parsing, the service's embedding model and reranking
 * are in that price. What a base stores exists once, whoever states it; retrieves of several workloads add up, and
 * those of its own entry are all that it answers.
 */
export function managedCharges(input: FeatureInput<KnowledgeBaseFacts>): FeatureCharges {
  const diagnostics: Diagnostic[] = [];
  const declared = new Map(input.resources.filter(isManaged).map((base) => [base.resource.address, base]));
  const statements = input.workloads.flatMap((workload): readonly Statement[] => {
    const stated = workload.sections.get(MANAGED);
    if (stated === undefined) return [];
    const used = workload.uses.filter(isManaged);
    const open = used.filter(({ pricedBy }) => pricedBy === undefined);
    if (used.length > 0 && open.length === 0) return [];
    return [{ workload, stated, about: new Set(open.map(({ resource }) => resource.address)) }];
  });
  const asked = new Set(statements.flatMap(({ about }) => [...about]));
  const all = standings(statements);
  const uses = [
    ...all.map((standing) => workloadUse(input, all, standing, declared, diagnostics)),
    ...[...declared.values()]
      .filter(({ pricedBy }) => pricedBy === undefined)
      .flatMap((base) => resourceUse(input, base, asked.has(base.resource.address), statements, diagnostics)),
  ];
  return { charges: uses.flatMap((use) => useCharges(input, use)), diagnostics };
}

function workloadUse(
  input: FeatureInput<KnowledgeBaseFacts>,
  all: readonly Standing[],
  standing: Standing,
  declared: ReadonlyMap<string, Declared<KnowledgeBaseFacts>>,
  diagnostics: Diagnostic[],
): ManagedUse {
  const { statement, saidBy } = standing;
  const { workload, stated, about } = statement;
  const [only, ...more] = about;
  const line = (keys: string) =>
    only === undefined || more.length > 0
      ? `knowledge_base: { managed: { ${keys} } }`
      : resourceLine(only, keys);
  const same = all
    .filter(
      (other) =>
        other === standing || (other.saidBy === statement && about.size === other.statement.about.size),
    )
    .map((other): Stating => ({ by: other.statement.workload.name, stated: other.statement.stated }));
  const entries = [...about].flatMap((address) => entryOf(declared.get(address)));
  let storage: ManagedUse['storage'];
  if (saidBy === undefined) {
    // What one of several bases states by itself is a part of what the workload states of all of them.
    const own = about.size === 1 ? [...same, ...entries] : same;
    const counted = existingOnce([...about].join(' and '), STORAGE, own, line);
    diagnostics.push(...counted.diagnostics);
    if (about.size > 1)
      diagnostics.push(...statedTwice([...about].join(' and '), KEYS, [...same.slice(0, 1), ...entries]));
    const undivided = undividedOf(standing);
    storage = [
      ...(undivided === undefined ? [] : [undivided]),
      statedFactor(counted.stating?.stated, 'storage', 'GB stored', input.month) ?? {
        name: 'GB stored',
        missing: 'how much the managed knowledge base stores is not stated',
        hint: line('storage: 10 GB'),
      },
    ];
  } else if (saidBy.about.size > about.size && statedUsage(stated, 'storage') !== undefined) {
    diagnostics.push(spokenFor(statement, saidBy));
  }
  const retrieves = RETRIEVES.flatMap((kind): ManagedUse['retrieves'] => {
    const factor = statedFactor(stated, kind.key, kind.name, input.month);
    if (factor !== undefined) return [{ ...kind, factor }];
    const others = [...same, ...entries.map((entry) => entry)];
    const isTold = others.some((one) => statedUsage(one.stated, kind.key) !== undefined);
    if (kind.key !== 'retrieves' || isTold || saidBy !== undefined) return [];
    return [{ ...kind, factor: unstatedRetrieves(line) }];
  });
  const [plain, agentic] = RETRIEVES.map(({ key }) => statedFactor(stated, key, key, input.month));
  if (plain !== undefined && agentic !== undefined && exceeds(agentic, plain))
    diagnostics.push(tooMany(stated));
  const owner = { kind: 'workload', name: workload.name } as const;
  return { owner, region: workload.region, at: stated.at(), storage, retrieves };
}

/** A base that no workload states, or what its entry states beside them. */
function resourceUse(
  input: FeatureInput<KnowledgeBaseFacts>,
  base: Declared<KnowledgeBaseFacts>,
  isAsked: boolean,
  statements: readonly Statement[],
  diagnostics: Diagnostic[],
): readonly ManagedUse[] {
  const { resource, usage } = base;
  const { address } = resource;
  const line = (keys: string) => resourceLine(address, keys);
  const asking = statements.filter(({ about }) => about.has(address));
  // What a workload states of several bases together cannot be held against that of one.
  if (isAsked && (usage === undefined || asking.some(({ about }) => about.size > 1))) return [];
  const stated = asking.map((one): Stating => ({ by: one.workload.name, stated: one.stated }));
  const retrieves = RETRIEVES.flatMap((kind): ManagedUse['retrieves'] => {
    const parts = partsOf(stated, kind.key, kind.name, input.month);
    const whole = statedFactor(usage, kind.key, kind.name, input.month);
    const shared = { key: kind.key, kind: { kind: 'rate', unit: 'retrieves' } } as const;
    const { rest, notes, diagnostics: said } = addedUse(address, shared, parts, whole);
    diagnostics.push(...said);
    if (rest !== undefined) return [{ ...kind, factor: rest, notes: [...kind.notes, ...notes] }];
    return isAsked || kind.key !== 'retrieves' ? [] : [{ ...kind, factor: unstatedRetrieves(line) }];
  });
  const [plain, agentic] = RETRIEVES.map(({ key }) => statedFactor(usage, key, key, input.month));
  if (usage !== undefined && plain !== undefined && agentic !== undefined && exceeds(agentic, plain))
    diagnostics.push(tooMany(usage));
  const storage = isAsked
    ? undefined
    : [
        statedFactor(usage, 'storage', 'GB stored', input.month) ?? {
          name: 'GB stored',
          missing: 'how much the managed knowledge base stores is not stated',
          hint: line('storage: 10 GB'),
        },
      ];
  const owner = { kind: 'resource', name: address } as const;
  const region = resource.region ?? input.region;
  return [{ owner, region, at: usage?.at() ?? resource.at, storage, retrieves }];
}

const KEYS = ['storage', ...RETRIEVES.map(({ key }) => key)];

function entryOf(base: Declared<KnowledgeBaseFacts> | undefined): readonly Stating[] {
  if (base?.usage === undefined) return [];
  return [{ by: `${base.resource.address} under resources`, stated: base.usage }];
}

function unstatedRetrieves(line: (keys: string) => string): MissingFactor {
  return {
    name: 'retrieves',
    missing: 'how often the managed knowledge base is asked is not stated',
    hint: line('retrieves: 300k per month'),
  };
}

function isManaged(declared: Declared): declared is Declared<KnowledgeBaseFacts> {
  return declared.role === 'knowledge-base' && (declared.facts as KnowledgeBaseFacts).type === 'MANAGED';
}

function undividedOf({ statement, overlap }: Standing): MissingFactor | undefined {
  if (overlap === undefined) return undefined;
  const { name } = statement.workload;
  const other = overlap.other.workload.name;
  return {
    name: 'use of its own',
    missing: `${other} states what ${overlap.address} stores too, and what the others that ${name} asks store is not stated by itself`,
    hint: `${resourceLine(overlap.address, 'storage: 10 GB')}  # and so for each base, in place of storage of ${name} and ${other}`,
  };
}

function spokenFor({ workload, stated, about }: Statement, saidBy: Statement): Diagnostic {
  const [address] = about;
  return {
    code: 'charge-counted-once',
    severity: 'warning',
    message: `What ${address} stores is stated twice: that of ${saidBy.workload.name} (${placeOf(saidBy.stated.at())}) speaks of more bases and counts, that of ${workload.name} (${placeOf(stated.at())}) does not.`,
    at: stated.at(),
    hint: `remove storage from knowledge_base.managed of ${workload.name}: that of ${saidBy.workload.name} holds it`,
  };
}

function useCharges(
  input: FeatureInput<KnowledgeBaseFacts>,
  { owner, region, at, storage, retrieves }: ManagedUse,
): readonly Charge[] {
  const common = {
    project: input.project,
    layer: 'features',
    feature: 'knowledge-bases',
    owner,
    region,
    at,
  } as const;
  const price = (dimension: string) =>
    input.prices.price({ subject: 'managed-knowledge-base', dimension, region });
  const kept =
    storage === undefined
      ? []
      : [
          charge({
            ...common,
            component: 'managed storage',
            unit: 'GB-months',
            factors: storage,
            price: price('storage'),
          }),
        ];
  return [
    ...kept,
    ...retrieves.map(({ component, dimension, factor, notes }) =>
      charge({ ...common, component, unit: 'queries', factors: [factor], price: price(dimension), notes }),
    ),
  ];
}

function exceeds(part: Factor, whole: Factor): boolean {
  return SCENARIOS.some((scenario) => part.value[scenario].gt(whole.value[scenario]));
}

function tooMany(usage: Section): Diagnostic {
  return {
    code: 'manifest-conflict',
    severity: 'warning',
    message: 'There are more agentic retrieves than retrieves, though each of them makes at least one.',
    at: usage.at('agentic_retrieves'),
    hint: `retrieves: ${statedUsage(usage, 'agentic_retrieves')?.range.high.toFixed() ?? '300k'} per month`,
  };
}
