/** The projects of a tree: each manifest with what the infrastructure code in its part of the tree declares. */
import type { ProjectParts } from '../bind/parts.ts';
import type { IacRoot, ModulesFromElsewhere } from '../iac/format.ts';
import type { ParseCache } from '../iac/parse-cache.ts';
import { distinct, readInfrastructure } from '../iac/read.ts';
import type { Manifest } from '../manifest/manifest.ts';
import { directoryOf } from '../manifest/paths.ts';
import { filesByProject } from '../manifest/projects.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { claimedRoots, infrastructureRoots, rootsOfTree } from './infrastructure-roots.ts';
import { readRoot } from './read-root.ts';

/** What is known of a tree before its infrastructure code is read. */
export interface TreeParts {
  readonly paths: ReadonlySet<string>;
  /** Directories of all manifests, also of those that cannot be read. */
  readonly directories: readonly string[];
  readonly manifests: readonly Manifest[];
  /** Manifests that cannot be read, by their directory. */
  readonly unreadable: ReadonlyMap<string, string>;
}

/** What the other side of a comparison knows. */
export interface OtherSide {
  /** Plans of the head: a base without them reads what stood before those. */
  readonly plans?: ReadonlyMap<string, string>;
  /** Calls whose modules are installed on one side only, by root. */
  readonly closed?: ReadonlyMap<string, ReadonlySet<string>>;
}

export interface ReadProjects {
  readonly projects: readonly ProjectParts[];
  /** Calls of modules from elsewhere, by root. */
  readonly modules: ReadonlyMap<string, ModulesFromElsewhere>;
  readonly diagnostics: readonly Diagnostic[];
  /** Files of the tree that the code asks for and that are not among the texts. */
  readonly asked: ReadonlySet<string>;
}

/** Reads the infrastructure code of each project out of the texts of the tree. */
export function readProjects(
  { paths, directories, manifests, unreadable }: TreeParts,
  texts: ReadonlyMap<string, string>,
  cache: ParseCache,
  other: OtherSide,
): ReadProjects {
  const modules = new Map<string, ModulesFromElsewhere>();
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
      const key = `${directory}\n${root.name}`;
      const seen = { ...asOtherSideHasIt(root, key, paths, other), siblings: roots };
      const read = readInfrastructure(texts, [seen], cache, paths);
      if (read.modules !== undefined) modules.set(key, read.modules);
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
      {
        directory,
        manifest,
        ...unread,
        resources,
        roots: roots.map((root) => readRoot(root, manifest)),
        sources: texts,
      },
    ];
  });
  // Roots that share a module find the same problems in it.
  return { projects, modules, diagnostics: distinct(diagnostics), asked };
}

/** A root as it is to be read beside the other side, so that the comparison invents no change. */
function asOtherSideHasIt(
  root: IacRoot,
  key: string,
  paths: ReadonlySet<string>,
  { plans, closed }: OtherSide,
): IacRoot {
  const closedModules = closed?.get(key);
  const isLent =
    root.format === 'terraform-plan' && !paths.has(root.directory) && plans?.has(root.directory) === true;
  return {
    ...root,
    ...(closedModules === undefined ? {} : { closedModules }),
    ...(isLent ? { prior: true } : {}),
  };
}
