/** Reads our Markdown back as strictly as it is written, to see that nothing of the pull request got out of place. */

const CODE = /<code>((?:[A-Za-z0-9 ]|&#[0-9]+;|<span><\/span>|&nbsp;)*)<\/code>/g;
const TAGS = /<\/?(?:details|summary|sub|strong|pre)>|<details open>|<br>/g;

export interface Reading {
  /** The text of each `<code>`, decoded. */
  readonly codes: readonly string[];
  /** What stands outside of `<code>` and of the tags of ours, entities decoded. */
  readonly outside: string;
  /** The same before decoding, for what Markdown sees. */
  readonly raw: string;
  /** Number of cells of each table row, by table. */
  readonly tables: readonly (readonly number[])[];
}

export function read(markdown: string): Reading {
  const codes = [...markdown.matchAll(CODE)].map(([, text = '']) =>
    decoded(text.replaceAll('<span></span>', '')),
  );
  const raw = markdown.replace(CODE, '\u2423').replace(TAGS, '');
  return { codes, outside: decoded(raw), raw, tables: tablesOf(raw) };
}

export function decoded(text: string): string {
  return text
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&NoBreak;', '')
    .replace(/&#([0-9]+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
}

/** What Markdown or GitHub would do something with, in text outside of `<code>`; `ours` is taken out before. */
export function dangers(markdown: string, ours: readonly string[] = []): readonly string[] {
  const { raw, outside } = read(ours.reduce((text, part) => text.replaceAll(part, ''), markdown));
  const structure = /<|`|!\[|\]\(|\\|~~|\[|\]|^ {0,3}(?:>|~~~|\d+[.)] |[+*] |={3,}|-{3,} *$)/gm;
  const meaning = /@|#\d|\bGH-\d|https?:|www\.|:[a-z_]+:|(?<![\d.])\b[0-9a-f]{7,40}\b/gi;
  return [...(raw.match(structure) ?? []), ...(outside.match(meaning) ?? [])];
}

function tablesOf(raw: string): readonly (readonly number[])[] {
  const tables: number[][] = [];
  let inside = false;
  for (const line of raw.split('\n')) {
    const row = line.startsWith('|');
    if (row && !inside) tables.push([]);
    if (row) tables.at(-1)?.push(line.split('|').length - 2);
    inside = row;
  }
  return tables;
}
