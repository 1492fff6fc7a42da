import { callFactors, servedRequests } from '../../../model/call-factors.ts';
import { type Charge, charge, type Factor, type MissingFactor } from '../../../model/charge.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import { declaredFactor, factorFrom } from '../../../model/factors.ts';
import type { FeatureCharges, FeatureInput } from '../../../model/feature.ts';
import { type MediaCall, mediaCall, mediaCalls, mediaPrice } from '../../../model/media-call.ts';
import type { Model, PriceAnswer } from '../../../model/price.ts';
import type { Stated } from '../../../model/stated.ts';
import type { Section, Workload } from '../../../model/workload.ts';

interface ImageSection {
  readonly count?: Stated | undefined;
  readonly size?: number | undefined;
  readonly quality?: 'standard' | 'premium' | undefined;
  readonly steps?: number | undefined;
}

const HINT = 'images: { count: 1, size: 1024, quality: standard }';

/** Up to so many pixels on the longer side a size class goes (Amazon Bedrock pricing page, image models, 2026-07-24). */
const SIZE_CLASSES = [512, 1024, 2048];

/** More steps than this are premium quality (Amazon Bedrock pricing page of 2025-02-28, SDXL 1.0). */
const STANDARD_STEPS = 50;

/** Images a month of every call whose model makes images, and of what a section states. */
export function imageCharges(input: FeatureInput<unknown>): FeatureCharges {
  const charges: Charge[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const workload of input.workloads) {
    const stated = workload.sections.get('images');
    const made =
      stated === undefined ? undefined : mediaCall(input, workload, stated, makesImages, 'makes images');
    if (made !== undefined) {
      if (!made.isReserved) charges.push(imageCharge(input, workload, stated, made));
      diagnostics.push(...made.diagnostics);
    }
    for (const other of mediaCalls(input, workload, makesImages)) {
      if (other.call !== made?.call && !other.isReserved)
        charges.push(imageCharge(input, workload, undefined, other));
    }
  }
  return { charges, diagnostics };
}

function makesImages({ modalities }: Model): boolean {
  return modalities?.output.includes('image') === true && !modalities.output.includes('text');
}

function imageCharge(
  input: FeatureInput<unknown>,
  workload: Workload,
  stated: Section | undefined,
  made: MediaCall,
): Charge {
  const { call, model } = made;
  const content = stated?.content as ImageSection | undefined;
  const priced = imagePrice(input, workload, content, made);
  const factors = call === undefined ? servedRequests(workload) : callFactors(workload, call);
  const name = model?.model.name;
  return charge({
    project: input.project,
    layer: 'inference',
    feature: 'image-generation',
    owner: { kind: 'workload', name: workload.name },
    ...(call?.name === undefined ? {} : { call: call.name }),
    component: call?.name === undefined ? 'images' : `${call.name} images`,
    ...(name === undefined ? {} : { item: [name, ...priced.words].join(', ') }),
    ...(name === undefined
      ? {}
      : {
          terms: [
            { name: 'model', value: name },
            { name: 'image', value: priced.words.join(', ') },
          ],
        }),
    region: workload.region,
    unit: 'images',
    factors: [...factors, ...imagesOf(content, stated), ...priced.missing],
    price: priced.price,
    at: stated?.at() ?? call?.at ?? workload.at,
  });
}

function imagesOf(
  content: ImageSection | undefined,
  stated: Section | undefined,
): readonly (Factor | MissingFactor)[] {
  const name = 'images per call';
  if (stated === undefined)
    return [{ name, missing: 'how many images of which size a call makes is not stated', hint: HINT }];
  if (content?.count !== undefined) return [declaredFactor(name, content.count.range, stated.at('count'))];
  return [factorFrom('assumed', name, 1, stated.at())];
}

interface ImagePrice {
  readonly price: PriceAnswer;
  /** Size and quality as they are priced. */
  readonly words: readonly string[];
  readonly missing: readonly MissingFactor[];
}

/** By size and quality where the model has such prices, else the one price of its images. */
function imagePrice(
  input: FeatureInput<unknown>,
  { region }: Workload,
  content: ImageSection | undefined,
  made: MediaCall,
): ImagePrice {
  const ask = (dimension: string) => mediaPrice(input, made, dimension, region, HINT);
  const plain = ask('image');
  const quality = content?.quality ?? ((content?.steps ?? 0) > STANDARD_STEPS ? 'premium' : 'standard');
  const classes = SIZE_CLASSES.map((size) => ({ size, price: ask(`image-${size}-${quality}`) })).filter(
    ({ price }) => price.found,
  );
  const [smallest] = classes;
  if (smallest === undefined || made.model === undefined) return { price: plain, words: [], missing: [] };
  const { size } = content ?? {};
  if (size === undefined) {
    const missing = {
      name: 'size',
      missing: 'the size of the images is not stated, and their price depends on it',
      hint: HINT,
    };
    return { price: smallest.price, words: [quality], missing: [missing] };
  }
  const fitting = classes.find((each) => each.size >= size);
  if (fitting !== undefined) {
    return { price: fitting.price, words: [`up to ${fitting.size} px`, quality], missing: [] };
  }
  const why = `${made.model.model.name} has no price for images of ${size} pixels`;
  return {
    price: { found: false, why, hint: `images: { size: ${classes.at(-1)?.size ?? size} }` },
    words: [quality],
    missing: [],
  };
}
