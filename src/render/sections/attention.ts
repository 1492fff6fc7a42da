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

export function attention(report: Report, facts: Facts): readonly Block[] {
  const lines = [...unpricedLines(facts.unpriced), ...lostLines(facts), ...errorLines(report.diagnostics)];
  return lines.map((text) => paragraph(line`⚠️ ${text}`));
}

/** `2 items are not priced, so the real figure is higher: …`. */
export function unpricedLines(unpriced: readonly Charge[]): readonly Line[] {
  if (unpriced.length === 0) return [];
  const items = counted(unpriced.length, count(unpriced.length), line`item is`, line`items are`);
  return [line`${strong(line`${items} not priced`)}, so the real figure is higher: ${someOf(unpriced)}`];
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

function lostLines({ lost }: Facts): readonly Line[] {
  if (lost.length === 0) return [];
  const items = counted(lost.length, count(lost.length), line`item`, line`items`);
  return [
    line`${strong(line`${items} had a price at base and ${lost.length === 1 ? line`has` : line`have`} none at head`)}, so a lower total is no saving: ${someOf(lost)}`,
  ];
}

function someOf(charges: readonly Charge[]): Line {
  const named = charges
    .slice(0, NAMED)
    .map((charge) => line`${name(charge.owner.name)} ${prose(charge.component)}`);
  const rest = charges.length - named.length;
  return joinLines(rest > 0 ? [...named, line`${count(rest)} more`] : named, line`, `);
}
