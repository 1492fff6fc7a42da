/**
 * Searches a text for a pattern in time linear in the text: all ways to match are followed at once, the preferred ones
 * first, as Go's `regexp` prefers them. No pattern can make it go back.
 */
import { compilePattern, type Step } from './program.ts';
import { type ParsedPattern, parsePattern } from './syntax.ts';

export interface Searcher {
  readonly names: ParsedPattern['names'];
  readonly ignoresCase: boolean;
  readonly steps: readonly Step[];
}

/** Where a match and its groups start and end, two offsets each; `undefined` for groups that took no part. */
export type Match = readonly (number | undefined)[];

interface Thread {
  readonly step: number;
  readonly slots: Match;
}

/** What is needed to search for a pattern; `undefined` where the pattern is not understood here. */
export function createSearcher(source: string): Searcher | undefined {
  const parsed = parsePattern(source);
  const steps = parsed === undefined ? undefined : compilePattern(parsed.pattern);
  if (parsed === undefined || steps === undefined) return undefined;
  return { names: parsed.names, ignoresCase: parsed.ignoresCase, steps };
}

/** The first match in the code points of a text from an offset on. `spend` counts the work; when it refuses, it is `stopped`. */
export function search(
  searcher: Searcher,
  text: readonly number[],
  from: number,
  spend: (steps: number) => boolean,
): Match | undefined | 'stopped' {
  let threads: Thread[] = [];
  let found: Match | undefined;
  for (let at = from; at <= text.length; at++) {
    const next: Thread[] = [];
    const seen = new Set<number>();
    // Ways that started earlier come first; a new one starts here only while nothing has matched.
    const current: Thread[] = [];
    for (const thread of threads) follow(searcher, thread, text, at, seen, current);
    if (found === undefined) follow(searcher, { step: 0, slots: [] }, text, at, seen, current);
    if (!spend(1 + (current.length >> 2))) return 'stopped';
    for (const { step, slots } of current) {
      const instruction = searcher.steps[step];
      if (instruction?.kind === 'match') {
        found = slots;
        break;
      }
      if (
        instruction?.kind === 'set' &&
        at < text.length &&
        isIn(instruction, text[at] ?? 0, searcher.ignoresCase)
      ) {
        next.push({ step: step + 1, slots });
      }
    }
    threads = next;
    if (threads.length === 0 && found !== undefined) break;
  }
  return found;
}

/** Takes all steps that read nothing; leaves those that read a character, and matches, in `reached`. */
function follow(
  { steps }: Searcher,
  start: Thread,
  text: readonly number[],
  at: number,
  seen: Set<number>,
  reached: Thread[],
): void {
  const open: Thread[] = [start];
  for (let thread = open.pop(); thread !== undefined; thread = open.pop()) {
    const { step, slots } = thread;
    if (seen.has(step)) continue;
    seen.add(step);
    const instruction = steps[step];
    switch (instruction?.kind) {
      case 'jump':
        open.push({ step: instruction.to, slots });
        break;
      case 'split':
        open.push({ step: instruction.second, slots }, { step: instruction.first, slots });
        break;
      case 'save': {
        const saved = [...slots];
        saved[instruction.slot] = at;
        open.push({ step: step + 1, slots: saved });
        break;
      }
      case 'assertion':
        if (holds(instruction.at, text, at)) open.push({ step: step + 1, slots });
        break;
      default:
        reached.push(thread);
    }
  }
}

function holds(
  assertion: 'start' | 'end' | 'boundary' | 'inside',
  text: readonly number[],
  at: number,
): boolean {
  if (assertion === 'start') return at === 0;
  if (assertion === 'end') return at === text.length;
  const boundary = isWord(text[at - 1]) !== isWord(text[at]);
  return boundary === (assertion === 'boundary');
}

function isWord(code: number | undefined): boolean {
  return code !== undefined && code < 128 && /\w/.test(String.fromCharCode(code));
}

function isIn(
  { ranges, negated }: Step & { readonly kind: 'set' },
  code: number,
  ignoresCase: boolean,
): boolean {
  const other = ignoresCase ? otherCase(code) : code;
  const inside = ranges.some(
    ([first, last]) => (code >= first && code <= last) || (other >= first && other <= last),
  );
  return inside !== negated;
}

/** Of an ASCII letter; texts beyond ASCII are never searched without regard to case. */
function otherCase(code: number): number {
  if (code >= 0x41 && code <= 0x5a) return code + 32;
  return code >= 0x61 && code <= 0x7a ? code - 32 : code;
}
