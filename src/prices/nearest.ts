/** Names near a misspelt one, by the number of letters to change. */
import { editDistance } from '../model/edit-distance.ts';
import { compare } from './pack.ts';

/** Longer names are not compared. */
const LONGEST = 80;

/** Up to `count` of `names` within a third of the length of `text`, nearest first. */
export function nearestNames(text: string, names: readonly string[], count = 3): readonly string[] {
  if (text.length === 0 || text.length > LONGEST) return [];
  const limit = Math.max(2, Math.floor(text.length / 3));
  return names
    .map((name) => ({ name, distance: distanceTo(text, name) }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance || compare(a.name, b.name))
    .slice(0, count)
    .map(({ name }) => name);
}

/** The smaller of the distances to the whole name and to the part after its provider. */
function distanceTo(text: string, name: string): number {
  const dot = name.indexOf('.');
  const whole = editDistance(text, name);
  return text.includes('.') && dot >= 0 && text.slice(0, text.indexOf('.')) === name.slice(0, dot)
    ? whole
    : Math.min(whole, editDistance(text, name.slice(dot + 1)));
}
