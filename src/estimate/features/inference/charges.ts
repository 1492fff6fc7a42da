import { callFactors } from '../../../model/call-factors.ts';
import {
  type ChargeDraft,
  charge,
  type Factor,
  type MissingFactor,
  type Term,
} from '../../../model/charge.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { FeatureCharges, FeatureInput } from '../../../model/feature.ts';
import { lifecycleDiagnostics } from '../../../model/lifecycle.ts';
import { priceOrOwn } from '../../../model/own-price.ts';
import type { Model, PriceAnswer, PriceKey, Tier } from '../../../model/price.ts';
import { mapRange, ONCE } from '../../../model/range.ts';
import { scopeTitle } from '../../../model/scope-title.ts';
import type { SourceLocation } from '../../../model/source-location.ts';
import { isUnknown, type Unknown } from '../../../model/value.ts';
import type { ModelCall, Workload } from '../../../model/workload.ts';
import { withNaiveCost } from './agent-note.ts';
import { lifetimeHint } from './cache.ts';
import { type ContextUse, contextUse } from './context.ts';
import { explainScope } from './scope.ts';
import { tierDiagnostics } from './tier.ts';
import { type TokenClass, tokenClasses } from './tokens.ts';
import { windowDiagnostics } from './window.ts';

/** What a call is beside what the workload states of it: one of several models, or the overflow of reserved capacity. */
export interface CallUse {
  readonly factors: readonly (Factor | MissingFactor)[];
  /** The tier that its tokens are billed in, where that is not the call's own. */
  readonly tier?: Tier;
  /** What stands behind the model and the profile in the charge's item. */
  readonly title?: string;
  /** The line to write where the model is not known. */
  readonly modelHint?: string;
}

type Common = Pick<ChargeDraft, 'project' | 'layer' | 'feature' | 'owner' | 'region' | 'unit' | 'at'>;

/**
 * The charges of one kind of call: one for each token class that it has.
 *
 * Tokens a month = calls a month × tokens per call. Thinking tokens count as output (Amazon Bedrock pricing page,
 * 2026). A call on reserved model units costs no tokens; the capacity is its own charge.
 */
export function callCharges(
  input: FeatureInput<unknown>,
  workload: Workload,
  call: ModelCall,
  use: CallUse,
): FeatureCharges {
  const common: Common = {
    project: input.project,
    layer: 'inference',
    feature: 'inference',
    owner: { kind: 'workload', name: workload.name },
    region: workload.region,
    unit: 'tokens',
    at: call.at,
  };
  const factors = [...callFactors(workload, call), ...use.factors];
  const { id } = call.model;
  const answer = isUnknown(id) ? undefined : input.models.resolve(id);
  if (answer?.kind !== 'model') {
    const why = answer?.why ?? (isUnknown(id) ? id.why : '');
    const hint =
      use.modelHint ??
      (isUnknown(id) ? id.hint : undefined) ??
      (answer === undefined ? modelHint(call) : hintOf(answer));
    const custom = answer?.kind === 'opaque' ? customModelOf(input, workload) : undefined;
    const unknown = { found: false, why, ...(hint === undefined ? {} : { hint }) } as const;
    const charges = tokenClasses(call, undefined, UNKNOWN_CONTEXT, noRate).list.map((tokens) =>
      charge({
        ...common,
        ...identityOf(workload, tokens),
        ...membership(call, tokens),
        component: named(call, tokens.name),
        ...(custom === undefined ? {} : { item: `${custom.name}, custom model` }),
        price: custom === undefined ? unknown : customPrice(input, workload, custom, tokens),
        factors: [...factors, ...tokens.factors],
      }),
    );
    if (answer === undefined || custom !== undefined) return { charges, diagnostics: [] };
    const code = answer.kind === 'ambiguous' ? 'model-ambiguous' : 'model-unknown';
    const { at } = call.model;
    const diagnostic: Diagnostic = { code, severity: 'warning', message: why, at };
    return { charges, diagnostics: [hint === undefined ? diagnostic : { ...diagnostic, hint }] };
  }

  const { model, scope, prefix } = answer;
  const tier = use.tier ?? call.tier;
  const context = contextUse(call, model);
  const profile = scopeTitle(scope, prefix);
  const key = { subject: model.key, region: workload.region, scope } as const;
  const classes = tokenClasses(call, model, context, (dimension, contextClass) => {
    const answer = input.prices.price({ ...key, tier, dimension, context: contextClass });
    return answer.found ? answer.price.usd.div(answer.price.per) : undefined;
  });
  const charges = classes.list.flatMap((tokens) => {
    const asked: PriceKey = { ...key, tier, dimension: tokens.dimension, context: tokens.context };
    if (isFree(input, asked)) return [];
    const { price, rise } =
      call.unknownTier === undefined
        ? priced(input, asked, context, call)
        : { price: notKnown(call.unknownTier), rise: [] };
    const lifetime = price.found ? undefined : lifetimeHint(model, call);
    const notes = [
      ...tokens.notes,
      ...contextNotes(context, tokens),
      ...explainScope(input.prices, asked, prefix, price),
      ...(tokens.dimension === 'input' ? tierNotes(call, tier) : []),
    ];
    const made = charge({
      ...common,
      ...identityOf(workload, tokens),
      ...membership(call, tokens),
      component: named(call, tokens.name),
      item: [model.name, profile, ...(tier === 'standard' ? [] : [tier]), ...titles(use, tokens)].join(', '),
      terms: [
        { name: 'model', value: model.name, at: call.model.at },
        { name: 'profile', value: profile, at: call.model.at },
        ...(call.unknownTier === undefined
          ? [{ name: 'tier', value: tier, ...placeOf(call.tierSource?.at ?? call.tierAt) }]
          : []),
        { name: 'context', value: tokens.context },
        ...(tokens.lifetime === undefined ? [] : [{ name: 'cache lifetime', value: tokens.lifetime }]),
      ],
      notes,
      price:
        lifetime === undefined || !tokens.dimension.startsWith('cache-write') || price.found
          ? price
          : { ...price, hint: lifetime },
      factors: [...factors, ...tokens.factors, ...rise],
    });
    return [withNaiveCost(made, workload, call)];
  });
  const diagnostics = [
    ...classes.diagnostics,
    ...lifecycleDiagnostics(input, { model, prefix, region: workload.region, at: call.model.at }),
    ...(call.unknownTier === undefined ? tierDiagnostics(input.prices, model, call, key) : []),
    ...windowDiagnostics(model, call),
  ];
  return { charges, diagnostics };
}

