/**
 * The kinds of value that keys of the usage manifest can have: zod schemas that a feature puts its section together
 * from. Each carries what an editor needs (types, pattern, examples) as JSON Schema metadata, so add a description
 * with `.describe()`. Wrap optional keys in `z.optional()`.
 *
 * What is wrong with a value is a `Problem` in the issue's parameters; the manifest reader makes a sentence of it.
 */
import { z } from 'zod';
import type { Decimal } from './decimal.ts';
import type { DiagnosticCode } from './diagnostic.ts';
import { LIMITS } from './limits.ts';
import { SCENARIOS } from './range.ts';
import { numberText, parseStated, type Stated, type StatedKind } from './stated.ts';
import { quantitySchema } from './stated-schema.ts';

// Otherwise zod writes a function for each schema of a map and evaluates it. That pays after many thousands of
// values; a manifest has a few, and compiling takes longer than checking them. No text is ever run as code here.
z.config({ jitless: true });

/** Half a sentence on what was found and expected, and the value to write instead. */
export interface Problem {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly hint?: string;
  /** The keys that are possible, where an unknown one is the problem. */
  readonly known?: readonly string[];
  /** True where the message does not show the value that was found. */
  readonly lacksFound?: boolean;
}

/** The problem that one of the schemas of this page found; `undefined` for issues of zod's own. */
export function problemOf(issue: {
  readonly code?: string | undefined;
  readonly params?: unknown;
}): Problem | undefined {
  const { params } = issue;
  if (issue.code !== 'custom' || typeof params !== 'object' || params === null || !('problem' in params))
    return undefined;
  return params.problem as Problem;
}

/** How often a thing happens or how much of it comes: `10k/day`. `unit` is its plural: `requests`. A time unit is needed. */
export function rate(unit: string): z.ZodType<Stated> {
  return quantity({ kind: 'rate', unit });
}

/** A number without a time: `2000`, `5M`, `5..10`. `unit` is the plural of what is counted: `tokens`. */
export function amount(unit: string): z.ZodType<Stated> {
  return quantity({ kind: 'amount', unit });
}

/** A size in GB of 2^30 bytes, from `500 MB`, `10 GB`, `1.5 TB`. A unit is needed. */
export function gigabytes(): z.ZodType<Stated> {
  return quantity({ kind: 'bytes' });
}

/** A size for a time, in GB of 2^30 bytes, from `40 GB per month` or `500 MB/day`. Both units are needed. */
export function gigabytesPerMonth(): z.ZodType<Stated> {
  return quantity({ kind: 'bytes-rate' });
}

/** A small size in bytes, from `500` or `1.5 KB`. */
export function bytes(): z.ZodType<Stated> {
  return quantity({ kind: 'byte-count' });
}

/** A share from 0 to 1, from `80%` or `0.8`. */
export function share(): z.ZodType<Stated> {
  return quantity({ kind: 'share' });
}

/** US dollars, which may be a range: `70`, `$70`, `60..80`. */
export function dollarRange(): z.ZodType<Stated> {
  return quantity({ kind: 'dollars' });
}

/** US dollars, one amount: `70`, `$70`, `1.5k`. */
export function dollars(): z.ZodType<Decimal> {
  return exact({ kind: 'dollars' });
}

/** A share from 0 to 1, one number. */
export function exactShare(): z.ZodType<Decimal> {
  return exact({ kind: 'share' });
}

/** Percent, from `10` or `10%`: ten. */
export function percent(): z.ZodType<Decimal> {
  return exact({ kind: 'percent' });
}

/** One number of plain decimal digits, more than 0, at least `lowest` and at most `highest`. `unit` is the plural of what it counts. */
export function positive(unit: string, highest: number = LIMITS.quantity, lowest = 0): z.ZodType<Decimal> {
  const kind = { kind: 'amount', unit } as const;
  const schema = exact(kind, (value) => {
    if (value.isZero()) return `is not more than 0 ${unit}`;
    if (value.lt(lowest)) return `is less than ${lowest} ${unit}`;
    return value.gt(highest) ? `is more than ${highest} ${unit}` : undefined;
  });
  const { anyOf } = quantitySchema(kind, 'exact', highest);
  return schema.meta({ anyOf, examples: highest < 1000 ? [highest] : [1000] });
}

/** A whole number from `least` up, in plain decimal digits. */
export function wholeNumber(least = 0): z.ZodType<number> {
  const kind = { kind: 'amount', unit: 'units' } as const;
  const number = exact(kind, (value) => {
    if (!value.isInteger()) return 'is not a whole number';
    return value.lt(least) ? `is less than ${least}` : undefined;
  });
  const schema = number.transform((value) => value.toNumber());
  return schema.meta({
    type: 'integer',
    minimum: least,
    maximum: LIMITS.quantity,
    examples: [1024],
    anyOf: undefined,
  });
}

/** One of a few words. */
export function oneOf<const Values extends readonly [string, ...string[]] | readonly string[]>(
  values: Values,
): z.ZodType<Values[number]> {
  return z.enum(values as readonly string[] as [string, ...string[]]);
}

/** True or false. */
export function flag(): z.ZodType<boolean> {
  return z.boolean();
}

/** One line of text. `what` says in words what it names, for messages: `a path`. */
export function text(what = 'text', example?: string): z.ZodType<string> {
  return checkedText(what, example ?? what, (value) => !/[\n\r\t\uFFFD]/.test(value));
}

/** One word of a pattern. Give a pattern that takes linear time on any text. */
export function word(what: string, pattern: RegExp, example: string): z.ZodType<string> {
  return checkedText(what, example, (value) => pattern.test(value)).meta({ pattern: pattern.source });
}

