/** What would be cheaper, computed from the numbers of the pull request itself. */
import type { Advice, Report } from '../../model/report.ts';
import { cell, type Line, line, type Section, strong } from '../document.ts';
import { usdRange } from '../money.ts';
import { wordsLine } from './reasons.ts';

/** The options with what each saves in a month; absent where there are none. */
export function adviceSection({ advice = [] }: Report): readonly Section[] {
  if (advice.length === 0) return [];
  const items = advice.map((one, rank) => ({ rank, cell: cell(adviceWords(one)) }));
  return [{ title: line`Cheaper options`, open: false, blocks: [{ kind: 'list', items }], rank: 4 }];
}

function adviceWords({ words, saves }: Advice): Line {
  return line`${wordsLine(words)}: ${strong(line`saves ${usdRange(saves)}/month`)}`;
}
