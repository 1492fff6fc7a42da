/** The commands under `prices`: what the shipped book says, how it is made anew, and whether it can be right. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SCOPES, type Scope, TIERS, type Tier } from '../model/price.ts';
import { loadBookFile } from '../prices/book.ts';
import { loadCatalogueFile } from '../prices/catalogue.ts';
import type { GenaiModel } from '../prices/check.ts';
import { EXIT, UsageError } from './exit.ts';
import { writeError, writeResult } from './terminal.ts';

/** Prints the prices of one model or feature as a table. */
export async function runPricesShow(name: string, options: { readonly region?: string }): Promise<number> {
  const { renderShown, showModel } = await import('../prices/show.ts');
  const answer = showModel(await loadBookFile(), await loadCatalogueFile(), name, options.region);
  if (!answer.found) throw new UsageError(answer.why, 'bedrock-cost-diff prices list');
  writeResult(`${renderShown(answer.shown)}\n`, undefined);
  return EXIT.ok;
}

export interface ListOptions {
  readonly subject?: string;
  readonly provider?: string;
  readonly dimension?: string;
  readonly region?: string;
  readonly scope?: string;
  readonly tier?: string;
}

/** Prints every price row that passes the filters. */
export async function runPricesList(options: ListOptions): Promise<number> {
  const { listPrices, renderList } = await import('../prices/show.ts');
  const { scope, tier, ...rest } = options;
  const filter = {
    ...rest,
    ...(scope === undefined ? {} : { scope: oneOf<Scope>('--scope', scope, SCOPES) }),
    ...(tier === undefined ? {} : { tier: oneOf<Tier>('--tier', tier, TIERS) }),
  };
  const rows = listPrices(await loadBookFile(), filter);
  writeResult(rows.length === 0 ? 'no price passes these filters\n' : renderList(rows), undefined);
  return EXIT.ok;
}

function oneOf<Word extends string>(option: string, written: string, words: readonly Word[]): Word {
  const found = words.find((word) => word === written);
  if (found !== undefined) return found;
  throw new UsageError(
    `${option} is "${written}", which is none of ${words.join(', ')}`,
    `${option} ${words[0]}`,
  );
}

export interface UpdateCommandOptions {
  readonly directory: string;
  readonly baseUrl?: string;
  readonly cache?: string;
  readonly region?: readonly string[];
}

/** Makes the book anew from the public AWS Price List; the old one stays untouched on any failure. */
export async function runPricesUpdate(options: UpdateCommandOptions): Promise<number> {
  const { directory, baseUrl, cache, region } = options;
  if (!existsSync(join(directory, 'book.json'))) {
    throw new UsageError(
      `there is no price book in ${directory}`,
      'run it in a checkout of bedrock-cost-diff, or name the directory of book.json with --directory',
    );
  }
  const { updatePrices } = await import('../prices/update/run.ts');
  const { exitCode } = await updatePrices({
    directory,
    say: (line) => writeError(`${line}\n`),
    environment: process.env,
    ...(baseUrl === undefined ? {} : { baseUrl }),
    ...(cache === undefined ? {} : { cache }),
    ...(region === undefined ? {} : { regions: region }),
  });
  return exitCode;
}

/** Tests the book against the ratios that nearly always hold, and against another table where one is given. */
export async function runPricesCheck(options: { readonly against?: string }): Promise<number> {
  const { checkAgainst, ratioWarnings, renderCheck } = await import('../prices/check.ts');
  const book = await loadBookFile();
  const models = options.against === undefined ? [] : readTable(options.against);
  const result = checkAgainst(models, book, await loadCatalogueFile(), models.length === 0 ? [] : undefined);
  writeResult(renderCheck(result, ratioWarnings(book)), undefined);
  return result.differences.some(({ accepted }) => accepted === undefined) ? EXIT.overBudget : EXIT.ok;
}

function readTable(file: string): readonly GenaiModel[] {
  try {
    const { models } = JSON.parse(readFileSync(file, 'utf8')) as { models?: readonly GenaiModel[] };
    if (Array.isArray(models)) return models;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`the table of prices cannot be read: ${reason}`, '--against aws.json');
  }
  throw new UsageError(`${file} has no list of models`, 'the provider "aws" of genai-prices, as JSON');
}
