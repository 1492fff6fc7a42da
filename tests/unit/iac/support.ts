/** Reads small Terraform trees in tests, and shows values as plain data. */
import type { IacReading, IacRoot } from '../../../src/iac/format.ts';
import { readInfrastructure } from '../../../src/iac/read.ts';
import type { Resource } from '../../../src/model/resource.ts';
import type { Value } from '../../../src/model/value.ts';

export type Files = Readonly<Record<string, string>>;

/** Reads a tree from one root. */
export function read(files: Files, root: Partial<IacRoot> = {}): IacReading {
  return readInfrastructure(new Map(Object.entries(files)), [{ directory: '.', ...root }]);
}

/** The resource at an address; fails where there is none. */
export function resourceAt(reading: IacReading, address: string): Resource {
  const found = reading.resources.find((resource) => resource.address === address);
  if (found === undefined) {
    throw new Error(
      `no ${address} among ${reading.resources.map((resource) => resource.address).join(', ')}`,
    );
  }
  return found;
}

/** The argument `v` of the resource `t.t` of a configuration. */
export function valueIn(configuration: string, root: Partial<IacRoot> = {}): Value | undefined {
  return resourceAt(read({ 'main.tf': configuration }, root), 't.t').attributes.entries.get('v');
}

/** The value of one expression, with some declarations beside it. */
export function evaluated(expression: string, declarations = ''): Value | undefined {
  return valueIn(`${declarations}\nresource "t" "t" {\n  v = ${expression}\n}\n`);
}

/** Plain data: numbers as `{ number: '1' }` so that they are told from texts, unknowns as `{ unknown: why }`. */
export function plain(value: Value | undefined): unknown {
  if (value === undefined) return undefined;
  switch (value.kind) {
    case 'null':
      return null;
    case 'number':
      return { number: value.value.toFixed() };
    case 'list':
      return value.items.map(plain);
    case 'map':
      return Object.fromEntries([...value.entries].map(([key, item]) => [key, plain(item)]));
    case 'unknown':
      return { unknown: value.why };
    default:
      return value.value;
  }
}

export function number(written: number | string): { readonly number: string } {
  return { number: String(written) };
}
