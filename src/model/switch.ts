/** A model, a profile or a tier that changes between two commits, by the line of the head that says so. */
import type { Owner } from './charge.ts';
import type { Decimal } from './decimal.ts';
import type { SourceLocation } from './source-location.ts';

/** A part of what a switch makes of the monthly cost. */
export interface SwitchPart {
  /** `model`, `profile`, `tier`, or several that prices do not tell apart. */
  readonly kind: string;
  /** US dollars a month, expected and signed. */
  readonly amount: Decimal;
  /** The charge that it is a part of. */
  readonly charge: string;
}

/** What one kind of call of an owner buys otherwise than before. */
export interface Switch {
  readonly project: string;
  readonly owner: Owner;
  /** The named call of the workload. */
  readonly call?: string;
  /** `Nova Pro, us profile`, `standard tier`. */
  readonly from: string;
  readonly to: string;
  /** The line of the head that makes it, where one is known. */
  readonly at?: SourceLocation;
  /** Where code makes the same switch once more. */
  readonly elsewhere: readonly SourceLocation[];
  /** None where it makes no difference, or none that is known. */
  readonly parts: readonly SwitchPart[];
  /** Why some of what it changes has no price. */
  readonly unpriced?: string;
}
