import type { Mapped, ResourceMapping } from '../../../model/feature.ts';
import { referencesIn, valuesAt } from '../../../model/mentions.ts';
import { targetsAmong } from '../../../model/references.ts';
import type { Resource } from '../../../model/resource.ts';
import { booleanAt, textAt, type Unknown, type Value, valueAt } from '../../../model/value.ts';
import type { Declared } from '../../../model/workload.ts';

/** A key of the customer's own. */
export interface Key {
  readonly kind: 'key';
  /** `SYMMETRIC_DEFAULT` where the code says nothing. */
  readonly spec: string | Unknown;
  readonly rotates: boolean;
}

interface Alias {
  readonly kind: 'alias';
  readonly key: Value | undefined;
}

/** A resource of Amazon Bedrock, or of a vector store, that encrypts with keys. */
interface KeyUser {
  readonly kind: 'user';
  readonly keys: readonly Value[];
}

export type KeyFacts = Key | Alias | KeyUser;

export const mapKey: ResourceMapping<KeyFacts> = ({ attributes, vocabulary }) => {
  const terraform = vocabulary === 'terraform';
  const spec = textAt(attributes, terraform ? 'customer_master_key_spec' : 'KeySpec');
  const rotates = booleanAt(attributes, terraform ? 'enable_key_rotation' : 'EnableKeyRotation');
  return {
    role: 'encryption-key',
    supporting: true,
    facts: { kind: 'key', spec: spec ?? 'SYMMETRIC_DEFAULT', rotates: rotates === true },
  };
};

export const mapAlias: ResourceMapping<KeyFacts> = ({ attributes, vocabulary }) => {
  const key = valueAt(attributes, vocabulary === 'terraform' ? 'target_key_id' : 'TargetKeyId');
  return {
    role: 'encryption-key-alias',
    facts: { kind: 'alias', key },
    supporting: true,
    links: [{ to: key }],
  };
};

/** A mapping of a resource that names its key at some path. */
export function keyUser(...path: readonly string[]): ResourceMapping<KeyFacts> {
  return ({ attributes }): Mapped<KeyFacts> => {
    const keys = valuesAt(attributes, ...path);
    const links = keys.flatMap(referencesIn).map((to) => ({ to }));
    return { role: 'encryption-key-user', facts: { kind: 'user', keys }, links };
  };
}

/** The keys that users refer to, directly or by an alias. */
export function usedKeys(all: readonly Declared<KeyFacts>[]): ReadonlySet<Declared<KeyFacts>> {
  const named = targetsAmong(all.filter(({ facts }) => facts.kind !== 'user'));
  const targets = (value: Value | undefined, from: Resource) =>
    referencesIn(value).flatMap((reference) => named(reference, from));
  const used = new Set<Declared<KeyFacts>>();
  for (const { facts, resource } of all) {
    if (facts.kind !== 'user') continue;
    for (const target of facts.keys.flatMap((key) => targets(key, resource))) {
      if (target.facts.kind === 'alias') {
        for (const key of targets(target.facts.key, target.resource)) used.add(key);
      } else used.add(target);
    }
  }
  return used;
}
