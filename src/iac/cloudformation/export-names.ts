/** Names of exports that are known in part: `${AWS::StackName}-GuardrailId`. */
import type { TextValue, Unknown } from '../../model/value.ts';
import { UNKNOWN_STACK } from './pseudo-parameters.ts';

/** With fewer letters and digits in common, two names say nothing of each other. */
const LEAST = 3;

type Name = TextValue | Unknown;

/**
 * Whether two names could be one. Where both are known in part, both leave the same parts open; where one is whole, the
 * other one's parts stand in it in their order.
 */
export function fits(one: Name, other: Name): boolean {
  const [first, second] = [partsOf(one), partsOf(other)];
  if (first === undefined || second === undefined) return false;
  if (!isTelling(first) || !isTelling(second)) return false;
  if (first.length === 1 && second.length === 1) return first[0] === second[0];
  if (first.length > 1 && second.length > 1)
    return first.length === second.length && first.every((part, index) => part === second[index]);
  return first.length > 1 ? holds(second[0] ?? '', first) : holds(first[0] ?? '', second);
}

/** What the stack must be called for its export to have this name; `undefined` where more than its name is open. */
export function nameOfStack(made: Name, wanted: Name): string | undefined {
  if (wanted.kind !== 'text' || made.kind !== 'unknown') return undefined;
  const open = made.pieces?.filter((piece) => typeof piece !== 'string') ?? [];
  const parts = partsOf(made) ?? [];
  const [before = '', after = ''] = parts;
  if (open.length !== 1 || open[0]?.why !== UNKNOWN_STACK || parts.length !== 2) return undefined;
  const name = wanted.value.slice(before.length, wanted.value.length - after.length);
  return /^[A-Za-z][A-Za-z0-9-]{0,127}$/.test(name) ? name : undefined;
}

/** The known texts between the unknown parts: `['', '-GuardrailId']`. */
function partsOf(name: Name): readonly string[] | undefined {
  if (name.kind === 'text') return [name.value];
  if (name.pieces === undefined) return undefined;
  const parts = [''];
  for (const piece of name.pieces) {
    if (typeof piece === 'string') parts[parts.length - 1] += piece;
    else parts.push('');
  }
  return parts;
}

function isTelling(parts: readonly string[]): boolean {
  return parts.join('').replaceAll(/[^A-Za-z0-9]/g, '').length >= LEAST;
}

/** Whether a text is made of the parts with at least one character between any two. Linear in the text for each part. */
function holds(text: string, parts: readonly string[]): boolean {
  const first = parts[0] ?? '';
  const last = parts.at(-1) ?? '';
  if (!text.startsWith(first) || !text.endsWith(last)) return false;
  let from = first.length;
  for (const part of parts.slice(1, -1)) {
    const at = text.indexOf(part, from + 1);
    if (at < 0) return false;
    from = at + part.length;
  }
  return text.length - last.length > from;
}
