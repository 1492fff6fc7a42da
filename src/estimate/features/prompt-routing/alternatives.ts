import type { Alternative } from '../../../model/alternative.ts';
import { type Decimal, decimal, ONE } from '../../../model/decimal.ts';
import type { FeatureInput } from '../../../model/feature.ts';
import type { Model } from '../../../model/price.ts';
import { mapRange, type Range } from '../../../model/range.ts';
import { isUnknown } from '../../../model/value.ts';
import type { Section, Workload } from '../../../model/workload.ts';

/** Models that a router can be made of (Amazon Bedrock product page, intelligent prompt routing, 2026). */
const ROUTED: ReadonlySet<string> = new Set([
  'amazon.nova-lite',
  'amazon.nova-pro',
  'anthropic.claude-3-haiku',
  'anthropic.claude-3-5-haiku',
  'anthropic.claude-3-5-sonnet-v1',
  'anthropic.claude-3-5-sonnet-v2',
  'meta.llama3-1-8b-instruct',
  'meta.llama3-1-70b-instruct',
  'meta.llama3-2-11b-instruct',
  'meta.llama3-2-90b-instruct',
  'meta.llama3-3-70b-instruct',
]);

/** The share of the calls that a smaller model can answer, where nobody has tried. */
const TO_SMALLER: Range = { low: decimal('0.25'), expected: decimal('0.5'), high: decimal('0.75') };

/** A router between the model of a workload and the next smaller one of its family, where routers know both. */
export function alternatives(section: string, input: FeatureInput<unknown>): readonly Alternative[] {
  return input.workloads.flatMap((workload): readonly Alternative[] => {
    const [call, ...others] = workload.calls;
    const isRouted =
      workload.sections.has(section) || workload.uses.some(({ role }) => role === 'prompt-router');
    if (call === undefined || others.length > 0 || call.name !== undefined || isRouted) return [];
    if (call.tier !== 'standard' || call.capacity !== undefined || isUnknown(call.model.id)) return [];
    const answer = input.models.resolve(call.model.id);
    if (answer.kind !== 'model' || !ROUTED.has(answer.model.key)) return [];
    const smaller = smallerOf(answer.model, input.models.familyOf(answer.model));
    if (smaller === undefined) return [];
    const prefix = answer.prefix === undefined ? '' : `${answer.prefix}.`;
    return [
      {
        kind: 'prompt-routing',
        words: [
          { name: workload.name },
          { plain: `: a prompt router that sends easy requests to ${smaller.name}` },
        ],
        condition: 'a quarter to three quarters of the requests are easy enough for it',
        about: `${workload.name}/`,
        workloads: [routed(workload, section, call.model.id, prefix + smaller.id)],
      },
    ];
  });
}

function smallerOf({ rank = 0, key }: Model, family: readonly Model[]): Model | undefined {
  return family.findLast(
    (other) =>
      other.key !== key && ROUTED.has(other.key) && (other.rank ?? 0) < rank && other.lifecycle !== 'retired',
  );
}

function routed(workload: Workload, key: string, own: string, smaller: string): Workload {
  const rest = mapRange(TO_SMALLER, (share: Decimal) => ONE.minus(share));
  const split = new Map([
    [own, { range: rest }],
    [smaller, { range: TO_SMALLER }],
  ]);
  const section: Section = { content: { split }, at: () => workload.at };
  return { ...workload, sections: new Map([...workload.sections, [key, section]]) };
}
