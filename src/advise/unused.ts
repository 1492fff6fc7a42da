/** Resources that are paid for and that no workload uses. */
import type { Alternative } from '../model/alternative.ts';
import type { Charge } from '../model/charge.ts';
import type { AdvisedProject } from './project.ts';

/**
 * Removing what is billed even when idle, where the manifest has workloads and none of them uses it, nor states its
 * usage. Where a workload names something that was not found, nobody knows what is used. Resources that several things
 * share are left alone, and so is the operational tail: nobody lists the endpoints and keys that its calls go through.
 */
export function unusedResources(
  { workloads, resources, diagnostics }: AdvisedProject,
  charges: readonly Charge[],
): readonly Alternative[] {
  if (workloads.length === 0 || diagnostics.some(({ code }) => code.startsWith('binding-'))) return [];
  const floors = new Set(
    charges
      .filter(
        ({ kind, owner, period, layer }) =>
          layer !== 'operations' && kind === 'floor' && owner.kind === 'resource' && period === 'monthly',
      )
      .map(({ owner }) => owner.name),
  );
  const all = [...resources.values()].flat();
  const used = new Set(
    all
      .filter(
        ({ usedBy, usage, uncertain }) => usedBy.length > 0 || usage !== undefined || uncertain !== undefined,
      )
      .map(({ resource }) => resource.address),
  );
  for (const { calls } of workloads) {
    for (const address of calls.flatMap(({ capacity = [] }) => capacity)) used.add(address);
  }
  const addresses = new Set(all.map(({ resource }) => resource.address));
  return [...addresses]
    .filter((address) => floors.has(address) && !used.has(address))
    .map((address) => ({
      kind: 'unused',
      words: [{ name: address }, { plain: ': removed' }],
      condition: 'nothing else needs it: no workload of the manifest uses it',
      about: address,
      resource: (declared) => (declared.resource.address === address ? undefined : declared),
    }));
}
