import type { IacRoot } from '../iac/format.ts';
import type { ParseCache } from '../iac/parse-cache.ts';
import { findInfrastructureRoots } from '../iac/read.ts';
import type { IacEntry, Manifest } from '../manifest/manifest.ts';
import type { Diagnostic } from '../model/diagnostic.ts';

/** A root with the name that tells its resources from those of others. */
export interface NamedRoot extends IacRoot {
  readonly name: string;
}

/** Every root of a tree, found once: a directory that any other calls as a local module is none. */
export function rootsOfTree(texts: ReadonlyMap<string, string>, cache: ParseCache): readonly IacRoot[] {
  return findInfrastructureRoots(texts, cache);
}

/** Directories that a manifest names itself: nobody else finds them. */
export function claimedRoots(manifests: readonly Manifest[]): ReadonlyMap<string, string> {
  const claimed = new Map<string, string>();
  for (const manifest of manifests) {
    for (const entry of manifest.iac ?? []) {
      for (const key of [entry.path, claimOf(entry)]) {
        if (!claimed.has(key)) claimed.set(key, manifest.directory);
      }
    }
  }
  return claimed;
}

/** What makes two entries the same reading: another set of variables is another estate. */
function claimOf(entry: IacEntry): string {
  const { kind, path, varFiles, parameterFiles, variables, parameters, workspace, stack, configEnvironment } =
    entry;
  const stated = [...variables, ...parameters]
    .map(([name, value]) => `${name} ${JSON.stringify(value, withMaps)}`)
    .sort();
  const names = [workspace ?? null, stack ?? null, configEnvironment ?? null];
  return JSON.stringify([kind, path, varFiles, parameterFiles, stated, ...names]);
}

/** Maps are printed as empty objects otherwise. */
function withMaps(_key: string, value: unknown): unknown {
  return value instanceof Map ? [...value] : value;
}

/** Where a project's infrastructure code starts: as its manifest says, else every root of its own that nobody claims. */
export function infrastructureRoots(
  project: {
    readonly directory: string;
    readonly manifest: Manifest | undefined;
    readonly own: ReadonlySet<string>;
  },
  all: readonly IacRoot[],
  claimed: ReadonlyMap<string, string>,
  diagnostics: Diagnostic[],
): readonly NamedRoot[] {
  const { directory, manifest, own } = project;
  // A provider that names no region takes it from the environment of whoever runs it: the manifest knows.
  const usual = manifest?.region === undefined ? {} : { region: manifest.region };
  if (manifest?.iac === undefined) {
    const found = all.filter(
      (root) => own.has(root.directory) && (claimed.get(root.directory) ?? directory) === directory,
    );
    return named(found.map((root) => ({ ...usual, ...root, project: directory })));
  }
  const stated = manifest.iac.flatMap((entry): readonly IacRoot[] => {
    const claimant = claimed.get(claimOf(entry)) ?? directory;
    if (claimant !== directory) {
      diagnostics.push({
        code: 'charge-counted-once',
        severity: 'notice',
        message: `${entry.path} is read by the project ${claimant} in the same way, and is counted there.`,
        at: entry.at,
      });
      return [];
    }
    return [rootOf(entry, directory, usual)];
  });
  return named(stated);
}

/** Where the reading of an entry starts. */
function rootOf(entry: IacEntry, project: string, usual: Pick<IacRoot, 'region'>): IacRoot {
  const { path, at, varFiles, variables, parameterFiles, parameters, region, workspace, stack } = entry;
  const { configEnvironment } = entry;
  const common = { directory: path, at, project, ...(region === undefined ? usual : { region }) };
  const ofStack = stack === undefined ? {} : { stack };
  switch (entry.kind) {
    case 'terraform':
      return { ...common, varFiles, variables, ...(workspace === undefined ? {} : { workspace }) };
    case 'terraform_plan':
      return { ...common, format: 'terraform-plan' };
    case 'cloudformation':
      return {
        ...common,
        ...ofStack,
        format: 'cloudformation',
        varFiles: parameterFiles,
        variables: parameters,
        ...(configEnvironment === undefined ? {} : { configEnvironment }),
      };
    case 'cdk':
      return { ...common, format: 'cdk' };
    case 'serverless':
    case 'pulumi':
      return { ...common, format: entry.kind, ...ofStack };
  }
}

/**
 * One directory may be read several times, with other variables each, or in two formats: `infra (prod.tfvars)`,
 * `infra (pulumi)`.
 */
function named(roots: readonly IacRoot[]): readonly NamedRoot[] {
  const times = new Map<string, number>();
  const formats = new Map<string, Set<string>>();
  for (const { directory, format = 'terraform' } of roots) {
    times.set(directory, (times.get(directory) ?? 0) + 1);
    formats.set(directory, (formats.get(directory) ?? new Set()).add(format));
  }
  const taken = new Map<string, number>();
  return roots.map((root) => {
    if (times.get(root.directory) === 1) return { ...root, name: root.directory };
    const isShared = (formats.get(root.directory)?.size ?? 0) > 1 && root.format !== undefined;
    const details = [
      ...(isShared ? [root.format ?? ''] : []),
      ...(root.varFiles ?? []),
      ...[root.workspace, root.stack, root.configEnvironment].filter((name) => name !== undefined),
    ];
    const plain = details.length === 0 ? root.directory : `${root.directory} (${details.join(', ')})`;
    const nth = (taken.get(plain) ?? 0) + 1;
    taken.set(plain, nth);
    return { ...root, name: nth === 1 ? plain : `${plain} #${nth}` };
  });
}
