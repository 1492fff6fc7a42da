/**
 * Which SKU of the price list each price is from, for whoever checks one. Stands beside the book and is not loaded with
 * it. A rate code is the SKU with `.JRTCKXETXF.6YS6EN2CT7` behind it, the codes of on-demand terms.
 */
import { compare, groupBy } from '../pack.ts';

export interface SkuFile {
  readonly edition: string;
  /** By subject, then by `dimension line`: `region=SKU`, separated by spaces. */
  readonly subjects: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** The file's text. Keys are those of `rowKey`: subject, dimension, line and region, separated by spaces. */
export function writeSkus(edition: string, skus: ReadonlyMap<string, string>): string {
  const entries = [...skus]
    .sort(([a], [b]) => compare(a, b))
    .map(([key, sku]) => {
      const [subject = '', dimension = '', line = '', region = ''] = key.split(' ');
      return { subject, name: `${dimension} ${line}`, region, sku };
    });
  const subjects = [...groupBy(entries, (entry) => entry.subject)].map(([subject, members]) => {
    const lines = [...groupBy(members, (entry) => entry.name)].map(([name, regions]) => {
      const text = regions.map(({ region, sku }) => `${region}=${sku}`).join(' ');
      return `      ${JSON.stringify(name)}: ${JSON.stringify(text)}`;
    });
    return `    ${JSON.stringify(subject)}: {\n${lines.join(',\n')}\n    }`;
  });
  return `{\n  "edition": ${JSON.stringify(edition)},\n  "subjects": {\n${subjects.join(',\n')}\n  }\n}\n`;
}

/** The SKU of one price; undefined where it is not known. */
export function skuOf(
  file: SkuFile,
  subject: string,
  dimension: string,
  line: string,
  region: string,
): string | undefined {
  if (!Object.hasOwn(file.subjects, subject)) return undefined;
  const lines = file.subjects[subject] ?? {};
  const name = `${dimension} ${line}`;
  const text = Object.hasOwn(lines, name) ? (lines[name] ?? '') : '';
  return text
    .split(' ')
    .find((entry) => entry.startsWith(`${region}=`))
    ?.slice(region.length + 1);
}
