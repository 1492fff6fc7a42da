/** Functions that turn values of one kind into another, and the JSON ones. */
import type { Value } from '../../../model/value.ts';
import { toBoolean, toNumber, toText } from '../values/convert.ts';
import { parseJson } from '../values/json.ts';
import { makeSet, unifyItems } from '../values/sets.ts';
import { ANY, convertTo } from '../values/types.ts';
import { failure, list } from '../values/value.ts';
import { encodeJson } from './encode-json.ts';
import { define, type TerraformFunction } from './function.ts';

export const CONVERSION_FUNCTIONS: Readonly<Record<string, TerraformFunction>> = {
  tostring: define(['any'], (_, value) => orNull(value, toText)),
  tonumber: define(['any'], (_, value) => orNull(value, toNumber)),
  tobool: define(['any'], (_, value) => orNull(value, toBoolean)),
  tolist: define(['list'], (_, value) => list(unifyItems(value.items, toText))),
  toset: define(['list'], (budget, value) => makeSet(unifyItems(value.items, toText), budget.spend)),
  tomap: define(['map'], (budget, value) => convertTo(value, { kind: 'map', element: ANY }, budget.spend)),
  jsonencode: define(['any'], (budget, value) => encodeJson(value, budget)),
  jsondecode: define(
    ['text'],
    (_, value) => parseJson(value) ?? failure('jsondecode() got a text that is no JSON'),
  ),
  // Whether a value is shown does not change what it is.
  sensitive: define(['any'], (_, value) => value),
  nonsensitive: define(['any'], (_, value) => value),
};

function orNull(value: Value, convert: (value: Value) => Value): Value {
  return value.kind === 'null' ? value : convert(value);
}
