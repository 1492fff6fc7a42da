import type { Alternative } from '../../../model/alternative.ts';
import type { FeatureInput } from '../../../model/feature.ts';
import { isUnknown } from '../../../model/value.ts';
import type { Declared, Section, Workload } from '../../../model/workload.ts';
import { type BILLED_FILTERS, type Filter, type FilterUse, FREE_FILTERS, type Guardrail } from './filters.ts';
import type { GuardrailSection } from './units.ts';

const GUARDRAIL_SECTION = 'guardrail';

/** Each filter left out, and each side of the conversation left unread: every filter is billed by itself, and so is every side. */
export function alternatives(input: FeatureInput<Guardrail>): readonly Alternative[] {
  return [
    ...input.workloads.flatMap((workload) => {
      const section = workload.sections.get(GUARDRAIL_SECTION);
      const content = section?.content as GuardrailSection | undefined;
      if (section === undefined || content === undefined) return [];
      return [...statedFilters(workload, section, content), ...sides(workload, section, content)];
    }),
    ...input.resources.flatMap((declared) => declaredFilters(declared, input.workloads)),
  ];
}

function statedFilters(
  workload: Workload,
  section: Section,
  content: GuardrailSection,
): readonly Alternative[] {
  const { filters } = content;
  const free: readonly string[] = FREE_FILTERS;
  const billed = (filters ?? []).filter((filter) => !free.includes(filter));
  // A guardrail that a change would leave without a filter is another question.
  if (filters === undefined || billed.length < 2) return [];
  return billed.map((filter) => ({
    ...withoutFilter(workload.name, filter),
    workloads: [
      having(workload, section, { ...content, filters: filters.filter((other) => other !== filter) }),
    ],
  }));
}

/** One side, where the manifest states the characters of both and the code does not already leave one out. */
function sides(workload: Workload, section: Section, content: GuardrailSection): readonly Alternative[] {
  const { input_chars: asked, output_chars: told, text_units_per_request: units } = content;
  const grounded = content.grounding_source_chars !== undefined;
  if (asked === undefined || told === undefined || units !== undefined || grounded) return [];
  const { output_chars: _told, ...askedOnly } = content;
  const { input_chars: _asked, ...toldOnly } = content;
  return [
    {
      kind: 'guardrail-side',
      words: [{ name: workload.name }, { plain: ': guardrail on questions alone' }],
      condition: 'answers need no check',
      about: `${workload.name}/guardrail`,
      workloads: [having(workload, section, askedOnly)],
    },
    {
      kind: 'guardrail-side',
      words: [{ name: workload.name }, { plain: ': guardrail on answers alone' }],
      condition: 'questions come from people or programs that are trusted',
      about: `${workload.name}/guardrail`,
      workloads: [having(workload, section, toldOnly)],
    },
  ];
}

function declaredFilters(
  { resource, feature, facts, usedBy }: Declared<Guardrail>,
  workloads: readonly Workload[],
): readonly Alternative[] {
  const listsItsOwn = workloads.some(
    ({ name, sections }) =>
      usedBy.includes(name) &&
      (sections.get(GUARDRAIL_SECTION)?.content as GuardrailSection | undefined)?.filters !== undefined,
  );
  if (usedBy.length === 0 || listsItsOwn || facts.filters.length < 2) return [];
  return facts.filters
    .filter(({ input, output }) => !isUnknown(input) && !isUnknown(output))
    .map(({ filter }) => ({
      ...withoutFilter(resource.address, filter),
      resource: (other: Declared) =>
        other.resource.address === resource.address && other.feature === feature
          ? { ...other, facts: { filters: withoutOne(facts.filters, filter) } }
          : other,
    }));
}

function withoutOne(filters: readonly FilterUse[], filter: Filter): readonly FilterUse[] {
  return filters.filter((other) => other.filter !== filter);
}

function withoutFilter(name: string, filter: Filter) {
  const title = filter.replaceAll('-', ' ');
  return {
    kind: 'guardrail-filter',
    words: [{ name }, { plain: `: guardrail without the ${title} filter` }],
    condition: CONDITIONS[filter] ?? 'it is not needed',
    about: `${name}/guardrail`,
  };
}

const CONDITIONS: Partial<Record<Filter, string>> = {
  content: 'the model refuses harmful content well enough by itself',
  'denied-topics': 'a system prompt keeps to the subject well enough',
  'sensitive-information': 'nothing personal is asked or told; patterns of your own are free',
  'contextual-grounding': 'answers are held against their sources elsewhere',
  'automated-reasoning': 'the rules that it proves are not at stake in every answer',
} satisfies Record<(typeof BILLED_FILTERS)[number], string>;

function having(workload: Workload, section: Section, content: GuardrailSection): Workload {
  const changed: Section = { ...section, content };
  return { ...workload, sections: new Map([...workload.sections, [GUARDRAIL_SECTION, changed]]) };
}
