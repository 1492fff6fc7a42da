import { Decimal } from './decimal.ts';

/**
 * How long a month is. Per-day usage counts `days`; charges by the hour (capacity units, endpoints, model units)
 * count `hours`. 30 days and 730 hours are the conventions of AWS's own pricing examples and of its calculator
 * (research of 2026-11-23); they do not agree with each other (30 × 24 = 720), so both are stated under every
 * comment and both can be set in the manifest.
 */
export interface Month {
  readonly days: Decimal;
  readonly hours: Decimal;
}

export const DEFAULT_MONTH: Month = { days: new Decimal(30), hours: new Decimal(730) };
