/** What the files of one directory declare, before anything is evaluated. */
import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { SourceLocation } from '../../../model/source-location.ts';
import type { Block, Expression } from '../hcl/ast.ts';
import type { ParsedHcl } from '../hcl/index.ts';
import type { Source } from '../hcl/source.ts';

export interface LocatedExpression {
  readonly expression: Expression;
  readonly source: Source;
}
export interface DeclaredLocal extends LocatedExpression {
  readonly at: Required<SourceLocation>;
}
export interface LocatedBlock {
  readonly block: Block;
  readonly source: Source;
}

/** A top-level block, with what override files change in it. */
export interface Declared {
  /** `aws_bedrock_guardrail.main` for resources and data, else the name. */
  readonly name: string;
  readonly type: string;
  readonly attributes: ReadonlyMap<string, LocatedExpression>;
  readonly blocks: readonly LocatedBlock[];
  readonly broken: boolean;
  readonly at: Required<SourceLocation>;
}

export interface Declarations {
  readonly variables: ReadonlyMap<string, Declared>;
  readonly locals: ReadonlyMap<string, DeclaredLocal>;
  readonly resources: ReadonlyMap<string, Declared>;
  readonly data: ReadonlyMap<string, Declared>;
  readonly modules: ReadonlyMap<string, Declared>;
  readonly outputs: ReadonlyMap<string, Declared>;
  /** By local name, with the alias after a point: `aws`, `aws.west`. */
  readonly providers: ReadonlyMap<string, Declared>;
  /** `moved` blocks. */
  readonly moved: readonly LocatedBlock[];
  /** `removed` blocks. */
  readonly removed: readonly LocatedBlock[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Collects the declarations of the files of a directory, in their order; override files change what is there. */
export function declarationsOf(files: readonly ParsedHcl[], overrides: readonly ParsedHcl[]): Declarations {
  const collected = emptyDeclarations();
  for (const file of files) collect(file, collected, false);
  for (const file of overrides) collect(file, collected, true);
  return collected;
}

interface Collected extends Declarations {
  readonly variables: Map<string, Declared>;
  readonly locals: Map<string, DeclaredLocal>;
  readonly resources: Map<string, Declared>;
  readonly data: Map<string, Declared>;
  readonly modules: Map<string, Declared>;
  readonly outputs: Map<string, Declared>;
  readonly providers: Map<string, Declared>;
  readonly moved: LocatedBlock[];
  readonly removed: LocatedBlock[];
  readonly diagnostics: Diagnostic[];
}

function emptyDeclarations(): Collected {
  return {
    variables: new Map(),
    locals: new Map(),
    resources: new Map(),
    data: new Map(),
    modules: new Map(),
    outputs: new Map(),
    providers: new Map(),
    moved: [],
    removed: [],
    diagnostics: [],
  };
}

function collect(file: ParsedHcl, into: Collected, override: boolean): void {
  into.diagnostics.push(...file.diagnostics);
  for (const block of file.body.blocks) {
    if (block.type === 'locals') collectLocals(block, file.source, into, override);
    else if (block.type === 'moved') into.moved.push({ block, source: file.source });
    else if (block.type === 'removed') into.removed.push({ block, source: file.source });
    else collectBlock(block, file.source, into, override);
  }
}

function collectLocals(block: Block, source: Source, into: Collected, override: boolean): void {
  for (const [name, { value, start }] of block.body.attributes) {
    const at = source.locate(start);
    const existing = into.locals.get(name);
    if (override || existing === undefined) into.locals.set(name, { expression: value, source, at });
    else into.diagnostics.push(duplicate('iac-unresolved', `local.${name}`, at, existing.at));
  }
}

function collectBlock(block: Block, source: Source, into: Collected, override: boolean): void {
  const place = placeOf(block, into);
  if (place === undefined) return;
  const { declared, name, address } = place;
  const made = declare(block, source, name);
  const existing = declared.get(name);
  if (existing === undefined) declared.set(name, made);
  else if (override) declared.set(name, overridden(existing, made));
  else {
    const code = block.type === 'resource' ? 'iac-duplicate' : 'iac-unresolved';
    into.diagnostics.push(duplicate(code, address, made.at, existing.at));
  }
}

/** Where a block belongs and what it is called; `undefined` for blocks that declare nothing of interest. */
function placeOf(
  block: Block,
  into: Collected,
): { readonly declared: Map<string, Declared>; readonly name: string; readonly address: string } | undefined {
  const [first, second] = block.labels;
  if (first === undefined) return undefined;
  switch (block.type) {
    case 'variable':
      return { declared: into.variables, name: first, address: `var.${first}` };
    case 'output':
      return { declared: into.outputs, name: first, address: `output.${first}` };
    case 'module':
      return { declared: into.modules, name: first, address: `module.${first}` };
    case 'provider': {
      const alias = block.body.attributes.get('alias')?.value;
      const name = alias?.kind === 'text' ? `${first}.${alias.value}` : first;
      return { declared: into.providers, name, address: `provider ${name}` };
    }
    case 'resource':
    case 'data': {
      if (second === undefined) return undefined;
      const name = `${first}.${second}`;
      const isData = block.type === 'data';
      return { declared: isData ? into.data : into.resources, name, address: isData ? `data.${name}` : name };
    }
    default:
      return undefined;
  }
}

function declare(block: Block, source: Source, name: string): Declared {
  const attributes = new Map<string, LocatedExpression>();
  for (const [key, { value }] of block.body.attributes) attributes.set(key, { expression: value, source });
  return {
    name,
    type: block.labels[0] ?? '',
    attributes,
    blocks: block.body.blocks.map((inner) => ({ block: inner, source })),
    broken: block.broken,
    at: source.locate(block.start),
  };
}

/** An override replaces arguments one by one, and nested blocks by type. */
function overridden(existing: Declared, override: Declared): Declared {
  const replaced = new Set(override.blocks.map(({ block }) => blockType(block)));
  return {
    ...existing,
    attributes: new Map([...existing.attributes, ...override.attributes]),
    blocks: [...existing.blocks.filter(({ block }) => !replaced.has(blockType(block))), ...override.blocks],
    broken: existing.broken || override.broken,
  };
}

/** The type of a nested block; a dynamic block is of the type that it makes. */
export function blockType(block: Block): string {
  return block.type === 'dynamic' ? (block.labels[0] ?? 'dynamic') : block.type;
}

function duplicate(
  code: 'iac-duplicate' | 'iac-unresolved',
  address: string,
  at: SourceLocation,
  first: SourceLocation,
): Diagnostic {
  const message = `${address} is declared twice, first in ${first.file}, line ${first.line}; only that is read.`;
  return { code, severity: 'error', message, at, hint: 'Remove one of them or give it another name.' };
}
