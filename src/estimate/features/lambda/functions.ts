import { Decimal } from '../../../model/decimal.ts';
import type { Mapped, ResourceMapping } from '../../../model/feature.ts';
import { referencesIn, spelling, valuesAt } from '../../../model/mentions.ts';
import { targetsAmong } from '../../../model/references.ts';
import type { Resource } from '../../../model/resource.ts';
import { isUnknown, numberAt, textAt, type Unknown, type Value, valueAt } from '../../../model/value.ts';
import type { Declared } from '../../../model/workload.ts';

export interface LambdaFunction {
  readonly kind: 'function';
  readonly name: Value | undefined;
  /** MB; 128 where the code says nothing. */
  readonly memory: Decimal | Unknown;
  readonly architecture: string | Unknown;
}

interface Alias {
  readonly kind: 'alias';
  readonly function: Value | undefined;
}

/** A resource of Amazon Bedrock that calls functions. */
interface Caller {
  readonly kind: 'caller';
  readonly functions: readonly Value[];
}

export type LambdaFacts = LambdaFunction | Alias | Caller;

/** What AWS Lambda takes where nothing is said (AWS Lambda developer guide, 2026). */
const DEFAULT_MEMORY = new Decimal(128);
const DEFAULT_ARCHITECTURE = 'x86_64';

export const mapFunction: ResourceMapping<LambdaFacts> = ({ attributes, vocabulary }) => {
  const terraform = vocabulary === 'terraform';
  const list = valueAt(attributes, terraform ? 'architectures' : 'Architectures');
  const first = list?.kind === 'list' ? list.items[0] : list;
  return {
    role: 'function',
    supporting: true,
    facts: {
      kind: 'function',
      name: valueAt(attributes, terraform ? 'function_name' : 'FunctionName'),
      memory: numberAt(attributes, terraform ? 'memory_size' : 'MemorySize') ?? DEFAULT_MEMORY,
      architecture: textAt(first) ?? DEFAULT_ARCHITECTURE,
    },
  };
};

export const mapAlias: ResourceMapping<LambdaFacts> = ({ attributes, vocabulary }) => {
  const target = valueAt(attributes, vocabulary === 'terraform' ? 'function_name' : 'FunctionName');
  return {
    role: 'function-alias',
    facts: { kind: 'alias', function: target },
    supporting: true,
    links: [{ to: target }],
  };
};

/**
 * A mapping of a resource that names functions at some paths. `of` is the path of a reference to the resource that it
 * belongs to: an action group to its agent.
 */
export function caller(
  paths: readonly (readonly string[])[],
  of?: readonly string[],
): ResourceMapping<LambdaFacts> {
  return ({ attributes }): Mapped<LambdaFacts> => {
    const functions = paths.flatMap((path) => valuesAt(attributes, ...path));
    const owner = of === undefined ? {} : { from: valueAt(attributes, ...of) };
    const links = functions.flatMap(referencesIn).map((to) => ({ to, ...owner }));
    return { role: 'function-caller', facts: { kind: 'caller', functions }, links };
  };
}

/** The functions that callers name: by reference, by an alias, or by their name in an ARN. */
export function calledFunctions(all: readonly Declared<LambdaFacts>[]): ReadonlySet<Declared<LambdaFacts>> {
  const referred = targetsAmong(all.filter(({ facts }) => facts.kind !== 'caller'));
  const named = new Map<string, Declared<LambdaFacts>>();
  for (const one of all) {
    if (one.facts.kind === 'function' && one.facts.name?.kind === 'text') {
      named.set(`${one.resource.root ?? ''}\n${one.facts.name.value}`, one);
    }
  }
  const targets = (value: Value | undefined, from: Resource): readonly Declared<LambdaFacts>[] => {
    const found = referencesIn(value).flatMap((reference) => referred(reference, from));
    const byName = named.get(`${from.root ?? ''}\n${functionName(value)}`);
    return byName === undefined ? found : [...found, byName];
  };
  const called = new Set<Declared<LambdaFacts>>();
  for (const { facts, resource } of all) {
    if (facts.kind !== 'caller') continue;
    for (const target of facts.functions.flatMap((value) => targets(value, resource))) {
      if (target.facts.kind === 'alias') {
        for (const one of targets(target.facts.function, target.resource)) called.add(one);
      } else called.add(target);
    }
  }
  return called;
}

/** `orders` of `arn:aws:lambda:us-east-1:111122223333:function:orders:live`; a plain name stays. */
function functionName(value: Value | undefined): string | undefined {
  const text = spelling(value);
  if (text === undefined || (isUnknown(value) && !text.includes(':function:'))) return undefined;
  return (text.split(':function:')[1] ?? text).split(':')[0];
}
