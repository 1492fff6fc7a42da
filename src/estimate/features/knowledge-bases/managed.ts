import { type Charge, charge, type Factor, type MissingFactor } from '../../../model/charge.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { FeatureCharges, FeatureInput } from '../../../model/feature.ts';
import { SCENARIOS } from '../../../model/range.ts';
import { resourceLine, statedFactor, statedUsage } from '../../../model/resource-usage.ts';
import type { SourceLocation } from '../../../model/source-location.ts';
import {
  firstStating,
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

const KEYS = ['storage', 'retrieves', 'agentic_retrieves'];

/** One managed base, or several that one workload states together. */
interface ManagedBase {
  readonly owner: Charge['owner'];
  readonly region: string | Unknown;
  /** All that is stated of it; the first counts, key by key. */
  readonly statements: readonly Stating[];
  /** Set where a part of it is counted with another statement. */
  readonly undivided?: MissingFactor;
  readonly at: SourceLocation;
  readonly line: (usage: string) => string;
}

/**
 * Managed knowledge bases: storage, retrieves, and what an agentic retrieve costs beside the retrieves that it makes
 * (AWS Price List of 2026-09-15, offer AmazonBedrockAgentCore). Parsing, the service's embedding model and reranking
 * are in that price.
 */
export function managedCharges(input: FeatureInput<KnowledgeBaseFacts>): FeatureCharges {
  const diagnostics: Diagnostic[] = [];
  const charges = managedBases(input, diagnostics).flatMap((base) => baseCharges(input, base, diagnostics));
  return { charges, diagnostics };
}

/** Bases that workloads state, each once, then those in code that none of them speaks for. */
function managedBases(
  input: FeatureInput<KnowledgeBaseFacts>,
  diagnostics: Diagnostic[],
): readonly ManagedBase[] {
  const declared = new Map(input.resources.filter(isManaged).map((base) => [base.resource.address, base]));
  const covered = new Set<string>();
  const statements = input.workloads.flatMap((workload): readonly Statement[] => {
    const stated = workload.sections.get(MANAGED);
    if (stated === undefined) return [];
    const used = workload.uses.filter(isManaged);
    for (const { resource } of used) covered.add(resource.address);
    const open = used.filter(({ pricedBy }) => pricedBy === undefined);
    if (used.length > 0 && open.length === 0) return [];
    return [{ workload, stated, about: new Set(open.map(({ resource }) => resource.address)) }];
  });
  const all = standings(statements);
  const stated = all.flatMap((standing): readonly ManagedBase[] => {
    const { statement, saidBy } = standing;
    const { workload, about } = statement;
    if (saidBy !== undefined) {
      if (saidBy.about.size > about.size) diagnostics.push(spokenFor(statement, saidBy));
      return [];
    }
    const same = all.filter(
      (other) => other.saidBy === statement && other.statement.about.size === about.size,
    );
    const usages = [...about].flatMap((address): readonly Stating[] => {
      const usage = declared.get(address)?.usage;
      return usage === undefined ? [] : [{ by: `${address} under resources`, stated: usage }];
    });
    const list = [statement, ...same.map((other) => other.statement)].map(
      (one): Stating => ({ by: `knowledge_base.managed of ${one.workload.name}`, stated: one.stated }),
    );
    // What one of several bases states by itself is a part of what the workload states of all of them.
    const own = about.size === 1 ? [...list, ...usages] : list;
    const what = [...about].join(' and ');
    diagnostics.push(...statedTwice(what, KEYS, about.size === 1 ? own : [...list, ...usages]));
    const undivided = undividedOf(standing);
    return [
      {
        owner: { kind: 'workload', name: workload.name },
        region: workload.region,
        statements: own,
        ...(undivided === undefined ? {} : { undivided }),
        at: statement.stated.at(),
        line: (keys) => `knowledge_base: { managed: { ${keys} } }`,
      },
    ];
  });
  const unspoken = [...declared.values()]
    .filter(({ resource, pricedBy }) => pricedBy === undefined && !covered.has(resource.address))
    .map(({ resource, usage }): ManagedBase => {
      const { address } = resource;
      return {
        owner: { kind: 'resource', name: address },
        region: resource.region ?? input.region,
        statements: usage === undefined ? [] : [{ by: `${address} under resources`, stated: usage }],
        at: usage?.at() ?? resource.at,
        line: (keys) => resourceLine(address, keys),
      };
    });
  return [...stated, ...unspoken];
}

function isManaged(declared: Declared): boolean {
  return declared.role === 'knowledge-base' && (declared.facts as KnowledgeBaseFacts).type === 'MANAGED';
}

function undividedOf({ statement, overlap }: Standing): MissingFactor | undefined {
  if (overlap === undefined) return undefined;
  const { name } = statement.workload;
  const other = overlap.other.workload.name;
  return {
    name: 'use of its own',
    missing: `${other} states the use of ${overlap.address} too, and that of the others that ${name} asks is not stated by itself`,
    hint: `${resourceLine(overlap.address, 'storage: 10 GB, retrieves: 300k per month')}  # and so for each base, in place of knowledge_base.managed of ${name} and ${other}`,
  };
}

function spokenFor({ workload, stated, about }: Statement, saidBy: Statement): Diagnostic {
  const [address] = about;
  return {
    code: 'charge-counted-once',
    severity: 'warning',
    message: `The use of ${address} is stated twice; that of ${workload.name} is not counted.`,
    at: stated.at(),
    hint: `remove knowledge_base.managed of ${workload.name}: that of ${saidBy.workload.name} speaks for all bases that it asks`,
  };
}

function baseCharges(
  input: FeatureInput<KnowledgeBaseFacts>,
  { owner, region, statements, undivided, at, line }: ManagedBase,
  diagnostics: Diagnostic[],
): readonly Charge[] {
  const made = (
    component: string,
    dimension: string,
    unit: string,
    factor: Factor | MissingFactor,
    notes: readonly string[] = [],
  ) =>
    charge({
      project: input.project,
      layer: 'features',
      feature: 'knowledge-bases',
      owner,
      component,
      region,
      unit,
      factors: [...(undivided === undefined ? [] : [undivided]), factor],
      price: input.prices.price({ subject: 'managed-knowledge-base', dimension, region }),
      notes,
      at,
    });
  const first = (key: string, name: string) =>
    statedFactor(firstStating(statements, key)?.stated, key, name, input.month);
  const stored = first('storage', 'GB stored') ?? {
    name: 'GB stored',
    missing: 'how much the managed knowledge base stores is not stated',
    hint: line('storage: 10 GB'),
  };
  const retrieves = first('retrieves', 'retrieves') ?? {
    name: 'retrieves',
    missing: 'how often the managed knowledge base is asked is not stated',
    hint: line('retrieves: 300k per month'),
  };
  const agentic = first('agentic_retrieves', 'agentic retrieves');
  const stating = firstStating(statements, 'agentic_retrieves')?.stated;
  if (stating !== undefined && agentic !== undefined && 'value' in retrieves && exceeds(agentic, retrieves)) {
    diagnostics.push(tooMany(stating));
  }
  const list = [
    made('managed storage', 'storage', 'GB-months', stored),
    made('retrieves', 'retrieve', 'queries', retrieves),
  ];
  if (agentic === undefined) return list;
  return [
    ...list,
    made('agentic retrieves', 'agentic-retrieve', 'queries', agentic, [
      'on top of the retrieves that they make',
    ]),
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
