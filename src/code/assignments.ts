/** Where a variable of a program is given a value. */
import type { Brackets } from './brackets.ts';
import { isDeclared } from './setting-place.ts';

export interface Assignment {
  readonly start: number;
  /** Behind the name and its type: what follows is the sign and the value. */
  readonly end: number;
  /** The default of a parameter: who calls may give another value. */
  readonly isDefault: boolean;
}

/** A type, and the sign of an assignment behind it. */
const ASSIGNED = /^((?:\s{0,3}:\s{0,3}[\w.|<>"'\s]{1,60}?)?)\s{0,3}:?=(?![=>])/;
/** Assignments of one variable, and places of its name, that are looked at. */
const MOST = 20;
const MOST_PLACES = 2_000;

/** The assignments of a variable, in order; of `self.tier`, those of `tier`. None where there are too many to tell. */
export function assignmentsOf(text: string, variable: string, brackets: Brackets): readonly Assignment[] {
  const name = variable.slice(variable.lastIndexOf('.') + 1);
  // `config.` of a name that was cut off.
  if (name === '') return [];
  const found: Assignment[] = [];
  let places = 0;
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + name.length)) {
    const end = at + name.length;
    places += 1;
    if (places > MOST_PLACES) return [];
    if (/\w/.test(text.charAt(at - 1)) || brackets.literalAt(at) !== undefined) continue;
    const type = ASSIGNED.exec(text.slice(end, end + 100))?.[1];
    if (type === undefined) continue;
    if (found.length === MOST) return [];
    found.push({ start: at, end: end + type.length, isDefault: isDeclared(text, at, brackets) });
  }
  return found;
}
