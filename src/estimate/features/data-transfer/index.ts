/** Data that leaves AWS for the internet: answers, documents, media that users load. */
import { z } from 'zod';
import type { Feature } from '../../../model/feature.ts';
import { gigabytesPerMonth, section } from '../../../model/fields.ts';
import { charges, TRANSFER_SECTION } from './charges.ts';

export const dataTransfer: Feature = {
  id: 'data-transfer',
  title: 'Data transfer',
  layer: 'operations',
  workloadSections: [
    {
      key: TRANSFER_SECTION,
      description: 'Data that the workload sends out of AWS.',
      schema: () =>
        section({
          internet_out: z.optional(gigabytesPerMonth().describe('What goes to the internet.')),
        }),
    },
  ],
  charges,
};
