/**
 * What a refresh of the price book does to the examples, as Markdown: `npm run prices:impact [REVISION]`.
 *
 * The book of a commit (HEAD where none is named) against the one in the work tree, over the head of every example.
 * It tells whoever reviews the refresh what users would have seen.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { estimateSnapshot } from '../../src/compare.ts';
import { diffEstimates } from '../../src/diff/diff.ts';
import type { PriceBook } from '../../src/model/price.ts';
import { loadPriceBook, priceBookOf } from '../../src/prices/book.ts';
import type { BookFile } from '../../src/prices/book-file.ts';
import { signedPercent, signedUsd, usd } from '../../src/render/money.ts';
import { openDirectory } from '../../src/snapshot/directory.ts';

const ROOT = join(import.meta.dirname, '../..');

function bookOf(revision: string): PriceBook {
  const text = execFileSync('git', ['show', `${revision}:src/prices/data/book.json`], {
    cwd: ROOT,
    maxBuffer: 2 ** 28,
  });
  return priceBookOf(JSON.parse(text.toString('utf8')) as BookFile);
}

async function exampleLine(name: string, before: PriceBook, after: PriceBook): Promise<string> {
  const tree = await openDirectory(join(ROOT, 'examples', name, 'head'));
  const old = await estimateSnapshot(tree, { book: before });
  const now = await estimateSnapshot(tree, { book: after });
  const { base, head, delta } = diffEstimates(old.estimate, now.estimate, { titles: new Map() });
  const percent =
    delta.percent === undefined || delta.percent.isZero() ? '' : ` (${signedPercent(delta.percent)})`;
  const change = `${signedUsd(delta.monthly.expected)}${percent}`;
  const unpriced =
    base.unpriced === head.unpriced ? String(head.unpriced) : `${base.unpriced} → ${head.unpriced}`;
  return `| ${name} | ${usd(base.monthly.expected)} | ${usd(head.monthly.expected)} | ${change} | ${unpriced} |`;
}

async function main(): Promise<void> {
  const before = bookOf(process.argv[2] ?? 'HEAD');
  const after = await loadPriceBook();
  const lines = [
    `Price book \`${before.edition}\` → \`${after.edition}\`. What it does to the examples, a month:`,
    '',
    '| example | before | after | change | not priced |',
    '|---|---:|---:|---:|---:|',
  ];
  for (const name of readdirSync(join(ROOT, 'examples')).sort())
    lines.push(await exampleLine(name, before, after));
  process.stdout.write(`${lines.join('\n')}\n`);
}

await main();
