/** Puts values in the place of variables, in a tree that is evaluated as a template afterwards. */

import { Decimal } from '../../model/decimal.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { SourceLocation } from '../../model/source-location.ts';
import { NULL, text, unknown, type Value } from '../../model/value.ts';
import { type DataNode, entriesOf, type MapEntry, nodeAt, textOf, valueNode } from '../document/node.ts';
import type { Budget } from '../terraform/evaluate/budget.ts';
import { concatenate } from '../terraform/evaluate/template.ts';
import { toBoolean } from '../terraform/values/convert.ts';
import { type Piece, parseSource, piecesOf, type Source } from './variables.ts';

/** What variables mean besides the service itself. */
export interface Surroundings {
  /** The whole file of the service, unresolved. */
  readonly root: DataNode;
  /** The stage that the manifest names; else the service's own. */
  readonly stage: string | undefined;
  readonly region: string | undefined;
  /** The line of the manifest that names the stage. */
  readonly stageLine: string;
  readonly budget: Budget;
  readonly diagnostics: Diagnostic[];
  /** A data file by its path from the service; `undefined` where there is none, or it has not been read. */
  readonly file: (path: string) => DataNode | undefined;
  /** An output of another stack that is read here. */
  readonly output: (stack: string, output: string) => Value | undefined;
}

export class Resolver {
  readonly #around: Surroundings;
  readonly #values = new Map<string, DataNode | undefined>();
  readonly #open = new Set<string>();
  /** How many nodes stand below one. What is used again costs all of them once more, since it is evaluated once more. */
  readonly #sizes = new WeakMap<DataNode, number>();

  constructor(around: Surroundings) {
    this.#around = around;
  }

  /** The stage: as it is stated, else of the provider, else `dev`. */
  get stage(): DataNode {
    return (
      this.#option('stage') ?? this.at('provider', 'stage') ?? valueNode(text('dev'), this.#around.root.at)
    );
  }

  /** What the service is called. */
  get name(): string | undefined {
    return textOf(this.at('service')) ?? textOf(this.at('service', 'name'));
  }

  /** The node at a path of the service, with its variables resolved. */
  at(...path: readonly string[]): DataNode | undefined {
    return this.#self(path, this.#around.root.at);
  }

  /** The node with all variables in it resolved. A variable without a value is unknown. */
  resolve(node: DataNode): DataNode {
    const { budget } = this.#around;
    if (!budget.spend(1)) return valueNode(budget.outOfSteps(), node.at);
    if (!budget.enter()) return valueNode(budget.tooDeep(), node.at);
    const made = this.#resolve(node);
    budget.leave();
    if (made.kind === 'list') this.#sizes.set(made, this.#sum(made.items));
    if (made.kind === 'map')
      this.#sizes.set(made, this.#sum([...made.entries.values()].map(({ node: each }) => each)));
    return made;
  }

  #sum(nodes: readonly DataNode[]): number {
    return nodes.reduce((sum, node) => sum + (this.#sizes.get(node) ?? 1), 1);
  }

  #resolve(node: DataNode): DataNode {
    if (node.kind === 'list') return { ...node, items: node.items.map((item) => this.resolve(item)) };
    if (node.kind === 'map') {
      const entries = [...node.entries].map(([key, entry]): [string, MapEntry] => [
        key,
        { ...entry, node: this.resolve(entry.node) },
      ]);
      return { ...node, entries: new Map(entries) };
    }
    return node.value.kind === 'text' && node.value.value.includes('${')
      ? this.#text(node.value.value, node.at)
      : node;
  }

  #text(written: string, at: SourceLocation): DataNode {
    const pieces = piecesOf(written);
    const [only, ...others] = pieces;
    if (only !== undefined && others.length === 0) return this.#piece(only, at);
    const values = pieces.map((piece): Value => {
      const node = this.#piece(piece, at);
      return node.kind === 'value' ? node.value : unknown('a list or a map stands within a text', { at });
    });
    return valueNode(concatenate(values, this.#around.budget), at);
  }

  #piece(piece: Piece, at: SourceLocation): DataNode {
    if (typeof piece === 'string') return valueNode(text(piece), at);
    let why: string | undefined;
    for (const source of piece.sources) {
      const node = this.#source(source, at);
      if (node !== undefined && !(node.kind === 'value' && node.value.kind === 'null')) return node;
      why ??= source;
    }
    const line = why === 'opt:stage' ? { hint: this.#around.stageLine } : {};
    return valueNode(unknown(`${why ?? 'a variable'} has no value`, { at, ...line }), at);
  }

  /** The value of a source; `undefined` where it has none, so that the next one holds. */
  #source(source: string, at: SourceLocation): DataNode | undefined {
    const inner = source.includes('${') ? this.#text(source, at) : undefined;
    if (inner !== undefined && (inner.kind !== 'value' || inner.value.kind !== 'text')) return inner;
    const plain = inner === undefined ? source : (textOf(inner) ?? '');
    // What stood in quotes, or was the whole source, is a value now.
    if (inner !== undefined && source.startsWith('${') && piecesOf(source).length === 1) return inner;
    const parsed = parseSource(plain);
    return parsed === undefined ? valueNode(literal(plain), at) : this.#typed(parsed, plain, at);
  }

