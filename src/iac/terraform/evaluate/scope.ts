/** What an expression can see: the names around it, and the file that it stands in. */
import type { Unknown, Value } from '../../../model/value.ts';
import { unknown } from '../../../model/value.ts';
import type { Span, Step } from '../hcl/ast.ts';
import type { Source } from '../hcl/source.ts';
import type { Budget } from './budget.ts';
import type { Files } from './files.ts';

export interface Scope {
  readonly source: Source;
  readonly budget: Budget;
  /** What functions may read. */
  readonly files: Files;
  /** Answers references: `var.x`, `local.x`, `aws_x.y.z`, `each.key`. */
  readonly names: Names;
  /** Variables of the `for` expressions around it, the innermost first. */
  readonly loop: LoopVariable | undefined;
}

export interface LoopVariable {
  readonly name: string;
  readonly value: Value;
  readonly outer: LoopVariable | undefined;
}

export interface Names {
  /** What a name with the steps after it refers to, and how many of the steps that takes up. */
  resolve(name: string, steps: readonly Step[], scope: Scope): Resolution;
}

export interface Resolution {
  readonly value: Value;
  readonly taken: number;
}

/** The scope inside of a loop. */
export function withVariable(scope: Scope, name: string, value: Value): Scope {
  const { source, budget, files, names, loop } = scope;
  return { source, budget, files, names, loop: { name, value, outer: loop } };
}

/** The value of the innermost loop variable of a name; `undefined` where no loop has one. */
export function loopVariable(scope: Scope, name: string): Value | undefined {
  for (let variable = scope.loop; variable !== undefined; variable = variable.outer) {
    if (variable.name === name) return variable.value;
  }
  return undefined;
}

/** A value that is not known, at the place of a node. */
export function unknownAt(scope: Scope, node: Span, why: string): Unknown {
  return unknown(why, { at: scope.source.locate(node.start) });
}

/** The value with a place, where it is an unknown that has none yet. */
export function placed(value: Value, scope: Scope, node: Span): Value {
  if (value.kind !== 'unknown' || value.at !== undefined) return value;
  return { ...value, at: scope.source.locate(node.start) };
}
