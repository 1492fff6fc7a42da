/** What a scalar without quotes means, as YAML 1.1 has it: CloudFormation and the tools around it read that. */
import { Decimal } from '../../model/decimal.ts';
import { NULL, text, type Value } from '../../model/value.ts';

const NULLS: ReadonlySet<string> = new Set(['', '~', 'null', 'Null', 'NULL']);
const TRUE: ReadonlySet<string> = new Set(['true', 'True', 'TRUE', 'yes', 'Yes', 'YES', 'on', 'On', 'ON']);
const FALSE: ReadonlySet<string> = new Set([
  'false',
  'False',
  'FALSE',
  'no',
  'No',
  'NO',
  'off',
  'Off',
  'OFF',
]);

/**
 * Only plain decimal digits are a number: `012345678901` is an account id, `1e3` and `0x1F` mean different things to
 * different readers, and `2012-10-17` is the version of a policy.
 */
const NUMBER = /^[-+]?(?:0|[1-9][0-9]{0,60})(?:\.[0-9]{1,60})?$/;

/** The value of a plain scalar. */
export function plainScalar(source: string): Value {
  if (NULLS.has(source)) return NULL;
  if (TRUE.has(source)) return { kind: 'boolean', value: true };
  if (FALSE.has(source)) return { kind: 'boolean', value: false };
  return NUMBER.test(source) ? { kind: 'number', value: new Decimal(source) } : text(source);
}
