/** `csvdecode`: RFC 4180 as Go's `encoding/csv` reads it. */
import { LIMITS } from '../../../model/limits.ts';
import { text, type Unknown, type Value } from '../../../model/value.ts';
import type { Budget } from '../evaluate/budget.ts';
import { normalize } from '../hcl/characters.ts';
import { failure, list, map } from '../values/value.ts';
import { define, type TerraformFunction } from './function.ts';

export const CSV_FUNCTIONS: Readonly<Record<string, TerraformFunction>> = {
  csvdecode: define(['text'], (budget, value) => decodeCsv(value, budget)),
};

/** One object of texts for each line after the first, which names the columns. */
function decodeCsv(source: string, budget: Budget): Value {
  const lines = readRecords(source.replaceAll('\r\n', '\n'));
  if (lines === undefined) return failure('csvdecode() got a text that is no CSV');
  const [names, ...rows] = lines;
  if (names === undefined) return failure('csvdecode() got no line that names the columns');
  if (new Set(names).size < names.length) return failure('csvdecode() got a column twice');
  if (rows.length > LIMITS.valueItems) return budget.tooLarge('collection');
  const made: Value[] = [];
  for (const row of rows) {
    if (row.length !== names.length) return failure('csvdecode() got lines of different lengths');
    const problem: Unknown | undefined = budget.spend(row.length) ? undefined : budget.outOfSteps();
    if (problem !== undefined) return problem;
    made.push(map(new Map(names.map((name, index) => [name, text(row[index] ?? '')]))));
  }
  return list(made);
}

/** Lines as lists of fields, empty lines left out; `undefined` where quotes are wrong. */
function readRecords(source: string): string[][] | undefined {
  const records: string[][] = [];
  let at = 0;
  while (at < source.length) {
    if (source[at] === '\n') {
      at++;
      continue;
    }
    const record: string[] = [];
    for (;;) {
      const field = source[at] === '"' ? readQuoted(source, at + 1) : readPlain(source, at);
      if (field === undefined) return undefined;
      record.push(normalize(field.value));
      at = field.end + 1;
      if (source[field.end] !== ',') break;
    }
    records.push(record);
  }
  return records;
}

interface Field {
  readonly value: string;
  /** The offset of the comma or line break after it. */
  readonly end: number;
}

function readPlain(source: string, start: number): Field | undefined {
  let end = start;
  while (end < source.length && source[end] !== ',' && source[end] !== '\n') {
    if (source[end] === '"') return undefined;
    end++;
  }
  return { value: source.slice(start, end), end };
}

function readQuoted(source: string, start: number): Field | undefined {
  let value = '';
  let at = start;
  for (;;) {
    const quote = source.indexOf('"', at);
    if (quote === -1) return undefined;
    value += source.slice(at, quote);
    at = quote + 1;
    const next = source[at];
    if (next !== '"')
      return next === undefined || next === ',' || next === '\n' ? { value, end: at } : undefined;
    value += '"';
    at++;
  }
}