/** Where a part of what is bought stands, where anything says it. */
function placeOf(at: SourceLocation | undefined): Pick<Term, 'at'> {
  return at === undefined ? {} : { at };
}

function tierNotes({ tierSource }: ModelCall, tier: Tier): readonly string[] {
  if (tierSource === undefined || tier === 'standard') return [];
  const { file, line } = tierSource.at;
  const says = tierSource.origin === 'iac' ? 'sets' : 'asks for';
  return [`${tier} tier, as ${file}${line === undefined ? '' : `:${line}`} ${says}`];
}

function notKnown({ why, hint }: Unknown): PriceAnswer {
  return { found: false, why, ...(hint === undefined ? {} : { hint }) };
}

/** The model that a custom model of the workload is made of. */
function customModelOf({ models }: FeatureInput<unknown>, workload: Workload): Model | undefined {
  const stated = workload.sections.get('custom_model')?.content as
    | { readonly base_model?: string }
    | undefined;
  const answer = stated?.base_model === undefined ? undefined : models.resolve(stated.base_model);
  return answer?.kind === 'model' ? answer.model : undefined;
}

/** Calls on a custom model have prices of their own, by its base model; the price list marks them as such. */
function customPrice(
  { prices }: FeatureInput<unknown>,
  { region }: Workload,
  base: Model,
  { dimension }: TokenClass,
): PriceAnswer {
  return priceOrOwn(prices, { subject: base.key, dimension: `custom-model-${dimension}`, region });
}

const noRate = () => undefined;
const UNKNOWN_CONTEXT: ContextUse = { kind: 'one', context: 'normal', notes: [] };

/**
 * The price of a token class. Where only some scenarios are long, those cost as many times the normal price as the two
 * rows of the book say.
 */
function priced(
  { prices }: FeatureInput<unknown>,
  key: PriceKey,
  use: ContextUse,
  call: ModelCall,
): { readonly price: PriceAnswer; readonly rise: readonly Factor[] } {
  const price = prices.price(key);
  if (use.kind !== 'scenarios' || !price.found) return { price, rise: [] };
  const long = prices.price({ ...key, context: 'long' });
  if (!long.found) return { price: long, rise: [] };
  const times = long.price.usd.div(long.price.per).div(price.price.usd.div(price.price.per));
  const value = mapRange(ONCE, (once, scenario) => (use.long.has(scenario) ? times : once));
  const origin = call.inputTokens?.origin ?? 'declared';
  return { price, rise: [{ name: 'times the normal price', value, origin }] };
}

/** Text that a video model is asked with is not billed: its price is by the second of video (pricing page, 2026-07-24). */
function isFree({ prices }: FeatureInput<unknown>, key: PriceKey): boolean {
  return (
    key.dimension === 'input' &&
    !prices.price(key).found &&
    prices.price({ ...key, dimension: 'video-second-input' }).found
  );
}

function contextNotes(use: ContextUse, { dimension }: TokenClass): readonly string[] {
  if (use.kind === 'scenarios') return [use.note];
  // One advice for each call is enough.
  if (use.kind === 'one' && (use.context === 'long' || dimension === 'input')) return use.notes;
  return [];
}

function titles({ title }: CallUse, { part }: TokenClass): readonly string[] {
  return [title, part].filter((words) => words !== undefined);
}

/** A part of the prompt has its place in a diff beside the others, which are called the same. */
function identityOf({ name }: Workload, { part }: TokenClass): { readonly identity?: string } {
  return part === undefined ? {} : { identity: ['workload', name, 'inference', part].join('/') };
}

/** What a diff finds beside a charge of a call. */
function membership(
  { name }: ModelCall,
  { group }: TokenClass,
): { readonly call?: string; readonly group?: string } {
  return { ...(name === undefined ? {} : { call: name }), ...(group === undefined ? {} : { group }) };
}

/** `classify input tokens` for a named call, `input tokens` for the only one. */
function named(call: ModelCall, component: string): string {
  return call.name === undefined ? component : `${call.name} ${component}`;
}

function modelHint(call: ModelCall): string | undefined {
  return call.model.origin === 'declared'
    ? undefined
    : 'under `model` of the workload, the model id that is called';
}

function hintOf(answer: {
  readonly hint?: string;
  readonly candidates?: readonly string[];
  readonly nearest?: readonly string[];
}): string | undefined {
  const [first] = answer.candidates ?? answer.nearest ?? [];
  return answer.hint ?? (first === undefined ? undefined : `model: ${first}`);
}
