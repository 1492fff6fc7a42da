/** Patterns as programs of small steps, which a search runs side by side. */
import type { Pattern, Range } from './syntax.ts';

export type Step =
  | { readonly kind: 'set'; readonly ranges: readonly Range[]; readonly negated: boolean }
  | { readonly kind: 'assertion'; readonly at: 'start' | 'end' | 'boundary' | 'inside' }
  /** Goes on at both places; the first is preferred. */
  | { readonly kind: 'split'; first: number; second: number }
  | { readonly kind: 'jump'; to: number }
  | { readonly kind: 'save'; readonly slot: number }
  | { readonly kind: 'match' };

const MAXIMUM_STEPS = 2_000;

/** The program of a pattern; `undefined` where it would be too long. */
export function compilePattern(pattern: Pattern): readonly Step[] | undefined {
  const steps: Step[] = [];
  if (!emit({ kind: 'group', index: 0, item: pattern }, steps)) return undefined;
  steps.push({ kind: 'match' });
  return steps;
}

function emit(pattern: Pattern, steps: Step[]): boolean {
  if (steps.length > MAXIMUM_STEPS) return false;
  switch (pattern.kind) {
    case 'set':
    case 'assertion':
      steps.push(pattern);
      return true;
    case 'sequence':
      return pattern.items.every((item) => emit(item, steps));
    case 'group': {
      steps.push({ kind: 'save', slot: 2 * pattern.index });
      const fits = emit(pattern.item, steps);
      steps.push({ kind: 'save', slot: 2 * pattern.index + 1 });
      return fits;
    }
    case 'choice':
      return emitChoice(pattern.items, steps);
    case 'repeat':
      return emitRepeat(pattern, steps);
  }
}

function emitChoice(items: readonly Pattern[], steps: Step[]): boolean {
  const ends: { readonly kind: 'jump'; to: number }[] = [];
  for (const [index, item] of items.entries()) {
    if (index === items.length - 1) {
      if (!emit(item, steps)) return false;
      continue;
    }
    const split = { kind: 'split' as const, first: steps.length + 1, second: 0 };
    steps.push(split);
    if (!emit(item, steps)) return false;
    const end = { kind: 'jump' as const, to: 0 };
    ends.push(end);
    steps.push(end);
    split.second = steps.length;
  }
  for (const end of ends) end.to = steps.length;
  return true;
}

function emitRepeat(
  { item, least, most, greedy }: Extract<Pattern, { readonly kind: 'repeat' }>,
  steps: Step[],
): boolean {
  for (let time = 0; time < least; time++) if (!emit(item, steps)) return false;
  if (most === Number.POSITIVE_INFINITY) {
    const start = steps.length;
    const split = { kind: 'split' as const, first: 0, second: 0 };
    steps.push(split);
    if (!emit(item, steps)) return false;
    steps.push({ kind: 'jump', to: start });
    setBranches(split, start + 1, steps.length, greedy);
    return true;
  }
  const splits: {
    readonly split: { kind: 'split'; first: number; second: number };
    readonly start: number;
  }[] = [];
  for (let time = least; time < most; time++) {
    const split = { kind: 'split' as const, first: 0, second: 0 };
    steps.push(split);
    splits.push({ split, start: steps.length });
    if (!emit(item, steps)) return false;
  }
  for (const { split, start } of splits) setBranches(split, start, steps.length, greedy);
  return true;
}

function setBranches(
  split: { first: number; second: number },
  inside: number,
  after: number,
  greedy: boolean,
): void {
  split.first = greedy ? inside : after;
  split.second = greedy ? after : inside;
}
