/** What the code declares and no workload takes up. */
import type { ResourceGraph } from '../bind/graph.ts';
import { addressLine } from '../model/resource-usage.ts';
import type { Candidate } from './candidate.ts';
import type { CodeCandidates } from './from-code.ts';
import { isMentioned } from './known.ts';
import { isVisible, yamlText } from './yaml-text.ts';

/** More of them are not listed. */
const MOST_NOTES = 50;

const ASKED: readonly (readonly [role: string, title: string])[] = [
  ['knowledge-base', 'knowledge base'],
  ['guardrail', 'guardrail'],
  ['flow', 'flow'],
];

/** What is there and in no workload, with the line that names it. */
export function notesOf(
  { lists, notebooks }: CodeCandidates,
  graph: ResourceGraph,
  added: readonly Candidate[],
  text: string,
): readonly string[] {
  const written = added.flatMap(({ known, open, addresses }) => [
    ...known.map(({ value }) => value),
    ...open.map(({ note }) => note),
    ...addresses,
  ]);
  const mentioned = (address: string) => [text, ...written].some((part) => isMentioned(part, address));
  const unused = ASKED.flatMap(([role, title]) =>
    [
      ...new Set(
        graph.all.filter(({ mapped }) => mapped.role === role).map(({ resource }) => resource.address),
      ),
    ]
      .filter((address) => isVisible(address) && !mentioned(address))
      .map(
        (address) =>
          `The ${title} ${address} is in no workload; in the one that asks it: ${addressLine('uses', address)}`,
      ),
  );
  const many = lists
    .filter(({ file }) => !mentioned(file))
    .map(
      ({ file, ids }) =>
        `${file} names ${ids} models; in the workload that runs one of them: model: { file: ${yamlText(file)}, name: N }`,
    );
  return [...unused, ...many, ...notebookNote(notebooks.filter((file) => !mentioned(file)))].slice(
    0,
    MOST_NOTES,
  );
}

function notebookNote([first, ...others]: readonly string[]): readonly string[] {
  if (first === undefined) return [];
  const which =
    others.length === 0
      ? `The notebook ${first} sets a model`
      : `${others.length + 1} notebooks set models, ${first} first`;
  return [`${which}: none is a workload here, since most are tried out and not run.`];
}
