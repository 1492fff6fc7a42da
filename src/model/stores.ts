/**
 * Stores that exist for more than Amazon Bedrock: a database cluster, a search domain. They are priced only where they
 * keep the vectors of a knowledge base, or where the manifest states their usage.
 */
import type { Charge } from './charge.ts';
import type { FeatureInput, Mapped } from './feature.ts';
import { targetsAmong } from './references.ts';
import type { Resource } from './resource.ts';
import type { SourceLocation } from './source-location.ts';
import type { Stating } from './statements.ts';
import { type Unknown, type Value, valueAt } from './value.ts';
import type { Declared } from './workload.ts';

const STORE_SECTION = 'knowledge_base.vector_store';

/** Where a knowledge base names a store of one kind. */
export interface StoreReference {
  readonly kind: 'reference';
  readonly to: Value;
}

/** A knowledge base as a feature of stores sees it: nothing where it has no store of that kind. */
export function mapReference(
  resource: Resource,
  ...path: readonly string[]
): Mapped<StoreReference> | undefined {
  const to = valueAt(resource.attributes, ...path);
  return to === undefined ? undefined : { role: 'store-reference', facts: { kind: 'reference', to } };
}

export interface StoreInUse<Facts> {
  readonly owner: Charge['owner'];
  /** Names the charges of a store in code, whoever uses it. */
  readonly identity?: string;
  readonly region: string | Unknown;
  readonly declared?: Declared<Facts>;
  /** What workloads state of its usage. */
  readonly statements: readonly Stating[];
  /** What its entry under `resources:` states. */
  readonly entry?: Stating;
  readonly at: SourceLocation;
}

/**
 * The stores of a feature that are in use, each once. `type` is that of `knowledge_base.vector_store`. A workload that
 * states a store and uses one of the code means that one.
 */
export function storesInUse<Facts extends { readonly kind: string }>(
  input: FeatureInput<{ readonly kind: string }>,
  feature: string,
  type: string,
): readonly StoreInUse<Facts>[] {
  const isStore = (declared: Declared): declared is Declared<Facts> =>
    declared.feature === feature && declared.role === 'vector-store';
  const stores = input.resources.filter(isStore);
  const referred = referredStores(input, stores);
  const statements = new Map<string, Stating[]>();
  const undeclared: StoreInUse<Facts>[] = [];
  for (const workload of input.workloads) {
    const stated = workload.sections.get(STORE_SECTION);
    const content = stated?.content as { readonly type?: string } | undefined;
    if (stated === undefined || content?.type !== type) continue;
    const bound = workload.uses.find(isStore);
    if (bound === undefined) {
      const owner = { kind: 'workload', name: workload.name } as const;
      const statements = [{ by: workload.name, stated }];
      undeclared.push({ owner, region: workload.region, statements, at: stated.at() });
    } else {
      const { address } = bound.resource;
      statements.set(address, [...(statements.get(address) ?? []), { by: workload.name, stated }]);
    }
  }
  const declared = stores.flatMap((store): readonly StoreInUse<Facts>[] => {
    const { resource, usage, usedBy, pricedBy } = store;
    const { address } = resource;
    const stated = statements.get(address) ?? [];
    const entry = usage === undefined ? {} : { entry: { by: `${address} under resources`, stated: usage } };
    const isUsed = usedBy.length > 0 || stated.length > 0 || usage !== undefined || referred.has(address);
    if (!isUsed || pricedBy !== undefined) return [];
    const [user, ...others] = usedBy;
    const owner =
      user !== undefined && others.length === 0
        ? ({ kind: 'workload', name: user } as const)
        : ({ kind: 'resource', name: address } as const);
    const at = stated[0]?.stated.at() ?? usage?.at() ?? resource.at;
    const region = resource.region ?? input.region;
    const identity = `${feature}/${address}`;
    return [{ owner, identity, region, declared: store, statements: stated, ...entry, at }];
  });
  return [...undeclared, ...declared];
}

function referredStores<Facts extends { readonly kind: string }>(
  input: FeatureInput<{ readonly kind: string }>,
  stores: readonly Declared<Facts>[],
): ReadonlySet<string> {
  const storesAt = targetsAmong(stores);
  const found = input.resources.flatMap(({ resource, facts }) =>
    isReference(facts) ? storesAt(facts.to, resource) : [],
  );
  return new Set(found.map(({ resource }) => resource.address));
}

function isReference(facts: { readonly kind: string }): facts is StoreReference {
  return facts.kind === 'reference';
}
