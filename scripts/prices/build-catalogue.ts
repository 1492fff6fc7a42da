/** The catalogue's data: known models with what the model cards, the interface's list and the overrides say of them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CacheTimeToLive, Model, Tier } from '../../src/model/price.ts';
import type { PriceRow } from '../../src/prices/book-file.ts';
import type { CatalogueFile, ModelEntry } from '../../src/prices/catalogue-file.ts';
import { KNOWN_MODELS, type KnownModel, modelNamed } from '../../src/prices/update/known-models.ts';
import type { Availability } from './availability.ts';
import type { Observations } from './observations.ts';

interface Statement {
  readonly source: string;
  readonly models: readonly string[];
}

interface Overrides {
  readonly cacheMinimum: readonly (Statement & { readonly tokens: number })[];
  readonly longContextThreshold: readonly (Statement & { readonly tokens: number })[];
  readonly lifecycle: readonly (Statement & { readonly is: NonNullable<Model['lifecycle']> })[];
  readonly tokenizer: readonly (Statement & { readonly is: string })[];
  readonly dimensions: readonly (Statement & { readonly values: readonly number[] })[];
  readonly lines: readonly {
    readonly family: string;
    readonly rank: number;
    readonly models: readonly string[];
  }[];
}

const AS_OF = '2026-10-08';

export function buildCatalogue(
  observations: Observations,
  availability: ReadonlyMap<string, Availability>,
  rows: readonly PriceRow[],
): CatalogueFile {
  const path = join(import.meta.dirname, '../../src/prices/data/overrides.json');
  const overrides = JSON.parse(readFileSync(path, 'utf8')) as Overrides;
  checkNames(overrides);
  const timesToLive = cacheTimesToLive(rows);
  const entries = KNOWN_MODELS.map((known) =>
    entryOf(known, observations, availability, overrides, timesToLive),
  );
  return { format: 1, asOf: AS_OF, models: withSuccessors(entries, overrides) };
}

function checkNames(overrides: Overrides): void {
  const keys = new Set(KNOWN_MODELS.map((model) => model.key));
  for (const statements of Object.values(overrides) as readonly { readonly models: readonly string[] }[][]) {
    for (const key of statements.flatMap((statement) => statement.models)) {
      if (!keys.has(key)) throw new Error(`the overrides name a model that is not known: ${key}`);
    }
  }
}

function entryOf(
  known: KnownModel,
  observations: Observations,
  availability: ReadonlyMap<string, Availability>,
  overrides: Overrides,
  timesToLive: ReadonlyMap<string, readonly CacheTimeToLive[]>,
): ModelEntry {
  const { key, id, name, provider, aliases } = known;
  const observed = observations.observedModels.find((model) => modelNamed(model.model) === key);
  const card = observations.cards.find((model) =>
    model.programmaticAccess.some((access) => modelNamed(access.modelId) === key),
  );
  const listed = Object.entries(observations.listed).find(([listedId]) => modelNamed(listedId) === key)?.[1];
  const of = <S extends { readonly models: readonly string[] }>(statements: readonly S[]): S | undefined =>
    statements.find((statement) => statement.models.includes(key));
  const threshold = observations.observed.find(
    (row) => modelNamed(row.model) === key && row.context === 'long',
  );
  const endOfLife = dateOf(observed?.eolDate);
  const line = of(overrides.lines);
  const modalities = card ?? listed;
  const profiles = availability.get(key)?.profiles ?? [];
  return {
    key,
    id,
    name,
    provider,
    ...given('family', line?.family),
    ...given('rank', line?.rank),
    ...given('tiers', tiersOf(card?.serviceTiers)),
    ...given('contextWindow', numberOf(observed?.contextWindow) ?? tokensOf(card?.contextWindow)),
    ...given(
      'longContextThreshold',
      numberOf(threshold?.longContextThresholdTokens) ?? of(overrides.longContextThreshold)?.tokens,
    ),
    ...given('cacheMinimum', of(overrides.cacheMinimum)?.tokens),
    ...given('cacheTimesToLive', timesToLive.get(key)),
    ...given(
      'lifecycle',
      of(overrides.lifecycle)?.is ??
        lifecycleOf(observed?.lifecycle ?? card?.modelLifecycle ?? listed?.model_lifecycle_status, endOfLife),
    ),
    ...given('endOfLife', endOfLife),
    ...given('tokenizer', of(overrides.tokenizer)?.is),
    ...given(
      'modalities',
      modalities && {
        input: modalities.inputModalities.map((word) => word.toLowerCase()),
        output: modalities.outputModalities.map((word) => word.toLowerCase()),
      },
    ),
    ...given('dimensions', of(overrides.dimensions)?.values),
    ...given('aliases', aliases.length === 0 ? undefined : aliases),
    ...given('profiles', profiles.length === 0 ? undefined : profiles),
  };
}

/** A model that is not active is followed by the newest active one of its line: same family, same rank. */
function withSuccessors(entries: readonly ModelEntry[], overrides: Overrides): readonly ModelEntry[] {
  const byKey = new Map(entries.map((entry) => [entry.key, entry]));
  return entries.map((entry) => {
    if (entry.lifecycle === undefined || entry.lifecycle === 'active') return entry;
    const line = overrides.lines.find((candidate) => candidate.models.includes(entry.key))?.models ?? [];
    const later = line.slice(line.indexOf(entry.key) + 1);
    const successor = later.findLast((key) => byKey.get(key)?.lifecycle === 'active');
    return successor === undefined ? entry : { ...entry, successor };
  });
}

