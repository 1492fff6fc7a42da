/** The problems of one tree, for a person at a terminal. */
import type { Estimate } from '../model/report.ts';
import { line, type Page } from './document.ts';
import { count } from './money.ts';
import { problemSection } from './sections/problems.ts';
import { type TerminalOptions, writeTerminal } from './terminal.ts';

/** Every problem with its place and what to write instead; one line where there is none. */
export function renderDiagnostics(
  { diagnostics, projects }: Pick<Estimate, 'diagnostics' | 'projects'>,
  options: Omit<TerminalOptions, 'details'>,
): string {
  return writeTerminal(diagnosticsPage(diagnostics, projects.length), { ...options, details: true });
}

function diagnosticsPage(diagnostics: Estimate['diagnostics'], projects: number): Page {
  const errors = diagnostics.some(({ severity }) => severity === 'error');
  const tone = errors ? 'bad' : diagnostics.length > 0 ? 'warn' : 'good';
  const [section] = problemSection(diagnostics);
  const manifests = projects === 1 ? line`1 project` : line`${count(projects)} projects`;
  const headline = section === undefined ? line`No problems found in ${manifests}` : section.title;
  return { tone, headline, lead: section?.blocks ?? [], sections: [], footer: [] };
}
