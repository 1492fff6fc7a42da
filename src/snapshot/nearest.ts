/** The names that a mistyped one probably meant, nearest first, at most three. */
export function nearest(written: string, names: readonly string[]): string[] {
  const allowed = Math.max(2, Math.floor(written.length / 3));
  const found: { name: string; distance: number }[] = [];
  for (const name of new Set(names)) {
    const distances = [name, name.slice(name.indexOf('/') + 1)]
      .filter((candidate) => Math.abs(candidate.length - written.length) <= allowed)
      .map((candidate) => editDistance(written, candidate));
    const distance = Math.min(...distances);
    if (distance <= allowed) found.push({ name, distance });
  }
  found.sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1));
  return found.slice(0, 3).map(({ name }) => name);
}

/** How many characters must be typed, deleted or replaced. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, replaced));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
