/** What the functions of a template are evaluated in. */
import type { SourceLocation } from '../../model/source-location.ts';
import type { TextValue, Unknown, Value } from '../../model/value.ts';
import type { DataNode, MapEntry } from '../document/node.ts';
import type { Budget } from '../terraform/evaluate/budget.ts';

/** One template with the values that it was given. `undefined` for a value is `AWS::NoValue`: the property is not there. */
export interface Scope {
  readonly budget: Budget;
  /** Where it is not stated, with the reason. */
  readonly region: string | Unknown;
  /** A parameter, a pseudo parameter, or a resource. */
  reference(name: string, at: SourceLocation): Value | undefined;
  /** An attribute of a resource, or an output of a nested stack. */
  attribute(resource: string, attribute: string, at: SourceLocation): Value;
  condition(name: string, at: SourceLocation): boolean | Unknown;
  mapping(name: string): DataNode | undefined;
  /** What another stack exports by a name, which may be known in part. */
  imported(name: TextValue | Unknown, at: SourceLocation): Value;
  /** The entries that a loop makes, with its variable put in place. */
  loop(name: string, entry: MapEntry): ReadonlyMap<string, MapEntry>;
  /** Says that a macro is not run. */
  transformed(name: string | undefined, at: SourceLocation): Unknown;
}
