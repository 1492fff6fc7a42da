import type { KnownCall, OtherCall } from './call.ts';

/** The same model through its global inference profile, whose price is lower for most models that have one. */
export function globalProfile({ call, model, scope, workload }: KnownCall): readonly OtherCall[] {
  const { region } = workload;
  if (scope === 'global' || (typeof region === 'string' && region.startsWith('us-gov-'))) return [];
  const id = `global.${model.id}`;
  return [
    {
      kind: 'global-profile',
      words: `global profile, ${id}`,
      condition: 'prompts may be processed in any commercial AWS Region',
      call: { ...call, model: { ...call.model, id } },
    },
  ];
}
