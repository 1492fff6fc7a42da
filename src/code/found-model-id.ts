import type { ModelUse } from '../model/model-use.ts';

/** A model id and its place, counted from 1. */
export interface PlacedModelId {
  /** The id with its profile prefix; the whole ARN where only an account knows the model behind it. */
  readonly id: string;
  readonly line: number;
  readonly column: number;
  /** The profile prefix is put before the id when the program runs, so the id alone does not say its price. */
  readonly prefixUnknown?: true;
}

/** A model id as it was found in a text, where it starts and ends. */
export interface FoundModelId extends PlacedModelId {
  readonly start: number;
  readonly end: number;
}

/** The same before its line is known. */
export type Span = Omit<FoundModelId, 'line' | 'column'>;

/** A model id in a file, and what it is there for. */
export interface ModelReference extends FoundModelId {
  readonly use: ModelUse;
  /** The variable, key, argument, environment variable or function that it is given to. */
  readonly name?: string;
  /** Where the line starts that opens the list or the set of which it is a bare item. */
  readonly list?: number;
}
