import type { Resource } from '../../../model/resource.ts';
import {
  booleanAt,
  isUnknown,
  itemsAt,
  textAt,
  type Unknown,
  type Value,
  valueAt,
} from '../../../model/value.ts';

/** Filters that are billed, by the dimension under which the price book knows them. Word and regex filters are free. */
export const BILLED_FILTERS = [
  'content',
  'denied-topics',
  'sensitive-information',
  'contextual-grounding',
  'automated-reasoning',
] as const;
export const FREE_FILTERS = ['word', 'regex'] as const;

export type BilledFilter = (typeof BILLED_FILTERS)[number];
export type Filter = BilledFilter | (typeof FREE_FILTERS)[number];

export const DIMENSIONS: Readonly<Record<BilledFilter, string>> = {
  content: 'content-filter',
  'denied-topics': 'denied-topics',
  'sensitive-information': 'sensitive-information',
  'contextual-grounding': 'contextual-grounding',
  'automated-reasoning': 'automated-reasoning',
};

/** Which sides of a conversation a filter looks at. A disabled side is not billed (API reference of guardrails, 2026). */
export interface FilterUse {
  readonly filter: BilledFilter;
  /** For content filters of code: whether one of them looks at images. */
  readonly images?: boolean | Unknown;
  readonly input: boolean | Unknown;
  readonly output: boolean | Unknown;
  /** Policies that are each billed; one for all but automated reasoning. */
  readonly policies: number;
}

export interface Guardrail {
  readonly filters: readonly FilterUse[];
}

/** A word for how one vocabulary spells the attributes of a guardrail. */
interface Spelling {
  readonly content: readonly string[];
  readonly topics: readonly string[];
  readonly personal: readonly string[];
  readonly grounding: readonly string[];
  readonly reasoning: readonly string[];
  readonly inputEnabled: string;
  readonly outputEnabled: string;
  readonly inputStrength: string;
  readonly outputStrength: string;
  readonly modalities: readonly string[];
}

const TERRAFORM: Spelling = {
  content: ['content_policy_config', 'filters_config'],
  topics: ['topic_policy_config', 'topics_config'],
  personal: ['sensitive_information_policy_config', 'pii_entities_config'],
  grounding: ['contextual_grounding_policy_config', 'filters_config'],
  reasoning: ['automated_reasoning_policy_config', 'policies'],
  inputEnabled: 'input_enabled',
  outputEnabled: 'output_enabled',
  inputStrength: 'input_strength',
  outputStrength: 'output_strength',
  modalities: ['input_modalities', 'output_modalities'],
};

const CLOUDFORMATION: Spelling = {
  content: ['ContentPolicyConfig', 'FiltersConfig'],
  topics: ['TopicPolicyConfig', 'TopicsConfig'],
  personal: ['SensitiveInformationPolicyConfig', 'PiiEntitiesConfig'],
  grounding: ['ContextualGroundingPolicyConfig', 'FiltersConfig'],
  reasoning: ['AutomatedReasoningPolicyConfig', 'Policies'],
  inputEnabled: 'InputEnabled',
  outputEnabled: 'OutputEnabled',
  inputStrength: 'InputStrength',
  outputStrength: 'OutputStrength',
  modalities: ['InputModalities', 'OutputModalities'],
};

/** The filters that a guardrail's configuration switches on, with the sides that each looks at. */
export function readFilters(resource: Resource): readonly FilterUse[] {
  const spelling = resource.vocabulary === 'terraform' ? TERRAFORM : CLOUDFORMATION;
  const entries: readonly [BilledFilter, readonly string[]][] = [
    ['content', spelling.content],
    ['denied-topics', spelling.topics],
    ['sensitive-information', spelling.personal],
    ['contextual-grounding', spelling.grounding],
    ['automated-reasoning', spelling.reasoning],
  ];
  return entries.flatMap(([filter, path]) => {
    const items = itemsAt(resource.attributes, ...path);
    if (items.length === 0) return [];
    const input = anySide(items, spelling.inputEnabled, spelling.inputStrength);
    const output = anySide(items, spelling.outputEnabled, spelling.outputStrength);
    if (input === false && output === false) return [];
    const policies = filter === 'automated-reasoning' ? items.length : 1;
    const images = filter === 'content' ? { images: seesImages(items, spelling) } : {};
    return [{ filter, input, output, policies, ...images }];
  });
}

/** Text alone where a filter does not say otherwise. */
function seesImages(items: readonly Value[], spelling: Spelling): boolean | Unknown {
  let unclear: Unknown | undefined;
  for (const item of items) {
    for (const modality of spelling.modalities.flatMap((side) => itemsAt(item, side))) {
      const name = textAt(modality);
      if (name === 'IMAGE') return true;
      if (isUnknown(name)) unclear ??= name;
    }
  }
  return unclear ?? false;
}

/** True where any item has the side on: not disabled, and not at strength NONE. Absent is on. */
function anySide(items: readonly Value[], enabled: string, strength: string): boolean | Unknown {
  let unknown: Unknown | undefined;
  for (const item of items) {
    if (isUnknown(item)) {
      unknown ??= item;
      continue;
    }
    const on = booleanAt(valueAt(item), enabled);
    const level = textAt(valueAt(item), strength);
    if (isUnknown(on)) unknown ??= on;
    else if (isUnknown(level)) unknown ??= level;
    else if (on !== false && level !== 'NONE') return true;
  }
  return unknown ?? false;
}
