/** A program in YAML while it is evaluated: what names mean, each computed once. */
import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { SourceLocation } from '../../../model/source-location.ts';
import { text, type Unknown, unknown, type Value } from '../../../model/value.ts';
import { type DataNode, type MapEntry, nodeAt, textOf } from '../../document/node.ts';
import { directoryOf, resolvePath } from '../../paths.ts';
import { Budget } from '../../terraform/evaluate/budget.ts';
import { concatenate } from '../../terraform/evaluate/template.ts';
import { list, map } from '../../terraform/values/value.ts';
import { attributeName } from '../attributes.ts';
import { addressOf, type KnownType, knownType } from '../resource-name.ts';
import { configValue } from './config.ts';
import { FUNCTIONS } from './functions.ts';
import { type Access, parseInterpolation } from './interpolation.ts';
import { answerInvocation } from './invoke.ts';
import type { Project } from './project.ts';
import { Regions } from './regions.ts';

/** A resource as it is declared. */
export interface DeclaredResource {
  readonly node: DataNode;
  readonly token: string;
  /** Absent for types of other providers. */
  readonly type: KnownType | undefined;
  readonly address: string;
}

export class Program {
  readonly project: Project;
  readonly regions: Regions;
  /** Files of the tree that the program reads and that are not among the texts. */
  readonly asked = new Set<string>();
  readonly #texts: ReadonlyMap<string, string>;
  readonly #budget: Budget;
  readonly #diagnostics: Diagnostic[];
  readonly #values = new Map<string, Value>();
  readonly #open = new Set<string>();

  constructor(
    project: Project,
    region: string | undefined,
    texts: ReadonlyMap<string, string>,
    diagnostics: Diagnostic[],
  ) {
    this.project = project;
    this.#texts = texts;
    this.#diagnostics = diagnostics;
    this.#budget = new Budget(diagnostics);
    this.regions = new Regions(
      {
        resources: project.resources,
        property: (key, name) => this.property(key, name),
        config: (key) => this.config(key),
      },
      region,
    );
  }

  /** The resource of a name in the program. */
  resource(key: string): DeclaredResource | undefined {
    const entry = this.project.resources.get(key);
    if (entry === undefined) return undefined;
    const { node } = entry;
    const token = textOf(nodeAt(node, 'type')) ?? '';
    const type = knownType(token);
    const name = textOf(nodeAt(node, 'name')) ?? key;
    return { node, token, type, address: type === undefined ? name : addressOf(type, name) };
  }

