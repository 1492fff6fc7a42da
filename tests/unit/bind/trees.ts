import { compare } from '../../../src/compare.ts';
import type { Report } from '../../../src/model/report.ts';
import type { Snapshot } from '../../../src/model/snapshot.ts';

/** A tree held in memory. */
export function treeOf(files: Readonly<Record<string, string>>): Snapshot {
  const paths = Object.keys(files).sort();
  return {
    revision: 'x',
    files: paths.map((path) => ({ path, bytes: Buffer.byteLength(files[path] ?? '') })),
    diagnostics: [],
    read: async (asked) =>
      new Map(asked.flatMap((path) => (path in files ? [[path, files[path] ?? ''] as const] : []))),
  };
}

export interface Seen {
  /** `owner: component, item = cost or why`. */
  readonly charges: readonly string[];
  /** `code: message`. */
  readonly diagnostics: readonly string[];
  readonly report: Report;
}

/** What the head of a tree costs, a line each. */
export async function seenIn(files: Readonly<Record<string, string>>): Promise<Seen> {
  const report = await compare(treeOf(files), treeOf(files));
  const charges = report.diff.charges.flatMap(({ head }) => {
    if (head === undefined) return [];
    const item = head.item === undefined ? '' : `, ${head.item}`;
    const cost =
      head.cost.kind === 'priced'
        ? head.cost.amount.expected.toDecimalPlaces(2).toFixed()
        : `? ${head.cost.why}`;
    return [`${head.owner.name}: ${head.component}${item} = ${cost}`];
  });
  return {
    charges,
    diagnostics: report.diagnostics.map(({ code, message }) => `${code}: ${message}`),
    report,
  };
}
