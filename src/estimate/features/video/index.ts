/** Video: the seconds that a model makes, and those that it looks at where they are billed by the second. */
import { z } from 'zod';
import type { Feature } from '../../../model/feature.ts';
import { amount, modelId, oneOf, section } from '../../../model/fields.ts';
import { RESOLUTIONS, videoCharges } from './charges.ts';

export const video: Feature = {
  id: 'video',
  title: 'Video',
  layer: 'inference',
  workloadSections: [
    {
      key: 'video',
      description: 'Seconds of video that one model call makes or looks at.',
      schema: () =>
        section({
          model: z.optional(modelId().describe('The model, where it is not that of the workload.')),
          seconds: z.optional(amount('seconds').describe('Seconds that one call makes.')),
          resolution: z.optional(oneOf(RESOLUTIONS).describe('Of what it makes.')),
          input_seconds: z.optional(
            amount('seconds').describe(
              'Seconds that one call looks at. For models that bill them as tokens, see `prompt.video`.',
            ),
          ),
        }),
    },
  ],
  charges: videoCharges,
};
