import { type Charge, charge } from '../../../model/charge.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { FeatureCharges, FeatureInput } from '../../../model/feature.ts';
import { targetsAmong } from '../../../model/references.ts';
import { addressInYaml, resourceLine } from '../../../model/resource-usage.ts';
import { removeEither } from '../../../model/statements.ts';
import type { Declared, Section, Workload } from '../../../model/workload.ts';
import { countedCharges } from './counted.ts';
import type { Attachment, Component, CoreFacts } from './facts.ts';
import { PARTS, type Part } from './parts.ts';
import { bySeconds, memoryFactors, memoryNotes, processorFactors } from './sessions.ts';
import type { Common, Use } from './use.ts';

const SUBJECT = 'agentcore';

/** Every part is billed by what is used of it; there is no fee for having it (Amazon Bedrock AgentCore pricing page, 2026). */
export function charges(input: FeatureInput<CoreFacts>): FeatureCharges {
  const diagnostics: Diagnostic[] = [];
  const charges = usesOf(input, diagnostics).flatMap((use) => useCharges(input, use));
  return { charges, diagnostics };
}

function usesOf(input: FeatureInput<CoreFacts>, diagnostics: Diagnostic[]): readonly Use[] {
  const components = input.resources.filter(isComponent);
  const attached = attachments(input, components);
  const covered = new Set<string>();
  const uses: Use[] = [];
  for (const workload of input.workloads) {
    for (const part of PARTS) {
      const usage = workload.sections.get(`agentcore.${part.key}`);
      if (usage === undefined) continue;
      const declared = workload.uses.find((use): use is Declared<Component> => isComponentOf(use, part));
      const isRepeated = declared !== undefined && covered.has(declared.resource.address);
      if (declared !== undefined && !isRepeated) {
        covered.add(declared.resource.address);
        if (declared.usage !== undefined)
          diagnostics.push(countedOnce(workload, part, usage, declared, declared.usage));
      }
      if (declared?.pricedBy !== undefined) continue;
      uses.push({
        part,
        owner: { kind: 'workload', name: workload.name },
        region: workload.region,
        usage,
        workload,
        ...(declared === undefined ? {} : { declared }),
        isRepeated,
        attached: attached.get(declared?.resource.address ?? '') ?? [],
        at: usage.at(),
        line: (keys) => `agentcore: { ${part.key}: { ${keys} } }`,
      });
    }
  }
  for (const declared of components) {
    const { resource, usage, pricedBy, facts } = declared;
    const part = PARTS.find(({ key }) => key === facts.part);
    if (part === undefined || pricedBy !== undefined || covered.has(resource.address)) continue;
    uses.push({
      part,
      owner: { kind: 'resource', name: resource.address },
      region: resource.region ?? input.region,
      usage,
      declared,
      isRepeated: false,
      attached: attached.get(resource.address) ?? [],
      at: usage?.at() ?? resource.at,
      line: (keys) => resourceLine(resource.address, keys),
    });
  }
  return uses;
}

function isComponent(declared: Declared<CoreFacts>): declared is Declared<Component> {
  return declared.facts.kind === 'component';
}

function isComponentOf(declared: Declared, part: Part): boolean {
  return declared.feature === 'agentcore' && declared.role === part.key;
}

function attachments(
  input: FeatureInput<CoreFacts>,
  components: readonly Declared<Component>[],
): ReadonlyMap<string, readonly Attachment[]> {
  const componentOf = targetsAmong(components);
  const found = new Map<string, Attachment[]>();
  for (const { resource, facts } of input.resources) {
    if (facts.kind !== 'attachment') continue;
    // Of one that may not be there, or be there several times, nothing can be counted.
    const { uncertain } = resource;
    const attachment = uncertain === undefined ? facts : { ...facts, tools: uncertain };
    for (const { resource: target } of componentOf(facts.to, resource)) {
      const list = found.get(target.address);
      if (list === undefined) found.set(target.address, [attachment]);
      else list.push(attachment);
    }
  }
  return found;
}

function useCharges(input: FeatureInput<CoreFacts>, use: Use): readonly Charge[] {
  const { part, owner, region, at } = use;
  const common = {
    project: input.project,
    layer: 'features',
    feature: 'agentcore',
    owner,
    region,
    at,
  } as const;
  const price = (dimension: string) => input.prices.price({ subject: SUBJECT, dimension, region });
  if (part.sessions === undefined) return countedCharges(input, use, common, price);
  const words = part.key.replaceAll('_', ' ');
  const content = use.usage?.content as { readonly version?: string } | undefined;
  const dimension = content?.version === 'v2' ? `${part.sessions}-v2` : part.sessions;
  const priced = use.declared?.facts.onInstances === true ? () => INSTANCES : price;
  return [
    charge({
      ...common,
      component: `${words} CPU`,
      unit: 'vCPU-seconds',
      factors: processorFactors(use, input.month),
      price: bySeconds(priced(`${dimension}-vcpu`)),
    }),
    charge({
      ...common,
      component: `${words} memory`,
      unit: 'GB-seconds',
      factors: memoryFactors(use, input.month),
      price: bySeconds(priced(`${dimension}-memory`)),
      notes: memoryNotes(use),
    }),
    ...modelCalls(use, common),
  ];
}

const INSTANCES = {
  found: false,
  why: 'it runs on instances of a capacity provider, which Amazon EC2 bills',
  hint: 'extra_charges: [{ name: Agent instances, monthly: 200, layer: features }]',
} as const;

/** A harness that no workload names: it calls its model, nobody says how often. */
function modelCalls(use: Use, common: Common): readonly Charge[] {
  const { declared } = use;
  if (declared?.facts.callsModel !== true || declared.usedBy.length > 0) return [];
  const why = 'no workload uses this harness, so its requests and tokens are not stated';
  const hint = [
    'workloads:',
    '  assistant:',
    `    uses: [${addressInYaml(declared.resource.address)}]`,
    '    requests: 1000 per day',
    '    calls_per_request: 5..10',
    '    input_tokens: 3000',
    '    output_tokens: 800',
  ].join('\n');
  const factors = [{ name: 'requests', missing: why, hint }];
  return [
    charge({
      ...common,
      layer: 'inference',
      component: 'model calls',
      unit: 'tokens',
      factors,
      price: { found: false, why, hint },
    }),
  ];
}

function countedOnce(
  workload: Workload,
  part: Part,
  stated: Section,
  declared: Declared,
  usage: Section,
): Diagnostic {
  const { address } = declared.resource;
  return {
    code: 'charge-counted-once',
    severity: 'warning',
    message: `What ${workload.name} states under agentcore.${part.key} is the usage of ${address}, whose own entry is not counted again.`,
    at: usage.at(),
    hint: removeEither(
      { what: `agentcore.${part.key} of ${workload.name}`, at: stated.at() },
      { what: `the entry of ${address} under resources`, at: usage.at() },
    ),
  };
}
