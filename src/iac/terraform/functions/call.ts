/** Calls of functions by name. */
import { LIMITS } from '../../../model/limits.ts';
import { type Unknown, unknown, type Value } from '../../../model/value.ts';
import type { Budget } from '../evaluate/budget.ts';
import { failure, isFailure } from '../values/value.ts';
import { convertArgument, type TerraformFunction } from './function.ts';
import { FUNCTIONS } from './registry.ts';

/**
 * What a function makes of its arguments. A function that is not in the registry is never run: those that read files,
 * the clock or chance cannot be, and others are not written yet.
 */
export function callFunction(name: string, values: readonly Value[], budget: Budget): Value {
  const failed = values.find(isFailure);
  if (failed !== undefined) return failed;
  const called = FUNCTIONS.get(name.startsWith('core::') ? name.slice('core::'.length) : name);
  if (called === undefined) return unknown(`function ${name}() is not evaluated`);
  const { parameters, optional, rest } = called;
  const fits =
    values.length >= parameters.length - optional &&
    (rest !== undefined || values.length <= parameters.length);
  if (!fits) return failure(`function ${name}() does not take ${values.length} arguments`);
  const converted = convertAll(called, values);
  if ('kind' in converted) return isFailure(converted) ? failure(`${converted.why} in ${name}()`) : converted;
  return capped(called.call(budget, converted), budget);
}

function convertAll(called: TerraformFunction, values: readonly Value[]): readonly unknown[] | Unknown {
  const made: unknown[] = [];
  let missing: Unknown | undefined;
  for (const [index, value] of values.entries()) {
    const converted = convertArgument(called.parameters[index] ?? called.rest ?? 'any', value);
    if (converted.ok) made.push(converted.value);
    else if (isFailure(converted.why)) return converted.why;
    else missing ??= converted.why;
  }
  return missing ?? made;
}

function capped(value: Value, budget: Budget): Value {
  if (value.kind === 'text') {
    budget.spend(value.value.length >> 4);
    return value.value.length > LIMITS.valueCharacters ? budget.tooLarge('text') : value;
  }
  const size = value.kind === 'list' ? value.items.length : value.kind === 'map' ? value.entries.size : 0;
  budget.spend(size);
  return size > LIMITS.valueItems ? budget.tooLarge('collection') : value;
}
