/** Which resource an input refers to, as far as a preview tells. */
import type { Unknown } from '../../../model/value.ts';
import type { JsonNode } from '../../terraform/json/nodes.ts';
import { at, itemsOf, textOf } from '../../terraform-plan/nodes.ts';
import { attributeName } from '../attributes.ts';
import type { KnownType } from '../resource-name.ts';
import type { FindTarget } from './values.ts';

/** A resource of the preview that others may refer to. */
export interface Target {
  readonly address: string;
  readonly type: KnownType;
  /** The identifiers that it has by now, with the attribute that each is. */
  readonly identifiers: ReadonlyMap<string, string>;
}

/** Identifiers among the outputs of a resource that exists already: its id, and what is called an ARN or an id. */
export function identifiersOf(state: JsonNode, type: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const outputs = at(state, 'outputs');
  for (const { key, value } of outputs?.kind === 'object' ? outputs.properties : []) {
    const name = textOf(value);
    if (name !== undefined && name.length >= SHORTEST && /^(?:id|arn)$|(?:Id|Arn)$/.test(key.value))
      found.set(name, attributeName(key.value, type));
  }
  const id = textOf(at(state, 'id'));
  if (id !== undefined && id.length >= SHORTEST) found.set(id, 'id');
  return found;
}
/** Shorter texts are no identifiers of AWS, and would be met by chance. */
const SHORTEST = 4;

/**
 * Finds targets for the inputs of one resource. A preview names what each property depends on, not what each value in
 * it is: a known value is told by the identifiers of those, an unknown one by there being one of them, or by its name.
 */
export function targetsOf(
  state: JsonNode,
  property: string,
  targets: ReadonlyMap<string, Target>,
): FindTarget {
  const candidates = itemsOf(at(state, 'propertyDependencies', property)).flatMap(
    (urn) => targets.get(textOf(urn) ?? '') ?? [],
  );
  return (name, known) => {
    if (known !== undefined) return byIdentifier(candidates, known);
    const [only, ...others] = meantBy(candidates, name);
    return only === undefined || others.length > 0 ? undefined : { refersTo: only.address };
  };
}

function byIdentifier(
  candidates: readonly Target[],
  known: string,
): Pick<Unknown, 'refersTo' | 'attribute'> | undefined {
  for (const { address, identifiers } of candidates) {
    const attribute = identifiers.get(known);
    if (attribute !== undefined) return { refersTo: address, attribute };
  }
  return undefined;
}

/** Of several candidates those whose type is in the name: `collectionArn` means a collection, not the role beside it. */
function meantBy(candidates: readonly Target[], name: string): readonly Target[] {
  if (candidates.length < 2) return candidates;
  const plain = name.toLowerCase();
  return candidates.filter(({ type }) => {
    const [, , ...words] = type.type.split('_');
    return words.length > 0 && plain.includes(words.join(''));
  });
}
