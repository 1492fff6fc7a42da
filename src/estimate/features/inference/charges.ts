import { type Charge, type ChargeDraft, charge, type Factor, type MissingFactor } from '../../../model/charge.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import { factor, requestsOf } from '../../../model/factors.ts';
import type { FeatureCharges, FeatureInput } from '../../../model/feature.ts';
import type { ContextClass, Model } from '../../../model/price.ts';
import { isUnknown } from '../../../model/value.ts';
import type { ModelCall, Workload } from '../../../model/workload.ts';
import { lifecycleDiagnostics } from './lifecycle.ts';
import { explainScope, scopeTitle } from './scope.ts';
import { type TokenClass, tokenClasses } from './tokens.ts';

/**
 * The charges of one kind of call: one for each token class that it has.
 *
 * Tokens a month = requests × calls per request × tokens per call. Thinking tokens count as output (Amazon
 * Bedrock pricing page, 2026). A call on reserved capacity costs no tokens; the capacity is its own charge.
 */
export function callCharges(workload: Workload, call: ModelCall, input: FeatureInput<unknown>): FeatureCharges {
  if (call.capacity !== undefined) return { charges: [], diagnostics: [] };
  const common = {
    project: input.project,
    layer: 'inference',
    feature: 'inference',
    owner: { kind: 'workload', name: workload.name },
    region: workload.region,
    unit: 'tokens',
    at: call.at,
  } as const;
  const { id } = call.model;
  if (isUnknown(id)) return unpricedCall(common, call, workload, id.why, modelHint(call));

  const answer = input.models.resolve(id);
  if (answer.kind !== 'model') {
    const hint = answer.kind === 'opaque' ? answer.hint : nearestHint(answer);
    const diagnostic: Diagnostic = {
      code: answer.kind === 'ambiguous' ? 'model-ambiguous' : 'model-unknown',
      severity: 'warning',
      message: answer.why,
      at: call.model.at,
      ...(hint === undefined ? {} : { hint }),
    };
    const made = unpricedCall(common, call, workload, answer.why, hint);
    return { charges: made.charges, diagnostics: [diagnostic] };
  }

  const { model, scope, prefix } = answer;
  const classes = tokenClasses(call, model);
  const context = contextClass(call, model);
  const profile = scopeTitle(scope, prefix);
  const item = `${model.name}, ${profile}${call.tier === 'standard' ? '' : `, ${call.tier}`}`;
  const terms = [
    { name: 'model', value: model.name },
    { name: 'profile', value: profile },
    { name: 'tier', value: call.tier },
  ];
  const charges = classes.list.map((tokens) => {
    const key = { subject: model.key, dimension: tokens.dimension, region: workload.region, scope, tier: call.tier };
    const price = input.prices.price({ ...key, context });
    const notes = [...tokens.notes, ...explainScope(input.prices, { ...key, context }, prefix, price)];
    if (context === 'long') notes.push(longContextNote(model));
    return charge({ ...common, component: named(call, tokens.name), item, terms, notes, price, factors: factorsOf(workload, call, tokens) });
  });
  return { charges, diagnostics: [...classes.diagnostics, ...lifecycleDiagnostics(model, call)] };
}

function factorsOf(workload: Workload, call: ModelCall, tokens: TokenClass): readonly (Factor | MissingFactor)[] {
  const requests = requestsOf(workload);
  const calls = factor('calls per request', call.perRequest);
  return [requests, calls, ...tokens.factors];
}

/** Both main token classes as unpriced, so that an unknown model is as visible as a known one. */
function unpricedCall(
  common: Pick<ChargeDraft, 'project' | 'layer' | 'feature' | 'owner' | 'region' | 'unit' | 'at'>,
  call: ModelCall,
  workload: Workload,
  why: string,
  hint: string | undefined,
): FeatureCharges {
  const price = { found: false, why, ...(hint === undefined ? {} : { hint }) } as const;
  const charges: Charge[] = tokenClasses(call, undefined).list.map((tokens) =>
    charge({ ...common, component: named(call, tokens.name), price, factors: factorsOf(workload, call, tokens) }),
  );
  return { charges, diagnostics: [] };
}

/** `classify input tokens` for a named call, `input tokens` for the only one. */
function named(call: ModelCall, component: string): string {
  return call.name === undefined ? component : `${call.name} ${component}`;
}

/**
 * The whole request is billed at the long-context price once its input, cached tokens included, is over the
 * model's threshold (AWS model card of GPT-6.1 Sol, 2026-08: "Long-context rates apply to the full request").
 */
function contextClass(call: ModelCall, model: Model): ContextClass {
  const tokens = call.inputTokens?.range.expected;
  if (tokens === undefined || model.longContextThreshold === undefined) return 'normal';
  return tokens.gt(model.longContextThreshold) ? 'long' : 'normal';
}

function longContextNote(model: Model): string {
  return `input over ${model.longContextThreshold} tokens: the whole request is billed at the long-context price`;
}

function modelHint(call: ModelCall): string | undefined {
  return call.model.origin === 'declared' ? undefined : 'model: global.anthropic.claude-haiku-4-5-20251001-v1:0';
}

function nearestHint(answer: { readonly candidates?: readonly string[]; readonly nearest?: readonly string[] }) {
  const names = answer.candidates ?? answer.nearest ?? [];
  return names.length === 0 ? undefined : `model: ${names[0]}`;
}
