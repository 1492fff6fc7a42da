/** What a stored book must look like. Too slow for every start; for making a book and for the tests. */
import { z } from 'zod';
import { TIERS } from '../model/price.ts';
import type { BookFile } from './book-file.ts';
import { rowKey } from './book-file.ts';
import { unpackBook } from './pack.ts';

const DATE = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
/** Plain notation, so that equal prices are equal texts. */
const PLAIN = z.string().regex(/^(0|[1-9]\d*)(\.\d*[1-9])?$/);
const REGION = /^[a-z]{2}(-[a-z]+)+-\d$/;
const LINE = new RegExp(`^(in-region|geographic|global|)/(${TIERS.join('|')})/(normal|long)$`);
const INDEX = z.number().int().nonnegative();

const SCHEMA = z.strictObject({
  format: z.literal(1),
  asOf: DATE,
  edition: z.string().regex(/^\d{4}-\d{2}-\d{2}\.[0-9a-f]{8}$/),
  inputs: z.array(z.tuple([z.string().min(1), z.string().min(1), z.string().regex(/^[0-9a-f]{64}$/)])),
  sources: z.array(z.tuple([z.string().min(1), DATE, z.enum(['A', 'B', 'C'])])),
  units: z.array(z.tuple([PLAIN, z.string().min(1)])),
  regions: z.array(z.string().regex(REGION)),
  regionSets: z.array(z.string().min(1)),
  subjects: z.record(
    z.string().regex(/^[a-z0-9][a-z0-9.-]*$/),
    z.strictObject({
      kind: z.enum(['model', 'feature']),
      columns: z.array(z.tuple([z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), INDEX])),
      rows: z.array(z.tuple([z.string().regex(LINE), INDEX, INDEX]).rest(z.union([PLAIN, z.literal('')]))),
      elsewhere: z.string().regex(REGION).optional(),
      unsettled: z.record(z.string(), z.string().min(1)).optional(),
    }),
  ),
});

/** What is wrong with a stored book; nothing where it is sound. */
export function bookProblems(value: unknown): readonly string[] {
  const parsed = SCHEMA.safeParse(value);
  if (!parsed.success) return parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  const book = value as BookFile;
  const problems: string[] = [];
  for (const [subject, { kind, columns, rows }] of Object.entries(book.subjects)) {
    const say = (what: string) => problems.push(`${subject}: ${what}`);
    if (columns.some(([, unit]) => book.units[unit] === undefined)) say('a column has an unknown unit');
    for (const [line, source, regions, ...prices] of rows) {
      if (book.sources[source] === undefined || book.regionSets[regions] === undefined)
        say(`${line} has an unknown source or set of regions`);
      if (prices.length > columns.length) say(`${line} has more prices than columns`);
      if ((kind === 'feature') !== line.startsWith('/')) say(`${line} does not fit a ${kind}`);
    }
  }
  const seen = new Set<string>();
  for (const row of unpackBook(book)) {
    const key = rowKey(row);
    if (seen.has(key)) problems.push(`${key}: two prices for one key`);
    seen.add(key);
    if (!book.regions.includes(row.region)) problems.push(`${key}: a region that the book does not list`);
    if (row.unit === 'tokens' && row.usd === '0') problems.push(`${key}: tokens at zero`);
    if (row.source[1] > book.asOf) problems.push(`${key}: newer than the book`);
  }
  return problems;
}
