/** What would be cheaper, and what moves the bill most, computed from the numbers of the pull request itself. */
import { LIMITS } from '../../model/limits.ts';
import type { Advice, Report, Sensitivity } from '../../model/report.ts';
import {
  type Block,
  cell,
  column,
  counted,
  joinLines,
  type Line,
  line,
  paragraph,
  prose,
  type Row,
  type Section,
  strong,
} from '../document.ts';
import { count, signedUsd, usdRange } from '../money.ts';
import { wordsLine } from './reasons.ts';

/** The options with what each saves in a month, and the inputs that cost most; absent where there is neither. */
export function adviceSection({ advice = [], sensitivity = [] }: Report): readonly Section[] {
  const moves = () => (sensitivity.length === 0 ? [] : [paragraph(sensitivityLine(sensitivity))]);
  if (advice.length === 0) {
    if (sensitivity.length === 0) return [];
    return [{ title: line`What moves the bill most`, open: false, blocks: moves, rank: 5 }];
  }
  const blocks = () => [...options(advice), ...moves()];
  return [{ title: line`Cheaper options`, open: false, blocks, rank: 5 }];
}

function options(advice: readonly Advice[]): readonly Block[] {
  const shown = advice.slice(0, LIMITS.adviceShown);
  const rows = shown.map(
    ({ words, condition, saves }, rank): Row => ({
      cells: [
        cell(wordsLine(words), [line`right where ${prose(condition)}`]),
        cell(line`${strong(line`${usdRange(saves)}`)}`),
      ],
      rank,
    }),
  );
  const columns = [column(line`Option`), column(line`Saves a month`, 'right')];
  const about = new Set(shown.map((one) => one.about));
  const overlap =
    about.size < shown.length
      ? [paragraph(line`Options for one thing overlap: their savings do not add up.`)]
      : [];
  const hidden = advice.length - shown.length;
  const more =
    hidden === 0
      ? []
      : [
          paragraph(
            line`${counted(hidden, count(hidden), line`smaller option is`, line`smaller options are`)} in the JSON report.`,
          ),
        ];
  return [{ kind: 'table', columns, rows }, ...overlap, ...more];
}

function sensitivityLine(sensitivity: readonly Sensitivity[]): Line {
  const parts = sensitivity.map(
    ({ words, tenPercent }) => line`${wordsLine(words)} ${signedUsd(tenPercent)}`,
  );
  return line`What 10% more would add a month: ${joinLines(parts, line` · `)}`;
}
