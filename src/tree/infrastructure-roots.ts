import type { IacRoot } from '../iac/format.ts';
import type { ParseCache } from '../iac/parse-cache.ts';
import { findInfrastructureRoots } from '../iac/read.ts';
import type { Manifest } from '../manifest/manifest.ts';
import type { Diagnostic } from '../model/diagnostic.ts';

/** Where a project's infrastructure code starts: as its manifest says, else every root below the manifest. */
export function infrastructureRoots(
  manifest: Manifest | undefined,
  own: ReadonlySet<string>,
  texts: ReadonlyMap<string, string>,
  cache: ParseCache,
  diagnostics: Diagnostic[],
): readonly IacRoot[] {
  // A provider that names no region takes it from the environment of whoever runs it: the manifest knows.
  const usual = manifest?.region === undefined ? {} : { region: manifest.region };
  if (manifest?.iac === undefined) {
    const below = new Map([...texts].filter(([path]) => own.has(path)));
    return findInfrastructureRoots(below, cache).map((root) => ({ ...usual, ...root }));
  }
  return manifest.iac.flatMap((entry): readonly IacRoot[] => {
    if (entry.kind !== 'terraform') {
      diagnostics.push({
        code: 'iac-unresolved',
        severity: 'error',
        message: `${entry.kind} is not read by this release, so what ${entry.path} declares is not priced`,
        at: entry.at,
        hint: 'iac: [{ terraform: infra }], or state the usage in workloads and extra_charges',
      });
      return [];
    }
    const { path, varFiles, variables, region, workspace, at } = entry;
    const more = {
      ...(region === undefined ? usual : { region }),
      ...(workspace === undefined ? {} : { workspace }),
    };
    return [{ directory: path, varFiles, variables, at, ...more }];
  });
}
