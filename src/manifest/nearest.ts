/** The known word that a mistyped one was most likely meant to be. */
import { editDistance } from '../model/edit-distance.ts';

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
    const changes = editDistance(lower, candidate.toLowerCase().replaceAll('-', '_'));
    if (changes <= allowed && changes < fewest) {
      best = candidate;
      fewest = changes;
    }
  }
  return best;
}