/** A model id, inference profile id or ARN. Whether it exists is for the catalogue to say. */
export function modelId(): z.ZodType<string> {
  const example = 'global.anthropic.claude-haiku-4-5-20251001-v1:0';
  return checkedText('a model id', example, (value) => !/[\s\uFFFD]/.test(value)).meta({
    pattern: '^\\S+$',
  });
}

/** The address of a resource of the infrastructure code. */
export function address(): z.ZodType<string> {
  const example = 'aws_bedrockagent_agent.support';
  return checkedText('the address of a resource', example, (value) => !/[\n\r\t\uFFFD]/.test(value));
}

/** Longer than any ARN or path that is read. */
const TEXT_CHARACTERS = 2048;

function checkedText(what: string, example: string, accepts: (value: string) => boolean): z.ZodType<string> {
  const schema = z.string().superRefine((value, context) => {
    const code = 'manifest-type';
    const wanted = `expected ${what} such as \`${example}\``;
    const fault = sizeFault(value);
    if (fault !== undefined) context.addIssue(issue({ code, message: `${fault}; ${wanted}`, hint: example }));
    else if (!accepts(value))
      context.addIssue(issue({ code, message: wanted, hint: example, lacksFound: true }));
  });
  return schema.meta({ examples: [example] });
}

function sizeFault(value: string): string | undefined {
  if (value.trim() === '') return 'the text is empty';
  return value.length > TEXT_CHARACTERS ? `the text is longer than ${TEXT_CHARACTERS} characters` : undefined;
}

/** The grammar of the names of workloads and calls. */
const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;

/**
 * What is wrong with a name of a workload or of a call; `undefined` for a good one. ASCII alone, so that no two
 * different names look the same. The names that every JavaScript object has are refused beside that: they save
 * every later reader of a report from a trap, and nobody names a workload `hasOwnProperty`.
 */
export function nameProblem(name: string): Problem | undefined {
  const code = 'manifest-name';
  if (name.length > LIMITS.nameCharacters) {
    return {
      code,
      message: `a name has at most ${LIMITS.nameCharacters} characters, this one has ${name.length}`,
    };
  }
  if (name in Object.prototype) return { code, message: 'this name is reserved' };
  if (NAME.test(name)) return undefined;
  return {
    code,
    message: 'a name is made of letters, digits, `.`, `_` and `-`, and begins with a letter or digit',
  };
}

/** A map from names that the manifest chooses to values of one kind; safe for any key. */
export function byName<Content>(content: z.ZodType<Content>): z.ZodType<ReadonlyMap<string, Content>> {
  const name = z.string().superRefine((value, context) => {
    const problem = nameProblem(value);
    if (problem !== undefined) context.addIssue(issue(problem));
  });
  return mapOf(name.meta({ pattern: NAME.source, maxLength: LIMITS.nameCharacters }), content);
}

/** A map from any text (an address, a variable's name) to values of one kind; safe for any key. */
export function byText<Content>(content: z.ZodType<Content>): z.ZodType<ReadonlyMap<string, Content>> {
  return mapOf(z.string(), content);
}

/** A record would drop the key `__proto__` and take an object with the key `constructor` for no object at all. */
function mapOf<Content>(
  key: z.ZodType<string>,
  content: z.ZodType<Content>,
): z.ZodType<ReadonlyMap<string, Content>> {
  const entries = (input: unknown): unknown =>
    typeof input === 'object' && input !== null && !Array.isArray(input)
      ? new Map(Object.entries(input))
      : input;
  return z.preprocess(entries, z.map(key, content));
}

/** A map with exactly these keys; any other is reported with the nearest of them. */
export function section<Shape extends z.core.$ZodShape>(shape: Shape) {
  return z.strictObject(shape);
}

function quantity(kind: StatedKind): z.ZodType<Stated> {
  return z
    .unknown()
    .transform((input, context) => readOr(input, kind, context))
    .meta(quantitySchema(kind, 'range'));
}

function exact(
  kind: StatedKind,
  fault: (value: Decimal) => string | undefined = () => undefined,
): z.ZodType<Decimal> {
  return z
    .unknown()
    .transform((input, context) => {
      // Not tried as a range, so that a union with a map can tell which of the two is meant.
      const isMap = typeof input === 'object' && input !== null && numberText(input) === undefined;
      const stated = isMap ? undefined : readOr(input, kind, context);
      if (stated === z.NEVER) return z.NEVER;
      const message = stated === undefined ? undefined : faultOf(stated, fault);
      if (stated !== undefined && message === undefined) return stated.range.low;
      const code = 'manifest-quantity';
      context.addIssue(
        issue(
          message === undefined
            ? { code, message: 'expected one number', lacksFound: true }
            : { code, message },
        ),
      );
      return z.NEVER;
    })
    .meta(quantitySchema(kind, 'exact'));
}

function faultOf({ range }: Stated, fault: (value: Decimal) => string | undefined): string | undefined {
  if (!range.low.eq(range.high)) return 'a range is not possible here; expected one number';
  const found = fault(range.low);
  return found === undefined ? undefined : `\`${range.low.toFixed()}\` ${found}`;
}

function readOr(input: unknown, kind: StatedKind, context: z.RefinementCtx): Stated {
  const read = parseStated(input, kind);
  if (read.ok) return read.value;
  const { code, message, hint, member } = read;
  context.addIssue({
    ...issue({ code, message, hint, ...(code === 'manifest-unknown-key' ? { known: SCENARIOS } : {}) }),
    ...(member === undefined ? {} : { path: [member] }),
  });
  return z.NEVER;
}

function issue(problem: Problem) {
  return { code: 'custom' as const, message: problem.message, params: { problem } };
}
