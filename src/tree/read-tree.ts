/** What one snapshot says: its manifests, its infrastructure code, and the application code that they name. */
import type { ProjectParts } from '../bind/parts.ts';
import type { ParseCache } from '../iac/parse-cache.ts';
import { maybeInfrastructure, wantedByInfrastructure } from '../iac/read.ts';
import type { Manifest } from '../manifest/manifest.ts';
import { directoryOf } from '../manifest/paths.ts';
import { findManifests } from '../manifest/projects.ts';
import { readManifest } from '../manifest/read.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Feature } from '../model/feature.ts';
import { LIMITS } from '../model/limits.ts';
import type { Snapshot, TreeFile } from '../model/snapshot.ts';
import { readCandidates } from './candidates.ts';
import { type OtherSide, type ReadProjects, readProjects, type TreeParts } from './read-projects.ts';

export interface Tree {
  readonly revision: string;
  readonly projects: readonly ProjectParts[];
  readonly manifests: readonly Manifest[];
  /** Every file of the tree. */
  readonly paths: ReadonlySet<string>;
  /** Texts of the plans that manifests name, by path. */
  readonly plans: ReadonlyMap<string, string>;
  /** Calls of modules from elsewhere, by root. */
  readonly modules: ReadProjects['modules'];
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads no more than it must: manifests first, then the files that an infrastructure format wants. */
export async function readTree(
  snapshot: Snapshot,
  features: readonly Feature[],
  globs: readonly string[] | undefined,
  cache: ParseCache,
  other: OtherSide = {},
): Promise<Tree> {
  const diagnostics: Diagnostic[] = [];
  const paths = snapshot.files.map((file) => file.path);
  const found = findManifests(paths, globs);
  diagnostics.push(...found.diagnostics);
  const sizes = new Map(snapshot.files.map((file) => [file.path, file.bytes]));

  const manifestPaths = withinCap(found.manifests, sizes, LIMITS.manifestBytes, diagnostics);
  const manifestTexts = await snapshot.read(manifestPaths);
  const manifests: Manifest[] = [];
  const unreadable = new Map<string, string>();
  for (const path of manifestPaths) {
    const text = manifestTexts.get(path);
    if (text === undefined) {
      diagnostics.push({
        code: 'file-unreadable',
        severity: 'error',
        message: `${path} is not UTF-8 text`,
        at: { file: path },
      });
      continue;
    }
    const read = readManifest(path, text, features);
    diagnostics.push(...read.diagnostics);
    if (read.manifest === undefined) unreadable.set(directoryOf(path), path);
    else manifests.push(read.manifest);
  }
  for (const path of found.manifests) {
    if (!manifestTexts.has(path)) unreadable.set(directoryOf(path), path);
  }

  const wanted = wantedFiles(snapshot.files, diagnostics);
  const named = manifests
    .flatMap((manifest) => [...namedSources(manifest), ...namedTemplates(manifest)])
    .filter((path) => sizes.has(path));
  const plans = manifests.flatMap(namedPlans).filter((path) => sizes.has(path));
  const first = new Set([
    ...wanted,
    ...withinCap(named, sizes, LIMITS.iacFileBytes, diagnostics),
    ...withinCap(plans, sizes, LIMITS.planBytes, diagnostics),
  ]);
  const parts = {
    paths: new Set(paths),
    directories: found.manifests.map(directoryOf),
    manifests,
    unreadable,
  };
  const texts = new Map([
    ...[...(other.plans ?? [])].filter(([path]) => !sizes.has(path)),
    ...(await snapshot.read([...first])),
    ...(await readCandidates(snapshot, first, diagnostics)),
  ]);
  const read = await readInRounds(snapshot, first, texts, parts, cache, other);
  diagnostics.push(...read.diagnostics);
  // Last, since reading adds to what listing refused.
  return {
    revision: snapshot.revision,
    projects: read.projects,
    manifests,
    paths: parts.paths,
    plans: new Map([...read.texts].filter(([path]) => plans.includes(path))),
    modules: read.modules,
    diagnostics: [...snapshot.diagnostics.filter(matters).map(graver), ...diagnostics],
  };
}

/** How often files may name further files: the last of them are not read. */
const ROUNDS = 4;

/**
 * Which files `file()` and its like ask for is known only when the code has been read; then they are read, and the code
 * once more. Most trees ask for none.
 */
async function readInRounds(
  snapshot: Snapshot,
  first: ReadonlySet<string>,
  begun: ReadonlyMap<string, string>,
  parts: TreeParts,
  cache: ParseCache,
  other: OtherSide,
): Promise<ReadProjects & { readonly texts: ReadonlyMap<string, string> }> {
  const sizes = new Map(snapshot.files.map(({ path, bytes }) => [path, bytes]));
  const tried = new Set([...first, ...begun.keys()]);
  const refused: Diagnostic[] = [];
  let texts = begun;
  for (let round = 1; ; round++) {
    const made = readProjects(parts, texts, cache, other);
    const asked = [...made.asked].filter((path) => sizes.has(path) && !tried.has(path));
    const room = Math.max(0, LIMITS.iacFiles - texts.size);
    if (asked.length === 0 || round === ROUNDS || room === 0)
      return { ...made, texts, diagnostics: [...made.diagnostics, ...refused] };
    const more: Diagnostic[] = [];
    const within = withinCap(asked.slice(0, room), sizes, LIMITS.iacFileBytes, more);
    // What depends on such a file is unknown, and tells so where it matters.
    refused.push(...more.map((problem) => ({ ...problem, severity: 'warning' as const })));
    for (const path of asked) tried.add(path);
    texts = new Map([...texts, ...(await snapshot.read(within))]);
  }
}

/** A manifest or an infrastructure file that is refused unread leaves the total open, whatever it is. */
function graver(diagnostic: Diagnostic): Diagnostic {
  const { code, at } = diagnostic;
  if (code !== 'file-refused' && code !== 'file-unreadable') return diagnostic;
  const file = at?.file ?? '';
  const matters = wantedByInfrastructure(file) || findManifests([file]).manifests.length > 0;
  return matters ? { ...diagnostic, severity: 'error' } : diagnostic;
}

/** A data file that nobody asked for, and that is no text, is none of this product's business. */
function matters({ code, at }: Diagnostic): boolean {
  const file = at?.file ?? '';
  return code !== 'file-unreadable' || wantedByInfrastructure(file) || !maybeInfrastructure(file);
}

/** Infrastructure files within the caps on number and size. */
function wantedFiles(files: readonly TreeFile[], diagnostics: Diagnostic[]): readonly string[] {
  const wanted = files.filter((file) => wantedByInfrastructure(file.path));
  if (wanted.length > LIMITS.iacFiles) {
    diagnostics.push({
      code: 'limit-exceeded',
      severity: 'error',
      message: `${wanted.length} infrastructure files are more than the ${LIMITS.iacFiles} that are read`,
    });
  }
  const sizes = new Map(wanted.map((file) => [file.path, file.bytes]));
  const paths = wanted.slice(0, LIMITS.iacFiles).map((file) => file.path);
  return withinCap(paths, sizes, LIMITS.iacFileBytes, diagnostics);
}

function withinCap(
  paths: readonly string[],
  sizes: ReadonlyMap<string, number>,
  cap: number,
  diagnostics: Diagnostic[],
): readonly string[] {
  return paths.filter((path) => {
    const bytes = sizes.get(path) ?? 0;
    if (bytes <= cap) return true;
    diagnostics.push({
      code: 'limit-exceeded',
      severity: 'error',
      message: `${path} has ${bytes} bytes, more than the ${cap} that are read`,
      at: { file: path },
    });
    return false;
  });
}

/** Plans and previews may have any name. */
function namedPlans(manifest: Manifest): readonly string[] {
  return (manifest.iac ?? []).flatMap(({ kind, path }) =>
    kind === 'terraform_plan' || (kind === 'pulumi' && path.endsWith('.json')) ? [path] : [],
  );
}

/** Templates and files of parameters may have any name, too. */
function namedTemplates(manifest: Manifest): readonly string[] {
  return (manifest.iac ?? []).flatMap(({ kind, path, parameterFiles }) =>
    kind === 'cloudformation' ? [path, ...parameterFiles] : parameterFiles,
  );
}

/** Application files that workloads name as the place of anything, relative to the tree. */
function namedSources({ workloads }: Manifest): readonly string[] {
  const ofCalls = workloads.flatMap((workload) => [workload, ...workload.calls]);
  const places = [
    ...workloads.flatMap(({ agent, knowledgeBase, uses }) => [agent, knowledgeBase, ...uses]),
    ...ofCalls.flatMap(({ model, tier, cache }) => [model, tier, cache?.timeToLive]),
  ];
  return places.flatMap((place) => (typeof place === 'object' && place.kind === 'file' ? [place.file] : []));
}
