/** What `init` writes: a manifest for what infrastructure code and programs declare, or what one lacks. */
import { defaultRegion } from '../bind/region.ts';
import { ParseCache } from '../iac/parse-cache.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Feature } from '../model/feature.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { readTree } from '../tree/read-tree.ts';
import { alike } from '../tree/two-trees.ts';
import { unusedName } from './candidate.ts';
import { flowPlaceFor, withEntries } from './extend-flow.ts';
import { placeFor, saysTheSame, withLines } from './extend-manifest.ts';
import { isNewTo } from './known.ts';
import { newManifest, workloadsBlock } from './new-manifest.ts';
import { notesOf } from './notes.ts';
import type { Preset } from './presets.ts';
import { survey } from './survey.ts';
import { workloadEntry, workloadLines } from './workload-lines.ts';

/** What to write, and what to say of it. */
export interface Initialized {
  /** The manifest's path from the root of the tree. */
  readonly file: string;
  /** Its new text; the old one where nothing is to be added. */
  readonly text: string;
  readonly isNew: boolean;
  /** Names of the workloads that were added, with what they are. */
  readonly added: readonly { readonly name: string; readonly about: string }[];
  /** How many more were found: another run adds them. */
  readonly left: number;
  /** Lines of workloads that a person has to put in, since the manifest has no place for them. */
  readonly byHand: readonly string[];
  /** What was found and is in no workload. */
  readonly notes: readonly string[];
  /** What keeps a manifest from being read, or hides a part of the tree. */
  readonly diagnostics: readonly Diagnostic[];
}

const NAME = 'bedrock-cost.yml';
/** More workloads than this are not written at once: nobody would fill them in. */
const MOST_CANDIDATES = 50;

/** Reads a tree and makes the manifest of its root. Pure but for the reading; the same tree gives the same text. */
export async function initialize(
  snapshot: Snapshot,
  features: readonly Feature[],
  preset: Preset | undefined,
): Promise<Initialized> {
  const read = await readTree(snapshot, features, undefined, new ParseCache());
  // Addresses that several roots have are told apart, as everywhere else.
  const tree = alike(read, read).after;
  const errors = tree.diagnostics.filter(({ severity }) => severity === 'error');
  const project = tree.projects.find(({ directory }) => directory === '.');
  const file = project?.manifest?.file ?? project?.unreadable ?? NAME;
  const parts = project ?? {
    directory: '.',
    manifest: undefined,
    resources: [],
    roots: [],
    sources: new Map(),
  };
  const before = (await snapshot.read([file])).get(file);
  const nothing = { file, isNew: before === undefined, added: [], left: 0, byHand: [], notes: [] };
  if (before !== undefined && project?.manifest === undefined)
    return { ...nothing, text: before, diagnostics: errors };

  const { graph, found } = await survey(snapshot, parts, features);
  const all = found.candidates.filter(isNewTo(parts, graph, before ?? ''));
  const fresh = all.slice(0, MOST_CANDIDATES);
  const left = all.length - fresh.length;
  const taken = new Set(parts.manifest?.workloads.map(({ name }) => name));
  const named = fresh.map((candidate) => {
    const name = unusedName(candidate.name, taken);
    taken.add(name);
    return { name, candidate };
  });
  const added = named.map(({ name, candidate }) => ({ name, about: candidate.about }));
  const notes = notesOf(found, graph, fresh, before ?? '');
  const linesAt: LinesAt = (step, style) => {
    const linesOf = style === 'flow' ? workloadEntry : workloadLines;
    return named.flatMap(({ name, candidate }, index) => [
      ...(index === 0 || style === 'flow' ? [] : ['']),
      ...linesOf(name, candidate, preset, step),
    ]);
  };
  if (before === undefined) {
    const region = defaultRegion(undefined, graph);
    const text = newManifest(typeof region === 'string' ? region : undefined, linesAt('  ', 'block'), notes);
    return { ...nothing, text, added, left, notes, diagnostics: errors };
  }
  const extended = extend(file, before, linesAt);
  return {
    ...nothing,
    left,
    notes,
    diagnostics: errors,
    ...(added.length === 0
      ? { text: before }
      : extended === undefined
        ? { text: before, byHand: linesAt('  ', 'block') }
        : { text: extended, added }),
  };
}

/** The lines of all new workloads, indented by a step. */
type LinesAt = (step: string, style: 'block' | 'flow') => readonly string[];

function extend(file: string, before: string, linesAt: LinesAt): string | undefined {
  const text = extendFlow(before, linesAt) ?? extendBlock(file, before, linesAt);
  return text !== undefined && saysTheSame(file, before, text) ? text : undefined;
}

function extendFlow(before: string, linesAt: LinesAt): string | undefined {
  const place = flowPlaceFor(before);
  if (place === undefined) return undefined;
  const { step, whole } = place;
  const lines = whole
    ? [`${step}workloads: {`, ...linesAt(`${step}  `, 'flow'), `${step}},`]
    : linesAt(step, 'flow');
  return withEntries(before, place, lines);
}

function extendBlock(file: string, before: string, linesAt: LinesAt): string | undefined {
  const place = placeFor(file, before);
  if (place === undefined) return undefined;
  const lines = linesAt(place.step, 'block');
  const block = place.whole ? workloadsBlock(lines).trimEnd().split('\n') : lines;
  return withLines(before, place, ['', ...block]);
}
