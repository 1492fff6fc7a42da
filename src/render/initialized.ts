/** What `init` did, for a person at a terminal. */
import type { Diagnostic } from '../model/diagnostic.ts';
import { type Block, type Cell, cell, counted, type Line, line, name, type Page, prose } from './document.ts';
import { count } from './money.ts';
import { problemSection } from './sections/problems.ts';
import { type TerminalOptions, writeTerminal } from './terminal.ts';

interface Made {
  /** The path of the manifest, as the reader would name it. */
  readonly target: string;
  readonly isNew: boolean;
  /** Whether the manifest was printed instead of written. */
  readonly shown: boolean;
  readonly added: readonly { readonly name: string; readonly about: string }[];
  readonly left: number;
  readonly byHand: readonly string[];
  readonly notes: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What was written or not, each workload that was added, and what to do next. */
export function renderInitialized(made: Made, options: Omit<TerminalOptions, 'details'>): string {
  return writeTerminal(initializedPage(made), { ...options, details: true });
}

function initializedPage(made: Made): Page {
  const { added, left, byHand, notes, diagnostics } = made;
  const lead: readonly Block[] = [
    ...list(added.map((workload) => cell(line`${name(workload.name)}: ${prose(workload.about)}`))),
    ...(byHand.length === 0
      ? []
      : [
          { kind: 'paragraph', line: line`Below ${prose('`workloads`')}, put in yourself:` } as const,
          ...list([{ main: line`new workloads`, example: byHand }]),
        ]),
    ...list(notes.map((note) => cell(line`${prose(note)}`))),
  ];
  const more = line`${counted(left, count(left), line`more workload was`, line`more workloads were`)} found: run init again for them`;
  const next = line`Fill in the lines that are marked, then: bedrock-cost-diff validate`;
  return {
    tone: byHand.length > 0 ? 'warn' : 'good',
    headline: headline(made),
    lead,
    sections: problemSection(diagnostics),
    footer: added.length > 0 ? [...(left > 0 ? [more] : []), next] : [],
  };
}

function headline({ target, isNew, shown, added, byHand, diagnostics }: Made): Line {
  const file = name(target);
  const workloads = counted(added.length, count(added.length), line`workload`, line`workloads`);
  if (byHand.length > 0)
    return line`${file} was left as it is: new workloads cannot be put in without a change of what is there`;
  if (isNew && shown) return line`A manifest with ${workloads}, to be ${file}`;
  if (isNew) return line`Wrote ${file} with ${workloads}`;
  if (added.length > 0) return line`${shown ? line`Would add` : line`Added`} ${workloads} to ${file}`;
  const broken = diagnostics.length > 0;
  return broken ? line`Nothing was added to ${file}` : line`${file} has everything that was found`;
}

function list(cells: readonly Cell[]): readonly Block[] {
  if (cells.length === 0) return [];
  return [{ kind: 'list', items: cells.map((content, rank) => ({ rank, cell: content })) }];
}
