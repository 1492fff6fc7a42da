/** What one snapshot says: its manifests, its infrastructure code, and the application code that they name. */
import type { ProjectParts } from '../bind/parts.ts';
import type { ParseCache } from '../iac/parse-cache.ts';
import { maybeInfrastructure, readInfrastructure, wantedByInfrastructure } from '../iac/read.ts';
import type { Manifest } from '../manifest/manifest.ts';
import { directoryOf } from '../manifest/paths.ts';
import { filesByProject, findManifests } from '../manifest/projects.ts';
import { readManifest } from '../manifest/read.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Feature } from '../model/feature.ts';
import { LIMITS } from '../model/limits.ts';
import type { Snapshot, TreeFile } from '../model/snapshot.ts';
import { readCandidates } from './candidates.ts';
import { claimedRoots, infrastructureRoots, rootsOfTree } from './infrastructure-roots.ts';

export interface Tree {
  readonly revision: string;
  readonly projects: readonly ProjectParts[];
  readonly manifests: readonly Manifest[];
  /** Every file of the tree. */
  readonly paths: ReadonlySet<string>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads no more than it must: manifests first, then the files that an infrastructure format wants. */
export async function readTree(
  snapshot: Snapshot,
  features: readonly Feature[],
  globs: readonly string[] | undefined,
  cache: ParseCache,
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
    .flatMap((manifest) => [...namedSources(manifest), ...namedFiles(manifest)])
    .filter((path) => sizes.has(path));
  const certain = [...new Set([...wanted, ...withinCap(named, sizes, LIMITS.iacFileBytes, diagnostics)])];
  const texts = new Map([
    ...(await snapshot.read(certain)),
    ...(await readCandidates(snapshot, new Set(certain), diagnostics)),
  ]);
  const directories = found.manifests.map(directoryOf);
  // What stands outside every manifest's directory is a project of its own: it is billed all the same.
  const owners = directories.includes('.') ? directories : [...directories, '.'];
  const files = filesByProject(owners, paths);
  const all = rootsOfTree(texts, cache);
  const claimed = claimedRoots(manifests);
  const projects = owners.flatMap((directory): readonly ProjectParts[] => {
    const manifest = manifests.find((candidate) => candidate.directory === directory);
    const own = new Set((files.get(directory) ?? []).flatMap((path) => [path, directoryOf(path)]));
    const roots = infrastructureRoots({ directory, manifest, own }, all, claimed, diagnostics);
    const resources = roots.flatMap((root) => {
      const read = readInfrastructure(texts, [{ ...root, siblings: roots }], cache);
      diagnostics.push(...read.diagnostics);
      return read.resources.map((resource) => ({
        ...resource,
        root: root.name,
        addressInRoot: resource.address,
      }));
    });
    const isRest = directory === '.' && !directories.includes('.') && directories.length > 0;
    if (isRest && resources.length === 0) return [];
    const broken = unreadable.get(directory);
    const unread = broken === undefined ? {} : { unreadable: broken };
    return [
      { directory, manifest, ...unread, resources, roots: roots.map(({ name }) => name), sources: texts },
    ];
  });
  // Last, since reading adds to what listing refused.
  return {
    revision: snapshot.revision,
    projects,
    manifests,
    paths: new Set(paths),
    diagnostics: [...snapshot.diagnostics.filter(matters).map(graver), ...diagnostics],
  };
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

/** Plans, previews, templates and files of parameters may have any name. */
function namedFiles(manifest: Manifest): readonly string[] {
  return (manifest.iac ?? []).flatMap(({ kind, path, parameterFiles }) => [
    ...(kind === 'terraform' ? [] : [path]),
    ...parameterFiles,
  ]);
}

/** Application files that workloads name as the place of their model id, relative to the tree. */
function namedSources(manifest: Manifest): readonly string[] {
  return manifest.workloads.flatMap((workload) =>
    [workload.model, ...workload.calls.map((call) => call.model)].flatMap((model) =>
      model?.kind === 'file' ? [model.file] : [],
    ),
  );
}
