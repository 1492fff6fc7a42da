/** Which model makes or reads the images, videos or speech that a section of a workload states. */
import type { Diagnostic } from './diagnostic.ts';
import type { FeatureInput } from './feature.ts';
import { servedByOwnUnits } from './own-units.ts';
import type { Model, PriceAnswer, Scope, Tier } from './price.ts';
import { isUnknown } from './value.ts';
import type { ModelCall, Section, Workload } from './workload.ts';

export interface MediaCall {
  /** Absent where the model is not known; `why` then says so. */
  readonly model?: { readonly model: Model; readonly scope: Scope };
  readonly why: string;
  /** The call of the workload that it is, where there is one. */
  readonly call?: ModelCall;
  /** True where capacity that is paid by the hour serves it: then nothing that it makes or reads costs by itself. */
  readonly isReserved: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

type Input = Pick<FeatureInput<unknown>, 'models' | 'prices'>;

/**
 * The model that a section names, or that of the workload's first call whose model is of the kind. `what` is the kind
 * in words, for the reason where there is none: `makes images`.
 */
export function mediaCall(
  input: Input,
  workload: Workload,
  stated: Section | undefined,
  fits: (model: Model) => boolean,
  what: string,
): MediaCall {
  const id = (stated?.content as { readonly model?: string | undefined } | undefined)?.model;
  if (id === undefined) {
    const call = mediaCalls(input, workload, fits)[0];
    return call ?? { why: `no model that ${what} is stated`, isReserved: false, diagnostics: [] };
  }
  const answer = input.models.resolve(id);
  if (answer.kind !== 'model') {
    const at = stated?.at('model') ?? workload.at;
    return {
      why: answer.why,
      isReserved: false,
      diagnostics: [{ code: 'model-unknown', severity: 'warning', message: answer.why, at }],
    };
  }
  const call = workload.calls.find((candidate) => modelOf(input, candidate)?.model.key === answer.model.key);
  const isReserved = isServed(input, workload, id, call);
  return { model: answer, why: '', isReserved, diagnostics: [], ...(call === undefined ? {} : { call }) };
}

/** Every call of a workload whose model is of a kind. */
export function mediaCalls(
  input: Input,
  workload: Workload,
  fits: (model: Model) => boolean,
): readonly (MediaCall & { readonly call: ModelCall })[] {
  return workload.calls.flatMap((call) => {
    const model = modelOf(input, call);
    if (model === undefined || !fits(model.model)) return [];
    const { id } = call.model;
    const isReserved = !isUnknown(id) && isServed(input, workload, id, call);
    return [{ model, why: '', call, isReserved, diagnostics: [] }];
  });
}

function isServed(input: Input, workload: Workload, id: string, call: ModelCall | undefined): boolean {
  if (call?.capacity !== undefined) return true;
  return (call?.tier ?? 'standard') === 'standard' && servedByOwnUnits(input, workload, id);
}

function modelOf({ models }: Input, { model: { id } }: ModelCall): MediaCall['model'] {
  const answer = isUnknown(id) ? undefined : models.resolve(id);
  return answer?.kind === 'model' ? { model: answer.model, scope: answer.scope } : undefined;
}

/** The price of a dimension of the model, in the call's tier; the reason where the model is not known. */
export function mediaPrice(
  { prices }: Input,
  { model, why, call }: MediaCall,
  dimension: string,
  region: Workload['region'],
  hint: string,
): PriceAnswer {
  if (model === undefined) return { found: false, why, hint };
  const open = call?.unknownTier;
  if (open !== undefined) return { found: false, why: open.why, hint: open.hint ?? hint };
  const tier: Tier = call?.tier ?? 'standard';
  return prices.price({ subject: model.model.key, dimension, region, scope: model.scope, tier });
}
