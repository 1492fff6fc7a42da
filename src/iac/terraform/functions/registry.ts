/** All functions that are evaluated, by name. `try` and `can` are not among them: they decide what is evaluated at all. */
import { COLLECTION_FUNCTIONS } from './collection.ts';
import { CONVERSION_FUNCTIONS } from './conversion.ts';
import { FORMAT_FUNCTIONS } from './format.ts';
import type { TerraformFunction } from './function.ts';
import { NUMBER_FUNCTIONS } from './number.ts';
import { TEXT_FUNCTIONS } from './text.ts';

export const FUNCTIONS: ReadonlyMap<string, TerraformFunction> = new Map(
  [TEXT_FUNCTIONS, FORMAT_FUNCTIONS, NUMBER_FUNCTIONS, COLLECTION_FUNCTIONS, CONVERSION_FUNCTIONS].flatMap(
    (group) => Object.entries(group),
  ),
);
