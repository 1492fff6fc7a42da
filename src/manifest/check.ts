/** Holds a part of the tree against its schema, and puts what zod reports into sentences about the file. */
import { z } from 'zod';
import { type Problem, problemOf } from '../model/fields.ts';
import { kindHint } from './kind-hint.ts';
import { meantBy } from './near-miss.ts';
import { nearest } from './nearest.ts';
import { found, inline, quoted } from './shown.ts';
import { type ManifestSource, report, reportUnknownKey } from './source.ts';
import { subject } from './subject.ts';
import { type Entry, entryAt, isRefused, locate, type Node, type Path, toInput } from './tree.ts';

type Issue = z.core.$ZodIssue;

export interface CheckOptions {
  /** Keys of the map that are read elsewhere. */
  readonly without?: readonly string[];
}

/**
 * The value at a path as its schema reads it. `undefined` where it is not there or not good: then every fault in it
 * is reported, each at its own line.
 */
export function check<Output>(
  source: ManifestSource,
  schema: z.ZodType<Output>,
  path: Path,
  options: CheckOptions = {},
): Output | undefined {
  const entry = entryAt(source.root, path);
  if (entry === undefined || entry.node.kind === 'refused') return undefined;
  const result = attempt(schema, entry.node, options);
  if (!result.success) reportIssues(source, path, result.error.issues, options.without ?? []);
  return result.success && !entry.node.spoiled ? result.data : undefined;
}

/** The same without reports. */
export function attempt<Output>(schema: z.ZodType<Output>, node: Node, options: CheckOptions = {}) {
  return schema.safeParse(inputOf(node, options), { error: detail });
}

/** Reports the issues of `attempt` for the node at a path. */
export function reportIssues(
  source: ManifestSource,
  path: Path,
  issues: readonly Issue[],
  alsoKnown: readonly string[] = [],
): void {
  const supplied = suppliedKeys(source, path, issues, alsoKnown);
  for (const issue of issues) {
    if (!supplied.has(JSON.stringify(issue.path))) translate(source, path, issue, alsoKnown);
  }
}

/** The paths of keys that are missing only since they are misspelled: the line for the misspelled one puts both right. */
function suppliedKeys(
  source: ManifestSource,
  base: Path,
  issues: readonly Issue[],
  alsoKnown: readonly string[],
): ReadonlySet<string> {
  const supplied = new Set<string>();
  for (const issue of issues) {
    if (issue.code !== 'unrecognized_keys') continue;
    const steps = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
    const map = entryAt(source.root, [...base, ...steps])?.node;
    if (map?.kind !== 'map') continue;
    for (const key of issue.keys) {
      const entry = map.entries.get(key);
      const meant = entry === undefined ? undefined : meantBy(key, entry, map, knownKeys(issue, alsoKnown));
      if (meant !== undefined) supplied.add(JSON.stringify([...issue.path, meant.key]));
    }
  }
  return supplied;
}

function knownKeys(issue: Issue, alsoKnown: readonly string[]): readonly string[] {
  const own = issue.message.split('\n').filter((key) => key !== '');
  return [...own, ...(issue.path.length === 0 ? alsoKnown : [])];
}

function inputOf(node: Node, { without = [] }: CheckOptions): unknown {
  if (node.kind !== 'map' || without.length === 0) return toInput(node);
  const entries = new Map([...node.entries].filter(([key]) => !without.includes(key)));
  return toInput({ ...node, entries });
}

/**
 * What a message needs from the schema and zod does not put into the issue: the known keys beside an unknown one,
 * and an example of a value that is missing. It travels as the issue's message.
 */
function detail(issue: z.core.$ZodRawIssue): string {
  const { inst } = issue;
  if (issue.code === 'unrecognized_keys' && inst instanceof z.ZodObject)
    return Object.keys(inst.shape).join('\n');
  if (issue.code !== 'invalid_type' || inst === undefined) return '';
  const [example] =
    (z.globalRegistry.get(inst as z.ZodType)?.['examples'] as readonly unknown[] | undefined) ?? [];
  return typeof example === 'string' || typeof example === 'number' ? String(example) : '';
}

function translate(source: ManifestSource, base: Path, issue: Issue, alsoKnown: readonly string[]): void {
  const path = [...base, ...issue.path.map((step) => (typeof step === 'number' ? step : String(step)))];
  if (isRefused(source.root, path)) return;
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys(issue, alsoKnown);
    for (const key of issue.keys) reportUnknownKey(source, [...path, key], known);
    return;
  }
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const node = entryAt(source.root, path)?.node;
    const meant = likeliest(issue.errors, node);
    if (meant !== undefined) {
      reportIssues(source, path, meant);
      return;
    }
  }
  const entry = entryAt(source.root, path);
  const problem = problemOf(issue) ?? problemOfZod(issue, entry);
  if (problem.known !== undefined) {
    reportUnknownKey(source, path, problem.known);
    return;
  }
  const isAboutKey = problem.code === 'manifest-name' || problem.code === 'manifest-unknown-key';
  report(source, {
    code: problem.code,
    at:
      entry === undefined
        ? locate(source.root, path)
        : isAboutKey || isNothing(entry.node)
          ? entry.at
          : entry.node.at,
    message: `${subject(path)}: ${problem.lacksFound === true ? `found ${found(entry?.node)}; ` : ''}${problem.message}`,
    hint:
      lineOf(path, problem) ??
      (problem.code === 'manifest-type' && entry !== undefined ? kindHint(path, entry.node) : undefined),
  });
}

