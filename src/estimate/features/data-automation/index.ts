/**
 * Amazon Bedrock Data Automation: documents by the page, images by the piece, sound and video by the minute; custom
 * output (blueprints) at prices of its own, with a surcharge for each field over 30.
 */
import { z } from 'zod';
import type { Feature, Mapped } from '../../../model/feature.ts';
import { amount, byName, rate, section } from '../../../model/fields.ts';
import type { Resource } from '../../../model/resource.ts';
import { itemsAt } from '../../../model/value.ts';
import { charges } from './charges.ts';
import { DATA_AUTOMATION, type Project } from './usage.ts';

const DOCUMENTS = section({
  pages: rate('pages'),
  fields: z.optional(amount('fields').describe('Fields of the blueprint. Up to 30 where absent.')),
});

const SCHEMA = () =>
  section({
    pages: z.optional(rate('pages').describe('Pages with standard output.')),
    custom_pages: z.optional(
      rate('pages').describe('Pages with custom output, by blueprints of up to 30 fields.'),
    ),
    custom_documents: z.optional(
      byName(DOCUMENTS).describe(
        'Pages with custom output, by the kinds of documents that have a blueprint each.',
      ),
    ),
    images: z.optional(rate('images').describe('Images with standard output.')),
    custom_images: z.optional(rate('images').describe('Images with custom output.')),
    audio_minutes: z.optional(rate('minutes').describe('Minutes of sound with standard output.')),
    custom_audio_minutes: z.optional(rate('minutes').describe('Minutes of sound with custom output.')),
    video_minutes: z.optional(rate('minutes').describe('Minutes of video with standard output.')),
    custom_video_minutes: z.optional(rate('minutes').describe('Minutes of video with custom output.')),
  });

const DESCRIPTION = 'What Data Automation processes: pages, images, minutes of sound and video.';

export const dataAutomation: Feature<Project> = {
  id: 'data-automation',
  title: 'Data Automation',
  layer: 'features',
  workloadSections: [{ key: DATA_AUTOMATION, description: DESCRIPTION, schema: SCHEMA }],
  resourceSections: [
    { types: ['AWS::Bedrock::DataAutomationProject'], description: DESCRIPTION, schema: SCHEMA },
  ],
  // The provider aws of Terraform has no type for it (resource specification of 2026-11).
  mappings: { cloudformation: { 'AWS::Bedrock::DataAutomationProject': mapProject } },
  charges,
};

function mapProject({ attributes }: Resource): Mapped<Project> {
  const blueprints = itemsAt(attributes, 'CustomOutputConfiguration', 'Blueprints');
  return { role: 'data-automation-project', facts: { isCustom: blueprints.length > 0 } };
}
