/** What a reader must not miss: items without a price, and errors in what was read. Always in sight. */
import type { Charge } from '../../model/charge.ts';
import type { Report } from '../../model/report.ts';
import {
  type Block,
  counted,
  joinLines,
  type Line,
  line,
  name,
  paragraph,
  prose,
  strong,
} from '../document.ts';
import type { Facts } from '../facts.ts';
import { count } from '../money.ts';

/** Items that are named; the others are counted. */
const NAMED = 3;

/** One line for each thing not to miss; none where all is priced and read. */
export function attention(report: Report, facts: Facts): readonly Block[] {
  const lines = [
    ...unpricedLines(facts.unpriced, facts.lost.length),
    ...errorLines(report.diagnostics),
    ...recountedLines(report),
    ...replacedLines(report),
  ];
  return lines.map((text) => paragraph(line`⚠️ ${text}`));
}

/** `2 items are not priced, so the real figure is higher: …`; `lost` of them had a price at base. */
export function unpricedLines(unpriced: readonly Charge[], lost = 0): readonly Line[] {
  if (unpriced.length === 0) return [];
  const items = counted(unpriced.length, count(unpriced.length), line`item is`, line`items are`);
  const which =
    lost === unpriced.length ? (lost === 1 ? line`It` : line`They`) : line`${count(lost)} of them`;
  const saving = lost === 0 ? line`` : line`. ${which} had a price at base: a lower total is no saving`;
  return [
    line`${strong(line`${items} not priced`)}, so the real figure is higher: ${someOf(unpriced)}${saving}`,
  ];
}

/** `1 error in what was read, so …`. */
export function errorLines(
  diagnostics: Report['diagnostics'] | readonly { severity: string }[],
): readonly Line[] {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  if (errors === 0) return [];
  const words = counted(errors, count(errors), line`error`, line`errors`);
  return [line`${strong(line`${words}`)} in the files that were read, so the estimate may lack something`];
}

/** A total that would be another one if tokens were counted again is not to be missed. */
function recountedLines({ diagnostics }: Report): readonly Line[] {
  return diagnostics
    .filter(({ code, severity }) => code === 'tokenizer-changed' && severity === 'warning')
    .slice(0, NAMED)
    .map(({ message }) => line`${prose(message)}`);
}

const TOLD: ReadonlySet<string> = new Set(['charge-replaced', 'budget-followed']);

/** An extra charge that is less than what it begins to stand for looks like a saving; a limit may count what is new. */
function replacedLines({ diagnostics }: Report): readonly Line[] {
  return diagnostics
    .filter(({ code, severity }) => severity === 'warning' && TOLD.has(code))
    .slice(0, NAMED)
    .map(({ message }) => line`${prose(message)}`);
}

function someOf(charges: readonly Charge[]): Line {
  const named = charges
    .slice(0, NAMED)
    .map((charge) => line`${name(charge.owner.name)} ${prose(charge.component)}`);
  const rest = charges.length - named.length;
  return joinLines(rest > 0 ? [...named, line`${count(rest)} more`] : named, line`, `);
}
