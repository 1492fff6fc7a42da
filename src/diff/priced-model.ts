/** What the tokens of a model that code names cost, and what a switch between two of them makes of a request. */
import type { Decimal } from '../model/decimal.ts';
import type {
  NamedModel,
  PricedModel,
  RequestEffect,
  RequestSize,
  TokenPrices,
} from '../model/model-change.ts';
import type { Model, ModelCatalogue, PriceBook, Scope } from '../model/price.ts';
import { SCOPES } from '../model/price.ts';
import { scopeTitle } from '../model/scope-title.ts';
import { splitSwitch } from './model-switch.ts';

export interface Pricing {
  readonly book: PriceBook;
  readonly models: ModelCatalogue;
  readonly region: string;
  readonly request: RequestSize;
}

/** A model with the profiles in which it may be called. */
export interface Offer {
  readonly shown: PricedModel;
  readonly model?: Model;
  readonly options: readonly { readonly scope: Scope; readonly prices: TokenPrices }[];
}

/** The prices of a model id; of every profile that is sold in the region where the program puts the prefix together. */
export function offerOf({ id, prefixUnknown }: NamedModel, pricing: Pricing): Offer {
  const answer = pricing.models.resolve(id);
  if (answer.kind !== 'model') return { shown: { id, prices: [], why: answer.why }, options: [] };
  const { model, scope, prefix } = answer;
  const scopes = prefixUnknown === true ? SCOPES : [scope];
  const options = scopes.flatMap((candidate) => {
    const prices = pricesIn(model, candidate, scopeTitle(candidate, prefix), pricing);
    return prices === undefined ? [] : [{ scope: candidate, prices }];
  });
  const shown = { id, title: model.name, prices: options.map(({ prices }) => prices) };
  if (options.length > 0) return { shown, model, options };
  const missing = ['input', 'output']
    .map((dimension) => pricing.book.price({ subject: model.key, dimension, region: pricing.region, scope }))
    .find(({ found }) => !found);
  const why = missing === undefined || missing.found ? `${model.name} is not priced by tokens` : missing.why;
  return { shown: { ...shown, why }, model, options };
}

function pricesIn(
  model: Model,
  scope: Scope,
  profile: string,
  { book, region, request }: Pricing,
): TokenPrices | undefined {
  const perMillion = (dimension: string): Decimal | undefined => {
    const answer = book.price({ subject: model.key, dimension, region, scope });
    return answer.found ? answer.price.usd.div(answer.price.per).times(1_000_000) : undefined;
  };
  const input = perMillion('input');
  const output = perMillion('output');
  // What a model makes that is not text is billed otherwise: an input price alone says little of it.
  const makesText = model.modalities === undefined || model.modalities.output.includes('text');
  const isEmbedding = model.modalities?.output.includes('embedding') === true;
  if (input === undefined || (output === undefined && makesText && !isEmbedding)) return undefined;
  if (!makesText && !isEmbedding) return undefined;
  const tokens = request.input.times(input).plus(request.output.times(output ?? 0));
  return {
    profile,
    input,
    ...(output === undefined ? {} : { output }),
    requests: tokens.div(1_000),
  };
}

/** What a switch makes of 1,000 requests: for each way in which the profiles can be, as one where both are made alike. */
export function effectsOf(before: Offer, after: Offer, pricing: Pricing): readonly RequestEffect[] {
  const bothUnknown = before.options.length > 1 && after.options.length > 1;
  return before.options.flatMap((old) =>
    after.options
      .filter(({ scope }) => !bothUnknown || scope === old.scope)
      .map((current): RequestEffect => {
        const effect = { before: old.prices, after: current.prices };
        if (before.model === undefined || after.model === undefined) return effect;
        if (before.model.key === after.model.key || old.scope === current.scope) return effect;
        const newModelInOldProfile = pricesIn(after.model, old.scope, '', pricing)?.requests;
        const oldModelInNewProfile = pricesIn(before.model, current.scope, '', pricing)?.requests;
        const parts = splitSwitch({
          from: old.prices.requests,
          to: current.prices.requests,
          ...(newModelInOldProfile === undefined ? {} : { newModelInOldProfile }),
          ...(oldModelInNewProfile === undefined ? {} : { oldModelInNewProfile }),
        });
        return parts === undefined ? effect : { ...effect, parts };
      }),
  );
}
