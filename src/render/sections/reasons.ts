/** Why: at most five changes in words, the largest first, each with what it costs. */
import { decimal, ZERO } from '../../model/decimal.ts';
import type { Reason, Report, Words } from '../../model/report.ts';
import {
  type Block,
  cell,
  counted,
  heading,
  type Line,
  line,
  name,
  paragraph,
  prose,
  strong,
} from '../document.ts';
import { count, quantity, signedUsd } from '../money.ts';

const SHOWN = 5;
/** Parts of one reason; more would be no headline. */
const PARTS = 12;

/** One reason in a line, several in a list, the largest first. */
export function reasonBlocks({ diff }: Report): readonly Block[] {
  const [first, ...more] = diff.reasons;
  if (first === undefined) return [];
  if (more.length === 0) return [paragraph(line`${strong(line`Why:`)} ${reasonWords(first)}`)];
  const shown = diff.reasons.slice(0, SHOWN);
  const items = shown.map((reason, rank) => ({ rank, cell: cell(reasonWords(reason)) }));
  const rest = diff.reasons.slice(SHOWN);
  if (rest.length > 0) {
    const sum = rest.reduce((total, { amount }) => total.plus(amount), ZERO);
    const others = counted(rest.length, count(rest.length), line`smaller change`, line`smaller changes`);
    items.push({ rank: SHOWN, cell: cell(line`${others}: ${strong(line`${signedUsd(sum)}`)}`) });
  }
  return [heading(line`Why`), { kind: 'list', items }];
}

function reasonWords({ words, amount }: Reason): Line {
  return line`${wordsLine(words)}: ${strong(line`${signedUsd(amount)}`)}`;
}

/** The parts with one space between them where a part does not bring its own and is no closing sign. */
export function wordsLine(words: readonly Words[]): Line {
  return words.slice(0, PARTS).flatMap((part, index): Line => {
    const before = words[index - 1];
    const open = before !== undefined && 'plain' in before && /[\s(]$/.test(before.plain);
    const closed = 'plain' in part && /^[\s,.;:)]/.test(part.plain);
    const shown = 'plain' in part ? plainWords(part.plain) : line`${name(part.name)}`;
    return index === 0 || open || closed ? shown : line` ${shown}`;
  });
}

/** Plain words, in which bare numbers get separators. */
function plainWords(text: string): Line {
  return text.split(/(?<![^\s])(\d{1,60}(?:\.\d{1,60})?)(?![^\s,;:)])/).flatMap((part, index): Line => {
    if (part === '') return [];
    return index % 2 === 1 ? line`${quantity(decimal(part))}` : line`${prose(part)}`;
  });
}
