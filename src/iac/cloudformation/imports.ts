/** What the stacks of one project export to each other: `Fn::ImportValue`, and outputs that are asked by a stack's name. */
import type { Diagnostic } from '../../model/diagnostic.ts';
import { spelling } from '../../model/mentions.ts';
import type { SourceLocation } from '../../model/source-location.ts';
import { isUnknown, type TextValue, type Unknown, unknown, type Value } from '../../model/value.ts';
import type { IacRoot } from '../format.ts';
import { entryLine, pathOf } from './entry-line.ts';
import { fits, nameOfStack } from './export-names.ts';
import { foreign } from './foreign.ts';
import type { OpenStack, StackExport } from './open-stack.ts';
import type { Import } from './stack.ts';

/** Where a stack is, as far as it is stated. */
export interface Place {
  readonly region?: string | undefined;
  readonly account?: string | undefined;
}

/** A stack of the project that others may import from. */
export interface ExportingStack extends Place {
  readonly root: IacRoot;
  readonly stackName?: string | undefined;
  readonly stack: OpenStack;
  /** A value with what it refers to under the addresses that the resources of the root have. */
  readonly named?: (value: Value) => Value;
}

interface Export {
  readonly from: ExportingStack;
  readonly made: StackExport;
}

/** Everything that the stacks of a project export. They are opened when they are first asked. */
export class ProjectExports {
  readonly #open: (exports: ProjectExports) => readonly ExportingStack[];
  readonly #asking = new Set<StackExport>();
  #stacks: readonly ExportingStack[] | undefined;
  #known: ReadonlyMap<string, readonly Export[]> = new Map();
  #inPart: readonly Export[] = [];

  constructor(open: (exports: ProjectExports) => readonly ExportingStack[]) {
    this.#open = open;
  }

  get stacks(): readonly ExportingStack[] {
    if (this.#stacks === undefined) {
      // While they are opened, they export nothing yet.
      this.#stacks = [];
      this.#stacks = this.#open(this);
      const all = this.#stacks.flatMap((from) => from.stack.exports().map((made) => ({ from, made })));
      const known = new Map<string, Export[]>();
      for (const one of all) {
        const { name } = one.made;
        if (name.kind === 'text') known.set(name.value, [...(known.get(name.value) ?? []), one]);
      }
      this.#known = known;
      this.#inPart = all.filter(({ made }) => isUnknown(made.name));
    }
    return this.#stacks;
  }

  /** Exports of exactly this name. */
  named(name: string): readonly Export[] {
    return this.stacks.length === 0 ? [] : (this.#known.get(name) ?? []);
  }

  /** Exports whose name could be this one, where the one or the other is known in part only. */
  like(name: TextValue | Unknown): readonly Export[] {
    const { stacks } = this;
    if (stacks.length === 0) return [];
    const candidates = isUnknown(name)
      ? [...[...this.#known.values()].flat(), ...this.#inPart]
      : this.#inPart;
    return candidates.filter(({ made }) => fits(made.name, name));
  }

  /** The value of an export, which may depend on other exports. */
  valueOf({ from, made }: Export, at: SourceLocation): Value | undefined {
    if (this.#asking.has(made))
      return unknown(`${spelling(made.name) ?? 'an export'} depends on itself`, { at });
    this.#asking.add(made);
    const value = made.value();
    this.#asking.delete(made);
    return value === undefined ? undefined : foreign(from.named?.(value) ?? value, from.root.name);
  }
}

/** Finds what the other stacks of a project export, as a stack of `root` sees it. */
export function importer(
  exports: ProjectExports,
  root: IacRoot,
  place: Place,
  diagnostics: Diagnostic[],
): Import {
  const told = new Set<string>();
  return (name, at) => {
    const others = (all: readonly Export[]) =>
      all.filter(({ from }) => !isSameRoot(from.root, root) && isBeside(from, place));
    const existing = (all: readonly Export[]) =>
      all.flatMap((one) => {
        const value = exports.valueOf(one, at);
        return value === undefined ? [] : [{ ...one, value }];
      });
    const exact = name.kind === 'text' ? existing(others(exports.named(name.value))) : [];
    const found = exact.length > 0 ? exact : existing(others(exports.like(name)));
    const [first] = found;
    if (first === undefined) return undefined;
    const shown = spelling(name) ?? '*';
    // Stages of one estate may export the same name: which of them is meant is not known.
    if (found.some(({ value }) => !isSameText(value, first.value)) && found.length > 1)
      return unknown(`${found.length} templates export ${shown}`, { at });
    if (exact.length === 0 && !told.has(shown)) diagnostics.push(assumed(shown, name, first, root, at));
    told.add(shown);
    return first.value;
  };
}

/** An output of a stack of the project by the name of the stack; `undefined` where none of that name is read here. */
export function outputOf(
  exports: ProjectExports,
  root: IacRoot,
  stackName: string,
  output: string,
): Value | undefined {
  const found = exports.stacks.filter((one) => one.stackName === stackName && !isSameRoot(one.root, root));
  const [only, ...more] = found;
  if (only === undefined || more.length > 0) return undefined;
  const value = only.stack.output(output);
  return value === undefined ? undefined : foreign(only.named?.(value) ?? value, only.root.name);
}

function isSameRoot(one: IacRoot, other: IacRoot): boolean {
  return one.format === other.format && one.directory === other.directory && one.name === other.name;
}

/** Exports hold within one account and region. */
function isBeside(from: ExportingStack, { region, account }: Place): boolean {
  const isElsewhere = region !== undefined && from.region !== undefined && from.region !== region;
  return !isElsewhere && (account === undefined || (from.account ?? account) === account);
}

function isSameText(one: Value, other: Value): boolean {
  return one === other || (one.kind === 'text' && other.kind === 'text' && one.value === other.value);
}

function assumed(
  shown: string,
  name: TextValue | Unknown,
  { from, made }: Export,
  root: IacRoot,
  at: SourceLocation,
): Diagnostic {
  const written = spelling(made.name) ?? '*';
  const stack = nameOfStack(made.name, name);
  const path = pathOf(from.root, root);
  const hint =
    stack === undefined || from.root.format !== 'cloudformation'
      ? undefined
      : entryLine(`{ cloudformation: ${path}, stack: ${stack} }`, from.root, root);
  return {
    code: 'import-assumed',
    severity: 'warning',
    message: `${shown} is taken for ${written === shown ? 'that' : written} of ${from.root.directory}, the only export that fits: parts of the names are not known.`,
    at,
    ...(hint === undefined ? {} : { hint }),
  };
}
