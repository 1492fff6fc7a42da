import type { ManifestWorkload, ModelBinding } from '../manifest/manifest.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { addressLine } from '../model/resource-usage.ts';
import type { SourceLocation } from '../model/source-location.ts';
import { isUnknown, unknown } from '../model/value.ts';
import { agreed, listed } from './agreement.ts';
import type { ResourceGraph } from './graph.ts';
import type { MappedResource } from './map-resources.ts';
import { modelAtAddress } from './model-at-address.ts';
import { modelFromCode, type ServedModel } from './model-choice.ts';
import { modelInFile } from './model-in-file.ts';
import type { ProjectParts } from './parts.ts';
import { inManifest, resourcesNamed } from './resources-at-place.ts';

/** The workload's own model: what the manifest states, else that of the agent it names. */
export function workloadModel(
  stated: ManifestWorkload,
  parts: ProjectParts,
  graph: ResourceGraph,
  uses: readonly MappedResource[],
  diagnostics: Diagnostic[],
): ServedModel {
  const at = stated.locate('model');
  const inCode = () => modelInCode(stated, parts, graph, uses, diagnostics);
  if (stated.model === undefined) return inCode() ?? missingModel(stated.at);
  const bound = boundModel(stated.model, at, stated.name, parts, graph, diagnostics);
  const declared = stated.agent === undefined ? undefined : inCode();
  if (declared !== undefined) diagnostics.push(...disagreement(stated, bound, declared));
  return bound;
}

/** The model of what the workload names: of all instances the same one, else of the first thing that has a model. */
function modelInCode(
  stated: ManifestWorkload,
  { sources }: ProjectParts,
  graph: ResourceGraph,
  uses: readonly MappedResource[],
  diagnostics: Diagnostic[],
): ServedModel | undefined {
  const named = stated.agent === undefined ? undefined : resourcesNamed(stated.agent, graph, sources);
  const agents = withModel(named?.found ?? []);
  const [source] = withModel(uses);
  const entries = agents.length > 0 ? agents : source === undefined ? [] : [source];
  const candidates = entries.map(({ mapped, resource }) => ({
    where: resource.address,
    served: modelFromCode(mapped.model, resource, graph),
  }));
  const [first] = candidates;
  const model = agreed(candidates);
  if (model !== undefined || first === undefined) return model;
  const at = stated.locate('agent');
  const why = `${named?.words ?? ''} means ${candidates.length} agents with different models: ${listed(candidates)}`;
  diagnostics.push({
    code: 'binding-ambiguous',
    severity: 'error',
    message: `model of ${stated.name} cannot be read: ${why}`,
    at,
    hint: addressLine('agent', first.where),
  });
  return { choice: { id: unknown(why, { at }), origin: 'iac', at } };
}

function withModel(entries: readonly MappedResource[]): readonly MappedResource[] {
  return entries.filter(({ mapped }) => mapped.model !== undefined);
}

/** A manifest that names another model than the agent it binds hides what a change of the agent does. */
function disagreement(
  stated: ManifestWorkload,
  bound: ServedModel,
  inCode: ServedModel,
): readonly Diagnostic[] {
  const [written, declared] = [bound.choice.id, inCode.choice.id];
  if (isUnknown(written) || isUnknown(declared) || written === declared) return [];
  return [
    {
      code: 'manifest-disagrees',
      severity: 'warning',
      message: `The model of ${stated.name} is ${written} in the manifest and ${declared} in the infrastructure code; the manifest's is priced.`,
      at: stated.locate('model'),
      hint: `agent: ${stated.agent === undefined ? '' : inManifest(stated.agent)}  # without model, the agent's own is followed`,
    },
  ];
}

/** The model that a binding leads to. What leads nowhere, or to several models, is a diagnostic and not known. */
export function boundModel(
  binding: ModelBinding,
  at: SourceLocation,
  workload: string,
  parts: ProjectParts,
  graph: ResourceGraph,
  diagnostics: Diagnostic[],
): ServedModel {
  if (binding.kind === 'id') return { choice: { id: binding.id, origin: 'declared', at } };
  if (binding.kind === 'address') return modelAtAddress(binding, at, workload, graph, diagnostics);
  return modelInFile(binding, at, workload, parts.sources, graph, diagnostics);
}

export function missingModel(at: SourceLocation): ServedModel {
  return { choice: { id: unknown('no model is stated', { at }), origin: 'iac', at } };
}
