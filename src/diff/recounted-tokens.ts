/** Workloads that switch to a model which counts the same text otherwise, while the manifest states the same tokens. */
import { type Decimal, ZERO } from '../model/decimal.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { TokenCount } from '../model/model-change.ts';
import type { Model, ModelCatalogue } from '../model/price.ts';
import type { BoundModel, ChargeDelta, Diff, Estimate } from '../model/report.ts';
import { dollarsInWords } from '../model/wording.ts';

export interface RecountedInput {
  readonly diff: Diff;
  readonly base: Estimate;
  readonly head: Estimate;
  readonly models: ModelCatalogue;
  readonly tokenCount: (from: Model, to: Model) => TokenCount | undefined;
}

/**
 * A warning for each call whose model changes between two generations of tokenizers, with what the range makes of its
 * charges and of the total; a notice where the two count in ways of which nothing is known, as those of two providers
 * do. Figures that the head states anew are taken to be of the new model.
 */
export function recountedTokens(input: RecountedInput): readonly Diagnostic[] {
  const before = new Map(input.base.models.map((bound) => [keyOf(bound), bound]));
  return input.head.models.flatMap((bound) => {
    const old = before.get(keyOf(bound));
    return old === undefined || old.id === bound.id ? [] : warning(old, bound, input);
  });
}

function keyOf({ project, workload, call }: BoundModel): string {
  return JSON.stringify([project, workload, call]);
}

function warning(old: BoundModel, bound: BoundModel, input: RecountedInput): readonly Diagnostic[] {
  const [from, to] = [input.models.resolve(old.id), input.models.resolve(bound.id)];
  if (from.kind !== 'model' || to.kind !== 'model') return [];
  const count = input.tokenCount(from.model, to.model);
  if (count === undefined) return [];
  const affected = input.diff.charges.filter((delta) => isSameTokens(delta, bound, to.model));
  const cost = affected.reduce((sum, { head }) => sum.plus(costOf(head)), ZERO);
  if (cost.isZero()) return [];
  const what = bound.call === undefined ? bound.workload : `${bound.workload}, ${bound.call}`;
  const place = { code: 'tokenizer-changed', at: bound.at } as const;
  if (count.range === undefined) {
    return [
      {
        ...place,
        severity: 'notice',
        message: `${what}: ${to.model.name} and ${from.model.name} count tokens in ways of their own, and the manifest states the same tokens for both. How much they differ is not known; the tokens are priced as they are written.`,
        hint: 'Count input_tokens and output_tokens again with the new model.',
      },
    ];
  }
  const { low, high } = count.range;
  const total = input.diff.head.monthly.expected;
  const own = [low, high].map((times) => dollarsInWords(cost.times(times)));
  const all = [low, high].map((times) => dollarsInWords(total.plus(cost.times(times.minus(1)))));
  return [
    {
      ...place,
      severity: 'warning',
      message: `${what}: ${to.model.name} counts the same text as ${times(low)} to ${times(high)} times the tokens of ${from.model.name}, and the manifest states the same tokens. If they were counted before the switch, these calls cost ${own.join(' to ')} a month, and all together ${all.join(' to ')}.`,
      hint: `Count input_tokens and output_tokens again with the new model; they are taken as they are written. ${count.source ?? ''}`,
    },
  ];
}

function times(factor: Decimal): string {
  return factor.toDecimalPlaces(2).toFixed();
}

/** Whether a charge of a call has the same tokens on both sides. */
function isSameTokens(delta: ChargeDelta, bound: BoundModel, model: Model): boolean {
  const { base, head } = delta;
  if (base === undefined || head === undefined || head.unit !== 'tokens') return false;
  if (head.owner.kind !== 'workload' || head.owner.name !== bound.workload) return false;
  if (head.project !== bound.project || termOf(head, 'model') !== model.name) return false;
  if (bound.call !== undefined && !head.component.startsWith(`${bound.call} `)) return false;
  const tokens = (side: typeof head) =>
    side.factors
      .filter(({ name }) => name.includes('tokens'))
      .map(
        ({ name, value }) =>
          `${name} ${value.low.toFixed()} ${value.expected.toFixed()} ${value.high.toFixed()}`,
      )
      .sort()
      .join('\n');
  return tokens(base) === tokens(head);
}

function termOf(charge: NonNullable<ChargeDelta['head']>, name: string): string | undefined {
  return charge.terms?.find((term) => term.name === name)?.value;
}

function costOf(charge: ChargeDelta['head']): Decimal {
  return charge?.cost.kind === 'priced' ? charge.cost.amount.expected : ZERO;
}
