import { type Charge, charge, type Factor, type MissingFactor } from '../../../model/charge.ts';
import { Decimal, ZERO } from '../../../model/decimal.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import { declaredFactor } from '../../../model/factors.ts';
import type { FeatureCharges, FeatureInput } from '../../../model/feature.ts';
import { priceOrOwn } from '../../../model/own-price.ts';
import { mapRange } from '../../../model/range.ts';
import { resourceLine, statedFactor } from '../../../model/resource-usage.ts';
import { monthly } from '../../../model/stated.ts';
import { removeEither } from '../../../model/statements.ts';
import type { Unknown } from '../../../model/value.ts';
import type { Declared, Section } from '../../../model/workload.ts';
import { COUNTED, DATA_AUTOMATION, type Documents, type Project } from './usage.ts';

/** Fields of a blueprint that the price of a custom page covers (Amazon Bedrock pricing page, Data Automation, 2026). */
const FIELDS_COVERED = 30;

interface Processing {
  readonly owner: Charge['owner'];
  readonly region: string | Unknown;
  readonly stated: Section | undefined;
  readonly project: Project | undefined;
  readonly at: Charge['at'] & object;
  readonly line: (usage: string) => string;
}

/** Pages, images and minutes × price, and for documents with more than 30 fields: pages × the fields over 30 × price. */
export function charges(input: FeatureInput<Project>): FeatureCharges {
  const diagnostics: Diagnostic[] = [];
  const found = processings(input, diagnostics);
  return { charges: found.flatMap((entry) => processingCharges(input, entry)), diagnostics };
}

/** What workloads state, then the projects in code that none of them covers. */
function processings(input: FeatureInput<Project>, diagnostics: Diagnostic[]): readonly Processing[] {
  const covered = new Set<string>();
  const stated = input.workloads.flatMap((workload): readonly Processing[] => {
    const section = workload.sections.get(DATA_AUTOMATION);
    if (section === undefined) return [];
    const used = workload.uses.find((use): use is Declared<Project> => use.feature === 'data-automation');
    if (used !== undefined) {
      const { address } = used.resource;
      if (used.usage !== undefined && !covered.has(address))
        diagnostics.push(countedOnce(workload.name, section, address, used.usage));
      covered.add(address);
      if (used.pricedBy !== undefined) return [];
    }
    const owner = { kind: 'workload', name: workload.name } as const;
    const line = (usage: string) => `data_automation: { ${usage} }`;
    return [
      { owner, region: workload.region, stated: section, project: used?.facts, at: section.at(), line },
    ];
  });
  const declared = input.resources
    .filter(({ resource, pricedBy }) => pricedBy === undefined && !covered.has(resource.address))
    .map(({ resource, usage, facts }): Processing => {
      const owner = { kind: 'resource', name: resource.address } as const;
      const line = (keys: string) => resourceLine(resource.address, keys);
      const region = resource.region ?? input.region;
      return { owner, region, stated: usage, project: facts, at: usage?.at() ?? resource.at, line };
    });
  return [...stated, ...declared];
}

function countedOnce(workload: string, stated: Section, address: string, usage: Section): Diagnostic {
  return {
    code: 'charge-counted-once',
    severity: 'warning',
    message: `What ${workload} states under ${DATA_AUTOMATION} is what ${address} processes, whose own entry is not counted again.`,
    at: usage.at(),
    hint: removeEither(
      { what: `${DATA_AUTOMATION} of ${workload}`, at: stated.at() },
      { what: `the entry of ${address} under resources`, at: usage.at() },
    ),
  };
}

function processingCharges(input: FeatureInput<Project>, processing: Processing): readonly Charge[] {
  const { owner, region, stated, project, at, line } = processing;
  const made = (
    component: string,
    dimension: string,
    unit: string,
    factors: readonly (Factor | MissingFactor)[],
  ) =>
    charge({
      project: input.project,
      layer: 'features',
      feature: 'data-automation',
      owner,
      component,
      region,
      unit,
      factors,
      price: priceOrOwn(input.prices, { subject: 'data-automation', dimension, region }),
      at,
    });
  const list = COUNTED.flatMap(({ key, dimension, component, unit }) => {
    const counted = statedFactor(stated, key, unit, input.month);
    return counted === undefined ? [] : [made(component, dimension, unit, [counted])];
  });
  for (const [name, documents] of documentsOf(stated)) {
    const place = stated?.at('custom_documents', name) ?? at;
    const pages = declaredFactor('pages', monthly(documents.pages, input.month), place);
    list.push(made(`custom pages, ${name}`, 'page-custom', 'pages', [pages]));
    const over = fieldsOver(documents);
    if (over === undefined || over.high.isZero()) continue;
    const fields = declaredFactor(`fields over ${FIELDS_COVERED}`, over, place);
    list.push(
      made(`fields over ${FIELDS_COVERED}, ${name}`, 'page-custom-field', 'page-fields', [pages, fields]),
    );
  }
  if (list.length > 0) return list;
  const custom = project?.isCustom === true;
  const missing = 'how many pages, images or minutes it processes is not stated';
  const hint = line(custom ? 'custom_pages: 10k per month' : 'pages: 10k per month');
  const [component, dimension] = custom
    ? ['custom pages', 'page-custom']
    : ['standard pages', 'page-standard'];
  return [made(component, dimension, 'pages', [{ name: 'pages', missing, hint }])];
}

function documentsOf(stated: Section | undefined): ReadonlyMap<string, Documents> {
  const content = stated?.content as
    | { readonly custom_documents?: ReadonlyMap<string, Documents> }
    | undefined;
  return content?.custom_documents ?? new Map();
}

function fieldsOver({ fields }: Documents) {
  if (fields === undefined) return undefined;
  return mapRange(fields.range, (count) => Decimal.max(count.minus(FIELDS_COVERED), ZERO));
}
