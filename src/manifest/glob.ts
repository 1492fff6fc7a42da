/**
 * Path patterns: literal folders, `*` for any part of one name, `**` for any number of folders. Nothing else is
 * special. Matching takes at most the product of both lengths and never backtracks further than the last star.
 */

/** True where the whole path matches the pattern. */
export function matchesGlob(pattern: string, path: string): boolean {
  return matchesSequence(pattern.split('/'), path.split('/'), '**', matchesName);
}

function matchesName(pattern: string, name: string): boolean {
  return matchesSequence(Array.from(pattern), Array.from(name), '*', (left, right) => left === right);
}

/** `star` stands for any number of items; every other item of the pattern for one that it fits. */
function matchesSequence(
  pattern: readonly string[],
  items: readonly string[],
  star: string,
  fits: (pattern: string, item: string) => boolean,
): boolean {
  let next = 0;
  let afterStar = -1;
  let resume = 0;
  let index = 0;
  while (index < items.length) {
    const wanted = pattern[next];
    if (wanted === star) {
      afterStar = ++next;
      resume = index;
    } else if (wanted !== undefined && fits(wanted, items[index] ?? '')) {
      next++;
      index++;
    } else if (afterStar >= 0) {
      next = afterStar;
      index = ++resume;
    } else {
      return false;
    }
  }
  return pattern.slice(next).every((rest) => rest === star);
}
