/** HCL's native syntax, whole: what `.tf` and `.tfvars` files are written in. */
import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { HclFile } from './ast.ts';
import { parseFileBody } from './body.ts';
import { parseExpression } from './expressions.ts';
import type { Problems } from './problems.ts';
import { Scanner } from './scanner.ts';
import { createSource } from './source.ts';

export interface ParsedHcl extends HclFile {
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Parses one file. It accepts any text, in linear time: a syntax error (`hcl-syntax`) or nesting beyond the limit
 * (`limit-exceeded`) costs the attribute or block that it stands in. An attribute whose name could be read stays, with
 * an invalid value; a block whose type could be read stays, marked as broken.
 *
 * The grammar is that of HCL's native syntax specification and its Go implementation, version 2.24 (2025).
 */
export function parseHcl(file: string, text: string): ParsedHcl {
  const source = createSource(file, text);
  const problems: Problems = { diagnostics: [], atBoundary: false, rescanned: 0 };
  const body = parseFileBody(new Scanner(source, parseExpression), problems);
  return { source, body, diagnostics: problems.diagnostics };
}