  #typed(
    { type, parameter: within, address }: Source,
    source: string,
    at: SourceLocation,
  ): DataNode | undefined {
    switch (type) {
      case 'self':
        return address === undefined || address === ''
          ? valueNode(unknown('the whole service is not put into itself', { at }), at)
          : this.#self(address.split('.'), at);
      case 'opt':
        return this.#option(address ?? '');
      case 'sls':
        return address === 'stage'
          ? this.stage
          : valueNode(unknown(`${source} is known only where it is deployed`, { at }), at);
      case 'param':
        return this.#parameter(address ?? '', at);
      case 'file':
        return this.#file(within ?? '', address, at);
      case 'strToBool':
        return valueNode(toBoolean(text(within ?? '')), at);
      case 'aws':
        if (address === 'region')
          return this.at('provider', 'region') ?? valueNode(unknown('no region is stated', { at }), at);
        return valueNode(unknown(`${source} is known only where it is deployed`, { at }), at);
      case 'cf':
        return this.#output(source, within, address ?? '', at);
      case 'env':
        return valueNode(unknown(`the environment variable ${address ?? ''} is not known`, { at }), at);
      default: {
        // `${ssm:/app/model}` of the service's own region; with a parameter it is of another, or not decoded.
        const parameter = type === 'ssm' && within === undefined ? address : undefined;
        const more = parameter === undefined ? { at } : { at, parameter };
        return valueNode(unknown(`${source} is asked only when it is deployed`, more), at);
      }
    }
  }

  #option(name: string): DataNode | undefined {
    const { stage, region, root } = this.#around;
    const value = name === 'stage' ? stage : name === 'region' ? region : undefined;
    return value === undefined ? undefined : valueNode(text(value), root.at);
  }

  /** `params` of the stage, else of all; `stages` is the newer place for the same. */
  #parameter(name: string, at: SourceLocation): DataNode | undefined {
    const stage = textOf(this.stage);
    if (stage === undefined)
      return valueNode(unknown(`the stage is not known, and so is param:${name}`, { at }), at);
    for (const each of [stage, 'default']) {
      const found = this.at('stages', each, 'params', name) ?? this.at('params', each, name);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** `${cf:data-dev.TableName}`, of a stack that may stand in the same repository. */
  #output(source: string, region: string | undefined, address: string, at: SourceLocation): DataNode {
    const dot = address.indexOf('.');
    const found =
      dot < 1 || region !== undefined
        ? undefined
        : this.#around.output(address.slice(0, dot), address.slice(dot + 1));
    return valueNode(found ?? unknown(`${source} is asked only when it is deployed`, { at }), at);
  }

  #file(path: string, address: string | undefined, at: SourceLocation): DataNode | undefined {
    if (/\.[cm]?[jt]s$/.test(path))
      return valueNode(unknown(`${path} is a program, and is not run`, { at }), at);
    const found = this.#around.file(path.trim());
    if (found === undefined) return undefined;
    return this.#once(`file ${path} ${address ?? ''}`, at, () =>
      address === undefined || address === '' ? this.resolve(found) : this.#below(found, address.split('.')),
    );
  }

  #self(path: readonly string[], at: SourceLocation): DataNode | undefined {
    return this.#once(`self:${path.join('.')}`, at, () => this.#below(this.#around.root, path));
  }

  /** The node at a path; variables in the way are resolved. */
  #below(root: DataNode, path: readonly string[]): DataNode | undefined {
    let current: DataNode | undefined = root;
    for (const step of path) {
      if (current?.kind === 'value') current = this.resolve(current);
      if (current?.kind === 'value' && current.value.kind === 'unknown') return current;
      current = current?.kind === 'list' ? current.items[Number(step)] : nodeAt(current, step);
    }
    return current === undefined ? undefined : this.resolve(current);
  }

  #once(name: string, at: SourceLocation, compute: () => DataNode | undefined): DataNode | undefined {
    if (this.#values.has(name)) {
      const known = this.#values.get(name);
      const { budget } = this.#around;
      if (known === undefined || budget.spend(this.#sum([known]))) return known;
      return valueNode(budget.outOfSteps(), at);
    }
    if (this.#open.has(name)) {
      const message = `${name} refers to itself.`;
      this.#around.diagnostics.push({ code: 'iac-unresolved', severity: 'error', message, at });
      return valueNode(unknown(`${name} refers to itself`, { at }), at);
    }
    this.#open.add(name);
    const value = compute();
    this.#open.delete(name);
    this.#values.set(name, value);
    return value;
  }
}

/** `'text'`, `true`, `12` or `null`. */
function literal(written: string): Value {
  const quoted = /^'([^']*)'$|^"([^"]*)"$/s.exec(written);
  if (quoted !== null) return text(quoted[1] ?? quoted[2] ?? '');
  if (written === 'true' || written === 'false') return { kind: 'boolean', value: written === 'true' };
  if (written === 'null' || written === '') return NULL;
  return /^-?\d{1,15}(?:\.\d{1,15})?$/.test(written)
    ? { kind: 'number', value: new Decimal(written) }
    : text(written);
}

/** The entries of a map, or of all maps of a list, as sections of a service may be written. */
export function mergedEntries(node: DataNode | undefined): ReadonlyMap<string, MapEntry> {
  return node?.kind === 'list'
    ? new Map(node.items.flatMap((item) => [...entriesOf(item)]))
    : entriesOf(node);
}
