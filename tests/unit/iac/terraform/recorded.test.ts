import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FUNCTIONS } from '../../../../src/iac/terraform/functions/registry.ts';
import type { Value } from '../../../../src/model/value.ts';
import { evaluated } from '../support.ts';

/** What Terraform 1.11.4 answered; `node scripts/record-terraform.ts` asks it again. No answer: it refuses the expression. */
interface Recorded {
  readonly expression: string;
  readonly answer?: unknown;
}

const RECORDED = JSON.parse(
  readFileSync(join(import.meta.dirname, '../recorded/expressions.json'), 'utf8'),
) as readonly Recorded[];

/** Expressions that are honestly not evaluated; each would be a bug if it were known and wrong. */
const NOT_EVALUATED = new Set<string>([
  // Aliases of YAML are not followed.
  'yamldecode("{a: &foo [1, 2, 3], b: *foo}")',
  'bcrypt("x") == ""',
  'base64gzip("x")',
  // Logarithms are rounded by the machine.
  'log(16, 2)',
  // Terraform does not know it either.
  'format("%v", null)',
  // A file that was not read may exist.
  'fileexists("x")',
  'try(file("nope.txt"), "d")',
]);

/** As JSON, where numbers are JavaScript's: nearer than that JSON does not tell. */
function asJson(value: Value | undefined): unknown {
  switch (value?.kind) {
    case 'number':
      // JSON knows one zero.
      return value.value.toNumber() + 0;
    case 'list':
      return value.items.map(asJson);
    case 'map':
      return Object.fromEntries([...value.entries].map(([key, item]) => [key, asJson(item)]));
    case 'null':
      return null;
    case 'unknown':
      return 'failed' in value ? 'refused' : `unknown: ${value.why}`;
    default:
      return value?.value;
  }
}

test.each(RECORDED)('$expression', ({ expression, ...recorded }) => {
  const answer = asJson(evaluated(expression));
  if (NOT_EVALUATED.has(expression)) expect(answer).toMatch(/^unknown: /);
  else expect(answer).toEqual('answer' in recorded ? recorded.answer : 'refused');
});

test('every function that is evaluated has an answer of Terraform to compare with', () => {
  const answered = RECORDED.filter((entry) => 'answer' in entry).map(({ expression }) => expression);
  const missing = [...FUNCTIONS.keys()].filter(
    (name) => !answered.some((expression) => new RegExp(`\\b${name}\\(`).test(expression)),
  );
  expect(missing).toEqual([]);
});
