/** The functions that Pulumi's YAML has itself: `fn::join`, `fn::toJSON` and others. */
import { unknown, type Value } from '../../../model/value.ts';
import type { Budget } from '../../terraform/evaluate/budget.ts';
import { concatenate } from '../../terraform/evaluate/template.ts';
import { callFunction } from '../../terraform/functions/call.ts';
import { encodeJson } from '../../terraform/functions/encode-json.ts';
import { toNumber } from '../../terraform/values/convert.ts';

/** What a function makes of its argument, by its name in lower case. */
export const FUNCTIONS: ReadonlyMap<string, (argument: Value, budget: Budget) => Value> = new Map([
  ['join', join],
  ['select', select],
  ['split', (argument, budget) => callFunction('split', itemsOf(argument), budget)],
  ['tojson', encodeJson],
  ['tobase64', (argument, budget) => callFunction('base64encode', [argument], budget)],
  ['frombase64', (argument, budget) => callFunction('base64decode', [argument], budget)],
  [
    'singleornone',
    (argument) =>
      argument.kind === 'list' && argument.items.length === 1
        ? (argument.items[0] ?? argument)
        : unknown('fn::singleOrNone needs a list'),
  ],
  ['secret', () => unknown('it is secret')],
]);

function itemsOf(argument: Value): readonly Value[] {
  return argument.kind === 'list' ? argument.items : [argument];
}

/** The items with the delimiter between them; what is known of them stays known. */
function join(argument: Value, budget: Budget): Value {
  const [delimiter, items] = itemsOf(argument);
  if (delimiter === undefined || items === undefined) return unknown('fn::join needs a delimiter and a list');
  if (items.kind !== 'list') return items.kind === 'unknown' ? items : unknown('fn::join needs a list');
  const parts = items.items.flatMap((item, index) => (index === 0 ? [item] : [delimiter, item]));
  return concatenate(parts, budget);
}

function select(argument: Value): Value {
  const [index, items] = itemsOf(argument);
  if (index === undefined || items === undefined) return unknown('fn::select needs an index and a list');
  const position = toNumber(index);
  if (position.kind === 'unknown') return position;
  if (items.kind !== 'list') return items.kind === 'unknown' ? items : unknown('fn::select needs a list');
  return items.items[position.value.toNumber()] ?? unknown('fn::select takes an item that is not there');
}
