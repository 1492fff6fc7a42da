/** Models that a manifest spells out and that the code does not have any more. */
import { modelReferences } from '../code/model-references.ts';
import { ParseCache } from '../iac/parse-cache.ts';
import type { Manifest } from '../manifest/manifest.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Feature } from '../model/feature.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { SourceLocation } from '../model/source-location.ts';
import { readTree } from '../tree/read-tree.ts';
import { alike } from '../tree/two-trees.ts';
import type { Candidate } from './candidate.ts';
import { isNewTo } from './known.ts';
import { survey } from './survey.ts';

/** Candidates that a warning lists. */
const SHOWN = 3;

/**
 * A warning for each model id of a manifest that stands nowhere in the code of its project, where the code sets other
 * models that no workload follows: one of them may have taken its place. A project without such code is not judged.
 */
export async function staleModels(
  snapshot: Snapshot,
  features: readonly Feature[],
  globs: readonly string[] | undefined,
): Promise<readonly Diagnostic[]> {
  const read = await readTree(snapshot, features, globs, new ParseCache());
  const tree = alike(read, read).after;
  const diagnostics: Diagnostic[] = [];
  for (const parts of tree.projects) {
    const { manifest } = parts;
    if (manifest === undefined) continue;
    const literals = literalModels(manifest);
    if (literals.length === 0) continue;
    const { graph, found, texts } = await survey(snapshot, parts, features);
    const text = (await snapshot.read([manifest.file])).get(manifest.file) ?? '';
    const free = found.candidates.filter(isNewTo(parts, graph, text)).filter(({ known }) => bindingOf(known));
    const named = namedIn(texts);
    for (const { id, workload, at } of literals) {
      if (free.length > 0 && !named(id)) diagnostics.push(stale(id, workload, at, free));
    }
  }
  return diagnostics;
}

interface Literal {
  readonly id: string;
  readonly workload: string;
  readonly at: SourceLocation;
}

function literalModels({ workloads }: Manifest): readonly Literal[] {
  return workloads.flatMap((workload) => {
    const { name, model, calls } = workload;
    return [
      ...(model?.kind === 'id' ? [{ id: model.id, workload: name, at: workload.locate('model') }] : []),
      ...calls.flatMap((call) =>
        call.model?.kind === 'id'
          ? [{ id: call.model.id, workload: name, at: workload.locate('calls', call.name, 'model') }]
          : [],
      ),
    ];
  });
}

/** Whether any file names a model, for whatever reason; a profile that is put before it at run time may be any. */
function namedIn(texts: ReadonlyMap<string, string>): (id: string) => boolean {
  const ids = new Set<string>();
  const anyProfile = new Set<string>();
  for (const [file, text] of texts) {
    for (const { id, prefixUnknown } of modelReferences(file, text)) {
      ids.add(plain(id));
      if (prefixUnknown === true) anyProfile.add(plain(id));
    }
  }
  return (id) => ids.has(plain(id)) || [...anyProfile].some((end) => plain(id).endsWith(`.${end}`));
}

function plain(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1);
}

function bindingOf(known: Candidate['known']): string | undefined {
  const key = known.find((one) => one.key === 'model' || one.key === 'agent');
  return key === undefined ? undefined : `${key.key}: ${key.value}`;
}

function stale(id: string, workload: string, at: SourceLocation, free: readonly Candidate[]): Diagnostic {
  const places = free.slice(0, SHOWN).map(({ about }) => about);
  const more = free.length > places.length ? `, and ${free.length - places.length} more` : '';
  return {
    code: 'manifest-disagrees',
    severity: 'warning',
    message: `The model of ${workload} is ${id} in the manifest, and no file of the project names it; no workload follows ${places.join('; ')}${more}.`,
    at,
    hint: `${bindingOf(free[0]?.known ?? []) ?? ''}  # follows the code from now on`,
  };
}
