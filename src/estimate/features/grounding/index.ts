/** Web grounding of Nova models: a fee for each search that a request makes. */
import { servedRequests } from '../../../model/call-factors.ts';
import { charge } from '../../../model/charge.ts';
import { declaredFactor } from '../../../model/factors.ts';
import type { Feature, FeatureCharges, FeatureInput } from '../../../model/feature.ts';
import { amount, section } from '../../../model/fields.ts';
import type { Stated } from '../../../model/stated.ts';

const SECTION = 'web_grounding';

interface GroundingSection {
  readonly searches_per_request: Stated;
}

export const grounding: Feature = {
  id: 'grounding',
  title: 'Web grounding',
  layer: 'inference',
  workloadSections: [
    {
      key: SECTION,
      description: 'Searches of the web that a Nova model makes for a request.',
      schema: () =>
        section({
          searches_per_request: amount('searches').describe('0.2 where one request in five is grounded.'),
        }),
    },
  ],
  charges: groundingCharges,
};

/** Grounding requests × price, beside the tokens of what is found (Amazon Bedrock pricing page, 2026-07-24). */
function groundingCharges(input: FeatureInput<unknown>): FeatureCharges {
  const charges = input.workloads.flatMap((workload) => {
    const stated = workload.sections.get(SECTION);
    if (stated === undefined) return [];
    const { searches_per_request: searches } = stated.content as GroundingSection;
    const { region } = workload;
    const made = charge({
      project: input.project,
      layer: 'inference',
      feature: 'grounding',
      owner: { kind: 'workload', name: workload.name },
      component: 'web searches',
      region,
      unit: 'requests',
      factors: [
        ...servedRequests(workload),
        declaredFactor('searches per request', searches.range, stated.at('searches_per_request')),
      ],
      price: input.prices.price({ subject: 'web-grounding', dimension: 'request', region }),
      at: stated.at(),
    });
    return [made];
  });
  return { charges, diagnostics: [] };
}
