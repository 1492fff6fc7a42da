/** The projects of a tree: each manifest with what the infrastructure code in its part of the tree declares. */
import type { ProjectParts } from '../bind/parts.ts';
import type { ParseCache } from '../iac/parse-cache.ts';
import { readInfrastructure } from '../iac/read.ts';
import type { Manifest } from '../manifest/manifest.ts';
import { directoryOf } from '../manifest/paths.ts';
import { filesByProject } from '../manifest/projects.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { claimedRoots, infrastructureRoots, rootsOfTree } from './infrastructure-roots.ts';

/** What is known of a tree before its infrastructure code is read. */
export interface TreeParts {
  readonly paths: ReadonlySet<string>;
  /** Directories of all manifests, also of those that cannot be read. */
  readonly directories: readonly string[];
  readonly manifests: readonly Manifest[];
  /** Manifests that cannot be read, by their directory. */
  readonly unreadable: ReadonlyMap<string, string>;
}

export interface ReadProjects {
  readonly projects: readonly ProjectParts[];
  readonly diagnostics: readonly Diagnostic[];
  /** Files of the tree that the code asks for and that are not among the texts. */
  readonly asked: ReadonlySet<string>;
}

/** Reads the infrastructure code of each project out of the texts of the tree. */
export function readProjects(
  { paths, directories, manifests, unreadable }: TreeParts,
  texts: ReadonlyMap<string, string>,
  cache: ParseCache,
): ReadProjects {
  const diagnostics: Diagnostic[] = [];
  const asked = new Set<string>();
  // What stands outside every manifest's directory is a project of its own: it is billed all the same.
  const owners = directories.includes('.') ? directories : [...directories, '.'];
  const files = filesByProject(owners, [...paths]);
  const all = rootsOfTree(texts, cache);
  const claimed = claimedRoots(manifests);
  const projects = owners.flatMap((directory): readonly ProjectParts[] => {
    const manifest = manifests.find((candidate) => candidate.directory === directory);
    const own = new Set((files.get(directory) ?? []).flatMap((path) => [path, directoryOf(path)]));
    const roots = infrastructureRoots({ directory, manifest, own }, all, claimed, diagnostics);
    const resources = roots.flatMap((root) => {
      const read = readInfrastructure(texts, [{ ...root, siblings: roots }], cache, paths);
      diagnostics.push(...read.diagnostics);
      for (const path of read.asked ?? []) asked.add(path);
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
  return { projects, diagnostics, asked };
}
