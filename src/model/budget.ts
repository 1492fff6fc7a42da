import type { Certainty } from './certainty.ts';
import type { Decimal } from './decimal.ts';
import type { Layer } from './layer.ts';
import type { OverrideOutcome } from './override.ts';
import type { Range, Scenario } from './range.ts';
import type { SourceLocation } from './source-location.ts';

export type BudgetScope =
  /** Of one project, the one whose manifest sets the limit; of all where it is an input. */
  | { readonly kind: 'total'; readonly project?: string }
  | { readonly kind: 'layer'; readonly layer: Layer; readonly project?: string }
  | { readonly kind: 'workload'; readonly project: string; readonly workload: string }
  /** All workloads that name the environment. */
  | { readonly kind: 'environment'; readonly project: string; readonly environment: string };

export type BudgetMeasure = 'monthly' | 'increase' | 'increase_percent' | 'per_1k_requests';

/** One limit. Exactly at the limit passes. */
export interface Budget {
  readonly scope: BudgetScope;
  readonly measure: BudgetMeasure;
  /** US dollars a month, or percent. */
  readonly max: Decimal;
  readonly action: 'fail' | 'warn';
  /** The state of the month that is held against it; the expected one where absent. */
  readonly on?: Scenario;
  /** What the team says to whoever crosses it. */
  readonly message?: string;
  /** Where the limit was set: a manifest, or the inputs of the action or command line. */
  readonly from: 'manifest' | 'input';
  readonly at?: SourceLocation;
}

/** Up to which share of a project's charges those without a price leave the verdict decidable, 0 to 1. */
export interface UnpricedShare {
  readonly project: string;
  readonly share: Decimal;
  readonly at: SourceLocation;
}

export interface Breach {
  readonly budget: Budget;
  readonly actual: Decimal;
  /** `actual - max`. */
  readonly over: Decimal;
}

/** A limit with what was held against it. */
export interface Judged {
  readonly budget: Budget;
  /** Absent where there is none. */
  readonly actual?: Decimal;
  /** Charges without a price at head that the limit is about. */
  readonly unpriced: number;
  /** The change of what the limit is about, of what is known on both sides: absent for a limit on what something costs. */
  readonly change?: { readonly known: Range; readonly certainty: Certainty };
}

export interface Verdict {
  readonly status: 'pass' | 'warn' | 'fail' | 'indeterminate';
  /** Whether the build fails. */
  readonly fails: boolean;
  readonly breaches: readonly Breach[];
  readonly budgets: readonly Budget[];
  /** The figure that each limit was held against; absent where there is none. */
  readonly judged: readonly Judged[];
  /** For `indeterminate`: what could not be decided, a sentence each. */
  readonly because: readonly string[];
  /** What became of an approval, where the build would fail without one. */
  readonly override?: OverrideOutcome;
}
