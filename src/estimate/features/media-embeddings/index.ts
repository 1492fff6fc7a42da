/** Embeddings of images, documents, audio and video: each by its own unit. Text is embedded by the token. */
import { z } from 'zod';
import { type Charge, charge } from '../../../model/charge.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import { declaredFactor } from '../../../model/factors.ts';
import type { Feature, FeatureCharges, FeatureInput } from '../../../model/feature.ts';
import { modelId, rate, section } from '../../../model/fields.ts';
import { type MediaCall, mediaCall, mediaPrice } from '../../../model/media-call.ts';
import type { Model } from '../../../model/price.ts';
import { monthly, type Stated } from '../../../model/stated.ts';
import type { Section, Workload } from '../../../model/workload.ts';

const SECTION = 'media_embeddings';
const HINT = 'media_embeddings: { model: amazon.nova-2-multimodal-embeddings-v1:0, images: 100k per month }';

/** What is embedded, by the price book's dimension (Amazon Bedrock pricing page, embedding models, 2026-07-24). */
const KINDS = [
  { key: 'images', component: 'images embedded', dimension: 'image-standard', unit: 'images' },
  { key: 'document_pages', component: 'document pages embedded', dimension: 'image-document', unit: 'pages' },
  { key: 'audio_seconds', component: 'audio embedded', dimension: 'audio-second', unit: 'seconds' },
  { key: 'video_seconds', component: 'video embedded', dimension: 'video-second-input', unit: 'seconds' },
] as const;

type MediaSection = Partial<Record<(typeof KINDS)[number]['key'], Stated>>;

export const mediaEmbeddings: Feature = {
  id: 'media-embeddings',
  title: 'Embeddings of media',
  layer: 'inference',
  workloadSections: [
    {
      key: SECTION,
      description: 'Images, pages of documents as images, and seconds of audio and video that are embedded.',
      schema: () =>
        section({
          model: z.optional(modelId().describe('The model, where it is not that of the workload.')),
          images: z.optional(rate('images')),
          document_pages: z.optional(rate('pages')),
          audio_seconds: z.optional(rate('seconds')),
          video_seconds: z.optional(rate('seconds')),
        }),
    },
  ],
  charges: embeddedMedia,
};

function embeddedMedia(input: FeatureInput<unknown>): FeatureCharges {
  const charges: Charge[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const workload of input.workloads) {
    const stated = workload.sections.get(SECTION);
    if (stated === undefined) continue;
    const made = mediaCall(input, workload, stated, embeds, 'embeds media');
    diagnostics.push(...made.diagnostics);
    if (!made.isReserved) charges.push(...chargesOf(input, workload, stated, made));
  }
  return { charges, diagnostics };
}

function embeds({ modalities }: Model): boolean {
  return (
    modalities?.output.includes('embedding') === true && modalities.input.some((kind) => kind !== 'text')
  );
}

function chargesOf(
  input: FeatureInput<unknown>,
  workload: Workload,
  stated: Section,
  made: MediaCall,
): readonly Charge[] {
  const content = stated.content as MediaSection;
  const named = KINDS.filter(({ key }) => content[key] !== undefined);
  const kinds = named.length > 0 ? named : KINDS.slice(0, 1);
  return kinds.map(({ key, component, dimension, unit }) => {
    const amount = content[key];
    return charge({
      project: input.project,
      layer: 'inference',
      feature: 'media-embeddings',
      owner: { kind: 'workload', name: workload.name },
      component,
      ...(made.model === undefined ? {} : { item: made.model.model.name }),
      region: workload.region,
      unit,
      factors: [
        amount === undefined
          ? { name: unit, missing: 'what is embedded is not stated', hint: HINT }
          : declaredFactor(unit, monthly(amount, input.month), stated.at(key)),
      ],
      price: mediaPrice(input, made, dimension, workload.region, HINT),
      at: stated.at(),
    });
  });
}
