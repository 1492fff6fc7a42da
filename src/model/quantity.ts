/** A number that usage or configuration states, with where it comes from. */
import type { Range } from './range.ts';
import type { SourceLocation } from './source-location.ts';

/** How a figure is known, from best to worst. */
export type Origin = 'measured' | 'declared' | 'convention' | 'iac' | 'code' | 'assumed';

export const ORIGIN_TITLES: Readonly<Record<Origin, string>> = {
  measured: 'measured',
  declared: 'declared in the manifest',
  convention: 'by the month that is stated below',
  iac: 'from the infrastructure code',
  code: 'from application code',
  assumed: 'assumed',
};

/** What a person says of the source of a figure that stands in the manifest. */
export interface StatedSource {
  readonly origin: 'measured' | 'declared' | 'assumed';
  /** In words, where it says more: `CloudWatch 2026-11`. */
  readonly note?: string;
}

export interface Quantity {
  readonly range: Range;
  readonly origin: Origin;
  readonly at?: SourceLocation;
}
