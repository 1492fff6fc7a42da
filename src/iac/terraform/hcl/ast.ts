/**
 * The syntax tree of HCL's native syntax. Every node carries the offsets of its text, in UTF-16 code units;
 * `Source.locate` turns an offset into a line and a column. Parentheses leave no node: the shape of the tree says it.
 */
import type { Source } from './source.ts';

export interface Span {
  readonly start: number;
  /** The offset after the last character. */
  readonly end: number;
}

export interface NumberExpression extends Span {
  readonly kind: 'number';
  /** As written: `0.1`, `1e6`. Never a float. */
  readonly source: string;
}
export interface KeywordExpression extends Span {
  readonly kind: 'keyword';
  readonly value: true | false | null;
}
/** A string or heredoc without any sequence in it; escapes are already replaced. */
export interface TextExpression extends Span {
  readonly kind: 'text';
  readonly value: string;
}
/** Parts that are written one after the other as one text. */
export interface TemplateExpression extends Span {
  readonly kind: 'template';
  readonly parts: readonly Expression[];
}
/** `"${x}"`: nothing but one interpolation, which keeps the type of `x`. */
export interface WrapExpression extends Span {
  readonly kind: 'wrap';
  readonly value: Expression;
}
/** `%{ for }` in a template: the texts that a loop makes, one after the other. */
export interface JoinExpression extends Span {
  readonly kind: 'join';
  readonly loop: ForExpression;
}
/** The first name of a reference: `var`, `local`, `each`, a resource type, a loop variable. */
export interface NameExpression extends Span {
  readonly kind: 'name';
  readonly name: string;
}
export interface AccessExpression extends Span {
  readonly kind: 'access';
  readonly source: Expression;
  /** At least one. */
  readonly steps: readonly Step[];
}
export type Step = AttributeStep | IndexStep | SplatStep;
export interface AttributeStep extends Span {
  readonly kind: 'attribute';
  readonly name: string;
}
export interface IndexStep extends Span {
  readonly kind: 'index';
  readonly key: Expression;
}
/** `.*` or `[*]` with the steps that are taken on each element; a full splat takes all that follow it. */
export interface SplatStep extends Span {
  readonly kind: 'splat';
  readonly full: boolean;
  readonly each: readonly Step[];
}
export interface CallExpression extends Span {
  readonly kind: 'call';
  /** With its namespaces: `provider::aws::arn_parse`. */
  readonly name: string;
  readonly arguments: readonly Expression[];
  /** Whether the last argument is followed by `...`. */
  readonly expandFinal: boolean;
}
export interface TupleExpression extends Span {
  readonly kind: 'tuple';
  readonly items: readonly Expression[];
}
export interface ObjectExpression extends Span {
  readonly kind: 'object';
  readonly items: readonly ObjectItem[];
}
export interface ObjectItem {
  /** A bare name stands for itself and is a text here; a key in parentheses is evaluated. */
  readonly key: Expression;
  readonly value: Expression;
}
export interface ForExpression extends Span {
  readonly kind: 'for';
  readonly keyName: string | undefined;
  readonly valueName: string;
  readonly collection: Expression;
  /** Makes an object where it is present, a tuple where it is not. */
  readonly key: Expression | undefined;
  readonly value: Expression;
  readonly condition: Expression | undefined;
  /** `...` after the value: values with the same key are collected. */
  readonly grouped: boolean;
}
export interface ConditionalExpression extends Span {
  readonly kind: 'conditional';
  readonly condition: Expression;
  readonly whenTrue: Expression;
  readonly whenFalse: Expression;
}
export type BinaryOperator =
  | '||'
  | '&&'
  | '=='
  | '!='
  | '<'
  | '<='
  | '>'
  | '>='
  | '+'
  | '-'
  | '*'
  | '/'
  | '%';
/** Chains lean to the left and can be long: walk `left` in a loop, never by recursion. */
export interface BinaryExpression extends Span {
  readonly kind: 'binary';
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
}
export interface UnaryExpression extends Span {
  readonly kind: 'unary';
  readonly operator: '!' | '-';
  readonly operand: Expression;
}
/** Stands where the value of an attribute has a syntax error. */
export interface InvalidExpression extends Span {
  readonly kind: 'invalid';
  readonly why: string;
}

export type Expression =
  | NumberExpression
  | KeywordExpression
  | TextExpression
  | TemplateExpression
  | WrapExpression
  | JoinExpression
  | NameExpression
  | AccessExpression
  | CallExpression
  | TupleExpression
  | ObjectExpression
  | ForExpression
  | ConditionalExpression
  | BinaryExpression
  | UnaryExpression
  | InvalidExpression;

export interface Attribute extends Span {
  readonly name: string;
  readonly value: Expression;
}

export interface Block extends Span {
  readonly type: string;
  readonly labels: readonly string[];
  readonly body: Body;
  /** Its end was not found, or its header has an error: what is in the body may not be all, or not its own. */
  readonly broken: boolean;
}

export interface Body {
  readonly attributes: ReadonlyMap<string, Attribute>;
  /** In the order in which they are written. */
  readonly blocks: readonly Block[];
}

/** One parsed file. */
export interface HclFile {
  readonly source: Source;
  readonly body: Body;
}
