import type { ModelReference } from '../code/found-model-id.ts';
import { modelReferences } from '../code/model-references.ts';
import type { ManifestWorkload, ModelBinding } from '../manifest/manifest.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { modelIdOf } from '../model/model-reference.ts';
import { decidesModel } from '../model/model-use.ts';
import { type Resource, withoutInstance } from '../model/resource.ts';
import type { SourceLocation } from '../model/source-location.ts';
import { isUnknown, unknown, valueAt } from '../model/value.ts';
import type { ResourceGraph } from './graph.ts';
import type { MappedResource } from './map-resources.ts';
import { modelFromCode, type ServedModel } from './model-choice.ts';
import type { ProjectParts } from './parts.ts';

/** The workload's own model: what the manifest states, else that of the agent it names. */
export function workloadModel(
  stated: ManifestWorkload,
  parts: ProjectParts,
  graph: ResourceGraph,
  uses: readonly MappedResource[],
  diagnostics: Diagnostic[],
): ServedModel {
  const at = stated.locate('model');
  const source = uses.find((entry) => entry.mapped.model !== undefined);
  if (stated.model !== undefined) {
    const bound = boundModel(stated.model, at, stated.name, parts, graph, diagnostics);
    if (stated.agent !== undefined && source !== undefined) {
      diagnostics.push(
        ...disagreement(stated, bound, modelFromCode(source.mapped.model, source.resource, graph)),
      );
    }
    return bound;
  }
  if (source !== undefined) return modelFromCode(source.mapped.model, source.resource, graph);
  return missingModel(stated.at);
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
      hint: `agent: ${stated.agent ?? ''}  # without model, the agent's own is followed`,
    },
  ];
}

export function boundModel(
  binding: ModelBinding,
  at: SourceLocation,
  workload: string,
  parts: ProjectParts,
  graph: ResourceGraph,
  diagnostics: Diagnostic[],
): ServedModel {
  if (binding.kind === 'id') return { choice: { id: binding.id, origin: 'declared', at } };
  if (binding.kind === 'address') return modelAtAddress(binding, parts, at, graph, diagnostics);
  return modelInFile(binding, at, workload, parts, diagnostics);
}

function modelAtAddress(
  binding: ModelBinding & { readonly kind: 'address' },
  parts: ProjectParts,
  at: SourceLocation,
  graph: ResourceGraph,
  diagnostics: Diagnostic[],
): ServedModel {
  const { address, env } = binding;
  const found = graph.find(address);
  const capacity = found.find((candidate) => candidate.mapped.reservesCapacity === true);
  if (capacity !== undefined) {
    const id =
      modelIdOf(capacity.mapped.model) ?? unknown('its model is not stated', { at: capacity.resource.at });
    return { choice: { id, origin: 'iac', at: capacity.resource.at }, capacity: capacity.resource.address };
  }
  const entry = found.find((candidate) => candidate.mapped.model !== undefined);
  if (binding.attribute === undefined && env === undefined && entry !== undefined) {
    return modelFromCode(entry.mapped.model, entry.resource, graph);
  }
  const resource = parts.resources.find((candidate) => namesOf(candidate).includes(address));
  const value = resource === undefined ? undefined : (attributeOf(resource, binding) ?? undefined);
  if (resource !== undefined && value !== undefined) return modelFromCode(value, resource, graph);
  const what = binding.attribute ?? (env === undefined ? 'model' : `environment variable ${env}`);
  const why = resource === undefined ? `${address} is not declared` : `${address} has no ${what}`;
  diagnostics.push({
    code: 'binding-unmatched',
    severity: 'error',
    message: `model names what does not exist: ${why}`,
    at,
  });
  return { choice: { id: unknown(why, { at }), origin: 'iac', at } };
}

/** The attribute that a binding names by path, or the environment variable that a function or container sets. */
function attributeOf(resource: Resource, binding: ModelBinding & { readonly kind: 'address' }) {
  if (binding.attribute !== undefined) return valueAt(resource.attributes, ...binding.attribute.split('.'));
  if (binding.env === undefined) return undefined;
  return ENVIRONMENTS.map((path) => valueAt(resource.attributes, ...path, binding.env ?? '')).find(
    (value) => value !== undefined,
  );
}

function namesOf({ address, addressInRoot = address }: Resource): readonly string[] {
  return [address, withoutInstance(address), addressInRoot, withoutInstance(addressInRoot)];
}

/** Where resource types keep environment variables. */
const ENVIRONMENTS: readonly (readonly string[])[] = [
  ['environment', 'variables'],
  ['environment_variables'],
  ['Environment', 'Variables'],
  ['EnvironmentVariables'],
];

/** The one model id in a source file. None, or several different ones, is a question and not an answer. */
function modelInFile(
  binding: ModelBinding & { readonly kind: 'file' },
  at: SourceLocation,
  workload: string,
  parts: ProjectParts,
  diagnostics: Diagnostic[],
): ServedModel {
  const { file, env } = binding;
  const source = parts.sources.get(file);
  const all = source === undefined ? [] : modelReferences(file, source);
  // Where an id is set counts, and not a comment that names another one.
  const deciding = all.filter(({ use }) => decidesModel(use));
  const candidates = deciding.length > 0 ? deciding : all;
  const found = env === undefined ? candidates : ofVariable(source ?? '', env, candidates);
  const ids = [...new Set(found.map((reference) => reference.id))];
  const [only] = found;
  if (only !== undefined && ids.length === 1) {
    const place = { file, line: only.line, column: only.column };
    if (found.some(({ prefixUnknown }) => prefixUnknown)) {
      const why = `the profile prefix of ${only.id} is put together when the program runs`;
      const hint = `model: global.${only.id}`;
      diagnostics.push({
        code: 'binding-ambiguous',
        severity: 'error',
        message: `model of ${workload} cannot be read: ${why}`,
        at,
        hint,
      });
      return { choice: { id: unknown(why, { at: place }), origin: 'code', at: place } };
    }
    return { choice: { id: only.id, origin: 'code', at: place } };
  }
  const why =
    source === undefined
      ? `${file} does not exist`
      : ids.length === 0
        ? `${file} has no model id in it${env === undefined ? '' : ` on a line with ${env}`}`
        : `${file} has ${ids.length} model ids in it: ${ids.slice(0, 4).join(', ')}`;
  diagnostics.push({
    code: ids.length > 1 ? 'binding-ambiguous' : 'binding-unmatched',
    severity: 'error',
    message: `model of ${workload} cannot be read: ${why}`,
    at,
    hint: `model: ${ids[0] ?? 'global.anthropic.claude-haiku-4-5-20251001-v1:0'}`,
  });
  return { choice: { id: unknown(why, { at }), origin: 'code', at } };
}

/** References that are given to an environment variable, else those on a line that names it. */
function ofVariable(
  source: string,
  variable: string,
  references: readonly ModelReference[],
): readonly ModelReference[] {
  const named = references.filter(({ name }) => name === variable);
  if (named.length > 0) return named;
  const lines = source.split('\n');
  return references.filter(({ line }) => lines[line - 1]?.includes(variable) === true);
}

export function missingModel(at: SourceLocation): ServedModel {
  return { choice: { id: unknown('no model is stated', { at }), origin: 'iac', at } };
}
