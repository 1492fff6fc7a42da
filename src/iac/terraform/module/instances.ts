/** How many times a block with `count` or `for_each` stands for something, and under which keys. */
import { Decimal } from '../../../model/decimal.ts';
import { LIMITS } from '../../../model/limits.ts';
import { NULL, text, type Unknown, unknown, type Value } from '../../../model/value.ts';
import type { Budget } from '../evaluate/budget.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import type { Names, Resolution, Scope } from '../evaluate/scope.ts';
import type { Step } from '../hcl/ast.ts';
import { toBoolean, toNumber, toText } from '../values/convert.ts';
import { failure, isSet, kindOf, list, map, number, sortedEntries } from '../values/value.ts';
import { brokenReason, type ScopeOf } from './blocks.ts';
import type { Declared } from './declarations.ts';

/** One of the things that a block stands for. */
export interface Instance {
  /** `[0]`, `["eu"]`, or nothing for a block without `count` and `for_each`. */
  readonly suffix: string;
  readonly key: number | string | undefined;
  /** What `count` and `each` are in it; `undefined` where it has neither. */
  readonly each: Value | undefined;
  readonly count: Value | undefined;
}

export interface Expansion {
  readonly kind: 'single' | 'list' | 'map' | 'uncertain';
  readonly instances: readonly Instance[];
  /** For `uncertain`: why it is not known whether, or how often, the block stands for something. */
  readonly because?: Unknown;
}

/** The instances of a block; over the limit, the first of them and a diagnostic. */
export function expand(declared: Declared, scopeOf: ScopeOf, budget: Budget): Expansion {
  if (declared.broken) return uncertain(brokenReason(declared));
  const count = declared.attributes.get('count');
  const forEach = declared.attributes.get('for_each');
  const meta = count ?? forEach;
  if (meta === undefined) return expandSingle(declared, scopeOf);
  const value = evaluate(meta.expression, scopeOf(meta.source));
  budget.mark(meta.source, meta.expression.start);
  return count === undefined ? expandForEach(value, budget) : expandCount(value, budget);
}

/** One, unless OpenTofu is told by `lifecycle { enabled = … }` that there is none (OpenTofu documentation, 1.11). */
function expandSingle(declared: Declared, scopeOf: ScopeOf): Expansion {
  const only = { suffix: '', key: undefined, each: undefined, count: undefined };
  const lifecycle = declared.blocks.find(({ block }) => block.type === 'lifecycle');
  const written = lifecycle?.block.body.attributes.get('enabled');
  if (lifecycle === undefined || written === undefined) return { kind: 'single', instances: [only] };
  const enabled = toBoolean(evaluate(written.value, scopeOf(lifecycle.source)));
  if (enabled.kind === 'unknown') return uncertain(enabled);
  return { kind: 'single', instances: enabled.value ? [only] : [] };
}

function expandCount(value: Value, budget: Budget): Expansion {
  const count = value.kind === 'null' ? failure('count is null') : toNumber(value);
  if (count.kind === 'unknown') return uncertain(count);
  if (!count.value.isInteger() || count.value.isNegative())
    return uncertain(failure('count is no whole number'));
  if (count.value.gt(LIMITS.instancesPerBlock)) tooMany(budget, `count is ${count.value.toFixed()}`);
  const length = Math.min(count.value.toNumber(), LIMITS.instancesPerBlock);
  const instances = Array.from({ length }, (_, index): Instance => {
    const object = map(new Map([['index', number(new Decimal(index))]]));
    return { suffix: `[${index}]`, key: index, each: undefined, count: object };
  });
  return { kind: 'list', instances };
}

function expandForEach(value: Value, budget: Budget): Expansion {
  if (value.kind === 'unknown') return uncertain(value);
  const pairs =
    value.kind === 'map' ? sortedEntries(value) : isSet(value) ? textPairs(value.items) : undefined;
  if (pairs === undefined)
    return uncertain(failure(`for_each is ${kindOf(value)}, not a map or a set of texts`));
  if ('kind' in pairs) return uncertain(pairs);
  if (pairs.length > LIMITS.instancesPerBlock) tooMany(budget, `for_each has ${pairs.length} items`);
  const instances = pairs.slice(0, LIMITS.instancesPerBlock).map(([key, item]): Instance => {
    const object = map(
      new Map([
        ['key', text(key)],
        ['value', item],
      ]),
    );
    return { suffix: `[${quoteKey(key)}]`, key, each: object, count: undefined };
  });
  return { kind: 'map', instances };
}

function textPairs(items: readonly Value[]): readonly (readonly [string, Value])[] | Unknown {
  const pairs: [string, Value][] = [];
  for (const item of items) {
    const key = toText(item);
    if (key.kind === 'unknown') return key;
    pairs.push([key.value, key]);
  }
  return pairs;
}

/** A block of which it is not known whether, or how often, it stands for something. */
export function uncertain(because: Unknown): Expansion {
  const each = map(
    new Map([
      ['key', unknown('which instance this is depends on an unknown for_each')],
      ['value', unknown('which instance this is depends on an unknown for_each')],
    ]),
  );
  const count = map(new Map([['index', unknown('which instance this is depends on an unknown count')]]));
  return { kind: 'uncertain', instances: [{ suffix: '', key: undefined, each, count }], because };
}

/** The instance that an index after the block's name means. */
export function chooseInstance({ kind, instances }: Expansion, index: Value): Instance | Unknown {
  if (index.kind === 'unknown') return index;
  const key = kind === 'list' ? toNumber(index) : toText(index);
  if (key.kind === 'unknown') return key;
  const wanted = key.kind === 'number' ? key.value.toNumber() : key.value;
  const found =
    kind === 'list' ? instances[Number(wanted)] : instances.find((instance) => instance.key === wanted);
  return found ?? failure(`there is no instance ${wanted}`);
}

/** What is known of each instance, as the list or map that the block's name stands for. */
export function gatherInstances(expansion: Expansion, of: (instance: Instance) => Value): Value {
  const values = expansion.instances.map(of);
  if (expansion.kind === 'list') return list(values);
  return map(new Map(expansion.instances.map(({ key }, index) => [String(key), values[index] ?? NULL])));
}

function tooMany(budget: Budget, found: string): void {
  budget.cut(`${found}; only the first ${LIMITS.instancesPerBlock} instances of a block are read.`);
}

/** A key as an address writes it. */
export function quoteKey(key: string): string {
  return JSON.stringify(key).replaceAll(/([$%])\{/g, '$1$1{');
}

/** Names inside of an instance: `count` and `each` besides those of the module. */
export class InstanceNames implements Names {
  readonly #outer: Names;
  readonly #instance: Instance;

  constructor(outer: Names, instance: Instance) {
    this.#outer = outer;
    this.#instance = instance;
  }

  resolve(name: string, steps: readonly Step[], scope: Scope): Resolution {
    if (name !== 'count' && name !== 'each') return this.#outer.resolve(name, steps, scope);
    const value = this.#instance[name];
    return {
      value: value ?? failure(`${name} stands in a block without ${name === 'each' ? 'for_each' : name}`),
      taken: 0,
    };
  }
}
