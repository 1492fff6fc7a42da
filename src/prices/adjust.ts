/** The user's own prices: discounts and agreed prices over the book, each marked on the price it touches. */
import { type Decimal, ONE } from '../model/decimal.ts';
import type {
  ContextClass,
  ModelCatalogue,
  Price,
  PriceAnswer,
  PriceBook,
  PriceKey,
  Scope,
  Tier,
} from '../model/price.ts';
import { isUnknown } from '../model/value.ts';
import { parseModelId, spellingsOf } from './model-id.ts';

/** A price as agreed. Nothing is taken off it. */
interface ExactPrice {
  /** A model, as its key or as any id of it, or a feature. */
  readonly subject: string;
  readonly dimension: string;
  /** Every region where absent. */
  readonly region?: string;
  /** Where absent: that of the subject's profile prefix, and every scope for a subject without one. */
  readonly scope?: Scope;
  /** `standard` where absent, as in a price key. */
  readonly tier?: Tier;
  /** `normal` where absent, as in a price key. */
  readonly context?: ContextClass;
  /** US dollars for `per` units. */
  readonly usd: Decimal;
  readonly per: Decimal;
  /** Why it holds, in one line for people. */
  readonly source: string;
}

/** Discounts are shares, 0 to 1. The most particular one holds alone: of the model, else of its provider, else of all. */
export interface PriceAdjustments {
  readonly discount?: Decimal;
  /** By provider, as the ids begin: `anthropic`. */
  readonly providers?: ReadonlyMap<string, Decimal>;
  /** By model, as its key or as any id of it. */
  readonly models?: ReadonlyMap<string, Decimal>;
  readonly exact?: readonly ExactPrice[];
}

/**
 * The book with a user's own prices. An agreed price also answers where the book has none. With the catalogue, names in
 * the adjustments may be any id of a model; without it, any that gives the key by leaving out prefix, version and date.
 */
export function adjustPriceBook(
  book: PriceBook,
  adjustments: PriceAdjustments,
  catalogue?: ModelCatalogue,
): PriceBook {
  const exact = new Map<string, ExactPrice[]>();
  for (const entry of adjustments.exact ?? []) {
    const scoped = withScopeOfId(entry);
    for (const subject of subjectsOf(entry.subject, catalogue))
      exact.set(subject, [...(exact.get(subject) ?? []), scoped]);
  }
  const models = new Map<string, Decimal>();
  for (const [model, discount] of adjustments.models ?? []) {
    for (const subject of subjectsOf(model, catalogue)) models.set(subject, discount);
  }
  const providers = new Map(
    [...(adjustments.providers ?? [])].map(([name, share]) => [name.toLowerCase(), share]),
  );

  function price(key: PriceKey): PriceAnswer {
    const answer = book.price(key);
    const agreed = mostParticular((exact.get(key.subject) ?? []).filter((entry) => isFor(entry, key)));
    if (agreed !== undefined) return { found: true, price: agreedPrice(agreed, key, answer, book.asOf), key };
    if (!answer.found) return answer;
    const provider = key.subject.slice(0, Math.max(0, key.subject.indexOf('.')));
    const discount = models.get(key.subject) ?? providers.get(provider) ?? adjustments.discount;
    if (discount === undefined || discount.isZero()) return answer;
    return { found: true, price: discounted(answer.price, discount), key };
  }

  return { asOf: book.asOf, edition: book.edition, price };
}

function discounted(price: Price, discount: Decimal): Price {
  const words = `${discount.times(100).toFixed()}% discount`;
  const adjusted = price.adjusted === undefined ? words : `${price.adjusted}, ${words}`;
  return { ...price, usd: price.usd.times(ONE.minus(discount)), adjusted };
}

function isFor(entry: ExactPrice, key: PriceKey): boolean {
  return (
    entry.dimension === key.dimension &&
    (entry.region === undefined || entry.region === key.region) &&
    (entry.scope === undefined || entry.scope === (key.scope ?? 'in-region')) &&
    (entry.tier ?? 'standard') === (key.tier ?? 'standard') &&
    (entry.context ?? 'normal') === (key.context ?? 'normal')
  );
}

/** The entry that names most; of equals the last, as the reader of a file expects. */
function mostParticular(entries: readonly ExactPrice[]): ExactPrice | undefined {
  const named = (entry: ExactPrice) =>
    (entry.region === undefined ? 0 : 1) + (entry.scope === undefined ? 0 : 1);
  const most = Math.max(...entries.map(named));
  return entries.findLast((entry) => named(entry) === most);
}

function agreedPrice(entry: ExactPrice, key: PriceKey, answer: PriceAnswer, asOf: string): Price {
  const region = entry.region ?? (isUnknown(key.region) ? 'every region' : key.region);
  const unit = answer.found ? answer.price.unit : unitOf(key.dimension);
  const { usd, per, source } = entry;
  return { usd, per, unit, region, asOf, source, confidence: 'A', adjusted: 'own price' };
}

/** The unit of a dimension that the book does not price. */
function unitOf(dimension: string): string {
  const tokens = ['input', 'output', 'speech-input', 'speech-output'];
  return tokens.includes(dimension) || dimension.startsWith('cache-') ? 'tokens' : 'units';
}

/** An id with a profile prefix says which scope its price is of. */
function withScopeOfId(entry: ExactPrice): ExactPrice {
  if (entry.scope !== undefined) return entry;
  const parsed = parseModelId(entry.subject);
  return parsed.kind === 'id' && parsed.prefix !== undefined ? { ...entry, scope: parsed.scope } : entry;
}

/** The subjects that a name in a manifest can stand for: itself, and the keys that the spellings of an id give. */
function subjectsOf(name: string, catalogue: ModelCatalogue | undefined): readonly string[] {
  const model = catalogue?.resolve(name);
  if (model?.kind === 'model') return [model.model.key];
  const parsed = parseModelId(name);
  return parsed.kind === 'id' ? [...new Set([name, ...spellingsOf(parsed.id)])] : [name];
}

export interface AdjustmentProblem {
  /** The name in `models` or the subject in `exact` that is no model. */
  readonly name: string;
  readonly why: string;
  readonly nearest: readonly string[];
}

/** Names that look like models (`provider.name`) but are none, so that their discount or price would touch nothing. */
export function adjustmentProblems(
  adjustments: PriceAdjustments,
  models: ModelCatalogue,
): readonly AdjustmentProblem[] {
  const subjects = (adjustments.exact ?? [])
    .map((entry) => entry.subject)
    .filter((subject) => subject.includes('.'));
  return [...new Set([...(adjustments.models?.keys() ?? []), ...subjects])].flatMap((name) => {
    const answer = models.resolve(name);
    if (answer.kind === 'model') return [];
    const nearest =
      answer.kind === 'unknown' ? answer.nearest : answer.kind === 'ambiguous' ? answer.candidates : [];
    return [{ name, why: answer.why, nearest }];
  });
}
