import { Decimal, decimal, ZERO } from '../../model/decimal.ts';
import type { Model, Scope } from '../../model/price.ts';
import type { Range } from '../../model/range.ts';
import type { KnownCall, OtherCall } from './call.ts';
import { withTokens } from './tokens.ts';

const CONDITION = 'its answers are good enough: try it on cases of your own';

/**
 * The same text in tokens of another tokenizer, where the newer one makes more of them: 1.0 to 1.35 times as many, and
 * about 1.3 for Claude models from Opus 4.7 on (Anthropic, pricing page, 2026).
 */
const MORE_TOKENS: Range = { low: decimal(1), expected: decimal('1.3'), high: decimal('1.35') };

/**
 * Cheaper models for the same call: a newer one of the same line, the nearest smaller one of the family, the successor
 * of one that is going, and those that the manifest names. Which of them saves is for the prices to say.
 */
export function otherModels(known: KnownCall): readonly OtherCall[] {
  const { model, models } = known;
  const family = models
    .familyOf(model)
    .filter((other) => other.key !== model.key && isCurrent(other) && takes(other, known));
  const rank = model.rank ?? 0;
  const below = Math.max(...family.map((other) => other.rank ?? 0).filter((other) => other < rank));
  const newer = best(
    known,
    family.filter((other) => other.rank === model.rank),
  );
  const smaller = best(
    known,
    family.filter((other) => other.rank === below),
  );
  const successor = model.successor === undefined ? undefined : modelAt(known, model.successor);
  const named = known.compareWith.flatMap((id) => modelAt(known, id) ?? []);
  const found = new Map<string, OtherCall>();
  const add = (kind: string, other: Model | undefined, condition = CONDITION) => {
    if (other === undefined || other.key === model.key || found.has(other.key) || !takes(other, known))
      return;
    const call = asCalled(known, other);
    if (call === undefined) return;
    const words = `${other.name} instead of ${model.name}`;
    found.set(other.key, { kind, words, condition: withTokenizer(model, other, condition), call });
  };
  add('model-successor', successor, goingSoon(model));
  add('model-newer', newer);
  add('model-smaller', smaller);
  for (const other of named) add('model-named', other);
  return [...found.values()];
}

function isCurrent({ lifecycle }: Model): boolean {
  return lifecycle === 'active';
}

/** A window that is not known is taken to be no larger; of the models that are sold, most have as much. */
const UNKNOWN_WINDOW = 128_000;

/** True where a call, its answer included, fits in the model's context window. */
function takes({ contextWindow = UNKNOWN_WINDOW }: Model, { call }: KnownCall): boolean {
  const tokens = [call.inputTokens, call.outputTokens].map((quantity) => quantity?.range.high ?? ZERO);
  return Decimal.sum(...tokens).lte(contextWindow);
}

/** Of models of one rank: one that counts tokens alike where there is one, then the newest. */
function best({ model }: KnownCall, candidates: readonly Model[]): Model | undefined {
  return candidates.findLast(({ tokenizer }) => tokenizer === model.tokenizer) ?? candidates.at(-1);
}

function modelAt({ models }: KnownCall, id: string): Model | undefined {
  const answer = models.resolve(id);
  return answer.kind === 'model' ? answer.model : undefined;
}

function goingSoon({ name, endOfLife }: Model): string {
  return endOfLife === undefined
    ? `${name} is to be left anyway`
    : `${name} is to be left anyway: it can be called until ${endOfLife}`;
}

/** The call on another model: by the same kind of profile where that is sold, else by the global one, else in region. */
function asCalled({ call, prefix, scope, workload, prices, model }: KnownCall, other: Model) {
  const ways: readonly { readonly scope: Scope; readonly prefix?: string }[] = [
    prefix === undefined ? { scope } : { scope, prefix },
    { scope: 'global', prefix: 'global' },
    { scope: 'in-region' },
  ];
  const way = ways.find(
    (one) =>
      prices.price({ subject: other.key, dimension: 'input', region: workload.region, scope: one.scope })
        .found,
  );
  if (way === undefined) return undefined;
  const id = way.prefix === undefined ? other.id : `${way.prefix}.${other.id}`;
  const called = { ...call, model: { ...call.model, id } };
  if (model.tokenizer === other.tokenizer || !growsTo(model, other)) return called;
  return withTokens(called, {
    input: MORE_TOKENS,
    output: MORE_TOKENS,
    name: 'tokens of the other tokenizer',
  });
}

/** Only Claude's newer tokenizer is known to make more tokens of the same text. */
function growsTo({ tokenizer: from }: Model, { tokenizer: to }: Model): boolean {
  return from === 'claude-3' && to === 'claude-4.7';
}

function withTokenizer(model: Model, other: Model, condition: string): string {
  if (model.tokenizer === other.tokenizer && model.provider === other.provider) return condition;
  if (growsTo(model, other))
    return `${condition}; 1.0 to 1.35 times the tokens are counted for the same text`;
  return `${condition}; the same number of tokens is taken, though another model counts them otherwise`;
}
