import type { Factor, MissingFactor } from '../../../model/charge.ts';
import { declaredFactor, remainder } from '../../../model/factors.ts';
import {
  addRanges,
  mapRange,
  multiplyRanges,
  NOTHING,
  ONCE,
  ordered,
  type Range,
} from '../../../model/range.ts';
import type { Stated } from '../../../model/stated.ts';
import { isUnknown } from '../../../model/value.ts';
import type { Section } from '../../../model/workload.ts';
import type { Filter, FilterUse } from './filters.ts';

/** A text unit holds up to this many characters (Amazon Bedrock pricing page, guardrails, 2026). */
const CHARACTERS_PER_UNIT = 1000;

export interface GuardrailSection {
  readonly filters?: readonly Filter[] | undefined;
  readonly text_units_per_request?: Stated | undefined;
  readonly input_chars?: Stated | undefined;
  readonly output_chars?: Stated | undefined;
  readonly grounding_source_chars?: Stated | undefined;
  readonly images_per_request?: Stated | undefined;
  readonly automated_reasoning_policies?: number | undefined;
  readonly blocked_inputs?: Stated | undefined;
}

/**
 * Text units of a request: as stated, else ceil(characters / 1000) for each text that the filter looks at. Where the
 * guardrail blocks an input there is no answer, and nothing of it to evaluate.
 */
export function unitsFactor(stated: Section | undefined, use: FilterUse): Factor | MissingFactor {
  const name = 'text units per request';
  const content = (stated?.content ?? {}) as GuardrailSection;
  const missing = (why: string, hint = 'guardrail: { text_units_per_request: 3 }') => ({
    name,
    missing: why,
    hint,
  });
  if (stated === undefined) return missing('the text units of a request are not stated');
  if (content.text_units_per_request !== undefined) {
    return declaredFactor(name, content.text_units_per_request.range, stated.at('text_units_per_request'));
  }
  const { input_chars: input, output_chars: output, grounding_source_chars: source } = content;
  if (input === undefined && output === undefined)
    return missing('the text units of a request are not stated');
  const unclear = [use.input, use.output].find(isUnknown);
  if (unclear !== undefined) return missing(unclear.why);
  const answered = content.blocked_inputs === undefined ? ONCE : remainder(content.blocked_inputs.range);
  const isGrounding = use.filter === 'contextual-grounding';
  if (isGrounding && source === undefined) {
    return missing(
      'the characters of the grounding source are not stated',
      'guardrail: { grounding_source_chars: 6000 }',
    );
  }
  // Where the manifest lists the filters, a side without characters is one that nobody evaluates.
  const isOfCode = content.filters === undefined;
  if (isOfCode && input === undefined && (isGrounding || use.input === true)) {
    return missing(
      'its code has the input evaluated, whose characters are not stated',
      'guardrail: { input_chars: 2000 }',
    );
  }
  if (isOfCode && output === undefined && (isGrounding || use.output === true)) {
    return missing(
      'its code has the answer evaluated, whose characters are not stated',
      'guardrail: { output_chars: 2000 }',
    );
  }
  if (isGrounding) {
    // Its parts, grounding and relevance, are one charge, for the source, the question and the answer together.
    const texts = addRanges(...[source, input, output].map(unitsOf));
    return declaredFactor(name, ordered(multiplyRanges(texts, answered)), stated.at());
  }
  const asked = use.input === true ? unitsOf(input) : NOTHING;
  const told = use.output === true ? ordered(multiplyRanges(unitsOf(output), answered)) : NOTHING;
  return declaredFactor(name, addRanges(asked, told), stated.at());
}

export function unitsOf(characters: Stated | undefined): Range {
  if (characters === undefined) return NOTHING;
  return mapRange(characters.range, (value) => value.div(CHARACTERS_PER_UNIT).ceil());
}
