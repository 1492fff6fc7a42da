/** What could be done otherwise with the model calls of a workload. */
import type { Alternative } from '../model/alternative.ts';
import { isUnknown } from '../model/value.ts';
import type { Words } from '../model/words.ts';
import type { ModelCall, Workload } from '../model/workload.ts';
import { cached } from './calls/caching.ts';
import type { KnownCall, OtherCall } from './calls/call.ts';
import { otherModels } from './calls/models.ts';
import { globalProfile } from './calls/profile.ts';
import { shorterInput } from './calls/prompt.ts';
import { otherTiers } from './calls/tier.ts';

const WAYS: readonly ((known: KnownCall) => readonly OtherCall[])[] = [
  otherModels,
  otherTiers,
  cached,
  globalProfile,
  shorterInput,
];

export function callAlternatives(
  workload: Workload,
  context: Pick<KnownCall, 'models' | 'prices' | 'compareWith'>,
): readonly Alternative[] {
  return workload.calls.flatMap((call, index) => {
    const { id } = call.model;
    const answer = isUnknown(id) ? undefined : context.models.resolve(id);
    // Calls on capacity that is paid by the hour cost nothing by themselves.
    if (
      answer?.kind !== 'model' ||
      call.capacity !== undefined ||
      call.tier === 'reserved' ||
      call.unknownTier !== undefined
    )
      return [];
    const { models, prices, compareWith } = context;
    const { kind: _kind, ...resolved } = answer;
    const known: KnownCall = { workload, call, ...resolved, models, prices, compareWith };
    return WAYS.flatMap((way) => way(known)).map(({ kind, words, condition, call: other }) => ({
      kind,
      words: [...nameOf(workload, call), { plain: `: ${words}` }],
      condition,
      about: [workload.name, call.name ?? ''].join('/'),
      workloads: [{ ...workload, calls: workload.calls.with(index, other) }],
    }));
  });
}

function nameOf(workload: Workload, { name }: ModelCall): readonly Words[] {
  return name === undefined ? [{ name: workload.name }] : [{ name: workload.name }, { name }];
}
