/** The line that opens the list, call or block in which a line stands. */
import { type Assigned, assignedName } from './assigned-name.ts';
import { environmentDefault } from './environment-default.ts';

export interface Opener {
  /** Where the line starts. */
  readonly start: number;
  readonly line: string;
  readonly assigned: Assigned;
  /** The environment variable that the lines from the opener on read. */
  readonly environment?: string;
}

/** How far back is looked: lists of all models through all profiles have some hundred items. */
const LINES = 300;
const CHARACTERS = 12_000;
/** Of one line, what counts. */
const LINE = 300;

/** The nearest line above that is indented less than the one at `lineStart`, whose text before a value is `head`. */
export function openerBefore(
  text: string,
  lineStart: number,
  head: string,
  isProgram: boolean,
): Opener | undefined {
  const indent = indentOf(head);
  const isItem = head.trimStart().startsWith('-');
  let end = lineStart - 1;
  for (let lines = 0; lines < LINES && end > 0 && lineStart - end < CHARACTERS; lines++) {
    const start = text.lastIndexOf('\n', end - 1) + 1;
    const first = firstSign(text, start, end);
    const own = first - start;
    // YAML may write the items of a list as far left as its key.
    const opens = own < indent || (isItem && own === indent && text.charAt(first) !== '-');
    if (first < end && opens) {
      const line = text.slice(Math.max(start, end - LINE), end).trimEnd();
      const between = text.slice(Math.max(start, lineStart - LINE), lineStart);
      const environment = isProgram ? environmentDefault(between) : undefined;
      const assigned = assignedName(line);
      return environment === undefined ? { start, line, assigned } : { start, line, assigned, environment };
    }
    end = start - 1;
  }
  return undefined;
}

/** The first place of a line that is no space. */
function firstSign(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && text.charCodeAt(at) <= SPACE) at += 1;
  return at;
}

const SPACE = 32;

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
