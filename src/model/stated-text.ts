/** The spellings of a quantity: `10k/day`, `5..10`, `80%`, `1.5 TB`. Read by hand in linear time, never coerced. */
import { Decimal } from './decimal.ts';
import { LIMITS } from './limits.ts';
import type { Range } from './range.ts';

export type TimeUnit = 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month';

export const TIME_UNITS: readonly TimeUnit[] = ['second', 'minute', 'hour', 'day', 'week', 'month'];

export interface Stated {
  readonly range: Range;
  /** The time that the range is for; absent for a plain amount. */
  readonly per?: TimeUnit;
}

/** What a key of the manifest states. `unit` is the plural noun of what is counted: `requests`. */
export type StatedKind =
  | { readonly kind: 'rate' | 'amount'; readonly unit: string }
  /** Sizes, in GB. */
  | { readonly kind: 'bytes' | 'bytes-rate' }
  /** Small sizes, in bytes: `500` or `1.5 KB`. */
  | { readonly kind: 'byte-count' }
  /** 0 to 1: `80%` or `0.8`. */
  | { readonly kind: 'share' }
  /** `10` or `10%` is ten. */
  | { readonly kind: 'percent' }
  | { readonly kind: 'dollars' };

/** Why a text is no quantity of its kind: half a sentence that begins with what was found. */
export interface Fault {
  readonly fault: string;
}

/** Longer text is never a quantity. */
const TEXT_CHARACTERS = 100;
const LARGEST = new Decimal(LIMITS.quantity);

/** Reads one quantity. The expected value of `a..b` is the midpoint. */
export function readStatedText(text: string, kind: StatedKind): Stated | Fault {
  const trimmed = text.trim();
  if (trimmed.length > TEXT_CHARACTERS) return { fault: 'a text this long is no quantity' };
  if (trimmed === '') return { fault: 'an empty text is no quantity' };
  const timed = splitTime(trimmed);
  const needsTime = kind.kind === 'rate' || kind.kind === 'bytes-rate';
  const range = readRange(timed.body, kind);
  if ('fault' in range) return range;
  if (timed.time === undefined)
    return needsTime ? { fault: `${quote(trimmed)} has no time unit` } : { range };
  if (!needsTime) return { fault: `${quote(trimmed)} has a time unit, and none is wanted here` };
  const per = TIME_UNITS.find((unit) => unit === timed.time);
  return per === undefined ? { fault: `${quote(timed.time)} is not a time unit` } : { range, per };
}

function splitTime(text: string): { readonly body: string; readonly time?: string } {
  const slash = text.indexOf('/');
  if (slash >= 0) return { body: text.slice(0, slash).trim(), time: text.slice(slash + 1).trim() };
  const per = text.indexOf(' per ');
  if (per >= 0) return { body: text.slice(0, per).trim(), time: text.slice(per + 5).trim() };
  return { body: text };
}

function readRange(text: string, kind: StatedKind): Range | Fault {
  const dots = text.indexOf('..');
  if (dots < 0) {
    const only = readPart(text);
    const value = 'fault' in only ? only : amountOf(only, kind);
    return 'fault' in value ? value : { low: value, expected: value, high: value };
  }
  const ends = [text.slice(0, dots).trim(), text.slice(dots + 2).trim()] as const;
  if (ends.includes('')) return { fault: `${quote(text)} lacks a number on one side of the dots` };
  const left = readPart(ends[0]);
  if ('fault' in left) return left;
  const right = readPart(ends[1]);
  if ('fault' in right) return right;
  if (isAmbiguous(left, right)) return { fault: `${quote(text)} can be read in two ways` };
  const low = amountOf(left.unit === '' ? { ...left, unit: right.unit } : left, kind);
  if ('fault' in low) return low;
  const high = amountOf(right, kind);
  if ('fault' in high) return high;
  if (low.gt(high)) return { fault: `${quote(text)} runs downwards` };
  return { low, expected: low.plus(high).div(2), high };
}

/** `5..10k` may mean 5 or 5k, and `0.5..80%` a half or half a percent. A wrong known value is worse than none. */
function isAmbiguous(left: Part, right: Part): boolean {
  if (left.digits === '0') return false;
  if (left.suffix === '' && right.suffix !== '') return true;
  return left.unit === '' && right.unit === '%' && left.digits.startsWith('0.');
}

/** A number with what stands behind it, not yet judged. */
interface Part {
  readonly text: string;
  readonly digits: string;
  /** `k`, `M`, `B`, or empty. */
  readonly suffix: string;
  /** `GB`, `%`, `tokens`, `$`, or empty. */
  readonly unit: string;
}

const PART = /^(\$?)(-?)(\d+(?:\.\d+)?)([A-Za-z%]*)(?: +([A-Za-z%].*))?$/;
const SUFFIXES: ReadonlyMap<string, number> = new Map([
  ['', 1],
  ['k', 1e3],
  ['M', 1e6],
  ['B', 1e9],
]);

