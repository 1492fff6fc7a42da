/** What the core makes of two snapshots, and all that any output shows. */

import type { Verdict } from './budget.ts';
import type { Certainty } from './certainty.ts';
import type { Charge, Owner } from './charge.ts';
import type { Decimal } from './decimal.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { Layer } from './layer.ts';
import type { ModelChanges } from './model-change.ts';
import type { Month } from './month.ts';
import type { Range } from './range.ts';
import type { SourceLocation } from './source-location.ts';
import type { Switch } from './switch.ts';
import type { Words } from './words.ts';
import type { ModelChoice } from './workload.ts';

export type { Words } from './words.ts';

/**
 * An owner of charges whose entry in the manifest has a fault, or is not there any more; without a name, all of its
 * kind; without a kind, all of the project.
 */
export interface Unreadable {
  readonly project: string;
  readonly kind?: Owner['kind'];
  readonly name?: string;
  /** The name that its entry says it had before. */
  readonly renamedFrom?: string;
  /** Why nothing is known of it, where that is no fault. */
  readonly why?: string;
  readonly at: SourceLocation;
}

/** The model of one kind of call of a workload, and where it is stated. */
export interface BoundModel {
  readonly project: string;
  readonly workload: string;
  /** The name in `calls:`; absent for the only call of a workload. */
  readonly call?: string;
  readonly id: string;
  readonly origin: 'declared' | 'iac' | 'code';
  readonly at: SourceLocation;
  readonly overrides?: ModelChoice['overrides'];
}

/** All charges of one tree. */
export interface Estimate {
  readonly revision: string;
  readonly charges: readonly Charge[];
  readonly diagnostics: readonly Diagnostic[];
  /** Directories of the manifests, `.` for the root. */
  readonly projects: readonly string[];
  readonly month: Month;
  /** Every workload, as `project/workload`, also where it has no charge. */
  readonly workloads: ReadonlySet<string>;
  /** The name that a workload had before, by `project/workload`, as `project/workload`. */
  readonly renamedFrom: ReadonlyMap<string, string>;
  /** The environment of a workload, by `project/workload`, where the manifest names one. */
  readonly environments: ReadonlyMap<string, string>;
  /** Requests a month by `project/workload`, for budgets per 1,000 requests. */
  readonly requests: ReadonlyMap<string, Range>;
  readonly unreadable: readonly Unreadable[];
  /** Of every call of a workload whose model is known. */
  readonly models: readonly BoundModel[];
  /** The region of each project where it is known, by its directory. */
  readonly regionOf: ReadonlyMap<string, string>;
}

export interface Side {
  readonly revision: string;
  /** The sum of the monthly charges that are priced. */
  readonly monthly: Range;
  readonly oneTime: Range;
  readonly unpriced: number;
}

export type ChargeStatus = 'added' | 'removed' | 'changed' | 'unchanged';

/** A part of a charge's delta with the change that made it. The causes of one charge add up exactly to its delta. */
export interface Cause {
  /** The factor's name, or `price`, `added`, `removed`. */
  readonly kind: string;
  readonly from?: string;
  readonly to?: string;
  /** The group of charges that comes and goes with it: `prompt cache`. */
  readonly group?: string;
  /** By how much it changes the price of a unit, in percent, where that does not depend on what else changed. */
  readonly percent?: Decimal;
  /** Expected, signed. */
  readonly amount: Decimal;
}

export interface ChargeDelta {
  readonly id: string;
  readonly base?: Charge;
  readonly head?: Charge;
  readonly status: ChargeStatus;
  /** Undefined where either side is unpriced. */
  readonly delta?: Range;
  readonly causes: readonly Cause[];
}

export interface GroupDelta<Key> {
  readonly key: Key;
  readonly base: Range;
  readonly head: Range;
  /** Of what is known on both sides, see `knownChange`. */
  readonly delta: Range;
  readonly certainty: Certainty;
  /** Charges of the group that are unpriced at head. */
  readonly unpriced: number;
  /** The causes of its monthly charges, those of one change added up. They add up exactly to the expected delta. */
  readonly causes: readonly GroupCause[];
}

/** A part of the delta of several charges together. */
export interface GroupCause extends Cause {
  /** Whose it is, where the group is of several owners. */
  readonly project?: string;
  readonly owner?: Owner;
  readonly call?: string;
  /** What came or went, where that is not the owner itself. */
  readonly feature?: string;
}

/** A headline: what changed, in words, and what it costs. */
export interface Reason {
  /** Who and what, as parts that render escapes: text of the pull request is marked. */
  readonly words: readonly Words[];
  /** US dollars a month, or once. */
  readonly amount: Decimal;
  /** Set for a one-time cost. */
  readonly once?: true;
}

/** Where the figures of a cost can be from, from what is certain to what is assumed. */
export const COVERAGE_ORIGINS = ['iac', 'code', 'measured', 'declared', 'assumed'] as const;
export type CoverageOrigin = (typeof COVERAGE_ORIGINS)[number];

export interface Coverage {
  /** Shares of the head's priced monthly cost, 0 to 1: what rests on an assumption, and all other. */
  readonly declared: Decimal;
  readonly assumed: Decimal;
  /** The same by the weakest origin of each charge's figures. They add up to 1, or to 0 where nothing is priced. */
  readonly origins: Readonly<Record<CoverageOrigin, Decimal>>;
  /** Number of unpriced charges at head. */
  readonly unpriced: number;
}

/** Something that would be cheaper, computed from the report's own numbers. */
export interface Advice {
  /** Stable, for programs: `batch`, `standby-replicas`. */
  readonly kind: string;
  /** What to do and where, in parts as in a reason. */
  readonly words: readonly Words[];
  /** What must hold for it to be right, in words that go on after `right where`. */
  readonly condition: string;
  /** Of two pieces of advice about one thing, only one can be followed. */
  readonly about: string;
  /** US dollars a month; expected is more than zero. */
  readonly saves: Range;
}

/** An input on which much of the monthly cost depends. */
export interface Sensitivity {
  readonly words: readonly Words[];
  /** What ten percent more of it costs, US dollars a month. */
  readonly tenPercent: Decimal;
}

export interface Diff {
  readonly charges: readonly ChargeDelta[];
  readonly layers: readonly GroupDelta<Layer>[];
  readonly owners: readonly GroupDelta<{ readonly project: string; readonly owner: Owner }>[];
  readonly base: Side;
  readonly head: Side;
  /** Of what is known on both sides, see `knownChange`; the percentage is absent where the base is not what was compared. */
  readonly delta: {
    readonly monthly: Range;
    readonly oneTime: Range;
    readonly percent?: Decimal;
    readonly certainty: Certainty;
  };
  /** Every change, the largest first; headlines are the first few. */
  readonly reasons: readonly Reason[];
  /** What was taken for a rename without being declared. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface Report {
  readonly schemaVersion: 1;
  readonly diff: Diff;
  readonly verdict: Verdict;
  /** Of the head, then those that only the base has. */
  readonly diagnostics: readonly (Diagnostic & { readonly side: 'base' | 'head' | 'both' })[];
  readonly coverage: Coverage;
  /** Model ids that change in code. */
  readonly modelChanges: ModelChanges;
  /** Models, profiles and tiers of what is billed that change. */
  readonly switches: readonly Switch[];
  /** The largest saving first. */
  readonly advice?: readonly Advice[];
  /** The inputs that move the head's monthly cost most, the largest first. */
  readonly sensitivity?: readonly Sensitivity[];
  readonly prices: { readonly asOf: string; readonly edition: string };
  readonly month: Month;
  readonly regions: readonly string[];
  readonly projects: readonly string[];
}
