/** How a function of Terraform is written down here: the kinds of its arguments, and what it makes of them. */
import type { Decimal } from '../../../model/decimal.ts';
import type { ListValue, MapValue, Unknown, Value } from '../../../model/value.ts';
import type { Budget } from '../evaluate/budget.ts';
import { toBoolean, toNumber, toText } from '../values/convert.ts';
import { failure, kindOf } from '../values/value.ts';

interface Arguments {
  readonly text: string;
  readonly number: Decimal;
  readonly boolean: boolean;
  /** A list or a set; its items may be unknown. */
  readonly list: ListValue;
  readonly map: MapValue;
  /** Anything that is not unknown and not null; what is in it may be. */
  readonly value: Value;
  /** Anything at all. */
  readonly any: Value;
}
export type ArgumentKind = keyof Arguments;

/** Arguments are converted as Terraform does it; one that is unknown or does not fit never gets to `call`. */
export interface TerraformFunction {
  readonly parameters: readonly ArgumentKind[];
  /** How many of the parameters may be left out, from the last on. */
  readonly optional: number;
  /** The kind of any number of further arguments. */
  readonly rest: ArgumentKind | undefined;
  readonly call: (budget: Budget, converted: readonly unknown[]) => Value;
}

type Converted<Kinds extends readonly ArgumentKind[]> = { [Index in keyof Kinds]: Arguments[Kinds[Index]] };

/** A function with these parameters. */
export function define<const Kinds extends readonly ArgumentKind[]>(
  parameters: Kinds,
  call: (budget: Budget, ...converted: Converted<Kinds>) => Value,
): TerraformFunction {
  const run = (budget: Budget, converted: readonly unknown[]) =>
    call(budget, ...(converted as Converted<Kinds>));
  return { parameters, optional: 0, rest: undefined, call: run };
}

/** A function whose last parameter may be left out. */
export function defineOptional<const Kinds extends readonly ArgumentKind[], const Last extends ArgumentKind>(
  parameters: Kinds,
  last: Last,
  call: (budget: Budget, ...converted: [...Converted<Kinds>, (Arguments[Last] | undefined)?]) => Value,
): TerraformFunction {
  type All = [...Converted<Kinds>, (Arguments[Last] | undefined)?];
  const run = (budget: Budget, converted: readonly unknown[]) => call(budget, ...(converted as All));
  return { parameters: [...parameters, last], optional: 1, rest: undefined, call: run };
}

/** A function with any number of further arguments of one kind. */
export function defineRest<const Kinds extends readonly ArgumentKind[], const Rest extends ArgumentKind>(
  parameters: Kinds,
  rest: Rest,
  call: (budget: Budget, ...converted: [...Converted<Kinds>, ...Arguments[Rest][]]) => Value,
): TerraformFunction {
  type All = [...Converted<Kinds>, ...Arguments[Rest][]];
  const run = (budget: Budget, converted: readonly unknown[]) => call(budget, ...(converted as All));
  return { parameters, optional: 0, rest, call: run };
}

/** The argument as its kind is handed to a function, or why it cannot be. */
export function convertArgument(
  kind: ArgumentKind,
  value: Value,
):
  | { readonly ok: true; readonly value: Arguments[ArgumentKind] }
  | { readonly ok: false; readonly why: Unknown } {
  if (kind === 'any') return { ok: true, value };
  if (value.kind === 'unknown') return { ok: false, why: value };
  if (value.kind === 'null') return { ok: false, why: failure('null stands where a value is needed') };
  switch (kind) {
    case 'text':
    case 'number':
    case 'boolean': {
      const converted =
        kind === 'text' ? toText(value) : kind === 'number' ? toNumber(value) : toBoolean(value);
      return converted.kind === 'unknown'
        ? { ok: false, why: converted }
        : { ok: true, value: converted.value };
    }
    case 'value':
      return { ok: true, value };
    default:
      if (value.kind === kind) return { ok: true, value };
      return { ok: false, why: failure(`${kindOf(value)} stands where a ${kind} is needed`) };
  }
}
