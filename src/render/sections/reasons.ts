/** Why: at most five changes in words, the largest first, each with what it costs, and what the others add up to. */
import { type Decimal, decimal, ZERO } from '../../model/decimal.ts';
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
import { figureWords } from '../figure-words.ts';
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
  for (const [index, part] of [
    rest.filter(({ once }) => once !== true),
    rest.filter(({ once }) => once),
  ].entries())
    if (part.length > 0) items.push({ rank: SHOWN + index, cell: cell(restWords(part)) });
  return [heading(line`Why`), { kind: 'list', items }];
}

/** What is not told one by one, so that the list adds up. */
function restWords(rest: readonly Reason[]): Line {
  const sum = rest.reduce((total, { amount }) => total.plus(amount), ZERO);
  const others = counted(rest.length, count(rest.length), line`smaller change`, line`smaller changes`);
  return line`${others} ${amountWords(sum, rest[0]?.once === true)}`;
}

function reasonWords({ words, amount, once }: Reason): Line {
  return line`${wordsLine(words)} ${amountWords(amount, once === true)}`;
}

/** `(+$3,150.00)`, `(+$480.00 once)`. */
function amountWords(amount: Decimal, once: boolean): Line {
  return line`(${strong(line`${signedUsd(amount)}`)}${once ? line` once` : line``})`;
}

/** The parts with one space between them where a part does not bring its own and is no closing sign. */
export function wordsLine(words: readonly Words[]): Line {
  return words.slice(0, PARTS).flatMap((part, index): Line => {
    const before = words[index - 1];
    const open = before !== undefined && 'plain' in before && /[\s(]$/.test(before.plain);
    const closed = 'plain' in part && /^[\s,.;:)]/.test(part.plain);
    const shown = partWords(part);
    return index === 0 || open || closed ? shown : line` ${shown}`;
  });
}

function partWords(part: Words): Line {
  if ('plain' in part) return plainWords(part.plain);
  if ('name' in part) return line`${name(part.name)}`;
  return line`${figureWords(part)}`;
}

/** Plain words, in which bare numbers get separators. */
function plainWords(text: string): Line {
  return text.split(/(?<![^\s])(\d{1,60}(?:\.\d{1,60})?)(?![^\s,;:)])/).flatMap((part, index): Line => {
    if (part === '') return [];
    return index % 2 === 1 ? line`${quantity(decimal(part))}` : line`${prose(part)}`;
  });
}
