/** TOML files as trees ("TOML v1.0.0"). Dates, and numbers that are not written in plain digits, are texts as they stand. */
import { LIMITS } from '../../model/limits.ts';
import type { Source } from '../terraform/hcl/source.ts';
import type { DataNode, MapEntry, MapNode } from './node.ts';
import type { DocumentReading } from './reading.ts';
import { TomlCursor } from './toml-cursor.ts';

/** Reads a TOML text. At the first mistake nothing of it is read. */
export function readTomlDocument(source: Source): DocumentReading {
  const reader = new TomlReader(source);
  const root = reader.document();
  if (reader.problem === undefined) return { root, diagnostics: [] };
  const { message, offset, isLimit } = reader.problem;
  const code = isLimit ? 'limit-exceeded' : 'template-syntax';
  return { diagnostics: [{ code, severity: 'error', message, at: source.locate(offset) }] };
}

type Entries = Map<string, MapEntry>;

class TomlReader extends TomlCursor {
  /** The entries of maps that may still get more. */
  readonly #open = new Map<DataNode, Entries>();
  /** The items of lists that may still get more. */
  readonly #lists = new Map<DataNode, DataNode[]>();
  /** Tables that have had their header. */
  readonly #closed = new Set<DataNode>();

  document(): DataNode {
    const root = this.#table(0);
    let table = root;
    for (;;) {
      this.skipLines();
      if (this.problem !== undefined || this.atEnd) return root;
      if (this.take('[')) table = this.#header(root) ?? table;
      else this.#pair(table, 0);
      this.endOfLine();
    }
  }

  #table(offset: number): MapNode {
    const entries: Entries = new Map();
    const node: MapNode = { kind: 'map', entries, at: this.source.locate(offset) };
    this.#open.set(node, entries);
    return node;
  }

  /** `[a.b]`, or `[[a.b]]` for one more item of a list. */
  #header(root: MapNode): MapNode | undefined {
    const start = this.offset;
    const isItem = this.take('[');
    const path = this.path();
    if (path === undefined) return undefined;
    if (!this.take(']') || (isItem && !this.take(']'))) return this.fail('expected ]');
    const name = path.pop() ?? '';
    const parent = this.#below(root, path, start);
    const entries = parent === undefined ? undefined : this.#open.get(parent);
    if (entries === undefined) return this.fail(`${name} has a value already`, start);
    const at = this.source.locate(start);
    const known = entries.get(name);
    if (isItem) {
      const items: DataNode[] | undefined = known === undefined ? [] : this.#lists.get(known.node);
      if (items === undefined) return this.fail(`${name} has a value already`, start);
      const list: DataNode = known?.node ?? { kind: 'list', items, at };
      const table = this.#table(start);
      items.push(table);
      this.#lists.set(list, items);
      entries.set(name, { at: known?.at ?? at, node: list });
      return table;
    }
    if (known !== undefined && (known.node.kind !== 'map' || this.#closed.has(known.node)))
      return this.fail(`the table ${name} stands twice`, start);
    const table = known?.node.kind === 'map' ? known.node : this.#table(start);
    if (!this.#open.has(table)) return this.fail(`${name} has a value already`, start);
    entries.set(name, { at: known?.at ?? at, node: table });
    this.#closed.add(table);
    return table;
  }

  /** The table at a path, made where there is none; of a list of tables, its last one. */
  #below(root: MapNode, path: readonly string[], offset: number): MapNode | undefined {
    let table = root;
    for (const name of path) {
      const entries = this.#open.get(table);
      if (entries === undefined) return undefined;
      const known = entries.get(name)?.node;
      const next = known?.kind === 'list' ? known.items.at(-1) : known;
      if (next !== undefined && next.kind !== 'map') return undefined;
      if (next === undefined) {
        const made = this.#table(offset);
        entries.set(name, { at: made.at, node: made });
        table = made;
      } else table = next;
    }
    return table;
  }

  /** `a.b = value`. */
  #pair(table: MapNode, depth: number): void {
    const start = this.offset;
    const path = this.path();
    if (path === undefined) return;
    if (!this.take('=')) {
      this.fail('expected =');
      return;
    }
    const name = path.pop() ?? '';
    const parent = this.#below(table, path, start);
    const entries = parent === undefined ? undefined : this.#open.get(parent);
    if (entries === undefined || entries.has(name)) {
      this.fail(`${name} has a value already`, start);
      return;
    }
    const node = this.#value(depth);
    if (node !== undefined) entries.set(name, { at: this.source.locate(start), node });
  }

  #value(depth: number): DataNode | undefined {
    this.skipSpaces();
    if (depth >= LIMITS.dataDepth)
      return this.failAtLimit(`values are nested more than ${LIMITS.dataDepth} deep`);
    const start = this.offset;
    if (this.take('[')) return this.#list(start, depth);
    if (this.take('{')) return this.#inlineTable(start, depth);
    const value = this.scalar();
    return value === undefined ? undefined : { kind: 'value', value, at: this.source.locate(start) };
  }

  #list(start: number, depth: number): DataNode | undefined {
    const items: DataNode[] = [];
    for (;;) {
      this.skipLines();
      if (this.take(']')) break;
      const item = this.#value(depth + 1);
      if (item === undefined) return undefined;
      items.push(item);
      this.skipLines();
      if (this.take(',')) continue;
      if (this.take(']')) break;
      return this.fail('expected , or ]');
    }
    return { kind: 'list', items, at: this.source.locate(start) };
  }

  #inlineTable(start: number, depth: number): DataNode | undefined {
    const table = this.#table(start);
    this.skipSpaces();
    while (!this.take('}')) {
      this.#pair(table, depth + 1);
      if (this.problem !== undefined) return undefined;
      this.skipSpaces();
      if (this.take(',') || this.is('}')) continue;
      return this.fail('expected , or }');
    }
    // Nothing may be added to it from outside.
    this.#open.delete(table);
    return table;
  }
}
