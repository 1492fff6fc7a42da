/** Whether what code changes is in the charges already: a workload that makes the same switch. */
import type { Charge } from '../model/charge.ts';
import type { CodeChange } from '../model/model-change.ts';
import type { ModelCatalogue } from '../model/price.ts';
import type { ChargeDelta } from '../model/report.ts';
import { scopeTitle } from '../model/scope-title.ts';

/** The workload, and its call, of a charge of the same project that makes the same change; undefined where there is none. */
export function countingCall(
  { project, isInfrastructure, before, after }: CodeChange,
  charges: readonly ChargeDelta[],
  models: ModelCatalogue,
): { readonly workload: string; readonly call?: string } | undefined {
  if (before?.prefixUnknown === true || after?.prefixUnknown === true) return undefined;
  const [from, to] = [before, after].map((side) =>
    side === undefined ? undefined : bought(side.id, models),
  );
  if (before !== undefined && from === undefined) return undefined;
  if (after !== undefined && to === undefined) return undefined;
  const found = charges.find((delta) => {
    if ((delta.head ?? delta.base)?.project !== project) return false;
    if (from !== undefined && to !== undefined) return buys(delta.base, from) && buys(delta.head, to);
    // What came or went alone is counted where a charge came or went with it. A resource that is declared may be
    // billed in other ways than by tokens, and may only now be where the model of a workload stands.
    if (isInfrastructure) return from === undefined ? concerns(delta.head, to) : concerns(delta.base, from);
    return from === undefined
      ? buys(delta.head, to) && !buys(delta.base, to)
      : buys(delta.base, from) && !buys(delta.head, from);
  });
  const charge = found?.head ?? found?.base;
  if (charge === undefined) return undefined;
  return { workload: charge.owner.name, ...(charge.call === undefined ? {} : { call: charge.call }) };
}

interface Bought {
  readonly model: string;
  readonly profile: string;
}

function bought(id: string, models: ModelCatalogue): Bought | undefined {
  const answer = models.resolve(id);
  if (answer.kind !== 'model') return undefined;
  return { model: answer.model.name, profile: scopeTitle(answer.scope, answer.prefix) };
}

/** Whether a priced charge is for a model, and in its profile where the charge says which: what has no price is in no total. */
function buys(charge: Charge | undefined, wanted: Bought | undefined): boolean {
  if (wanted === undefined || charge?.cost.kind !== 'priced') return false;
  const term = (name: string) => charge.terms?.find((entry) => entry.name === name)?.value;
  const model = term('model') ?? charge.item;
  return model === wanted.model && (term('profile') ?? wanted.profile) === wanted.profile;
}

/** Whether a charge is about a model in any way: it is then in sight, with or without a price. */
function concerns(charge: Charge | undefined, wanted: Bought | undefined): boolean {
  return wanted !== undefined && charge?.item?.includes(wanted.model) === true;
}
