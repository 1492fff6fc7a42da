/** Files in JSON that a manifest names, or that belong to one that it names. */
import type { Diagnostic, DiagnosticCode } from '../model/diagnostic.ts';
import type { SourceLocation } from '../model/source-location.ts';
import { createSource, type Source } from './terraform/hcl/source.ts';
import { type JsonNode, type Keep, readJson } from './terraform/json/nodes.ts';

export interface JsonFile {
  readonly kind: 'file';
  readonly source: Source;
  readonly node: JsonNode;
}

/** What a file is, for the message that it does not exist. */
export interface Wanted {
  /** `plan`, `preview`: `The plan infra/plan.json does not exist.` */
  readonly what: string;
  readonly hint?: string;
  /** The place that names the file; the file itself where absent. */
  readonly at: SourceLocation | undefined;
  /** Whether the tree has the file, read or not. */
  readonly exists: boolean;
  /** Which parts of it are of interest; all where absent. */
  readonly keep?: Keep;
}

/** The JSON of a file with its positions, or why there is none. */
export function readJsonFile(
  file: string,
  texts: ReadonlyMap<string, string>,
  { what, hint, at, exists, keep }: Wanted,
): JsonFile | { readonly kind: 'problem'; readonly diagnostic: Diagnostic } {
  const text = texts.get(file);
  if (text === undefined) {
    const message = `The ${what} ${file} ${exists ? 'was not read' : 'does not exist'}.`;
    const more = hint === undefined ? {} : { hint };
    return problem({ code: 'iac-missing', severity: 'error', message, at: at ?? { file }, ...more });
  }
  const source = createSource(file, text);
  const node = readJson(text, keep);
  if (node.kind !== 'problem') return { kind: 'file', source, node };
  const code: DiagnosticCode = node.code === 'hcl-syntax' ? 'iac-unresolved' : node.code;
  return problem({ code, severity: 'error', message: node.message, at: source.locate(node.offset) });
}

function problem(diagnostic: Diagnostic) {
  return { kind: 'problem', diagnostic } as const;
}
