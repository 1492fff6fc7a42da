/** A `resource` or `data` block: its instances, and what references to them mean. */
import { NULL, type Unknown, unknown, type Value } from '../../../model/value.ts';
import { attributeOf, computed } from '../evaluate/access.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import type { Names, Resolution, Scope } from '../evaluate/scope.ts';
import type { Step } from '../hcl/ast.ts';
import type { Source } from '../hcl/source.ts';
import type { OpenMap } from '../values/value.ts';
import { evaluateBlocks } from './blocks.ts';
import type { Context } from './context.ts';
import { answerOf } from './data-sources.ts';
import { blockType, type Declared } from './declarations.ts';
import { ignoresChanges } from './ignored-changes.ts';
import {
  chooseInstance,
  type Expansion,
  expand,
  gatherInstances,
  type Instance,
  InstanceNames,
  uncertain,
} from './instances.ts';
import { Memo } from './memo.ts';
import { type Providers, regionOf, regionOfProvider, regionValue } from './providers.ts';

/** What a block needs of the module that it stands in. */
export interface Surroundings {
  readonly context: Context;
  /** What the module's addresses start with: nothing, or `module.kb["eu"].`. */
  readonly prefix: string;
  readonly providers: Providers;
  readonly names: Names;
}

/** Arguments that say how Terraform handles a resource, and nothing about the resource. */
const META = new Set([
  'count',
  'for_each',
  'provider',
  'depends_on',
  'lifecycle',
  'provisioner',
  'connection',
]);

/** Arguments that hold values for programs to read. */
const HELD: ReadonlyMap<string, readonly string[]> = new Map([
  ['aws_ssm_parameter', ['value', 'insecure_value']],
]);

/** What the name of a block means that is not enabled. */
const NOTHING: Resolution = { value: NULL, taken: 0 };

/** A `resource` or `data` block in one instance of the module that it stands in. */
export class ResourceBlock {
  readonly declared: Declared;
  /** Without an instance key. */
  readonly address: string;
  readonly #isData: boolean;
  readonly #around: Surroundings;
  readonly #values: Memo<OpenMap>;
  readonly #arguments: Memo<Value>;
  readonly #expansions: Memo<Expansion>;

  constructor(declared: Declared, isData: boolean, around: Surroundings) {
    this.declared = declared;
    this.address = `${around.prefix}${isData ? 'data.' : ''}${declared.name}`;
    this.#isData = isData;
    this.#around = around;
    this.#values = new Memo(around.context);
    this.#arguments = new Memo(around.context);
    this.#expansions = new Memo(around.context);
  }

  get expansion(): Expansion {
    const { context, names } = this.#around;
    const made = this.#expansions.get(`the number of ${this.address}`, this.declared.at, () =>
      expand(this.declared, (source) => scopeIn(source, names, context), context.budget),
    );
    return made.kind === 'unknown' ? uncertain(made) : made;
  }

  /** The arguments and blocks of an instance; unknown where the block refers to itself. */
  value(instance: Instance): OpenMap | Unknown {
    const address = this.address + instance.suffix;
    return this.#values.get(address, this.declared.at, () => this.#evaluate(instance, address));
  }

  /** The region of an instance: its own argument, its provider's, or the one given from outside. */
  region(value: OpenMap | Unknown): string | Unknown | undefined {
    const own = value.kind === 'map' ? regionOf(value.entries.get('region')) : undefined;
    const stated = own ?? regionOfProvider(this.#around.providers, this.declared);
    // A region from outside is one of AWS.
    return stated ?? (this.declared.type.startsWith('aws') ? this.#around.context.region : undefined);
  }

  /** What the steps after the block's name refer to. */
  resolve(steps: readonly Step[], scope: Scope): Resolution {
    const { expansion } = this;
    const { kind, instances, because } = expansion;
    const [first] = instances;
    const [step] = steps;
    if (kind === 'single') return first === undefined ? NOTHING : this.#ofInstance(first, steps, 0);
    if (kind === 'uncertain') return { value: this.#whole(because), taken: 0 };
    if (step?.kind !== 'index')
      return { value: gatherInstances(expansion, (each) => this.value(each)), taken: 0 };
    const chosen = chooseInstance(expansion, evaluate(step.key, scope));
    if (!('kind' in chosen)) return this.#ofInstance(chosen, steps.slice(1), 1);
    // Which instance is meant is not known, but it is one of this block.
    const value = 'failed' in chosen ? chosen : this.#whole(chosen);
    return { value, taken: 1 };
  }

  /** A reference to the block as a whole, for a reason that is not its own. */
  #whole(because: Unknown | undefined): Unknown {
    const why = because?.why ?? `how often ${this.address} exists is not known`;
    return unknown(why, { refersTo: this.address, ...(because?.at === undefined ? {} : { at: because.at }) });
  }

  /** Only the argument that is meant is evaluated: others may refer back, and most references are to computed ones. */
  #ofInstance(instance: Instance, steps: readonly Step[], taken: number): Resolution {
    const [step] = steps;
    const name = step?.kind === 'attribute' ? step.name : undefined;
    const { attributes, blocks } = this.declared;
    if (
      name === undefined ||
      this.#isData ||
      META.has(name) ||
      blocks.some(({ block }) => blockType(block) === name)
    ) {
      return { value: this.value(instance), taken };
    }
    const address = this.address + instance.suffix;
    if (!attributes.has(name)) return { value: computed(address, name), taken: taken + 1 };
    const entries = new Map([[name, this.#argument(instance, name)]]);
    const open: OpenMap = { kind: 'map', entries, open: { address, attribute: undefined } };
    return { value: attributeOf(open, name), taken: taken + 1 };
  }

  #argument(instance: Instance, name: string): Value {
    const { context, names } = this.#around;
    const written = this.declared.attributes.get(name);
    const address = this.address + instance.suffix;
    if (written === undefined) return computed(address, name);
    // A parameter that is made with a placeholder and set by hand says nothing of what it holds.
    if (HELD.get(this.declared.type)?.includes(name) === true && ignoresChanges(this.declared, name)) {
      const why = `${address}.${name} is changed outside of Terraform, as its ignore_changes says`;
      return unknown(why, { at: this.declared.at });
    }
    return this.#arguments.get(`${address}.${name}`, this.declared.at, () =>
      evaluate(written.expression, scopeIn(written.source, new InstanceNames(names, instance), context)),
    );
  }

  #evaluate(instance: Instance, address: string): OpenMap {
    const { context, names } = this.#around;
    const { budget } = context;
    // Each instance costs more than its arguments: it is an object that is kept.
    budget.spend(10);
    const entries = new Map<string, Value>();
    for (const name of this.declared.attributes.keys()) {
      if (!META.has(name)) entries.set(name, this.#argument(instance, name));
    }
    const inner = new InstanceNames(names, instance);
    const blocks = evaluateBlocks(this.declared, (source) => scopeIn(source, inner, context), META, address);
    for (const [type, value] of blocks) entries.set(type, value);
    const made: OpenMap = { kind: 'map', entries, open: { address, attribute: undefined } };
    if (!this.#isData) return made;
    const region = regionValue(this.region(made));
    const answers = answerOf(this.declared.type, { arguments: entries, region, budget });
    return { ...made, entries: new Map([...entries, ...answers]) };
  }
}

/** A scope outside of any loop. */
export function scopeIn(source: Source, names: Names, { budget, files }: Context): Scope {
  return { source, budget, files, names, loop: undefined };
}
