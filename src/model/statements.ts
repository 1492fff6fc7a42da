/** What several workloads state of the same resources: each resource counts once. */
import { Decimal } from './decimal.ts';
import type { Diagnostic } from './diagnostic.ts';
import { statedUsage } from './resource-usage.ts';
import { placeOf, type SourceLocation } from './source-location.ts';
import type { Section, Workload } from './workload.ts';

export interface Statement {
  readonly workload: Workload;
  readonly stated: Section;
  /** Addresses of all resources that it speaks of together; none where the code does not declare them. */
  readonly about: ReadonlySet<string>;
}

export interface Standing {
  readonly statement: Statement;
  /** One that speaks of the same resources, or of more: this one does not count. */
  readonly saidBy?: Statement;
  /** One that counts and speaks of some of the same resources: neither can be taken out of the other. */
  readonly overlap?: { readonly other: Statement; readonly address: string };
}

/**
 * How the statements stand to each other, in their order. Of two about the same resources the earlier counts; one
 * about more of them counts before one about fewer. Statements about nothing that is declared stand for themselves.
 */
export function standings(statements: readonly Statement[]): readonly Standing[] {
  // Most that say the same list it in the same order: one of them stands for all, so that few are compared.
  const first = new Map<string, Statement>();
  for (const statement of statements) {
    const key = [...statement.about].join('\n');
    if (key !== '' && !first.has(key)) first.set(key, statement);
  }
  const byAddress = new Map<string, Statement[]>();
  for (const statement of first.values()) {
    for (const address of statement.about) {
      const list = byAddress.get(address);
      if (list === undefined) byAddress.set(address, [statement]);
      else list.push(statement);
    }
  }
  const wider = new Map(
    [...first].map(([key, statement]) => [key, widest(containing(byAddress, statement))]),
  );
  const counted = new Map<string, Statement>();
  return statements.map((statement): Standing => {
    const { about } = statement;
    const saidBy = wider.get([...about].join('\n'));
    if (saidBy !== undefined && saidBy !== statement) return { statement, saidBy };
    const shared = [...about].find((address) => counted.has(address));
    for (const address of about) {
      if (!counted.has(address)) counted.set(address, statement);
    }
    const other = shared === undefined ? undefined : counted.get(shared);
    return shared === undefined || other === undefined
      ? { statement }
      : { statement, overlap: { other, address: shared } };
  });
}

/** Every statement about all that this one is about; those about its rarest address are enough to look at. */
function containing(
  byAddress: ReadonlyMap<string, readonly Statement[]>,
  statement: Statement,
): readonly Statement[] {
  const lists = [...statement.about].map((address) => byAddress.get(address) ?? []);
  const rarest = lists.reduce((best, next) => (next.length < best.length ? next : best));
  return rarest.filter((other) => contains(other, statement));
}

function contains(other: Statement, statement: Statement): boolean {
  if (other.about.size < statement.about.size) return false;
  for (const address of statement.about) {
    if (!other.about.has(address)) return false;
  }
  return true;
}

/** The first of those that speak of most. */
function widest(statements: readonly Statement[]): Statement | undefined {
  return statements.reduce<Statement | undefined>(
    (best, next) => (best === undefined || next.about.size > best.about.size ? next : best),
    undefined,
  );
}

/** A section, and who states it: a workload, or the entry of a resource under `resources:`. */
export interface Stating {
  readonly by: string;
  readonly stated: Section;
}

/** True where two sections state the same, however it is written. */
export function sameStatement(one: Section, other: Section): boolean {
  return printed(one.content) === printed(other.content);
}

function printed(value: unknown): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || value instanceof Decimal)
    return JSON.stringify(value) ?? '';
  const keys = Object.entries(value).filter(([, content]) => content !== undefined);
  return `{${keys
    .map(([key, content]) => `${key}:${printed(content)}`)
    .sort()
    .join()}}`;
}

/** Which of two places has to go, since one of them is enough. */
export function removeEither(one: StatedAt, other: StatedAt): string {
  return `remove ${one.what} (${placeOf(one.at)}), or ${other.what} (${placeOf(other.at)})`;
}

interface StatedAt {
  /** `flow of support`. */
  readonly what: string;
  readonly at: SourceLocation;
}

/** One thing has one use: for each key that more than one section states, a warning for every later one. */
export function statedTwice(
  what: string,
  keys: readonly string[],
  all: readonly Stating[],
): readonly Diagnostic[] {
  return keys.flatMap((key) => {
    const [first, ...later] = all.filter(({ stated }) => statedUsage(stated, key) !== undefined);
    if (first === undefined) return [];
    return later.map(
      ({ by, stated }): Diagnostic => ({
        code: 'charge-counted-once',
        severity: 'warning',
        message: `${what} has ${key} stated twice: that of ${first.by} (${placeOf(first.stated.at(key))}) counts, that of ${by} (${placeOf(stated.at(key))}) does not.`,
        at: stated.at(key),
        hint: `remove ${key} of ${by}: ${first.by} states it for everybody who uses ${what}`,
      }),
    );
  });
}
