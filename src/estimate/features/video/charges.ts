import { callFactors, servedRequests } from '../../../model/call-factors.ts';
import { type Charge, type ChargeDraft, charge } from '../../../model/charge.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import { declaredFactor } from '../../../model/factors.ts';
import type { FeatureCharges, FeatureInput } from '../../../model/feature.ts';
import { type MediaCall, mediaCall, mediaCalls, mediaPrice } from '../../../model/media-call.ts';
import type { Model, PriceAnswer } from '../../../model/price.ts';
import type { Stated } from '../../../model/stated.ts';
import type { Section, Workload } from '../../../model/workload.ts';

export const RESOLUTIONS = ['540p', '720p', '1080p'] as const;

interface VideoSection {
  readonly seconds?: Stated | undefined;
  readonly resolution?: (typeof RESOLUTIONS)[number] | undefined;
  readonly input_seconds?: Stated | undefined;
}

const MADE = 'video: { seconds: 6, resolution: 720p }';
const SEEN = 'video: { input_seconds: 60 }';

/** Seconds a month × the price of a second. What is asked in text, and the answer, are charges of the model call. */
export function videoCharges(input: FeatureInput<unknown>): FeatureCharges {
  const charges: Charge[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const workload of input.workloads) {
    const stated = workload.sections.get('video');
    const content = (stated?.content ?? {}) as VideoSection;
    const covered = new Set<MediaCall['call']>();
    if (stated !== undefined) {
      const sees = (model: Model) => seesBySecond(input, workload, model);
      const nothing = content.seconds === undefined && content.input_seconds === undefined;
      const made = mediaCall(
        input,
        workload,
        stated,
        nothing || content.seconds !== undefined ? makesVideo : sees,
        'works on video',
      );
      covered.add(made.call);
      diagnostics.push(...made.diagnostics);
      const { isReserved } = made;
      if (!isReserved && content.input_seconds !== undefined)
        charges.push(seenCharge(input, workload, stated, made));
      if (!isReserved && (content.seconds !== undefined || nothing))
        charges.push(madeCharge(input, workload, stated, made));
    }
    for (const other of mediaCalls(input, workload, makesVideo)) {
      if (!covered.has(other.call) && !other.isReserved)
        charges.push(madeCharge(input, workload, undefined, other));
    }
    for (const other of mediaCalls(input, workload, (model) => seesBySecond(input, workload, model))) {
      if (!covered.has(other.call) && !other.isReserved)
        charges.push(seenCharge(input, workload, undefined, other));
    }
  }
  return { charges, diagnostics };
}

function makesVideo({ modalities }: Model): boolean {
  return modalities?.output.includes('video') === true;
}

/** A model that answers on video and bills the video by the second. */
function seesBySecond(input: FeatureInput<unknown>, { region }: Workload, model: Model): boolean {
  if (model.modalities?.output.includes('text') !== true) return false;
  return (['in-region', 'geographic', 'global'] as const).some(
    (scope) =>
      input.prices.price({ subject: model.key, dimension: 'video-second-input', region, scope }).found,
  );
}

function madeCharge(
  input: FeatureInput<unknown>,
  workload: Workload,
  stated: Section | undefined,
  made: MediaCall,
): Charge {
  const content = (stated?.content ?? {}) as VideoSection;
  const { price, resolution } = madePrice(input, workload, content, made);
  const seconds =
    content.seconds === undefined || stated === undefined
      ? {
          name: 'seconds per call',
          missing: 'how many seconds of video a call makes is not stated',
          hint: MADE,
        }
      : declaredFactor('seconds per call', content.seconds.range, stated.at('seconds'));
  return secondsCharge(input, workload, stated, made, 'video seconds', {
    price,
    factors: [seconds],
    words: resolution === undefined ? [] : [resolution],
  });
}

/** At the stated resolution, or at the only one that the model has. */
function madePrice(
  input: FeatureInput<unknown>,
  { region }: Workload,
  content: VideoSection,
  made: MediaCall,
): { readonly price: PriceAnswer; readonly resolution?: string } {
  const ask = (resolution: string) => mediaPrice(input, made, `video-second-${resolution}`, region, MADE);
  const { resolution } = content;
  if (resolution !== undefined) return { price: ask(resolution), resolution };
  const known = RESOLUTIONS.map((each) => ({ price: ask(each), resolution: each })).filter(
    ({ price }) => price.found,
  );
  const [only, ...others] = known;
  if (only !== undefined && others.length === 0) return only;
  if (only === undefined) return { price: ask('720p') };
  return {
    price: {
      found: false,
      why: 'the resolution of the video is not stated, and its price depends on it',
      hint: MADE,
    },
  };
}

function seenCharge(
  input: FeatureInput<unknown>,
  workload: Workload,
  stated: Section | undefined,
  made: MediaCall,
): Charge {
  const content = (stated?.content ?? {}) as VideoSection;
  const answer = mediaPrice(input, made, 'video-second-input', workload.region, SEEN);
  const name = made.model?.model.name;
  const asTokens = {
    found: false,
    why: `${name} bills video by its tokens, not by the second`,
    hint: 'prompt: { video: { seconds: 60, tokens: 288 } }',
  } as const;
  const price =
    !answer.found && name !== undefined && mediaPrice(input, made, 'input', workload.region, SEEN).found
      ? asTokens
      : answer;
  const seconds =
    content.input_seconds === undefined || stated === undefined
      ? {
          name: 'seconds per call',
          missing: 'how many seconds of video a call looks at is not stated',
          hint: SEEN,
        }
      : declaredFactor('seconds per call', content.input_seconds.range, stated.at('input_seconds'));
  return secondsCharge(input, workload, stated, made, 'video seconds looked at', {
    price,
    factors: [seconds],
    words: [],
  });
}

function secondsCharge(
  input: FeatureInput<unknown>,
  workload: Workload,
  stated: Section | undefined,
  { call, model }: MediaCall,
  component: string,
  { price, factors, words }: Pick<ChargeDraft, 'price' | 'factors'> & { readonly words: readonly string[] },
): Charge {
  const calls = call === undefined ? servedRequests(workload) : callFactors(workload, call);
  return charge({
    project: input.project,
    layer: 'inference',
    feature: 'video',
    owner: { kind: 'workload', name: workload.name },
    ...(call?.name === undefined ? {} : { call: call.name }),
    component: call?.name === undefined ? component : `${call.name} ${component}`,
    ...(model === undefined ? {} : { item: [model.model.name, ...words].join(', ') }),
    region: workload.region,
    unit: 'seconds of video',
    factors: [...calls, ...factors],
    price,
    at: stated?.at() ?? call?.at ?? workload.at,
  });
}
