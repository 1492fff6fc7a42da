/** Which manifests a tree has, and which files belong to which. */
import type { Diagnostic } from '../model/diagnostic.ts';
import { LIMITS } from '../model/limits.ts';
import { matchesGlob } from './glob.ts';
import { directoryOf, resolvePath } from './paths.ts';
import { quoted } from './shown.ts';

const NAMES: ReadonlySet<string> = new Set([
  'bedrock-cost.yml',
  'bedrock-cost.yaml',
  '.bedrock-cost.yml',
  '.bedrock-cost.yaml',
]);

export interface FoundManifests {
  /** Paths, sorted by code unit, at most one in a directory. */
  readonly manifests: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The manifests among the paths of a tree: by name, or by `globs` where there are any. A glob that matches nothing
 * is an error, since someone asked for the file.
 */
export function findManifests(paths: readonly string[], globs: readonly string[] = []): FoundManifests {
  const diagnostics: Diagnostic[] = [];
  const candidates = globs.length === 0 ? paths.filter(isManifest) : byGlobs(paths, globs, diagnostics);
  const sorted = [...new Set(candidates)].sort(byCodeUnit);
  const manifests = onePerDirectory(sorted, diagnostics);
  if (manifests.length > LIMITS.manifests) {
    const message = `There are ${manifests.length} manifests; only the first ${LIMITS.manifests} were read.`;
    diagnostics.push({ code: 'limit-exceeded', severity: 'error', message });
  }
  return { manifests: manifests.slice(0, LIMITS.manifests), diagnostics };
}

/** One in a module that `terraform init` or Terragrunt downloaded is not ours. */
function isManifest(path: string): boolean {
  return (
    NAMES.has(path.slice(path.lastIndexOf('/') + 1)) &&
    !/(?:^|\/)\.(?:terraform|terragrunt-cache)\//.test(path)
  );
}

function byGlobs(
  paths: readonly string[],
  globs: readonly string[],
  diagnostics: Diagnostic[],
): readonly string[] {
  return globs.flatMap((glob) => {
    const pattern = resolvePath('.', glob);
    const matches = pattern === undefined ? [] : paths.filter((path) => matchesGlob(pattern, path));
    if (matches.length === 0) {
      const message = `No file matches ${quoted(glob)}, which was given as a manifest.`;
      const hint =
        'A pattern is a path from the root of the tree; `*` is part of a name, `**` any number of folders.';
      diagnostics.push({ code: 'manifest-unmatched', severity: 'error', message, hint });
    }
    return matches;
  });
}

/** A project is known by its directory, so a directory has one manifest. */
function onePerDirectory(sorted: readonly string[], diagnostics: Diagnostic[]): readonly string[] {
  const taken = new Map<string, string>();
  return sorted.filter((file) => {
    const directory = directoryOf(file);
    const first = taken.get(directory);
    if (first === undefined) {
      taken.set(directory, file);
      return true;
    }
    const message = `A directory has one manifest: ${quoted(first)} was read, ${quoted(file)} was not.`;
    const hint = 'Join the two, or move one to the directory that it describes.';
    diagnostics.push({ code: 'manifest-conflict', severity: 'error', message, at: { file }, hint });
    return false;
  });
}

/**
 * The paths of one project: the tree below `directory` less the trees of manifests further down. Without any
 * manifest, the whole tree is one project, that of `.`.
 */
export function projectFiles(
  manifestDirectories: readonly string[],
  directory: string,
  paths: readonly string[],
): readonly string[] {
  return filesByProject(manifestDirectories, paths).get(directory) ?? [];
}

/** The paths of every project, in one pass. Paths that stand below no manifest belong to none. */
export function filesByProject(
  manifestDirectories: readonly string[],
  paths: readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const directories = manifestDirectories.length === 0 ? ['.'] : manifestDirectories;
  const projects = new Map<string, string[]>(directories.map((directory) => [directory, []]));
  for (const path of paths) nearestProject(projects, path)?.push(path);
  return projects;
}

function nearestProject(projects: ReadonlyMap<string, string[]>, path: string): string[] | undefined {
  let directory = directoryOf(path);
  while (directory !== '.') {
    const project = projects.get(directory);
    if (project !== undefined) return project;
    directory = directoryOf(directory);
  }
  return projects.get('.');
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
