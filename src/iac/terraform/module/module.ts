/** One instance of a module: its names, each evaluated when it is first asked for. */
import { text, type Unknown, unknown, type Value } from '../../../model/value.ts';
import { relativePath } from '../../paths.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import type { Names, Resolution, Scope } from '../evaluate/scope.ts';
import type { Step } from '../hcl/ast.ts';
import { convertTo } from '../values/convert-to.ts';
import { ANY } from '../values/types.ts';
import { failure, isFailure, map } from '../values/value.ts';
import { readConstraint } from './constraint.ts';
import type { Context } from './context.ts';
import type { Declarations, Declared } from './declarations.ts';
import { Memo } from './memo.ts';
import { ModuleCall, type ModuleOptions, type Outputs } from './module-call.ts';
import { type Providers, providersOf } from './providers.ts';
import { ResourceBlock, scopeIn } from './resource-block.ts';

/** A module with its inputs, its resources and the modules that it calls. */
export class Module implements Names, Outputs {
  readonly context: Context;
  readonly directory: string;
  readonly prefix: string;
  readonly depth: number;
  readonly providers: Providers;
  readonly uncertain: Unknown | undefined;
  readonly declarations: Declarations;
  readonly resources: ReadonlyMap<string, ResourceBlock>;
  readonly calls: ReadonlyMap<string, ModuleCall<Module>>;
  readonly #data: ReadonlyMap<string, ResourceBlock>;
  readonly #input: ModuleOptions['input'];
  readonly #values: Memo<Value>;

  constructor(options: ModuleOptions) {
    this.context = options.context;
    this.directory = options.directory;
    this.prefix = options.prefix;
    this.depth = options.depth;
    this.uncertain = options.uncertain;
    this.#input = (name) => options.input(name);
    this.#values = new Memo(options.context);
    this.declarations = options.context.tree.declarations(options.directory);
    const { providers, resources, data, modules } = this.declarations;
    this.providers = providersOf(options.providers, providers, (declared, name) =>
      this.#argument(declared, name),
    );
    const around = { context: this.context, prefix: this.prefix, providers: this.providers, names: this };
    this.resources = mapValues(resources, (declared) => new ResourceBlock(declared, false, around));
    this.#data = mapValues(data, (declared) => new ResourceBlock(declared, true, around));
    const { directory, depth, uncertain } = this;
    const caller = { ...around, directory, depth, path: options.path, uncertain };
    this.calls = mapValues(
      modules,
      (declared) => new ModuleCall(declared, caller, (child) => new Module(child)),
    );
  }

  resolve(name: string, steps: readonly Step[], scope: Scope): Resolution {
    const [first, second] = steps;
    const key = first?.kind === 'attribute' ? first.name : undefined;
    if (key === undefined) return { value: unknown(`${name} is no value by itself`), taken: 0 };
    switch (name) {
      case 'var':
        return { value: this.variable(key), taken: 1 };
      case 'local':
        return { value: this.#local(key), taken: 1 };
      case 'path':
        return { value: this.#path(key), taken: 1 };
      case 'terraform':
        return { value: this.#terraform(key), taken: 1 };
      case 'module': {
        const call = this.calls.get(key);
        if (call === undefined)
          return { value: unknown(`module.${key} is not declared`), taken: steps.length };
        return shifted(call.resolve(steps.slice(1), scope), 1);
      }
      case 'data': {
        const block = second?.kind === 'attribute' ? this.#data.get(`${key}.${second.name}`) : undefined;
        if (block === undefined)
          return { value: unknown('a data source is not declared'), taken: steps.length };
        return shifted(block.resolve(steps.slice(2), scope), 2);
      }
      default: {
        const block = this.resources.get(`${name}.${key}`);
        if (block === undefined)
          return { value: unknown(`${name}.${key} is not declared`), taken: steps.length };
        return shifted(block.resolve(steps.slice(1), scope), 1);
      }
    }
  }

  variable(name: string): Value {
    const declared = this.declarations.variables.get(name);
    if (declared === undefined) return unknown(`var.${name} is not declared`);
    return this.#values.get(`${this.prefix}var.${name}`, declared.at, () =>
      this.#evaluateVariable(name, declared),
    );
  }

  output(name: string): Value {
    const declared = this.declarations.outputs.get(name);
    if (declared === undefined) return unknown(`${this.prefix}${name} is no output`);
    return this.#values.get(`${this.prefix}output.${name}`, declared.at, () => {
      return this.#argument(declared, 'value') ?? unknown(`output ${name} has no value`, { at: declared.at });
    });
  }

  outputs(): Value {
    return map(mapValues(this.declarations.outputs, ({ name }) => this.output(name)));
  }

  #local(name: string): Value {
    const declared = this.declarations.locals.get(name);
    if (declared === undefined) return unknown(`local.${name} is not declared`);
    const { expression, source, at } = declared;
    return this.#values.get(`${this.prefix}local.${name}`, at, () =>
      evaluate(expression, scopeIn(source, this, this.context)),
    );
  }

  #path(name: string): Value {
    if (name === 'module') return text(relativePath(this.context.root, this.directory));
    return name === 'root' ? text('.') : unknown(`path.${name} is known only where Terraform runs`);
  }

  #terraform(name: string): Value {
    const { workspace } = this.context;
    if (name === 'workspace' && workspace !== undefined) return text(workspace);
    return unknown(`terraform.${name} is known only where Terraform runs`);
  }

  /** What is given to a variable, else its default, as its type wants it. */
  #evaluateVariable(name: string, declared: Declared): Value {
    if (declared.broken) return unknown(`the block of var.${name} has a syntax error`, { at: declared.at });
    const given = this.#input(name);
    const nullable = this.#argument(declared, 'nullable');
    const isGiven =
      given !== undefined && !(given.kind === 'null' && nullable?.kind === 'boolean' && !nullable.value);
    const value = isGiven ? given : this.#argument(declared, 'default');
    if (value === undefined) return unknown(`var.${name} has no default`, { at: declared.at });
    if (value.kind === 'unknown') return value;
    const { budget } = this.context;
    const type = declared.attributes.get('type');
    const scope = type === undefined ? undefined : scopeIn(type.source, NO_NAMES, this.context);
    const wanted =
      type === undefined || scope === undefined
        ? ANY
        : readConstraint(type.expression, (fallback) => evaluate(fallback, scope));
    const converted = convertTo(value, wanted, budget.spend);
    if (!isFailure(converted)) return converted;
    return { ...failure(`var.${name} does not fit its type: ${converted.why}`), at: declared.at };
  }

  /** An argument of a block of this module. */
  #argument(declared: Declared, name: string): Value | undefined {
    const written = declared.attributes.get(name);
    return written === undefined
      ? undefined
      : evaluate(written.expression, scopeIn(written.source, this, this.context));
  }
}

/** Where only constants may stand. */
const NO_NAMES: Names = {
  resolve: (name) => ({ value: failure(`${name} stands where only constants may`), taken: 0 }),
};

function shifted({ value, taken }: Resolution, steps: number): Resolution {
  return { value, taken: taken + steps };
}

function mapValues<Key, From, To>(from: ReadonlyMap<Key, From>, change: (value: From) => To): Map<Key, To> {
  return new Map([...from].map(([key, value]) => [key, change(value)]));
}
