import type { Alternative } from '../../../model/alternative.ts';
import { Decimal, decimal } from '../../../model/decimal.ts';
import type { FeatureInput } from '../../../model/feature.ts';
import { exactly } from '../../../model/range.ts';
import { countInWords } from '../../../model/wording.ts';
import type { ModelCall, Section, Workload } from '../../../model/workload.ts';
import { LEAST_RESERVED, RESERVED_SECTION } from './reserved.ts';
import { minutesOf } from './reserved-load.ts';

/** Reserved capacity is bought in thousands of tokens a minute. */
const STEP = 1000;

/**
 * Reserved tokens a minute for the only call of a workload, at an even load: what it uses in a month, over the minutes
 * of the month. It pays off only where the load is even; peaks above it run at the standard tier.
 */
export function alternatives(input: FeatureInput<unknown>): readonly Alternative[] {
  return input.workloads.flatMap((workload): readonly Alternative[] => {
    const [call, ...others] = workload.calls;
    if (call === undefined || others.length > 0 || workload.sections.has(RESERVED_SECTION.key)) return [];
    if (
      call.tier !== 'standard' ||
      call.capacity !== undefined ||
      call.cache !== undefined ||
      call.unknownTier !== undefined
    )
      return [];
    const minutes = minutesOf(input.month);
    const needed = (side: 'input' | 'output') => {
      const tokens = tokensOf(workload, call, side);
      return tokens === undefined ? undefined : upTo(tokens.div(minutes), LEAST_RESERVED[side]);
    };
    const [asked, told] = [needed('input'), needed('output')];
    if (asked === undefined || told === undefined) return [];
    return (['1-month', '3-months'] as const).map((term) => ({
      kind: 'reserved',
      words: [{ name: workload.name }, { plain: `: reserved tier for ${term.replace('-', ' ')}` }],
      condition: `the load is even day and night, so that ${countInWords(asked)} input and ${countInWords(told)} output tokens a minute carry it`,
      about: `${workload.name}/`,
      workloads: [reserved(workload, call, asked, told, term)],
    }));
  });
}

function tokensOf(workload: Workload, call: ModelCall, side: 'input' | 'output'): Decimal | undefined {
  const tokens = call[`${side}Tokens`];
  if (workload.requests === undefined || tokens === undefined) return undefined;
  return workload.requests.range.expected.times(call.perRequest.range.expected).times(tokens.range.expected);
}

function upTo(rate: Decimal, least: Decimal): Decimal {
  return Decimal.max(rate.div(STEP).ceil().times(STEP), least);
}

function reserved(
  workload: Workload,
  call: ModelCall,
  input: Decimal,
  output: Decimal,
  term: string,
): Workload {
  const content = {
    input_tpm: { range: exactly(input) },
    output_tpm: { range: exactly(output) },
    term,
    overflow_share: { range: exactly(decimal(0)) },
  };
  const section: Section = { content, at: () => workload.at };
  return {
    ...workload,
    calls: [{ ...call, tier: 'reserved' }],
    sections: new Map([...workload.sections, [RESERVED_SECTION.key, section]]),
  };
}
