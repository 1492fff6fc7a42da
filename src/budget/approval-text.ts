/** The cost on record as text, to be kept in a hidden line beside what people read. */
import { Decimal } from '../model/decimal.ts';
import { LIMITS } from '../model/limits.ts';
import type { ApprovedCost } from '../model/override.ts';

type Entry = readonly [key: string, figure: Decimal];

const ENTRY = /^([\w.!~*'()%]{1,2000})=(-?\d{1,40}(?:\.\d{1,120})?)$/;

/**
 * `REVISION=MONTHLY&LIMIT=FIGURE&…` in letters that need no escaping in HTML, and without `--`. Undefined where more
 * limits are exceeded than are recorded: then no approval can be kept, and none holds.
 */
export function writeApprovedCost({ revision, monthly, exceeded }: ApprovedCost): string | undefined {
  if (exceeded.size > LIMITS.approvedLimits) return undefined;
  const entries = [[revision, monthly] as const, ...exceeded].map(writeEntry);
  return entries.every((entry) => ENTRY.test(entry)) ? entries.join('&') : undefined;
}

/** Reads it back; undefined where it is not of this form. */
export function readApprovedCost(text: string): ApprovedCost | undefined {
  const entries = text.split('&', LIMITS.approvedLimits + 2).map(readEntry);
  const [first, ...rest] = entries.filter((entry) => entry !== undefined);
  const exceeded = new Map(rest);
  // Every part must be readable, and no limit may stand there twice.
  if (first === undefined || exceeded.size !== entries.length - 1) return undefined;
  return exceeded.size > LIMITS.approvedLimits
    ? undefined
    : { revision: first[0], monthly: first[1], exceeded };
}

function writeEntry([key, figure]: Entry): string {
  return `${encodeURIComponent(key.toWellFormed()).replaceAll('-', '%2D')}=${figure.toFixed()}`;
}

function readEntry(text: string): Entry | undefined {
  const [, key, figure] = ENTRY.exec(text) ?? [];
  if (key === undefined || figure === undefined) return undefined;
  try {
    return [decodeURIComponent(key), new Decimal(figure)];
  } catch {
    return undefined;
  }
}
