/** The known word that a mistyped one was most likely meant to be. */

/** Longer words than any key of ours are compared with nothing. */
const LONGEST = 40;

/** More words than this are not looked at: a manifest may have thousands of names, and as many mistakes in them. */
const MOST = 200;

/** The nearest of `known` within a third of its length (at least one change, at most three); the first of equals. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  if (word.length > LONGEST) return undefined;
  const lower = word.toLowerCase().replaceAll('-', '_');
  let best: string | undefined;
  let fewest = Number.POSITIVE_INFINITY;
  let looked = 0;
  for (const candidate of known) {
    if (++looked > MOST) break;
    const allowed = Math.min(3, Math.max(1, Math.floor(candidate.length / 3)));
    if (Math.abs(candidate.length - lower.length) > allowed) continue;
    const changes = distance(lower, candidate.toLowerCase().replaceAll('-', '_'));
    if (changes <= allowed && changes < fewest) {
      best = candidate;
      fewest = changes;
    }
  }
  return best;
}

/** Insertions, deletions, replacements and swaps of neighbours that lead from one word to the other. */
function distance(from: string, to: string): number {
  let before: readonly number[] = [];
  let above: readonly number[] = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1];
      const swapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      const changes = Math.min(
        (above[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (above[column - 1] ?? 0) + (same ? 0 : 1),
        swapped && row > 1 ? (before[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
      current.push(changes);
    }
    before = above;
    above = current;
  }
  return above[to.length] ?? 0;
}
