import type { ModelChange, ModelChanges, PricedModel, TokenPrices } from '../model/model-change.ts';
import { decimalText } from './json-parts.ts';
import type { JsonReport } from './report-schema.ts';

type Json = JsonReport['modelChanges'];
type JsonChange = Json['uncounted'][number];

/** Model changes in code, for programs. */
export function modelChangesEntry({ uncounted, counted, lesser, request }: ModelChanges): Json {
  return {
    request: { input: decimalText(request.input), output: decimalText(request.output) },
    uncounted: uncounted.map(changeEntry),
    counted: counted.map(({ workload, place }) => ({ workload, place: placeEntry(place) })),
    lesser,
  };
}

function changeEntry(change: ModelChange): JsonChange {
  const {
    project,
    before,
    after,
    places,
    region,
    regionAssumed,
    effects,
    tokens,
    staleWorkload,
    restated,
    lines,
  } = change;
  return {
    project,
    before: modelEntry(before),
    after: modelEntry(after),
    places: places.map(placeEntry),
    region,
    regionAssumed,
    effects: effects.map(({ before: old, after: current, parts }) => ({
      before: pricesEntry(old),
      after: pricesEntry(current),
      delta: decimalText(current.requests.minus(old.requests)),
      parts:
        parts === undefined ? null : { model: decimalText(parts.model), profile: decimalText(parts.profile) },
    })),
    tokens:
      tokens === undefined
        ? null
        : {
            low: tokens.range === undefined ? null : decimalText(tokens.range.low),
            high: tokens.range === undefined ? null : decimalText(tokens.range.high),
            source: tokens.source ?? null,
          },
    staleWorkload: staleWorkload ?? null,
    restated:
      restated === undefined
        ? null
        : { before: decimalText(restated.before), after: decimalText(restated.after) },
    lines: [...lines],
  };
}

function modelEntry(model: PricedModel | undefined): JsonChange['before'] {
  if (model === undefined) return null;
  const { id, title, prices, why } = model;
  return { id, model: title ?? null, prices: prices.map(pricesEntry), why: why ?? null };
}

function pricesEntry({
  profile,
  input,
  output,
  requests,
}: TokenPrices): JsonChange['effects'][number]['before'] {
  return {
    profile,
    input: decimalText(input),
    output: output === undefined ? null : decimalText(output),
    requests: decimalText(requests),
  };
}

function placeEntry({ at, name, use }: ModelChange['places'][number]): JsonChange['places'][number] {
  return { at: { ...at }, name: name ?? null, use };
}
