/** A maintainer's word that a pull request may cost more than its limits allow. */
import type { Decimal } from './decimal.ts';

/** The cost that stood when an approval was given: it covers so much and no more. */
export interface ApprovedCost {
  /** The commit or tree that it was computed from. */
  readonly revision: string;
  /** US dollars a month of the head, expected, all projects together. */
  readonly monthly: Decimal;
  /** The figure of every limit that was exceeded, by `limitKey`. */
  readonly exceeded: ReadonlyMap<string, Decimal>;
}

/** What is known of the approval when a verdict is about to be given. Whoever reads it has no part in judging it. */
export type Override =
  /** Nobody approved. */
  | { readonly kind: 'absent' }
  /** Whether somebody did could not be read: it counts as no. */
  | { readonly kind: 'unreadable'; readonly label: string; readonly why: string }
  | {
      readonly kind: 'set';
      readonly label: string;
      /** The login of whoever set the label. */
      readonly actor: string;
      /** When it was set: ISO 8601, `2026-11-27T06:12:00Z`. */
      readonly at: string;
      /** The cost that stood then; absent where no record of it could be found: it counts as no. */
      readonly approved?: ApprovedCost;
    };

/** What became of an approval, for people. */
export type OverrideOutcome =
  | {
      readonly kind: 'covers';
      readonly label: string;
      readonly actor: string;
      readonly at: string;
      /** US dollars a month up to which it holds. */
      readonly upTo: Decimal;
    }
  | {
      /** It was given for less than what the head costs now. */
      readonly kind: 'exceeded';
      readonly label: string;
      readonly actor: string;
      readonly at: string;
      readonly upTo: Decimal;
      readonly because: 'dearer' | 'other-limit' | 'not-decidable';
    }
  | { readonly kind: 'not-recorded'; readonly label: string; readonly actor: string; readonly at: string }
  | { readonly kind: 'unreadable'; readonly label: string; readonly why: string };
