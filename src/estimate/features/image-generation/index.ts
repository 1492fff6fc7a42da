/** Images that a model makes or edits: by the image, by size and quality where the model distinguishes them. */
import { z } from 'zod';
import type { Feature } from '../../../model/feature.ts';
import { amount, modelId, oneOf, section, wholeNumber } from '../../../model/fields.ts';
import { imageCharges } from './charges.ts';

export const imageGeneration: Feature = {
  id: 'image-generation',
  title: 'Image generation',
  layer: 'inference',
  workloadSections: [
    {
      key: 'images',
      description: 'Images that one model call makes, and what decides on the price of each.',
      schema: () =>
        section({
          model: z.optional(modelId().describe('The model, where it is not that of the workload.')),
          count: z.optional(amount('images').describe('Images of one call. 1 where absent.')),
          size: z.optional(wholeNumber().describe('Pixels of the longer side.')),
          quality: z.optional(oneOf(['standard', 'premium']).describe('`standard` where absent.')),
          steps: z.optional(
            wholeNumber().describe('Steps, for models that tell the quality by them: premium above 50.'),
          ),
        }),
    },
  ],
  charges: imageCharges,
};
