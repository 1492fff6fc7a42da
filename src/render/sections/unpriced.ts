/** What has no price, why, and the exact line that would give it one. */
import type { Charge } from '../../model/charge.ts';
import {
  type Block,
  type Cell,
  cell,
  joinLines,
  type Line,
  line,
  place,
  prose,
  type Section,
} from '../document.ts';
import { groupKey } from '../facts.ts';
import { ownerWords } from './groups.ts';

/** Lines of one hint that are shown. */
const HINT_LINES = 12;

/** What has no price by owner and by what is missing; `open` where that is what a verdict waits for. */
export function unpricedSection(
  unpriced: readonly Charge[],
  several: boolean,
  open = false,
): readonly Section[] {
  if (unpriced.length === 0) return [];
  const blocks = () => [unpricedList(unpriced, several)];
  return [{ title: line`Not priced, and what to add`, open, blocks, rank: 1 }];
}

function unpricedList(unpriced: readonly Charge[], several: boolean): Block {
  const groups = new Map<string, Charge[]>();
  for (const charge of unpriced) {
    if (charge.cost.kind !== 'unpriced') continue;
    const { why, hint } = charge.cost;
    const key = JSON.stringify([groupKey(charge.project, charge.owner), why, hint]);
    const found = groups.get(key);
    if (found === undefined) groups.set(key, [charge]);
    else found.push(charge);
  }
  const items = [...groups.values()].map((charges, rank) => ({ rank, cell: groupCell(charges, several) }));
  return { kind: 'list', items };
}

/** The charges of one owner that lack the same thing. */
function groupCell(charges: readonly Charge[], several: boolean): Cell {
  const [first] = charges;
  if (first === undefined || first.cost.kind !== 'unpriced') return cell(line``);
  const { why, hint } = first.cost;
  const components = charges.map(({ component }) => line`${prose(component)}`);
  const at = first.at === undefined ? line`` : line` (${place(first.at)})`;
  const main = line`${ownerWords(first, several)} ${joinLines(components, line`, `)}${at}: ${prose(why)}`;
  return withHint(main, hint);
}

/** A hint is the line to write, several of them, or a sentence; lines to write are shown to be copied. */
export function withHint(main: Line, hint: string | undefined): Cell {
  if (hint === undefined) return cell(main);
  const lines = hint.split('\n').filter((text) => text.trim() !== '');
  if (lines.length === 0) return cell(main);
  return lines.every(isLineToWrite)
    ? { main, example: lines.slice(0, HINT_LINES) }
    : cell(main, [line`${prose(hint)}`]);
}

/** `requests: 10000 per day`, `- name: x`; not a sentence. */
export function isLineToWrite(text: string): boolean {
  return (
    /^ *(?:- )?[{"']?[\w.[\]"'-]{1,100}:(?: |$)/.test(text) || /^ *- /.test(text) || /^ *[{}\]]/.test(text)
  );
}
