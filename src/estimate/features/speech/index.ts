/** Speech to speech: tokens of what is heard and said, beside the text tokens of the call. */
import { z } from 'zod';
import { callFactors, servedRequests } from '../../../model/call-factors.ts';
import { type Charge, charge, type Factor, type MissingFactor } from '../../../model/charge.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import { declaredFactor } from '../../../model/factors.ts';
import type { Feature, FeatureCharges, FeatureInput } from '../../../model/feature.ts';
import { amount, modelId, section } from '../../../model/fields.ts';
import { type MediaCall, mediaCall, mediaCalls, mediaPrice } from '../../../model/media-call.ts';
import type { Model } from '../../../model/price.ts';
import type { Stated } from '../../../model/stated.ts';
import type { Section, Workload } from '../../../model/workload.ts';

const HINT = 'speech: { input_tokens: 1500, output_tokens: 1500 }';

interface SpeechSection {
  readonly input_tokens?: Stated | undefined;
  readonly output_tokens?: Stated | undefined;
}

export const speech: Feature = {
  id: 'speech',
  title: 'Speech',
  layer: 'inference',
  workloadSections: [
    {
      key: 'speech',
      description:
        'Speech tokens of one model call; its text tokens are `input_tokens` and `output_tokens` of the workload.',
      schema: () =>
        section({
          model: z.optional(modelId().describe('The model, where it is not that of the workload.')),
          input_tokens: z.optional(amount('tokens').describe('Tokens of the speech that one call hears.')),
          output_tokens: z.optional(amount('tokens').describe('Tokens of the speech that one call says.')),
        }),
    },
  ],
  charges: speechCharges,
};

/** Speech has prices of its own, apart from those of text (Amazon Bedrock pricing page, Nova Sonic, 2026-07-24). */
function speechCharges(input: FeatureInput<unknown>): FeatureCharges {
  const charges: Charge[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const workload of input.workloads) {
    const stated = workload.sections.get('speech');
    const spoken = stated === undefined ? undefined : mediaCall(input, workload, stated, speaks, 'speaks');
    if (spoken !== undefined) {
      if (!spoken.isReserved) charges.push(...callOf(input, workload, stated, spoken));
      diagnostics.push(...spoken.diagnostics);
    }
    for (const other of mediaCalls(input, workload, speaks)) {
      if (other.call !== spoken?.call && !other.isReserved)
        charges.push(...callOf(input, workload, undefined, other));
    }
  }
  return { charges, diagnostics };
}

function speaks({ modalities }: Model): boolean {
  return modalities?.output.includes('speech') === true;
}

function callOf(
  input: FeatureInput<unknown>,
  workload: Workload,
  stated: Section | undefined,
  spoken: MediaCall,
): readonly Charge[] {
  const { call, model } = spoken;
  const content = (stated?.content ?? {}) as SpeechSection;
  const calls = call === undefined ? servedRequests(workload) : callFactors(workload, call);
  return (['input', 'output'] as const).map((side) => {
    const key = `${side}_tokens` as const;
    const name = `speech ${side} tokens`;
    const tokens: Factor | MissingFactor =
      content[key] === undefined || stated === undefined
        ? { name, missing: `the ${name} of a call are not stated`, hint: HINT }
        : declaredFactor(name, content[key].range, stated.at(key));
    return charge({
      project: input.project,
      layer: 'inference',
      feature: 'speech',
      owner: { kind: 'workload', name: workload.name },
      ...(call?.name === undefined ? {} : { call: call.name }),
      component: call?.name === undefined ? name : `${call.name} ${name}`,
      ...(model === undefined ? {} : { item: model.model.name }),
      region: workload.region,
      unit: 'tokens',
      factors: [...calls, tokens],
      price: mediaPrice(input, spoken, `speech-${side}`, workload.region, HINT),
      at: stated?.at() ?? call?.at ?? workload.at,
    });
  });
}
