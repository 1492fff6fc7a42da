/** Values that infrastructure code keeps in the Parameter Store, where programs read them by name. */
import { type Resource, withoutInstance } from '../model/resource.ts';
import { type Unknown, unknown, type Value, valueAt } from '../model/value.ts';

export interface StoredParameter {
  readonly resource: Resource;
  /** Undefined where the code does not know it. */
  readonly name: string | undefined;
  readonly value: Value;
}

export interface StoredParameters {
  /** In the order of the code. */
  readonly all: readonly StoredParameter[];
  /** The parameters of a name: those of a root, where it has one by that name, else those of all roots. */
  named(name: string, root: string | undefined): readonly StoredParameter[];
  /** The parameters that a reference in the code of a resource means. */
  referredTo(reference: Unknown, from: Resource): readonly StoredParameter[];
}

const TYPES: ReadonlySet<string> = new Set(['aws_ssm_parameter', 'AWS::SSM::Parameter']);

export function storedParameters(resources: readonly Resource[]): StoredParameters {
  const all = resources.flatMap((resource): readonly StoredParameter[] => {
    if (!TYPES.has(resource.type)) return [];
    const { attributes } = resource;
    const name = valueAt(attributes, 'name') ?? valueAt(attributes, 'Name');
    const value =
      valueAt(attributes, 'value') ?? valueAt(attributes, 'insecure_value') ?? valueAt(attributes, 'Value');
    return [
      {
        resource,
        name: name?.kind === 'text' ? name.value : undefined,
        value: value ?? unknown(`${resource.address} has no value`, { at: resource.at }),
      },
    ];
  });
  const byName = new Map<string | undefined, StoredParameter[]>();
  for (const parameter of all) {
    const list = byName.get(parameter.name);
    if (list === undefined) byName.set(parameter.name, [parameter]);
    else list.push(parameter);
  }
  return {
    all,
    named(name, root) {
      const found = byName.get(name) ?? [];
      const own = found.filter(({ resource }) => resource.root === root);
      return own.length > 0 ? own : found;
    },
    referredTo: ({ refersTo, root }, from) =>
      refersTo === undefined
        ? []
        : all.filter(({ resource: { address, addressInRoot = address, root: own } }) => {
            if ((root ?? from.root) !== own) return false;
            return addressInRoot === refersTo || withoutInstance(addressInRoot) === refersTo;
          }),
  };
}
