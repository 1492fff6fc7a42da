/** What the base looked at and the head looks at no more, or in another way, although it is there. */
import type { ReadRoot } from '../bind/parts.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Resource } from '../model/resource.ts';
import type { SourceLocation } from '../model/source-location.ts';
import type { Tree } from './read-tree.ts';

/**
 * Manifests that are removed, roots that are read no more, and roots that are given something else. What is deleted
 * itself is no change of scope: it is gone.
 */
export function scopeChanges(before: Tree, after: Tree): readonly Diagnostic[] {
  return [...removedManifests(before, after), ...changedRoots(before, after), ...statedCounts(before, after)];
}

function removedManifests(before: Tree, after: Tree): readonly Diagnostic[] {
  const kept = new Set(after.manifests.map(({ directory }) => directory));
  const broken = new Set(
    after.projects.filter(({ unreadable }) => unreadable !== undefined).map(({ directory }) => directory),
  );
  return before.manifests.flatMap(({ file, directory, workloads }): readonly Diagnostic[] => {
    if (kept.has(directory) || broken.has(directory) || workloads.length === 0) return [];
    const message = `${file} is removed here: what its ${workloads.length} workloads cost is not estimated any more.`;
    return [{ code: 'manifest-removed', severity: 'warning', message, at: { file } }];
  });
}

function changedRoots(before: Tree, after: Tree): readonly Diagnostic[] {
  // Whoever writes the first manifest says what belongs to it: that takes nothing away.
  const adopting = before.manifests.length === 0;
  const now = readingsOf(after);
  return [...readingsOf(before)].flatMap(([key, readings]): readonly Diagnostic[] => {
    const current = now.get(key) ?? [];
    const lost = without(readings, current);
    const come = without(current, readings);
    if (current.length === 0)
      return [...new Map(lost.map((root) => [root.path, root])).values()].flatMap((root) =>
        dropped(root, after, adopting),
      );
    if (adopting) return [];
    return lost.flatMap((root, index): readonly Diagnostic[] => {
      const other = come[index];
      if (other !== undefined) return [givenOther(root, other)];
      const isDeleted = root.files.some((file) => before.paths.has(file) && !after.paths.has(file));
      return isDeleted ? [] : [readLessOften(root, current)];
    });
  });
}

/** A plan beside the code that it was made from is another way to read it, so the format belongs to the key. */
function readingsOf({ projects }: Tree): ReadonlyMap<string, readonly ReadRoot[]> {
  const found = new Map<string, ReadRoot[]>();
  for (const root of projects.flatMap(({ roots }) => roots)) {
    const key = `${root.format}\n${root.path}`;
    found.set(key, [...(found.get(key) ?? []), root]);
  }
  return found;
}

/** The readings that the others do not have, each once. */
function without(readings: readonly ReadRoot[], others: readonly ReadRoot[]): readonly ReadRoot[] {
  const known = new Set(others.map(inputsOf));
  return readings.filter((root) => !known.has(inputsOf(root)));
}

function inputsOf({ inputs }: ReadRoot): string {
  return JSON.stringify([...inputs].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function dropped(root: ReadRoot, after: Tree, adopting: boolean): readonly Diagnostic[] {
  if (!isThere(root, after.paths)) return [];
  const message = `The infrastructure code in ${root.path} was read at base and is not read as a root here: what it declares is counted only where something else calls it.`;
  const hint = `iac: [{ ${root.format.replace('-', '_')}: ${root.path} }]`;
  return [{ code: 'iac-changed', severity: adopting ? 'notice' : 'warning', message, hint }];
}

function givenOther(base: ReadRoot, head: ReadRoot): Diagnostic {
  const keys = [...new Set([...base.inputs.keys(), ...head.inputs.keys()])];
  const changed = keys.filter((key) => base.inputs.get(key) !== head.inputs.get(key)).sort();
  const shown = changed.slice(0, 4).join(', ') + (changed.length > 4 ? ', …' : '');
  const message = `The manifest gives ${base.path} another ${shown} here than at base${placeText(base.at)}: what that takes away may still be deployed.`;
  const at = head.at ?? base.at;
  return { code: 'iac-changed', severity: 'warning', message, ...(at === undefined ? {} : { at }) };
}

function readLessOften({ name, at }: ReadRoot, [other]: readonly ReadRoot[]): Diagnostic {
  const message = `The infrastructure code in ${name} was read at base${placeText(at)} and is not read in that way here: what that takes away may still be deployed.`;
  const place = other?.at ?? at;
  return { code: 'iac-changed', severity: 'warning', message, ...(place === undefined ? {} : { at: place }) };
}

/** The code of the base says how many of a resource there are, and at head the manifest says it instead. */
function statedCounts(before: Tree, after: Tree): readonly Diagnostic[] {
  const bases = new Map(before.projects.map((project) => [project.directory, project]));
  return after.projects.flatMap(({ directory, manifest, resources }): readonly Diagnostic[] => {
    const base = bases.get(directory);
    return [...(manifest?.resources ?? [])].flatMap(([address, { instances, at }]): readonly Diagnostic[] => {
      if (base === undefined || instances === undefined) return [];
      const isIt = ({ address: own }: Resource) => own === address || own.startsWith(`${address}[`);
      const known = base.resources.filter((resource) => isIt(resource) && resource.uncertain === undefined);
      const isOpen = resources.some((resource) => isIt(resource) && resource.uncertain !== undefined);
      if (known.length === 0 || !isOpen || base.manifest?.resources.get(address)?.instances !== undefined)
        return [];
      const message = `The code said at base how many of ${address} there are (${known.length}), and does not say it here; the manifest says ${instances.expected.toFixed()} instead.`;
      return [{ code: 'iac-changed', severity: 'warning', message, at }];
    });
  });
}

function placeText(at: SourceLocation | undefined): string {
  return at === undefined ? '' : ` (${[at.file, at.line].filter((part) => part !== undefined).join(':')})`;
}

function isThere({ format, path }: ReadRoot, paths: ReadonlySet<string>): boolean {
  if (paths.has(path)) return true;
  const prefix = path === '.' ? '' : `${path}/`;
  if (format === 'cdk') return paths.has(`${prefix}manifest.json`);
  if (format === 'pulumi') return paths.has(`${prefix}Pulumi.yaml`) || paths.has(`${prefix}Pulumi.yml`);
  if (format !== 'terraform') return false;
  return [...paths].some(
    (file) =>
      file.startsWith(prefix) &&
      !file.slice(prefix.length).includes('/') &&
      /\.(?:tf|tofu)(?:\.json)?$/.test(file),
  );
}
