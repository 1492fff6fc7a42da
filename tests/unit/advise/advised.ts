/** Advice on small trees that stand in a test. */
import { compare } from '../../../src/compare.ts';
import type { Advice, Report } from '../../../src/model/report.ts';
import type { Snapshot } from '../../../src/model/snapshot.ts';
import { numbers } from '../estimate/estimating.ts';

/** The report on a tree that does not change: a manifest (what stands below `version: 1`), and files beside it. */
export async function reportOn(
  manifest: string,
  files: Readonly<Record<string, string>> = {},
): Promise<Report> {
  const snapshot = treeOf({ ...files, 'bedrock-cost.yml': `version: 1\nregion: us-east-1\n${manifest}` });
  return compare(snapshot, snapshot);
}

/** A tree of texts. */
export function treeOf(texts: Readonly<Record<string, string>>): Snapshot {
  return {
    revision: 'test',
    files: Object.keys(texts)
      .sort()
      .map((path) => ({ path, bytes: (texts[path] ?? '').length })),
    diagnostics: [],
    read: async (paths) =>
      new Map(paths.flatMap((path) => (texts[path] === undefined ? [] : [[path, texts[path]] as const]))),
  };
}

/** What is advised, by kind: `batch: 675`, or low, expected and high. */
export function savings({ advice = [] }: Report, ...kinds: readonly string[]): readonly string[] {
  return advice
    .filter(({ kind }) => kinds.length === 0 || kinds.includes(kind))
    .map(({ kind, saves }) => `${kind}: ${numbers(saves)}`);
}

/** The one piece of advice of a kind. */
export function only({ advice = [] }: Report, kind: string): Advice {
  const [first, ...more] = advice.filter((one) => one.kind === kind);
  if (first === undefined || more.length > 0) throw new Error(`${more.length + 1} or no ${kind}`);
  return first;
}

/** The words of a piece of advice, names and all. */
export function said({ words }: Pick<Advice, 'words'>): string {
  return words
    .map((part) => ('plain' in part ? part.plain : 'name' in part ? part.name : part.figure.toFixed()))
    .join(' ')
    .replaceAll(' :', ':');
}
