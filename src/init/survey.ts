/** What the code of one project declares that could be a workload. */
import { type ResourceGraph, resourceGraph } from '../bind/graph.ts';
import { mapResources } from '../bind/map-resources.ts';
import type { ProjectParts } from '../bind/parts.ts';
import { mayHoldModelIds } from '../code/scanned-files.ts';
import { directoryOf } from '../manifest/paths.ts';
import { filesByProject, findManifests } from '../manifest/projects.ts';
import type { Feature } from '../model/feature.ts';
import { LIMITS } from '../model/limits.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { type CodeCandidates, candidatesFromCode } from './from-code.ts';
import { candidatesFromParameters } from './from-parameters.ts';
import { candidatesFromPrograms } from './from-programs.ts';
import { candidatesFromAgents, knowledgeBaseCandidates } from './from-resources.ts';
import { candidatesFromSteps } from './from-steps.ts';
import { isVisible } from './yaml-text.ts';

export interface Survey {
  readonly graph: ResourceGraph;
  readonly found: CodeCandidates;
  /** The project's own files that may name a model, by path from its directory. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Reads the programs of a project and finds what it runs. */
export async function survey(
  snapshot: Snapshot,
  parts: ProjectParts,
  features: readonly Feature[],
): Promise<Survey> {
  const graph = resourceGraph(mapResources(parts.resources, features), parts.resources);
  const texts = await programsOf(snapshot, parts.directory);
  return { graph, found: findCandidates(parts, graph, texts), texts };
}

/** The texts of the project's own files that may set a model, but for manifests, by path from its directory. */
async function programsOf(snapshot: Snapshot, directory: string): Promise<ReadonlyMap<string, string>> {
  const all = snapshot.files.map(({ path }) => path);
  const manifests = findManifests(all).manifests;
  const owners = new Set([...manifests.map(directoryOf), directory]);
  const own = new Set(filesByProject([...owners], all).get(directory));
  const paths: string[] = [];
  let bytes = 0;
  for (const entry of snapshot.files) {
    if (!own.has(entry.path) || manifests.includes(entry.path) || !mayHoldModelIds(entry)) continue;
    bytes += entry.bytes;
    if (bytes > LIMITS.codeBytes) break;
    paths.push(entry.path);
  }
  const texts = await snapshot.read(paths);
  const start = directory === '.' ? 0 : directory.length + 1;
  return new Map(
    paths.flatMap((path) => {
      const text = texts.get(path);
      return text === undefined ? [] : [[path.slice(start), text] as const];
    }),
  );
}

function findCandidates(
  { resources }: ProjectParts,
  graph: ResourceGraph,
  texts: ReadonlyMap<string, string>,
): CodeCandidates {
  const declared = [
    ...candidatesFromAgents(graph),
    ...candidatesFromSteps(resources, graph),
    ...candidatesFromPrograms(resources, graph),
  ].filter(({ addresses }) => addresses.every(isVisible));
  const variables = declared.flatMap((candidate) => candidate.variables);
  const { candidates, ...more } = candidatesFromCode(texts, new Set(variables));
  const complete = [
    ...declared,
    ...candidates.filter(({ known }) => known.length > 0),
    ...candidatesFromParameters(texts, graph),
  ];
  // A program may ask a knowledge base in ways that cannot be seen: then a person says which does.
  const programs = complete.some(({ ids, variables: names }) => ids.length + names.length > 0);
  const bases = programs ? [] : knowledgeBaseCandidates(graph, complete);
  return {
    ...more,
    candidates: [...complete, ...bases.filter(({ addresses }) => addresses.every(isVisible))],
  };
}
