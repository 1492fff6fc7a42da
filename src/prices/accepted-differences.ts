/** Differences from genai-prices that a person has looked at, each with the reason why the book is right. */

export interface AcceptedDifference {
  /** The id in genai-prices. */
  readonly id: string;
  readonly why: string;
}

const EXTENDED_ACCESS =
  'public extended access since 2025-12-01 by the AWS pricing page of 2026-07-24; genai-prices has the former price, as the price list does';

/** Reviewed 2026-11-23 against genai-prices 0.1.8. */
export const ACCEPTED_DIFFERENCES: readonly AcceptedDifference[] = [
  { id: 'regional.anthropic.claude-3-5-sonnet-20240620-v1:0', why: EXTENDED_ACCESS },
  { id: 'regional.anthropic.claude-3-5-sonnet-20241022-v2:0', why: EXTENDED_ACCESS },
];
