/** What a manifest knows already. */
import type { ResourceGraph } from '../bind/graph.ts';
import type { ProjectParts } from '../bind/parts.ts';
import { bindWorkloads } from '../bind/workloads.ts';
import type { Candidate } from './candidate.ts';

/** Whether a candidate is not in the manifest yet: bound, mentioned, or with the model that a workload spells out. */
export function isNewTo(
  parts: ProjectParts,
  graph: ResourceGraph,
  text: string,
): (candidate: Candidate) => boolean {
  const { manifest } = parts;
  if (manifest === undefined) return () => true;
  const { usedBy } = bindWorkloads(parts, graph, 'us-east-1', []);
  const models = manifest.workloads.flatMap(({ model, calls }) => [
    model,
    ...calls.map((call) => call.model),
  ]);
  const bound = new Set([
    ...usedBy.keys(),
    ...models.flatMap((model) =>
      model?.kind === 'address' ? graph.declared(model.address).map(({ address }) => address) : [],
    ),
  ]);
  const ids = new Set(models.flatMap((model) => (model?.kind === 'id' ? [model.id] : [])));
  return (candidate) =>
    !candidate.addresses.some((address) => bound.has(address)) &&
    !candidate.mentions.some((mention) => isMentioned(text, mention)) &&
    !(candidate.ids.length > 0 && candidate.ids.every((id) => ids.has(id)));
}

/** Whether a text names something, in a value or in a comment. */
export function isMentioned(text: string, mention: string): boolean {
  for (let at = text.indexOf(mention); at >= 0; at = text.indexOf(mention, at + 1)) {
    const around = (text[at - 1] ?? ' ') + (text[at + mention.length] ?? ' ');
    if (!/[\w-]/.test(around)) return true;
  }
  return false;
}
