/** The problems of one tree, for a person at a terminal. */
import type { Estimate } from '../model/report.ts';
import { line, type Page } from './document.ts';
import { count } from './money.ts';
import { problemSection } from './sections/problems.ts';
import { unpricedSection } from './sections/unpriced.ts';
import { type TerminalOptions, writeTerminal } from './terminal.ts';

/** Every problem with its place and what to write instead, then what is stated nowhere; one line where there is none. */
export function renderDiagnostics(
  { diagnostics, projects, charges }: Pick<Estimate, 'diagnostics' | 'projects' | 'charges'>,
  options: Omit<TerminalOptions, 'details'>,
): string {
  return writeTerminal(diagnosticsPage(diagnostics, charges, projects.length), { ...options, details: true });
}

function diagnosticsPage(
  diagnostics: Estimate['diagnostics'],
  charges: Estimate['charges'],
  projects: number,
): Page {
  const errors = diagnostics.some(({ severity }) => severity === 'error');
  const tone = errors ? 'bad' : diagnostics.length > 0 ? 'warn' : 'good';
  const [section] = problemSection(diagnostics);
  const missing = unpricedSection(
    charges.filter(({ cost }) => cost.kind === 'unpriced'),
    projects > 1,
  );
  const manifests = projects === 1 ? line`1 project` : line`${count(projects)} projects`;
  const headline = section === undefined ? line`No problems found in ${manifests}` : section.title;
  return { tone, headline, lead: section?.blocks() ?? [], sections: missing, footer: [] };
}
