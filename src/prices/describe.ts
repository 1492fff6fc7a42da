/** What a book covers, as Markdown: figures, sources, and every subject with its dimensions. */
import type { BookFile, PriceRow } from './book-file.ts';
import type { CatalogueFile } from './catalogue-file.ts';
import { compare, groupBy, unpackBook, writeBook } from './pack.ts';

/** The generated part of docs/prices.md. */
export function describeBook(book: BookFile, catalogue: CatalogueFile): string {
  const rows = [...unpackBook(book)];
  return [
    figures(book, catalogue, rows),
    sources(rows),
    features(book, rows),
    modelDimensions(rows),
    regions(rows),
  ].join('\n');
}

function figures(book: BookFile, catalogue: CatalogueFile, rows: readonly PriceRow[]): string {
  const models = new Set(rows.filter((row) => row.kind === 'model').map((row) => row.subject));
  const known = new Map(catalogue.models.map((model) => [model.key, model]));
  const without = catalogue.models
    .filter((model) => !models.has(model.key))
    .map((model) => `\`${model.key}\``);
  const onlyOne = [
    ...groupBy(
      rows.filter((row) => row.kind === 'feature'),
      (row) => `${row.subject} ${row.dimension}`,
    ).values(),
  ];
  const assumed = onlyOne.filter((cells) => cells.every((cell) => cell.region === 'us-east-1')).length;
  return `## Coverage

Edition \`${book.edition}\`, newest observation ${book.asOf}, ${count(Math.round(writeBook(book).length / 1000))} kB.

| | |
|---|---:|
| prices | ${count(rows.length)} |
| models in the catalogue | ${catalogue.models.length} |
| models with a price | ${[...models].filter((key) => known.has(key)).length} |
| features and services beside Bedrock | ${new Set(rows.filter((row) => row.kind === 'feature').map((row) => row.subject)).size} |
| regions | ${book.regions.length} |
| dimensions of features known for us-east-1 only, assumed elsewhere | ${assumed} of ${onlyOne.length} |

Models without any price: ${without.length === 0 ? 'none' : without.join(', ')}.
`;
}

function sources(rows: readonly PriceRow[]): string {
  const bySource = groupBy(rows, (row) => `${row.source[1]}\n${row.source[0]}\n${row.source[2]}`);
  const lines = [...bySource]
    .sort(([a], [b]) => compare(b, a))
    .map(([name, cells]) => {
      const [asOf, title, confidence] = name.split('\n');
      return `| ${asOf} | ${cell(title)} | ${confidence} | ${count(cells.length)} |`;
    });
  return `## Prices by source

Confidence A is the price list or the pricing page of AWS, B a text of AWS or two independent sources, C one other source.

| as of | source | | prices |
|---|---|---|---:|
${lines.join('\n')}
`;
}

function features(book: BookFile, rows: readonly PriceRow[]): string {
  const lines = [
    ...groupBy(
      rows.filter((row) => row.kind === 'feature'),
      (row) => `${row.subject}\n${row.dimension}`,
    ),
  ].map(([name, cells]) => {
    const [subject, dimension] = name.split('\n');
    const virginia = cells.find((row) => row.region === 'us-east-1') ?? cells[0];
    const elsewhere = cells.length > 1 ? `${cells.length} regions` : virginia?.region;
    return `| \`${subject}\` | \`${dimension}\` | ${virginia?.usd} | ${count(Number(virginia?.per))} ${virginia?.unit} | ${elsewhere} | ${virginia?.source[2]} | ${virginia?.source[1]} |`;
  });
  const unsettled = Object.entries(book.subjects).flatMap(([subject, entry]) =>
    Object.entries(entry.unsettled ?? {}).map(
      ([dimension, why]) => `| \`${subject}\` | \`${dimension}\` | not settled | ${cell(why)} | | | |`,
    ),
  );
  return `## Features: subjects and dimensions

| subject | dimension | USD | per | known in | | as of |
|---|---|---:|---|---|---|---|
${[...lines, ...unsettled].sort(compare).join('\n')}
`;
}

function modelDimensions(rows: readonly PriceRow[]): string {
  const byDimension = groupBy(
    rows.filter((row) => row.kind === 'model'),
    (row) => `${row.dimension}\n${row.per}\n${row.unit}`,
  );
  const lines = [...byDimension].map(([name, cells]) => {
    const [dimension, per, unit] = name.split('\n');
    const subjects = [...new Set(cells.map((row) => row.subject))].sort(compare);
    const example = subjects.slice(0, 2).map((subject) => `\`${subject}\``);
    const tiers = [...new Set(cells.map((row) => row.tier))].sort(compare).join(', ');
    return `| \`${dimension}\` | ${count(Number(per))} ${unit} | ${tiers} | ${subjects.length} | ${example.join(', ')} |`;
  });
  return `## Models: dimensions

| dimension | per | tiers | models | for example |
|---|---|---|---:|---|
${lines.sort(compare).join('\n')}
`;
}

function regions(rows: readonly PriceRow[]): string {
  const models = rows.filter(
    (row) =>
      row.kind === 'model' &&
      row.dimension === 'input' &&
      row.tier === 'standard' &&
      row.context === 'normal',
  );
  const lines = [...groupBy(models, (row) => row.region)]
    .sort(([a], [b]) => compare(a, b))
    .map(([region, cells]) => {
      const of = (scope: string) => cells.filter((row) => row.scope === scope).length;
      return `| ${region} | ${of('in-region')} | ${of('geographic')} | ${of('global')} |`;
    });
  return `## Models with a standard input price, by region and scope

| region | in region | geographic | global |
|---|---:|---:|---:|
${lines.join('\n')}
`;
}

function count(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}

function cell(text: string | undefined): string {
  return (text ?? '').replaceAll('|', '\\|');
}
