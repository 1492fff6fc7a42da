import { editDistance } from '../model/edit-distance.ts';

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
