/** Puts the sections of a report together: one content for every output. */
import type { Report } from '../model/report.ts';
import type { Page } from './document.ts';
import { factsOf } from './facts.ts';
import { adviceSection } from './sections/advice.ts';
import { attention } from './sections/attention.ts';
import { budgetSection } from './sections/budget.ts';
import { footerLines } from './sections/footer.ts';
import { ownerSection, projectTable } from './sections/groups.ts';
import { headlineOf, toneOf } from './sections/headline.ts';
import { lineItemSection } from './sections/line-items.ts';
import { modelChangeLines, modelChangeSection } from './sections/model-changes.ts';
import { overrideBlocks } from './sections/override.ts';
import { problemSection } from './sections/problems.ts';
import { reasonBlocks } from './sections/reasons.ts';
import { layerTable, totalsLine } from './sections/totals.ts';
import { unpricedSection } from './sections/unpriced.ts';

export interface PageOptions {
  /** Only what changes, as in a comment, or everything. */
  readonly scope: 'changes' | 'all';
  /** Where the full report stands. */
  readonly runUrl?: string | undefined;
}

/** All that is said of a report, in the order in which it is read. */
export function pageOf(report: Report, { scope, runUrl }: PageOptions): Page {
  const facts = factsOf(report);
  const nothing = facts.atBase + facts.atHead === 0;
  return {
    tone: toneOf(report.verdict),
    headline: headlineOf(report, facts),
    lead: [
      ...totalsLine(report, facts),
      ...overrideBlocks(report),
      ...attention(report, facts),
      ...modelChangeLines(report),
      ...(nothing ? [] : [layerTable(report, facts)]),
      ...reasonBlocks(report),
      ...projectTable(report, facts),
    ],
    sections: [
      ...budgetSection(report),
      ...modelChangeSection(report),
      ...ownerSection(report, facts, scope),
      ...lineItemSection(report, facts, scope),
      ...unpricedSection(
        facts.unpriced,
        report.projects.length > 1,
        report.verdict.status === 'indeterminate',
      ),
      ...problemSection(report.diagnostics),
      ...adviceSection(report),
    ],
    footer: footerLines(report, runUrl),
  };
}
