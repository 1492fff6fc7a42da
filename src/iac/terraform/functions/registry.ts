/** All functions that are evaluated, by name. `try` and `can` are not among them: they decide what is evaluated at all. */
import { COLLECTION_FUNCTIONS } from './collection.ts';
import { CONVERSION_FUNCTIONS } from './conversion.ts';
import { CSV_FUNCTIONS } from './csv.ts';
import { ENCODING_FUNCTIONS } from './encoding.ts';
import { FORMAT_FUNCTIONS } from './format.ts';
import type { TerraformFunction } from './function.ts';
import { HASH_FUNCTIONS } from './hash.ts';
import { NETWORK_FUNCTIONS } from './network.ts';
import { NUMBER_FUNCTIONS } from './number.ts';
import { PATTERN_FUNCTIONS } from './pattern.ts';
import { REARRANGE_FUNCTIONS } from './rearrange.ts';
import { TEXT_FUNCTIONS } from './text.ts';
import { TIME_FUNCTIONS } from './time.ts';

export const FUNCTIONS: ReadonlyMap<string, TerraformFunction> = new Map(
  [
    TEXT_FUNCTIONS,
    PATTERN_FUNCTIONS,
    FORMAT_FUNCTIONS,
    ENCODING_FUNCTIONS,
    CSV_FUNCTIONS,
    HASH_FUNCTIONS,
    NUMBER_FUNCTIONS,
    COLLECTION_FUNCTIONS,
    REARRANGE_FUNCTIONS,
    CONVERSION_FUNCTIONS,
    NETWORK_FUNCTIONS,
    TIME_FUNCTIONS,
  ].flatMap((group) => Object.entries(group)),
);
