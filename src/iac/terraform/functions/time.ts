/** Functions on timestamps that are given. What asks the clock is not evaluated. */
import { Decimal } from '../../../model/decimal.ts';
import { text, unknown, type Value } from '../../../model/value.ts';
import { failure, number } from '../values/value.ts';
import { define, type TerraformFunction } from './function.ts';

export const TIME_FUNCTIONS: Readonly<Record<string, TerraformFunction>> = {
  formatdate: define(['text', 'text'], (_, format, timestamp) => {
    const time = parseTimestamp(timestamp);
    return time === undefined ? failure('formatdate() got no timestamp') : writeFormatted(format, time);
  }),
  timeadd: define(['text', 'text'], (_, timestamp, duration) => {
    const time = parseTimestamp(timestamp);
    const added = parseDuration(duration);
    if (time === undefined || added === undefined)
      return failure('timeadd() got no timestamp or no duration');
    const seconds = added.div(1000);
    if (!seconds.isInteger()) return unknown('timeadd() with parts of a second is not evaluated');
    if (seconds.abs().gt(3e9)) return unknown('timeadd() with so long a duration is not evaluated');
    return text(writeTimestamp({ ...time, local: time.local + seconds.toNumber() * 1000 }));
  }),
  timecmp: define(['text', 'text'], (_, left, right) => {
    const a = parseTimestamp(left);
    const b = parseTimestamp(right);
    if (a === undefined || b === undefined) return failure('timecmp() got no timestamp');
    return number(new Decimal(Math.sign(instant(a) - instant(b))));
  }),
};

interface Timestamp {
  /** Milliseconds from 1970 to what the clock shows, as if it stood at UTC. */
  readonly local: number;
  /** Minutes before UTC. */
  readonly offset: number;
}

const TIMESTAMP = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:Z|([+-])(\d\d):(\d\d))$/;

/** RFC 3339 with whole seconds. */
function parseTimestamp(source: string): Timestamp | undefined {
  const match = TIMESTAMP.exec(source);
  if (match === null) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map(Number);
  const local = new Date(Date.UTC(2000, month - 1, day, hour, minute, second)).setUTCFullYear(
    year,
    month - 1,
    day,
  );
  const made = new Date(local);
  // A date such as 31 February rolls over, and then it is none.
  const fits = made.getUTCMonth() === month - 1 && made.getUTCDate() === day;
  if (!fits || hour > 23 || minute > 59 || second > 59) return undefined;
  const [sign, hours = '0', minutes = '0'] = match.slice(7);
  const offset = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
  return Math.abs(offset) < 24 * 60 ? { local, offset } : undefined;
}

function instant({ local, offset }: Timestamp): number {
  return local - offset * 60_000;
}

function writeTimestamp(time: Timestamp): string {
  return new Date(time.local).toISOString().slice(0, 19) + zone(time.offset, ':', true);
}

function zone(offset: number, separator: string, utcIsLetter: boolean): string {
  if (offset === 0 && utcIsLetter) return 'Z';
  const size = Math.abs(offset);
  return (offset < 0 ? '-' : '+') + two(Math.floor(size / 60)) + separator + two(size % 60);
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

const UNITS: ReadonlyMap<string, number> = new Map([
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1000],
  ['ms', 1],
]);

/** Go's durations: `1h30m`, `-10m`, `1.5h`; in milliseconds. Smaller units are not read. */
function parseDuration(source: string): Decimal | undefined {
  const [, sign, parts = ''] =
    /^([+-]?)((?:\d{1,12}(?:\.\d{1,12})?(?:h|ms|m|s))+|0)$/.exec(source.slice(0, 100)) ?? [];
  if (sign === undefined || source.length > 100) return undefined;
  let total = new Decimal(0);
  for (const [, amount = '0', unit = ''] of parts.matchAll(/(\d+(?:\.\d+)?)(h|ms|m|s)/g)) {
    total = total.plus(new Decimal(amount).times(UNITS.get(unit) ?? 0));
  }
  return sign === '-' ? total.neg() : total;
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

/** Letters that repeat are verbs, text in single quotes stands for itself, and so does everything that is no letter. */
function writeFormatted(format: string, time: Timestamp): Value {
  const parts: string[] = [];
  for (const [piece] of format.matchAll(/'(?:[^']|'')*'|'|([A-Za-z])\1*|[^A-Za-z']+/g)) {
    if (piece === "'") return failure('formatdate() got a quote that is never closed');
    const written = /^[A-Za-z]/.test(piece) ? verb(piece, time) : unquoted(piece);
    if (written === undefined) return failure(`formatdate() does not know the verb ${piece.slice(0, 20)}`);
    parts.push(written);
  }
  return text(parts.join(''));
}

function unquoted(piece: string): string {
  return piece.startsWith("'") ? piece.slice(1, -1).replaceAll("''", "'") : piece;
}

function verb(letters: string, { local, offset }: Timestamp): string | undefined {
  const date = new Date(local);
  const hour = date.getUTCHours();
  const month = date.getUTCMonth();
  const day = date.getUTCDay();
  const half = hour < 12 ? 'am' : 'pm';
  switch (letters) {
    case 'YYYY':
      return String(date.getUTCFullYear()).padStart(4, '0');
    case 'YY':
      return two(date.getUTCFullYear() % 100);
    case 'MMMM':
      return MONTHS[month];
    case 'MMM':
      return MONTHS[month]?.slice(0, 3);
    case 'MM':
      return two(month + 1);
    case 'M':
      return String(month + 1);
    case 'DD':
      return two(date.getUTCDate());
    case 'D':
      return String(date.getUTCDate());
    case 'EEEE':
      return DAYS[day];
    case 'EEE':
      return DAYS[day]?.slice(0, 3);
    case 'hh':
      return two(hour);
    case 'h':
      return String(hour);
    case 'HH':
      return two(hour % 12 || 12);
    case 'H':
      return String(hour % 12 || 12);
    case 'AA':
      return half.toUpperCase();
    case 'aa':
      return half;
    case 'mm':
      return two(date.getUTCMinutes());
    case 'm':
      return String(date.getUTCMinutes());
    case 'ss':
      return two(date.getUTCSeconds());
    case 's':
      return String(date.getUTCSeconds());
    case 'ZZZZZ':
      return zone(offset, ':', false);
    case 'ZZZZ':
      return zone(offset, '', false);
    case 'ZZZ':
      return offset === 0 ? 'UTC' : zone(offset, '', false);
    case 'Z':
      return zone(offset, ':', true);
    default:
      return undefined;
  }
}
