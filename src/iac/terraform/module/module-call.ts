/** A `module` block: the modules that it makes, and what references to their outputs mean. */

import { LIMITS } from '../../../model/limits.ts';
import { NULL, type Unknown, unknown, type Value } from '../../../model/value.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import type { Names, Resolution, Scope } from '../evaluate/scope.ts';
import type { Step } from '../hcl/ast.ts';
import type { Context } from './context.ts';
import type { Declared } from './declarations.ts';
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
import { handedProviders, type Providers } from './providers.ts';
import { scopeIn } from './resource-block.ts';
import { type ModuleSource, sourceOfCall } from './source-of-call.ts';

/** What a call needs to know of the modules that it makes. */
export interface Outputs {
  output(name: string): Value;
  outputs(): Value;
}

/** With what a module is made. */
export interface ModuleOptions {
  readonly context: Context;
  readonly directory: string;
  readonly prefix: string;
  readonly depth: number;
  /** Names of the calls that lead here, each with a point behind it: `platform.vpc.`. */
  readonly path: string;
  readonly providers: Providers;
  /** The value of an input, where one is given. */
  input(name: string): Value | undefined;
  /** Why it is not known whether, or how often, the module exists. */
  readonly uncertain: Unknown | undefined;
}

/** What a call needs of the module that it stands in. */
export interface Caller {
  readonly context: Context;
  readonly directory: string;
  readonly prefix: string;
  readonly depth: number;
  readonly path: string;
  readonly providers: Providers;
  readonly names: Names;
  readonly uncertain: Unknown | undefined;
}

/** A `module` block in one instance of the module that it stands in. */
export class ModuleCall<Child extends Outputs> {
  readonly declared: Declared;
  readonly #caller: Caller;
  readonly #create: (options: ModuleOptions) => Child;
  readonly #children = new Map<string, Child>();
  readonly #expansions: Memo<Expansion>;
  #source: ModuleSource | undefined;

  constructor(declared: Declared, caller: Caller, create: (options: ModuleOptions) => Child) {
    this.declared = declared;
    this.#caller = caller;
    this.#create = create;
    this.#expansions = new Memo(caller.context);
  }

  /** The modules that the call makes; none where its source is not in the tree. */
  get modules(): readonly Child[] {
    const { instances } = this.#expansion;
    return instances.map((instance) => this.#child(instance)).filter((child) => child !== undefined);
  }

  /** What the steps after the call's name refer to. */
  resolve(steps: readonly Step[], scope: Scope): Resolution {
    const source = this.#located();
    if (source.kind === 'elsewhere')
      return { value: unknown(source.why, { at: this.declared.at }), taken: 0 };
    const expansion = this.#expansion;
    const [first] = expansion.instances;
    if (expansion.kind === 'single')
      return first === undefined ? { value: NULL, taken: 0 } : this.#ofChild(first, steps, 0);
    if (expansion.kind === 'uncertain' && first !== undefined)
      return this.#ofUncertain(first, steps, expansion);
    const [step] = steps;
    if (step?.kind !== 'index') {
      return { value: gatherInstances(expansion, (each) => this.#ofChild(each, [], 0).value), taken: 0 };
    }
    const chosen = chooseInstance(expansion, evaluate(step.key, scope));
    return 'kind' in chosen ? { value: chosen, taken: 1 } : this.#ofChild(chosen, steps.slice(1), 1);
  }

  /** One output where one is named, so that outputs of two modules may depend on each other; else all of them. */
  #ofChild(instance: Instance, steps: readonly Step[], taken: number): Resolution {
    const child = this.#child(instance);
    const [step] = steps;
    if (child === undefined) {
      return { value: unknown(`module.${this.declared.name} was not read`, { at: this.declared.at }), taken };
    }
    if (step?.kind === 'attribute') return { value: child.output(step.name), taken: taken + 1 };
    return { value: child.outputs(), taken };
  }

  /** A known output of a module that may not exist is not known; a reference through it still shows where it leads. */
  #ofUncertain(instance: Instance, steps: readonly Step[], { because }: Expansion): Resolution {
    const rest = steps[0]?.kind === 'index' ? steps.slice(1) : steps;
    const { value } = this.#ofChild(instance, rest, 0);
    const reference = value.kind === 'unknown' && value.refersTo !== undefined ? value : because;
    return {
      value: reference ?? unknown(`whether module.${this.declared.name} exists is not known`),
      taken: steps.length,
    };
  }

  get #expansion(): Expansion {
    const { context, names, prefix } = this.#caller;
    const address = `the number of ${prefix}module.${this.declared.name}`;
    const made = this.#expansions.get(address, this.declared.at, () =>
      expand(this.declared, (source) => scopeIn(source, names, context), context.budget),
    );
    return made.kind === 'unknown' ? uncertain(made) : made;
  }

  #located(): ModuleSource {
    this.#source ??= sourceOfCall(this.declared, this.#caller);
    return this.#source;
  }

  #child(instance: Instance): Child | undefined {
    const source = this.#located();
    const { context, depth, path, prefix, providers, names } = this.#caller;
    if (source.kind === 'elsewhere' || !this.#isAllowed()) return undefined;
    const known = this.#children.get(instance.suffix);
    if (known !== undefined) return known;
    const inner = new InstanceNames(names, instance);
    const made = this.#create({
      context,
      directory: source.directory,
      prefix: `${prefix}module.${this.declared.name}${instance.suffix}.`,
      depth: depth + 1,
      path: `${path}${this.declared.name}.`,
      providers: handedProviders(providers, this.declared),
      uncertain: this.#expansion.because ?? this.#caller.uncertain,
      input: (name) => {
        const given = this.declared.attributes.get(name);
        return given === undefined
          ? undefined
          : evaluate(given.expression, scopeIn(given.source, inner, context));
      },
    });
    this.#children.set(instance.suffix, made);
    return made;
  }

  /** Modules in modules multiply, so each is dear, and their depth is capped. */
  #isAllowed(): boolean {
    const { context, depth } = this.#caller;
    const { budget } = context;
    if (depth >= LIMITS.moduleDepth) {
      const { at } = this.declared;
      if (context.reported.has('module depth')) return false;
      context.reported.add('module depth');
      const message = `module.${this.declared.name} is nested more than ${LIMITS.moduleDepth} modules deep; it was not read.`;
      context.diagnostics.push({ code: 'limit-exceeded', severity: 'error', message, at });
      return false;
    }
    if (budget.spend(1_000)) return true;
    budget.outOfSteps();
    return false;
  }
}
