import type { Model, ModelCatalogue, PriceBook, Scope } from '../../model/price.ts';
import type { ModelCall, Workload } from '../../model/workload.ts';

/** A call whose model is known, with what can be asked about it. */
export interface KnownCall {
  readonly workload: Workload;
  readonly call: ModelCall;
  readonly model: Model;
  readonly scope: Scope;
  readonly prefix?: string;
  readonly models: ModelCatalogue;
  readonly prices: PriceBook;
  readonly compareWith: readonly string[];
}

/** A call made in another way. */
export interface OtherCall {
  readonly kind: string;
  /** What is done instead, as it goes on after the workload's name. */
  readonly words: string;
  readonly condition: string;
  readonly call: ModelCall;
}
