/** Provider configurations, of which only the region matters. */
import { type Unknown, unknown, type Value } from '../../../model/value.ts';
import type { Expression } from '../hcl/ast.ts';
import { toText } from '../values/convert.ts';
import type { Declared } from './declarations.ts';

/** The region of a configuration; `undefined` where the code leaves it to the environment. */
export type ProviderRegion = () => string | Unknown | undefined;

/** Configurations that a module can use, by local name, with the alias after a point: `aws`, `aws.west`. */
export type Providers = ReadonlyMap<string, ProviderRegion>;

/** The configurations of a module: those it is handed, and those it declares itself. */
export function providersOf(
  handed: Providers,
  declared: ReadonlyMap<string, Declared>,
  evaluateArgument: (declared: Declared, name: string) => Value | undefined,
): Providers {
  const all = new Map(handed);
  for (const [name, provider] of declared) {
    // A child module may repeat a provider only to state that it needs it.
    if (handed.has(name) && !provider.attributes.has('region')) continue;
    let known: { readonly region: string | Unknown | undefined } | undefined;
    all.set(name, () => {
      known ??= { region: regionOf(evaluateArgument(provider, 'region')) };
      return known.region;
    });
  }
  return all;
}

/** What a child module is handed: the configurations that its call names, and the default ones. */
export function handedProviders(all: Providers, call: Declared): Providers {
  const handed = new Map([...all].filter(([name]) => !name.includes('.')));
  const named = call.attributes.get('providers')?.expression;
  for (const { key, value } of named?.kind === 'object' ? named.items : []) {
    const inside = providerName(key);
    const outside = providerName(value);
    if (inside === undefined) continue;
    const region = outside === undefined ? () => unknown(ONE_OF_SEVERAL) : all.get(outside);
    handed.set(inside, region ?? (() => unknown(`provider ${outside} is not configured`)));
  }
  return handed;
}

/**
 * The region of the provider that a resource or data source uses: the one it names, else the default one of its type.
 */
export function regionOfProvider(providers: Providers, declared: Declared): string | Unknown | undefined {
  const named = declared.attributes.get('provider')?.expression;
  const name = named === undefined ? (declared.type.split('_')[0] ?? '') : providerName(named);
  if (name === undefined) return unknown(ONE_OF_SEVERAL);
  const provider = providers.get(name);
  if (provider === undefined)
    return named === undefined ? undefined : unknown(`provider ${name} is not configured`);
  return provider();
}

/** OpenTofu lets `for_each` make several configurations of one, which are told apart by a key: `aws.by_region["eu"]`. */
const ONE_OF_SEVERAL = 'which configuration of its provider is meant is not evaluated';

/** `aws` or `aws.west`, which are names here and not references; an old way is to quote them. */
function providerName(expression: Expression): string | undefined {
  if (expression.kind === 'name') return expression.name;
  if (expression.kind === 'text') return expression.value;
  if (expression.kind !== 'access' || expression.source.kind !== 'name') return undefined;
  const [step, more] = expression.steps;
  return step?.kind === 'attribute' && more === undefined
    ? `${expression.source.name}.${step.name}`
    : undefined;
}

/** A region out of the value of an argument. */
export function regionOf(value: Value | undefined): string | Unknown | undefined {
  if (value === undefined || value.kind === 'null') return undefined;
  const name = toText(value);
  return name.kind === 'text' ? (name.value === '' ? undefined : name.value) : name;
}

/** A region as a value, with the reason where nothing names one. */
export function regionValue(region: string | Unknown | undefined): string | Unknown {
  return region ?? unknown('no provider in the code names its region');
}
