/**
 * Which words of a sentence are plain: words of letters, numbers, amounts, dates and the few signs of arithmetic.
 * Everything else (paths, ids, addresses, mentions, references, emoji codes, markup) is better shown as code, and
 * is safe there.
 */

const OPENING = /^[("'“]+/;
const CLOSING = /[)"'”,.;:?!…]+$/;

const PATTERNS: readonly RegExp[] = [
  /** Words, also hyphenated: `in-region`, `doesn't`. */
  /^[A-Za-z]+(?:[-'’][A-Za-z]+)*$/,
  /** Short names with a number: `S3`, `EC2`, `v2`. */
  /^[A-Za-z]{1,4}[0-9]{1,2}$/,
  /** Numbers and amounts: `5`, `1,000`, `0.25`, `$3.00`, `+$350.40`, `80%`, `10–20`. */
  /^[+\-−<≈≥]?\$?[0-9]{1,6}(?:,[0-9]{3})*(?:\.[0-9]+)?%?(?:[–-]\$?[0-9]{1,6}(?:,[0-9]{3})*(?:\.[0-9]+)?%?)?$/,
  /** A number with its unit: `30-day`, `5m`, `10k`. */
  /^[0-9]{1,6}-?[A-Za-z]{1,6}$/,
  /** Dates: `2026-10-08`. */
  /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/,
  /** Regions: `us-gov-west-1`. */
  /^[a-z]{2}(?:-[a-z]+){1,2}-[0-9]$/,
  /** Signs that stand alone. */
  /^[→×·–−+=/≥≈-]$/,
];

/** A commit id is linked to its commit; words of seven and more hexadecimal digits could be one. */
const COMMIT_ID = /^[0-9a-f]{7,}$/i;

/** True where `word` (without spaces) can stand in a sentence as it is, once characters of markup are entities. */
export function isPlainWord(word: string): boolean {
  if (word.length > 40) return false;
  if (/^[)"'”,.;:?!…]{1,3}$/.test(word)) return true;
  const core = word.replace(OPENING, '').replace(CLOSING, '');
  return !COMMIT_ID.test(core) && PATTERNS.some((pattern) => pattern.test(core));
}
