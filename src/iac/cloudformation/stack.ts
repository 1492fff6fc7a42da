/** One template with the values that it was given: it answers what its functions ask, each thing once. */
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { SourceLocation } from '../../model/source-location.ts';
import { isUnknown, type TextValue, text, type Unknown, unknown, type Value } from '../../model/value.ts';
import type { DataNode, MapEntry } from '../document/node.ts';
import type { Budget } from '../terraform/evaluate/budget.ts';
import { evaluate } from './evaluate.ts';
import { evaluateCondition } from './functions/conditions.ts';
import { expandLoop, expandLoops, type Loops } from './loops.ts';
import { parameterValue } from './parameters.ts';
import { pseudoParameter, type StackPlace } from './pseudo-parameters.ts';
import type { Scope } from './scope.ts';
import { type Template, WRITTEN_EXPORT } from './template.ts';

/** What another stack exports by a name; `undefined` where none does. Of the name, parts may be unknown. */
export type Import = (name: TextValue | Unknown, at: SourceLocation) => Value | undefined;

/** What a stack is made of, and what it cannot know by itself. */
export interface StackInput extends StackPlace {
  readonly template: Template;
  /** Values for its parameters; they win over the defaults. */
  readonly parameters: ReadonlyMap<string, Value>;
  readonly budget: Budget;
  readonly diagnostics: Diagnostic[];
  /** Stands before the logical ids: empty, or `Network/` for a nested stack. */
  readonly prefix: string;
  /** The line that states a parameter, where somebody can state it. */
  readonly hint?: (parameter: string) => string;
  /** The root of a data file at a path, as seen from the template. */
  readonly document?: (path: string) => DataNode | undefined;
  /** What another stack exports by a name. */
  readonly imported?: Import;
  /** An output of a nested stack; `undefined` where the resource is none that was read. */
  readonly output?: (resource: string, output: string) => Value | undefined;
}

export class Stack implements Scope {
  readonly input: StackInput;
  readonly #parameters = new Map<string, Value>();
  readonly #conditions = new Map<string, boolean | Unknown>();
  readonly #open = new Set<string>();
  readonly #reported = new Set<string>();
  readonly #twice = new Set<string>();
  #resources: ReadonlyMap<string, MapEntry> | undefined;
  #declaredConditions: ReadonlyMap<string, MapEntry> | undefined;

  constructor(input: StackInput) {
    this.input = input;
  }

  get budget(): Budget {
    return this.input.budget;
  }

  get region(): string | Unknown {
    return this.input.region;
  }

  /** The resources with loops expanded, as they are written. */
  get resources(): ReadonlyMap<string, MapEntry> {
    if (this.#resources === undefined) {
      // What a loop goes through cannot refer to what loops make.
      this.#resources = this.input.template.resources;
      this.#resources = this.#expanded(this.#resources);
    }
    return this.#resources;
  }

  /** The value of a node; `undefined` is `AWS::NoValue`. */
  value(node: DataNode): Value | undefined {
    return evaluate(node, this);
  }

  reference(name: string, at: SourceLocation): Value | undefined {
    if (name === 'AWS::NoValue') return undefined;
    const pseudo = pseudoParameter(name, this.input);
    if (pseudo !== undefined) return pseudo;
    return this.#parameter(name) ?? this.#ofResource(name, undefined, at);
  }

  attribute(resource: string, attribute: string, at: SourceLocation): Value {
    const output = /^Outputs\.(.+)$/.exec(attribute)?.[1];
    const found = attribute.startsWith(WRITTEN_EXPORT)
      ? this.input.imported?.(text(attribute), at)
      : output === undefined
        ? undefined
        : this.input.output?.(resource, output);
    return found ?? this.#ofResource(resource, attribute, at);
  }

  condition(name: string, at: SourceLocation): boolean | Unknown {
    const known = this.#conditions.get(name);
    if (known !== undefined) return known;
    if (this.#declaredConditions === undefined) {
      this.#declaredConditions = this.input.template.conditions;
      this.#declaredConditions = this.#expanded(this.#declaredConditions);
    }
    const declared = this.#declaredConditions.get(name);
    if (declared === undefined) return unknown(`the condition ${name} is not declared`, { at });
    if (this.#open.has(name)) return unknown(`the condition ${name} depends on itself`, { at });
    this.#open.add(name);
    const holds = evaluateCondition(declared.node, this, evaluate);
    this.#open.delete(name);
    this.#conditions.set(name, holds);
    return holds;
  }

  mapping(name: string): DataNode | undefined {
    return this.input.template.mappings.get(name)?.node;
  }

  imported(name: TextValue | Unknown, at: SourceLocation): Value {
    const found = this.input.imported?.(name, at);
    if (found !== undefined || isUnknown(name)) return found ?? name;
    return unknown(`no template that is read here exports ${name.value}`, { at });
  }

  loop(name: string, entry: MapEntry): ReadonlyMap<string, MapEntry> {
    return expandLoop(name, entry, this.#loops);
  }

  transformed(name: string | undefined, at: SourceLocation): Unknown {
    const shown = name ?? 'that is not named';
    const place = `${at.line}:${at.column}`;
    if (!this.#reported.has(place)) {
      this.#reported.add(place);
      const message = `The macro ${shown} is not run, so what it makes of this is not known.`;
      this.report({ code: 'iac-unresolved', severity: 'warning', message, at });
    }
    return unknown(`the macro ${shown} is not run`, { at });
  }

  report(diagnostic: Diagnostic): void {
    this.input.diagnostics.push(diagnostic);
  }

  #expanded(entries: ReadonlyMap<string, MapEntry>): ReadonlyMap<string, MapEntry> {
    return expandLoops(entries, this.#loops);
  }

  get #loops(): Loops {
    const enabled = this.input.template.transforms.some(({ name }) => name === 'AWS::LanguageExtensions');
    return {
      scope: this,
      evaluate,
      enabled,
      reported: this.#twice,
      report: (diagnostic) => this.report(diagnostic),
    };
  }

  #parameter(name: string): Value | undefined {
    const known = this.#parameters.get(name);
    if (known !== undefined) return known;
    const declared = this.input.template.parameters.get(name);
    if (declared === undefined) return undefined;
    const value = parameterValue(name, declared, this.input.parameters.get(name), this.input.hint?.(name));
    this.#parameters.set(name, value);
    return value;
  }

  /** Ids and attributes of resources are known only once these exist. */
  #ofResource(name: string, attribute: string | undefined, at: SourceLocation): Unknown {
    const owner = this.#ownerOf(name);
    if (owner === undefined) return unknown(`${name} is not declared`, { at });
    const { prefix } = this.input;
    return unknown(`the ${attribute ?? 'id'} of ${prefix}${owner} is known only once it exists`, {
      at,
      refersTo: prefix + owner,
      ...(attribute === undefined ? {} : { attribute }),
    });
  }

  /** SAM makes resources of its own beside one that is declared: `Answer.Version`, `AnswerRole`. */
  #ownerOf(name: string): string | undefined {
    if (this.resources.has(name)) return name;
    const [owner = ''] = name.split('.');
    return this.resources.has(owner) ? owner : undefined;
  }
}

/** Whether a resource exists by its condition: `false`, or why it is not known. */
export function existence(
  stack: Stack,
  condition: string | undefined,
  at: SourceLocation,
): boolean | Unknown {
  if (condition === undefined) return true;
  const holds = stack.condition(condition, at);
  if (!isUnknown(holds)) return holds;
  return unknown(`whether the condition ${condition} holds is not known: ${holds.why}`, { at });
}
