/** Which parts of two texts belong together: both are cut at the lines that did not change. */

/** The number of the part in which each line stands, counted from 1 on each side; equal numbers face each other. */
export interface Hunks {
  before(line: number): number;
  after(line: number): number;
}

/**
 * Cuts two texts at the lines that each holds once, in the longest order that both share. Such lines move seldom, so
 * what stands between two of them was one change. O(n log n).
 */
export function hunksOf(before: string, after: string): Hunks {
  const left = before.split('\n');
  const right = after.split('\n');
  const anchors = inOrder(sharedOnce(left, right));
  const countBefore = (line: number) => countUpTo(anchors, ([at]) => at, line - 1);
  const countAfter = (line: number) => countUpTo(anchors, ([, at]) => at, line - 1);
  return { before: countBefore, after: countAfter };
}

type Anchor = readonly [left: number, right: number];

/** Lines that stand exactly once on each side, in the order of the left one. */
function sharedOnce(left: readonly string[], right: readonly string[]): readonly Anchor[] {
  const once = positionsOfUnique(right);
  return [...positionsOfUnique(left)].flatMap(([line, at]): readonly Anchor[] => {
    const other = once.get(line);
    return other === undefined ? [] : [[at, other]];
  });
}

function positionsOfUnique(lines: readonly string[]): ReadonlyMap<string, number> {
  const positions = new Map<string, number>();
  const repeated = new Set<string>();
  lines.forEach((raw, at) => {
    const line = raw.trim();
    if (line === '' || repeated.has(line)) return;
    if (positions.delete(line)) repeated.add(line);
    else positions.set(line, at);
  });
  return positions;
}

/** The longest run of anchors that rises on both sides. */
function inOrder(anchors: readonly Anchor[]): readonly Anchor[] {
  const tails: number[] = [];
  const previous: number[] = [];
  anchors.forEach(([, right], index) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((anchors[tails[middle] ?? 0]?.[1] ?? 0) < right) low = middle + 1;
      else high = middle;
    }
    previous[index] = low === 0 ? -1 : (tails[low - 1] ?? -1);
    tails[low] = index;
  });
  const chain: Anchor[] = [];
  for (let index = tails.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) {
    const anchor = anchors[index];
    if (anchor !== undefined) chain.push(anchor);
  }
  return chain.reverse();
}

/** How many anchors stand before a line. */
function countUpTo(anchors: readonly Anchor[], side: (anchor: Anchor) => number, line: number): number {
  let low = 0;
  let high = anchors.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const anchor = anchors[middle];
    if (anchor !== undefined && side(anchor) < line) low = middle + 1;
    else high = middle;
  }
  return low;
}
