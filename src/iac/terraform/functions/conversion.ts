/** Functions that turn values of one kind into another, and the JSON ones. */
import { unknown, type Value } from '../../../model/value.ts';
import { toBoolean, toNumber, toText } from '../values/convert.ts';
import { convertTo } from '../values/convert-to.ts';
import { parseJson } from '../values/json.ts';
import { ANY } from '../values/types.ts';
import { failure } from '../values/value.ts';
import { parseYaml } from '../values/yaml.ts';
import { encodeJson } from './encode-json.ts';
import { encodeYaml } from './encode-yaml.ts';
import { define, type TerraformFunction } from './function.ts';

export const CONVERSION_FUNCTIONS: Readonly<Record<string, TerraformFunction>> = {
  tostring: define(['any'], (_, value) => orNull(value, toText)),
  tonumber: define(['any'], (_, value) => orNull(value, toNumber)),
  tobool: define(['any'], (_, value) => orNull(value, toBoolean)),
  tolist: define(['any'], (budget, value) => {
    const list = value.kind === 'list' ? { kind: value.kind, items: value.items } : value;
    return convertTo(list, { kind: 'list', element: ANY }, budget.spend);
  }),
  toset: define(['any'], (budget, value) => convertTo(value, { kind: 'set', element: ANY }, budget.spend)),
  tomap: define(['any'], (budget, value) => convertTo(value, { kind: 'map', element: ANY }, budget.spend)),
  jsonencode: define(['any'], (budget, value) => encodeJson(value, budget)),
  jsondecode: define(['text'], (budget, value) => {
    if (!budget.spend(value.length >> 1)) return budget.outOfSteps();
    return parseJson(value) ?? failure('jsondecode() got a text that is no JSON');
  }),
  yamlencode: define(['any'], (budget, value) => encodeYaml(value, budget)),
  yamldecode: define(['text'], (budget, value) => {
    // To read YAML takes far longer than to read any other text.
    if (!budget.spend(8 * value.length)) return budget.outOfSteps();
    return parseYaml(value) ?? unknown('yamldecode() of this text is not evaluated');
  }),
  // Whether a value is shown does not change what it is.
  sensitive: define(['any'], (_, value) => value),
  nonsensitive: define(['any'], (_, value) => value),
};

function orNull(value: Value, convert: (value: Value) => Value): Value {
  return value.kind === 'null' ? value : convert(value);
}
