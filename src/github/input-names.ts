/** The names of the inputs, and those that people write in their place. */
import { editDistance } from '../model/edit-distance.ts';
import type { InputProblem } from './input-values.ts';

/** Every input of action.yml. */
export const INPUT_NAMES = [
  'token',
  'working-directory',
  'manifests',
  'base',
  'head',
  'budget',
  'max-increase',
  'max-increase-percent',
  'on-unpriced',
  'comment',
  'comment-minimum',
  'comment-key',
  'override-label',
  'prices',
  'annotations',
  'summary',
] as const;

export type InputName = (typeof INPUT_NAMES)[number];

/** What the same thing is called elsewhere; an input that is renamed one day goes here too, under its old name. */
const OTHER_NAMES: ReadonlyMap<string, InputName> = new Map([
  ['github-token', 'token'],
  ['repo-token', 'token'],
  ['path', 'working-directory'],
  ['directory', 'working-directory'],
  ['manifest-path', 'manifests'],
  ['base-ref', 'base'],
  ['base-sha', 'base'],
  ['head-ref', 'head'],
  ['head-sha', 'head'],
  ['monthly-budget', 'budget'],
  ['max-cost', 'budget'],
  ['fail-on-unpriced', 'on-unpriced'],
  ['on-unknown', 'on-unpriced'],
  ['comment-mode', 'comment'],
  ['label', 'override-label'],
  ['prices-file', 'prices'],
]);

const NEAR = 2;
/** In short names two letters make another word. */
const SHORT = 6;

/**
 * Inputs that are ours under another name: the runner only warns of those, and a budget that is not obeyed would
 * look like one that holds. `given` holds names as the runner spells them, `INPUT_MAX-INCREASE`. What is like none
 * of ours is left to the runner.
 */
export function misnamed(given: readonly string[]): InputProblem[] {
  const exact = new Set(INPUT_NAMES.map((name) => `INPUT_${name.toUpperCase()}`));
  return given.flatMap((name) => {
    if (exact.has(name) || !name.startsWith('INPUT_')) return [];
    const written = name.slice('INPUT_'.length).toLowerCase();
    const meant = meantBy(written.replaceAll(/[_ ]/g, '-'));
    if (meant === undefined) return [];
    return [{ message: `The input "${written}" does not exist.`, hint: `Write "${meant}".` }];
  });
}

function meantBy(written: string): InputName | undefined {
  const plain = (name: string) => name.replaceAll('-', '');
  return (
    OTHER_NAMES.get(written) ??
    INPUT_NAMES.find((name) => plain(name) === plain(written)) ??
    INPUT_NAMES.find(
      (name) =>
        Math.abs(name.length - written.length) <= NEAR &&
        editDistance(name, written) <= (name.length <= SHORT ? 1 : NEAR),
    )
  );
}
