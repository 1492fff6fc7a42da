/** How a quantity looks to an editor: JSON Schema of its three forms, number, text and map of scenarios. */
import { LIMITS } from './limits.ts';
import { type StatedKind, singular, TIME_UNITS } from './stated-text.ts';

const NUMBER = '(0|[1-9][0-9]*)(\\.[0-9]+)?';
const COUNT = `${NUMBER}[kMB]?`;
const TIME = `( per |/)(${TIME_UNITS.join('|')})`;
const SIZE = ' ?[KMGTP]i?B';
const PERCENT = ' ?%';

/** What may stand before the time, and whether a bare number is a value too. */
interface Look {
  readonly one: string;
  readonly tail?: string;
  readonly number: boolean;
  readonly maximum?: number;
  readonly examples: readonly (string | number)[];
}

function lookOf(kind: StatedKind): Look {
  switch (kind.kind) {
    case 'rate':
      return {
        one: COUNT + nounOf(kind.unit),
        tail: TIME,
        number: false,
        examples: ['10k per day', '300k/month', '8k..20k per day'],
      };
    case 'amount':
      return { one: COUNT + nounOf(kind.unit), number: true, examples: [2000, '2.5k', '5..10'] };
    case 'bytes':
      return { one: NUMBER + SIZE, number: false, examples: ['10 GB', '1.5 TB'] };
    case 'bytes-rate':
      return { one: NUMBER + SIZE, tail: TIME, number: false, examples: ['40 GB per month'] };
    case 'byte-count':
      return { one: `${COUNT}( bytes|${SIZE})?`, number: true, examples: [500, '1.5 KB'] };
    case 'share':
      return { one: `${NUMBER}(${PERCENT})?`, number: true, maximum: 1, examples: ['80%', 0.8] };
    case 'percent':
      return { one: `${NUMBER}(${PERCENT})?`, number: true, examples: [10, '12.5%'] };
    case 'dollars':
      return { one: `\\$?${COUNT}( USD| dollars)?`, number: true, examples: [70, '$70', '1.5k'] };
  }
}

/**
 * `exact` leaves out the two forms of a range; `highest` is the largest number where it is not that of the kind. The
 * patterns guide an editor; `parseStated` decides.
 */
export function quantitySchema(
  kind: StatedKind,
  form: 'range' | 'exact',
  highest?: number,
): Record<string, unknown> {
  const { one, tail = '', number, maximum = LIMITS.quantity, examples } = lookOf(kind);
  const bare = number ? [{ type: 'number', minimum: 0, maximum: highest ?? maximum }] : [];
  const single = [...bare, { type: 'string', pattern: `^${one}${tail}$` }];
  if (form === 'exact') return { anyOf: single, examples: examples.filter((example) => !isRange(example)) };
  const left = one.replace(SIZE, `(${SIZE})?`);
  const text = { type: 'string', pattern: `^(${left} ?\\.\\. ?)?${one}${tail}$` };
  const member = { anyOf: single };
  const scenarios = {
    type: 'object',
    properties: { low: member, expected: member, high: member },
    required: ['low', 'expected', 'high'],
    additionalProperties: false,
  };
  return { anyOf: [...bare, text, scenarios], examples };
}

function nounOf(unit: string): string {
  return `( (${unit}|${singular(unit)}))?`;
}

function isRange(example: string | number): boolean {
  return typeof example === 'string' && example.includes('..');
}
