/** How often a schedule of Amazon EventBridge runs in a month of 30 days. */
import { Decimal, decimal } from '../model/decimal.ts';

const DAYS = decimal(30);
const MINUTES: ReadonlyMap<string, number> = new Map([
  ['minute', 1],
  ['hour', 60],
  ['day', 1440],
]);

/**
 * Runs in 30 days of `rate(1 hour)` or `cron(0 8 ? * MON-FRI *)`; undefined for what is written in another way, and
 * for the letters L, W and #. Days of the week count 30/7 times (Amazon EventBridge user guide, schedules, 2026).
 */
export function runsPerMonth(expression: string): Decimal | undefined {
  const text = expression.trim();
  const rate = /^rate\((\d{1,6}) (minute|hour|day)s?\)$/.exec(text);
  if (rate !== null) {
    const minutes = decimal(rate[1] ?? '0').times(MINUTES.get(rate[2] ?? '') ?? 0);
    return minutes.isZero() ? undefined : DAYS.times(1440).div(minutes);
  }
  const cron = /^cron\((\S{1,60}) (\S{1,60}) (\S{1,60}) (\S{1,60}) (\S{1,60}) (\S{1,60})\)$/.exec(text);
  if (cron === null) return undefined;
  const [, minutes = '', hours = '', dates = '', months = '', weekdays = ''] = cron;
  const counts = [
    matches(minutes, 0, 59),
    matches(hours, 0, 23),
    daysOf(dates, weekdays),
    matches(withNumbers(months, MONTHS), 1, 12),
  ];
  if (counts.some((count) => count === undefined)) return undefined;
  const [perHour = decimal(0), perDay = decimal(0), days = decimal(0), monthsAYear = decimal(0)] =
    counts as Decimal[];
  return perHour.times(perDay).times(days).times(monthsAYear).div(12);
}

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

function daysOf(dates: string, weekdays: string): Decimal | undefined {
  const any = (field: string) => field === '*' || field === '?';
  if (any(weekdays)) return any(dates) ? DAYS : matches(dates, 1, 31);
  if (!any(dates)) return undefined;
  const days = matches(withNumbers(weekdays, WEEKDAYS), 1, 7);
  return days?.times(DAYS).div(7);
}

function withNumbers(field: string, names: readonly string[]): string {
  return names.reduce((text, name, index) => text.replaceAll(name, String(index + 1)), field.toUpperCase());
}

/** How many of the values from `first` to `last` a field of cron means. */
function matches(field: string, first: number, last: number): Decimal | undefined {
  const met = new Set<number>();
  for (const part of field.split(',')) {
    const read = /^(?:\*|\?|(\d{1,2})(?:-(\d{1,2}))?)(?:\/(\d{1,2}))?$/.exec(part);
    if (read === null) return undefined;
    const [, from, to, step] = read;
    const start = from === undefined ? first : Number(from);
    const end = to === undefined ? (from === undefined || step !== undefined ? last : start) : Number(to);
    const by = step === undefined ? 1 : Number(step);
    if (start < first || end > last || start > end || by === 0) return undefined;
    for (let value = start; value <= end; value += by) met.add(value);
  }
  return new Decimal(met.size);
}
