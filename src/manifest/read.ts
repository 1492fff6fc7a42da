/** Reads a usage manifest. */
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Feature } from '../model/feature.ts';
import { section } from '../model/fields.ts';
import { DEFAULT_MONTH, type Month } from '../model/month.ts';
import { check } from './check.ts';
import { monthShape, region } from './core-schema.ts';
import { defined } from './defined.ts';
import type { Manifest } from './manifest.ts';
import { meantBy } from './near-miss.ts';
import { once } from './once.ts';
import { directoryOf } from './paths.ts';
import { readAdvice } from './read-advice.ts';
import { readBudgets } from './read-budgets.ts';
import { readExtraCharges } from './read-extra-charges.ts';
import { readIac } from './read-iac.ts';
import { readPrices } from './read-prices.ts';
import { readResources } from './read-resources.ts';
import { readSources } from './read-sources.ts';
import { readWorkloads } from './read-workloads.ts';
import { manifestSchemas } from './schema.ts';
import { found } from './shown.ts';
import { type ManifestSource, mapEntries, nodeAt, report } from './source.ts';
import { locate, type MapNode, type Node } from './tree.ts';
import { unreadableEntries } from './unreadable.ts';
import { readYaml } from './yaml.ts';

const readRegion = once(region);
const month = once(() => section(monthShape()));

const KEYS: readonly string[] = [
  'version',
  'region',
  'month',
  'workloads',
  'iac',
  'resources',
  'extra_charges',
  'budgets',
  'prices',
  'advice',
];

export interface ManifestResult {
  /**
   * What could be read. Absent where the file is no manifest of a version that is known, and where it cannot be told
   * which workloads there are.
   */
  readonly manifest?: Manifest;
  /** In the order of the file. Any error among them means that something the manifest says is not in the result. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads the text of the manifest at `file` (a path from the root of the tree) with the sections of the features.
 * A fault costs what it stands in and no more: one workload, one resource, one limit.
 */
export function readManifest(file: string, text: string, features: readonly Feature[]): ManifestResult {
  const { root, diagnostics: faults } = readYaml(file, text);
  const diagnostics: Diagnostic[] = [...faults];
  if (root === undefined) return { diagnostics };
  const wrong = root.kind === 'map' ? undefined : wrongRoot(file, root);
  if (root.kind !== 'map')
    return { diagnostics: wrong === undefined ? diagnostics : [...diagnostics, wrong] };
  const source: ManifestSource = { file, directory: directoryOf(file), root, diagnostics };
  if (!isKnownVersion(source)) return { diagnostics };
  mapEntries(source, [], KEYS);
  const schemas = manifestSchemas(features);
  const entries = {
    workloads: readWorkloads(source, schemas),
    resources: readResources(source, schemas),
    extraCharges: readExtraCharges(source),
  };
  const manifest: Manifest = {
    file,
    directory: source.directory,
    month: readMonth(source),
    ...entries,
    unreadable: unreadableEntries(root, entries),
    ...readBudgets(source),
    locate: (...path) => locate(root, path),
    sourceAt: readSources(source),
    ...defined({
      region: check(source, readRegion(), ['region']),
      iac: readIac(source),
      prices: readPrices(source),
      advice: readAdvice(source),
    }),
  };
  const inOrder = inFileOrder(diagnostics);
  return hidesWorkloads(root) ? { diagnostics: inOrder } : { manifest, diagnostics: inOrder };
}

/** True where nobody can tell which workloads there are: without them, a typing error would look like a saving. */
function hidesWorkloads(root: MapNode): boolean {
  const entry = root.entries.get('workloads');
  if (entry !== undefined) return entry.node.kind !== 'map';
  return [...root.entries].some(
    ([key, stated]) => !KEYS.includes(key) && meantBy(key, stated, root, KEYS)?.key === 'workloads',
  );
}

function wrongRoot(file: string, root: Node): Diagnostic | undefined {
  if (root.kind === 'refused') return undefined;
  const isEmpty = root.kind === 'scalar' && root.value === null;
  return {
    code: isEmpty ? 'manifest-version' : 'manifest-type',
    severity: 'error',
    message: isEmpty ? 'The manifest is empty.' : `The manifest is ${found(root)}; expected a map of keys.`,
    at: isEmpty ? { file, line: 1 } : root.at,
    hint: 'version: 1',
  };
}

/** A manifest of another version means something that this release cannot know; one without is read as version 1. */
function isKnownVersion(source: ManifestSource): boolean {
  const node = nodeAt(source, ['version']);
  if (node?.kind === 'scalar' && node.value === 1) return true;
  const code = 'manifest-version';
  if (node === undefined || (node.kind === 'scalar' && node.value === null)) {
    if (!source.root.entries.has('version') || node !== undefined) {
      const at = { file: source.file, line: 1 };
      report(source, {
        code,
        at,
        message: 'the manifest has no version; it was read as version 1',
        hint: 'version: 1',
      });
    }
    return true;
  }
  if (node.kind === 'scalar' && node.value === '1') {
    report(source, {
      code,
      at: node.at,
      message: 'the version of the manifest is text, not a number',
      hint: 'version: 1',
    });
    return true;
  }
  const message = `the version of the manifest is ${found(node)}; this release knows version 1, and read nothing`;
  report(source, { code, at: node.at, message, hint: 'version: 1' });
  return false;
}

function readMonth(source: ManifestSource): Month {
  const stated = check(source, month(), ['month']);
  return { days: stated?.days ?? DEFAULT_MONTH.days, hours: stated?.hours ?? DEFAULT_MONTH.hours };
}

function inFileOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.toSorted(
    (a, b) => (a.at?.line ?? 0) - (b.at?.line ?? 0) || (a.at?.column ?? 0) - (b.at?.column ?? 0),
  );
}
