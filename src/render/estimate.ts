/** The outputs of an estimate of one tree. */
import { LIMITS } from '../model/limits.ts';
import type { Estimate, Report } from '../model/report.ts';
import { writePage } from './comment.ts';
import { estimatePage } from './estimate-page.ts';
import { estimateTotals } from './estimate-totals.ts';
import { writeHtml } from './html.ts';
import {
  amounts,
  chargeIdentity,
  costAmounts,
  diagnosticEntry,
  jsonText,
  monthEntry,
  unpricedEntry,
} from './json-parts.ts';
import type { JsonEstimate } from './report-schema.ts';
import { type TerminalOptions, writeTerminal } from './terminal.ts';

type Prices = Report['prices'];

/** What a tree costs, for a person at a terminal. */
export function renderEstimateTerminal(estimate: Estimate, prices: Prices, options: TerminalOptions): string {
  return writeTerminal(estimatePage(estimate, prices), options);
}

/** What a tree costs, as Markdown within `LIMITS.commentBytes`, folded as a comment is. */
export function renderEstimateMarkdown(estimate: Estimate, prices: Prices): string {
  return writePage(estimatePage(estimate, prices), { unfolded: false, maxBytes: LIMITS.commentBytes });
}

/** What a tree costs, as a page of HTML that needs nothing else. */
export function renderEstimateHtml(estimate: Estimate, prices: Prices): string {
  return writeHtml(estimatePage(estimate, prices));
}

/** What a tree costs, as JSON with the keys of a report where they mean the same. */
export function renderEstimateJson(
  { revision, charges, diagnostics, projects, month }: Estimate,
  prices: Prices,
): string {
  const { all, layers } = estimateTotals(charges);
  const value: JsonEstimate = {
    schemaVersion: 1,
    revision,
    monthly: amounts(all.monthly),
    oneTime: amounts(all.oneTime),
    layers: layers.map(({ layer, total }) => ({
      layer,
      monthly: amounts(total.monthly),
      unpriced: total.unpriced,
    })),
    charges: charges.map((charge) => ({ ...chargeIdentity(charge), cost: costAmounts(charge) })),
    unpriced: charges.flatMap(unpricedEntry),
    diagnostics: diagnostics.map(diagnosticEntry),
    prices: { asOf: prices.asOf, book: prices.edition },
    month: monthEntry(month),
    projects: [...projects],
  };
  return jsonText(value);
}