  /** The configuration of a key, with its namespace or without; `undefined` where nothing is said of it. */
  config(key: string): Value | undefined {
    return configValue(this.project, key, this.#budget.spend);
  }

  /** The value of a property of a resource; `undefined` where it is not written. */
  property(key: string, name: string): Value | undefined {
    const node = nodeAt(this.project.resources.get(key)?.node, 'properties', name);
    return node === undefined ? undefined : this.#once(`${key}.${name}`, node.at, () => this.value(node));
  }

  /** What a node says, with everything in it evaluated. */
  value(node: DataNode): Value {
    if (!this.#budget.spend(1)) return this.#budget.outOfSteps();
    if (!this.#budget.enter()) return this.#budget.tooDeep();
    const made = this.#evaluate(node);
    this.#budget.leave();
    return made;
  }

  #evaluate(node: DataNode): Value {
    if (node.kind === 'list') return list(node.items.map((item) => this.value(item)));
    if (node.kind === 'value')
      return node.value.kind === 'text' ? this.#interpolated(node.value.value, node.at) : node.value;
    const [only, ...others] = node.entries;
    if (only !== undefined && others.length === 0 && /^fn::/i.test(only[0]))
      return this.#call(only[0].slice('fn::'.length), only[1]);
    return map(new Map([...node.entries].map(([key, entry]) => [key, this.value(entry.node)])));
  }

  /** A text that is one `${…}` and nothing else is the value itself. */
  #interpolated(written: string, at: SourceLocation): Value {
    if (!written.includes('${')) return text(written);
    const pieces = parseInterpolation(written);
    if (pieces === undefined) return unknown('a reference in it cannot be read', { at });
    const values = pieces.map((piece) => (typeof piece === 'string' ? text(piece) : this.#access(piece, at)));
    const [only, ...others] = values;
    if (only !== undefined && others.length === 0) return only;
    const made = concatenate(values, this.#budget);
    return made.kind === 'unknown' && made.at === undefined ? { ...made, at } : made;
  }

  #call(name: string, { node, at }: MapEntry): Value {
    const plain = name.toLowerCase();
    if (plain === 'invoke') return this.#invoke(node);
    if (plain === 'readfile') return this.#readFile(this.value(node), at);
    const known = FUNCTIONS.get(plain);
    if (known !== undefined) return known(this.value(node), this.#budget);
    // `fn::aws:getRegion` is short for an invocation.
    if (name.includes(':')) return this.#answer(name, nodeAt(node, 'arguments') ?? node, node);
    return unknown(`fn::${name} is not evaluated`, { at });
  }

  /** The text of a file beside the program; it must lie in the tree. */
  #readFile(path: Value, at: SourceLocation): Value {
    if (path.kind !== 'text')
      return path.kind === 'unknown' ? path : unknown('fn::readFile needs a path', { at });
    const resolved = resolvePath(directoryOf(this.project.file), path.value);
    const found = resolved === undefined ? undefined : this.#texts.get(resolved);
    if (found !== undefined) return text(found);
    if (resolved !== undefined) this.asked.add(resolved);
    return unknown(`the file ${path.value} is not read`, { at });
  }

  #invoke(node: DataNode): Value {
    const token = textOf(nodeAt(node, 'function'));
    if (token === undefined) return unknown('fn::invoke names no function', { at: node.at });
    const given = nodeAt(node, 'arguments');
    const answer = this.#answer(token, given, node);
    const wanted = textOf(nodeAt(node, 'return'));
    return wanted === undefined ? answer : step(answer, wanted);
  }

  #answer(token: string, given: DataNode | undefined, call: DataNode): Value {
    const provider = token.slice(0, token.indexOf(':'));
    const region = this.regions.ofOptions(nodeAt(call, 'options'), provider);
    const why = { at: call.at };
    const where = region ?? unknown('no region is stated', why);
    const made = given === undefined ? map(new Map()) : this.value(given);
    return answerInvocation({ token, arguments: made, region: where }, this.#budget);
  }

  #access({ root, steps }: Access, at: SourceLocation): Value {
    const { resources, variables } = this.project;
    if (resources.has(root)) return this.#ofResource(root, steps, at);
    const variable = variables.get(root);
    const whole =
      variable === undefined
        ? (this.config(root) ?? this.#ofPulumi(root, steps, at))
        : this.#once(`variable ${root}`, at, () => this.value(variable.node));
    return root === 'pulumi' && variable === undefined ? whole : steps.reduce<Value>(step, whole);
  }

  /** An output of a resource: what is written as its input is known, everything else only after the update. */
  #ofResource(key: string, steps: readonly (string | number)[], at: SourceLocation): Value {
    const [name, ...rest] = steps;
    const resource = this.resource(key);
    if (resource === undefined || typeof name !== 'string') return this.#reference(key, undefined, at);
    const stated = nodeAt(resource.node, 'get', 'id');
    if (stated !== undefined) {
      const why = unknown(`${key} is read from the provider`, { at });
      return name === 'id' ? this.value(stated) : why;
    }
    const value = this.property(key, name);
    return value === undefined ? this.#reference(key, name, at) : rest.reduce<Value>(step, value);
  }

  #reference(key: string, name: string | undefined, at: SourceLocation): Unknown {
    const resource = this.resource(key);
    const why = `${key}${name === undefined ? '' : `.${name}`} is known only after the update`;
    if (resource?.type === undefined) return unknown(why, { at });
    const attribute = name === undefined ? undefined : attributeName(name, resource.type.type);
    return unknown(why, {
      at,
      refersTo: resource.address,
      ...(attribute === undefined ? {} : { attribute }),
    });
  }

  #ofPulumi(root: string, [name]: readonly (string | number)[], at: SourceLocation): Value {
    if (root !== 'pulumi') return unknown(`${root} is not declared`, { at });
    const { stack } = this.project;
    if (name === 'project') return text(this.project.name);
    if (name === 'stack' && stack !== undefined) return text(stack);
    return unknown(
      name === 'stack' ? 'no stack is named' : `pulumi.${name ?? ''} is known only where it runs`,
      {
        at,
      },
    );
  }

  /** A value by name, computed once; one that needs itself is reported and unknown. */
  #once(name: string, at: SourceLocation, compute: () => Value): Value {
    const known = this.#values.get(name);
    if (known !== undefined) return known;
    if (this.#open.has(name)) {
      const message = `${name} refers to itself.`;
      this.#diagnostics.push({ code: 'iac-unresolved', severity: 'error', message, at });
      return unknown(`${name} refers to itself`, { at });
    }
    this.#open.add(name);
    const value = compute();
    this.#open.delete(name);
    this.#values.set(name, value);
    return value;
  }
}

/** The entry of a map, or the item of a list. */
function step(value: Value, name: string | number): Value {
  if (value.kind === 'unknown') return unknown(value.why, value.at === undefined ? {} : { at: value.at });
  const found =
    value.kind === 'map'
      ? value.entries.get(String(name))
      : value.kind === 'list' && typeof name === 'number'
        ? value.items[name]
        : undefined;
  return found ?? unknown(`there is no ${name} in it`);
}