function readPart(text: string): Part | Fault {
  const [, dollar = '', minus, digits = '', attached = '', apart = ''] = PART.exec(text) ?? [];
  if (digits === '') return { fault: unreadable(text) };
  if (minus !== '') return { fault: `${quote(text)} is negative` };
  if (digits.length > 1 && digits.startsWith('0') && digits[1] !== '.') return { fault: unreadable(text) };
  if (SUFFIXES.has(attached)) return { text, digits, suffix: attached, unit: dollar + apart };
  return { text, digits, suffix: '', unit: dollar + attached + (apart === '' ? '' : ` ${apart}`) };
}

/** Says what is wrong with a number that is not in plain decimal digits. */
function unreadable(text: string): string {
  if (/\d[,_']\d/.test(text)) return `${quote(text)} has a separator between its digits`;
  if (/^\d[\d.]*[kMB]? ?[-\u2013]/.test(text)) return `${quote(text)} has a dash, and a range has two dots`;
  if (/^[-+]?\.?(?:inf|nan)$/i.test(text)) return `${quote(text)} is not a finite number`;
  if (/^[-+]?\d[\d.]*e\+?\d{3,}$/i.test(text)) return `${quote(text)} is not finite or far too large`;
  if (/^[-+.]?\d/.test(text)) return `${quote(text)} is not in plain decimal digits`;
  return `${quote(text)} does not begin with a number`;
}

/** Powers of 1,024 to a GB: AWS bills binary GB under the name GB. */
const SIZES: ReadonlyMap<string, number> = new Map([
  ['KB', -2],
  ['MB', -1],
  ['GB', 0],
  ['TB', 1],
  ['PB', 2],
  ['KiB', -2],
  ['MiB', -1],
  ['GiB', 0],
  ['TiB', 1],
  ['PiB', 2],
]);
const DOLLARS: ReadonlySet<string> = new Set(['', '$', 'USD', 'dollars']);

function amountOf(part: Part, kind: StatedKind): Decimal | Fault {
  const plain = new Decimal(part.digits).times(SUFFIXES.get(part.suffix) ?? 1);
  const value = scaled(plain, part, kind);
  if ('fault' in value) return value;
  return value.gt(LARGEST) || plain.gt(LARGEST)
    ? { fault: `${quote(part.text)} is above the maximum of ${LARGEST.toFixed()}` }
    : value;
}

function scaled(plain: Decimal, part: Part, kind: StatedKind): Decimal | Fault {
  const { unit, text } = part;
  switch (kind.kind) {
    case 'bytes':
    case 'bytes-rate': {
      const power = SIZES.get(unit);
      if (unit === '') return { fault: `${quote(text)} has no unit of size` };
      if (power === undefined || part.suffix !== '')
        return { fault: `${quote(text)} has an unknown unit of size` };
      return power < 0 ? plain.div(1024 ** -power) : plain.times(1024 ** power);
    }
    case 'byte-count': {
      const power = unit === '' || unit === 'bytes' ? -3 : SIZES.get(unit);
      if (power === undefined) return { fault: `${quote(text)} has an unknown unit of size` };
      return plain.times(1024 ** (power + 3));
    }
    case 'share': {
      const share = unit === '%' ? plain.div(100) : plain;
      if ((unit !== '' && unit !== '%') || part.suffix !== '')
        return { fault: `${quote(text)} is not a share` };
      return share.gt(1) ? { fault: `${quote(text)} is more than the whole, which is 100% or 1` } : share;
    }
    case 'percent':
      if ((unit !== '' && unit !== '%') || part.suffix !== '')
        return { fault: `${quote(text)} is not a percentage` };
      return plain;
    case 'dollars':
      return DOLLARS.has(unit) ? plain : { fault: `${quote(text)} is not in US dollars` };
    default:
      if (unit === '' || unit === kind.unit || unit === singular(kind.unit)) return plain;
      return {
        fault:
          text.includes(' ') || text.startsWith('$')
            ? `${quote(text)} is not in ${kind.unit}`
            : suffixFault(text),
      };
  }
}

function suffixFault(text: string): string {
  return `${quote(text)} has an unknown suffix (k, M and B are known)`;
}

/** `token` of `tokens`, `query` of `queries`, `search` of `searches`. */
export function singular(plural: string): string {
  if (plural.endsWith('ies')) return `${plural.slice(0, -3)}y`;
  if (plural.endsWith('ches')) return plural.slice(0, -2);
  return plural.endsWith('s') ? plural.slice(0, -1) : plural;
}

/** Found text in code marks, without what could not be seen or would break out of them. */
function quote(text: string): string {
  return `\`${text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u2028\u2029`]/gu, '\uFFFD')}\``;
}