/** `requests: 10000 per month`: the line that puts it right. */
function lineOf(path: Path, { hint }: Problem): string | undefined {
  if (hint === undefined) return undefined;
  const key = path.at(-1);
  return typeof key === 'string' ? `${key}: ${hint}` : `- ${hint}`;
}

function isNothing(node: Node): boolean {
  return node.kind === 'scalar' && node.value === null;
}

const KINDS: Readonly<Record<string, string>> = {
  object: 'a map',
  map: 'a map',
  record: 'a map',
  array: 'a list',
  string: 'text',
  boolean: '`true` or `false`',
  number: 'a number',
};

function problemOfZod(issue: Issue, entry: Entry | undefined): Problem {
  const node = entry?.node;
  const absent = node === undefined || isNothing(node);
  const code = absent ? 'manifest-missing' : 'manifest-type';
  const what = absent ? 'no value was found' : `found ${found(node)}`;
  switch (issue.code) {
    case 'invalid_type': {
      const expected = KINDS[issue.expected] ?? issue.expected;
      const isScalar = node?.kind === 'scalar' && !absent;
      const hint = isScalar ? rewritten(node.source, issue.expected) : issue.message;
      return withHint({ code, message: `${what}; expected ${expected}` }, hint);
    }
    case 'invalid_value':
      return choice(code, what, issue.values.map(String), node);
    case 'invalid_union': {
      if (issue.errors.length > 0) {
        const example = issue.errors.flat().find((inner) => inner.message !== '')?.message ?? '';
        return withHint({ code, message: `${what}; expected ${kindsOf(issue.errors)}` }, example);
      }
      const options = 'options' in issue && Array.isArray(issue.options) ? issue.options.map(String) : [];
      return choice(code, what, options, node);
    }
    case 'too_small':
      return {
        code,
        message: `${what}; expected ${issue.origin === 'string' ? 'text that is not empty' : `at least ${issue.minimum}`}`,
      };
    case 'too_big':
      return { code, message: `${what}; expected at most ${issue.maximum}` };
    default:
      return { code, message: `${what}, which cannot stand here` };
  }
}

/** The text that a bare number was meant to be, or the list that one item was. */
function rewritten(source: string, expected: string): string {
  const text = inline(source);
  if (text === undefined) return '';
  return expected === 'string' ? `"${text}"` : expected === 'array' ? `[${text}]` : '';
}

function choice(
  code: Problem['code'],
  what: string,
  options: readonly string[],
  node: Node | undefined,
): Problem {
  const list = options.map(quoted).join(', ');
  const word = node?.kind === 'scalar' ? nearest(node.source, options) : undefined;
  const expected = options.length > 1 ? `one of ${list}` : list;
  return withHint({ code, message: `${what}; expected ${expected}` }, word ?? options[0] ?? '');
}

function withHint(problem: Problem, hint: string): Problem {
  return hint === '' ? problem : { ...problem, hint };
}

/** `text or a map`, for a union of which no option expects the kind of value that was found. */
function kindsOf(options: readonly (readonly Issue[])[]): string {
  const mismatches = options.flatMap((issues) => issues.filter((issue) => issue.path.length === 0));
  const kinds = mismatches.flatMap((issue) => (issue.code === 'invalid_type' ? [KINDS[issue.expected]] : []));
  return [...new Set(kinds)].filter((kind) => kind !== undefined).join(' or ');
}

/**
 * Of the options of a union that all failed, the issues of the one that was meant: not one that expects another kind
 * of value, and then the one with the fewest faults. `undefined` where all expect another kind.
 */
function likeliest(
  options: readonly (readonly Issue[])[],
  node: Node | undefined,
): readonly Issue[] | undefined {
  const isAtRoot = (issue: Issue): boolean => issue.path.length === 0;
  const ofKind = options.filter(
    (issues) => !issues.some((issue) => isAtRoot(issue) && issue.code === 'invalid_type'),
  );
  // A number that is asked for where a map stands is another kind of value too, though zod cannot know it.
  const fitting = ofKind.filter(
    (issues) =>
      node?.kind !== 'map' || !issues.some((issue) => isAtRoot(issue) && problemOf(issue) !== undefined),
  );
  const [first, ...others] = fitting.length > 0 ? fitting : ofKind;
  return others.reduce(
    (best, candidate) => (candidate.length < (best?.length ?? 0) ? candidate : best),
    first,
  );
}