function cacheTimesToLive(rows: readonly PriceRow[]): ReadonlyMap<string, readonly CacheTimeToLive[]> {
  const found = new Map<string, Set<CacheTimeToLive>>();
  for (const { subject, dimension } of rows) {
    for (const time of ['5m', '30m', '1h'] as const) {
      if (dimension === `cache-write-${time}`)
        found.set(subject, (found.get(subject) ?? new Set()).add(time));
    }
  }
  return new Map(
    [...found].map(([subject, times]) => [
      subject,
      (['5m', '30m', '1h'] as const).filter((time) => times.has(time)),
    ]),
  );
}

function tiersOf(tiers: Readonly<Record<string, boolean>> | undefined): readonly Tier[] | undefined {
  if (tiers === undefined) return undefined;
  const named = (['standard', 'priority', 'flex', 'reserved'] as const).filter(
    (tier) => tiers[tier] === true,
  );
  return named.length === 0 ? undefined : named;
}

function lifecycleOf(word: string | undefined, endOfLife: string | undefined): Model['lifecycle'] {
  if (endOfLife !== undefined && endOfLife <= AS_OF) return 'retired';
  if (word === undefined) return undefined;
  return word.toLowerCase().startsWith('legacy')
    ? 'legacy'
    : word.toLowerCase() === 'active'
      ? 'active'
      : undefined;
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `March 30, 2027` as `2027-03-30`. A date before which nothing ends is no end. */
function dateOf(text: string | undefined): string | undefined {
  const match = text?.startsWith('No sooner') ? null : /([A-Z][a-z]+) (\d{1,2}), (\d{4})$/.exec(text ?? '');
  const month = MONTHS.indexOf(match?.[1] ?? '') + 1;
  if (match === null || month === 0) return undefined;
  return `${match[3]}-${String(month).padStart(2, '0')}-${(match[2] ?? '').padStart(2, '0')}`;
}

/** `256K tokens`, `1M tokens` or `512 tokens` as a number. */
function tokensOf(text: string | undefined): number | undefined {
  const match = /^([\d.]+)([KM]?) tokens$/.exec(text ?? '');
  if (match === null) return undefined;
  return Number(match[1]) * (match[2] === 'M' ? 1_000_000 : match[2] === 'K' ? 1000 : 1);
}

function numberOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}

function given<Key extends string, Content>(
  key: Key,
  content: Content | undefined,
): { [K in Key]?: Content } {
  return content === undefined ? {} : ({ [key]: content } as { [K in Key]: Content });
}

/** The text of the catalogue: JSON with one model a line. */
export function writeCatalogue(file: CatalogueFile): string {
  const lines = file.models.map((model) => `    ${JSON.stringify(model)}`);
  return `{\n  "format": 1, "asOf": "${file.asOf}",\n  "models": [\n${lines.join(',\n')}\n  ]\n}\n`;
}

/** The text of the availability table: where each model is offered in which scope. For refreshing the book. */
export function writeAvailability(availability: ReadonlyMap<string, Availability>): string {
  const lines = [...availability].flatMap(([key, { offered }]) => {
    const scopes = (['in-region', 'geographic', 'global'] as const).map((scope) => {
      const regions = [...offered].filter(([, offers]) => offers.has(scope)).map(([region]) => region);
      return [scope, regions.sort().join(' ')] as const;
    });
    const some = scopes.filter(([, regions]) => regions !== '');
    return some.length === 0
      ? []
      : [`    ${JSON.stringify(key)}: ${JSON.stringify(Object.fromEntries(some))}`];
  });
  return `{\n  "format": 1, "asOf": "${AS_OF}",\n  "models": {\n${lines.join(',\n')}\n  }\n}\n`;
}
