/** The spelling that a refused quantity was most likely meant to have. */
import { Decimal } from './decimal.ts';
import { type Fault, readStatedText, type Stated, type StatedKind, TIME_UNITS } from './stated-text.ts';

/** A good value of each kind. */
export function exampleOf(kind: StatedKind): string {
  if (kind.kind !== 'amount') return EXAMPLES[kind.kind];
  return MANY.has(kind.unit) ? EXAMPLES.amount : '3';
}

/** What comes in thousands. */
const MANY: ReadonlySet<string> = new Set(['tokens', 'characters', 'vectors', 'units']);

const EXAMPLES: Readonly<Record<StatedKind['kind'], string>> = {
  rate: '10000 per month',
  amount: '2000',
  bytes: '10 GB',
  'bytes-rate': '40 GB per month',
  'byte-count': '500',
  share: '80%',
  percent: '10',
  dollars: '70',
};

/** The nearest spelling that can be read; an example where none is near. */
export function repairStated(text: string, kind: StatedKind): string {
  const plain = respell(text.trim());
  const bodies = [plain, swapped(plain), distributed(plain)];
  const candidates = bodies.flatMap((body) => endings(body, kind));
  return candidates.find((candidate) => isRead(readStatedText(candidate, kind))) ?? exampleOf(kind);
}

function isRead(read: Stated | Fault): read is Stated {
  return !('fault' in read);
}

function endings(body: string, kind: StatedKind): readonly string[] {
  const untimed = (body.split(/\/| per /, 1)[0] ?? '').trim();
  switch (kind.kind) {
    case 'rate':
      return [body, `${body} per month`];
    case 'bytes-rate':
      return [body, `${body} per month`, `${body} GB per month`, `${untimed} GB per month`];
    case 'bytes':
      return [untimed, `${untimed} GB`];
    case 'share':
      return [untimed, `${untimed}%`];
    default:
      return [untimed];
  }
}

/** Habits of other notations, put into ours. */
function respell(text: string): string {
  if (text.length > 100) return '';
  const spelled = text
    .replace(/(\d)[,_'](?=\d)/g, '$1')
    .replace(/^\+/, '')
    .replace(/^\.(?=\d)/, '0.')
    .replace(/^(\d+)\.(?!\d|\.)/, '$1')
    .replace(/^(\d[\d.]*[A-Za-z%]*) ?(?:-|\u2013|\u2026|\.{3}| to ) ?(?=\d)/, '$1..')
    .replace(/(\d)K\b/g, '$1k')
    .replace(/(\d) (?=[kMB]\b)/g, '$1')
    .replace(/(\d) ?thousand\b/g, '$1k')
    .replace(/(\d) ?(?:mn|mil|million|MM|mm)\b/g, '$1M')
    .replace(/(\d) ?(?:bn|billion|G)\b/g, '$1B')
    .replace(/(\d) ?T\b/g, '$1000B')
    .replace(/(?<=\d ?)[kmgtp]i?b\b/gi, capitalSize);
  return plainDigits(timeWords(spelled));
}

function capitalSize(unit: string): string {
  return unit.length === 3 ? `${unit.charAt(0).toUpperCase()}iB` : unit.toUpperCase();
}

const SHORT_TIMES: ReadonlyMap<string, string> = new Map([
  ['s', 'second'],
  ['sec', 'second'],
  ['min', 'minute'],
  ['m', 'minute'],
  ['h', 'hour'],
  ['hr', 'hour'],
  ['d', 'day'],
  ['daily', 'day'],
  ['hourly', 'hour'],
  ['weekly', 'week'],
  ['monthly', 'month'],
  ['wk', 'week'],
  ['w', 'week'],
  ['mo', 'month'],
  ['mth', 'month'],
]);

/** `10k a day`, `10k daily`, `5/s` and `5 / Days`. */
function timeWords(text: string): string {
  const [, body = '', word = ''] =
    /^(.*?\S)(?: *\/ *| +(?:per|a|an|each|every) +| +)([A-Za-z]+)$/.exec(text) ?? [];
  const lower = word.toLowerCase();
  const singular = lower.endsWith('s') && lower.length > 1 ? lower.slice(0, -1) : lower;
  const unit =
    TIME_UNITS.find((known) => known === singular) ?? SHORT_TIMES.get(lower) ?? SHORT_TIMES.get(singular);
  return unit === undefined ? text : `${body} per ${unit}`;
}

/** `1e3`, `0x3E8`, `0o17` and `010` in plain digits; the last as the ten it looks like. */
function plainDigits(text: string): string {
  const [, number = '', rest = ''] =
    /^(0[xX][\dA-Fa-f]+|0o[0-7]+|\d+(?:\.\d+)?[eE][-+]?\d{1,2}|0\d[\d.]*)(\D.*)?$/.exec(text) ?? [];
  if (number === '') return text;
  const value = /^0\d/.test(number) ? number.replace(/^0+(?=\d)/, '') : new Decimal(number).toFixed();
  return value + rest;
}

/** `10..5` the right way round. */
function swapped(text: string): string {
  return text.replace(/^([^. ]+)\.\.([^. ]+)(.*)$/, '$2..$1$3');
}

/** `5..10k` with the suffix on both sides. */
function distributed(text: string): string {
  return text.replace(/^(\d+)\.\.(\d+)([kMB])/, '$1$3..$2$3');
}
