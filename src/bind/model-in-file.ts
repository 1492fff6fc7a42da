import type { PlacedModelId } from '../code/found-model-id.ts';
import { modelReferences } from '../code/model-references.ts';
import { readDataPath } from '../manifest/data-path.ts';
import type { ModelBinding } from '../manifest/manifest.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { decidesModel } from '../model/model-use.ts';
import type { SourceLocation } from '../model/source-location.ts';
import { unknown } from '../model/value.ts';
import { namesBefore, pickByName } from './model-by-name.ts';
import type { ServedModel } from './model-choice.ts';

type FileBinding = ModelBinding & { readonly kind: 'file' };

interface Fault {
  readonly code: 'binding-unmatched' | 'binding-ambiguous';
  readonly why: string;
  readonly hint: string;
}

/**
 * The one model id in a source file, or the one that a name or a path in the file picks. None, or several different
 * ones, is a question and not an answer.
 */
export function modelInFile(
  binding: FileBinding,
  at: SourceLocation,
  workload: string,
  sources: ReadonlyMap<string, string>,
  diagnostics: Diagnostic[],
): ServedModel {
  const text = sources.get(binding.file);
  const found = text === undefined ? absent(binding) : pick(binding, text);
  if ('id' in found) {
    const { id, line, column } = found;
    return { choice: { id, origin: 'code', at: { file: binding.file, line, column } } };
  }
  const { code, why, hint } = found;
  const message = `model of ${workload} cannot be read: ${why}`;
  diagnostics.push({ code, severity: 'error', message, at, hint });
  return { choice: { id: unknown(why, { at }), origin: 'code', at } };
}

function absent({ file }: FileBinding): Fault {
  return {
    code: 'binding-unmatched',
    why: `${file} does not exist`,
    hint: 'model: { file: path/from/the/manifest.py }',
  };
}

function pick({ file, written, name, path }: FileBinding, text: string): PlacedModelId | Fault {
  if (path !== undefined) {
    const read = readDataPath(file, text, path);
    if ('value' in read) return { id: read.value, line: read.at.line ?? 1, column: read.at.column ?? 1 };
    const [nearest = 'chat.model'] = read.candidates;
    const why = `${file} ${read.why}`;
    return { code: 'binding-unmatched', why, hint: `model: { file: ${written}, path: ${nearest} }` };
  }
  const all = candidates(file, text);
  const found = name === undefined ? all : pickByName(text, name, all);
  const ids = [...new Set(found.map(({ id }) => id))];
  const [only] = found;
  if (only !== undefined && ids.length === 1) {
    if (found.every(({ prefixUnknown }) => prefixUnknown === undefined)) return only;
    const why = `the profile prefix of ${only.id} in ${file} is put together when the program runs (line ${only.line})`;
    return { code: 'binding-ambiguous', why, hint: `model: global.${only.id}` };
  }
  const lines = (references: readonly PlacedModelId[]) =>
    references
      .slice(0, 4)
      .map(({ id, line }) => `${id} (line ${line})`)
      .join(', ');
  if (only === undefined) {
    const others = all.length === 0 || name === undefined ? '' : `; it has ${lines(all)}`;
    const why = `${file} has no model id in it${name === undefined ? '' : ` that belongs to ${name}`}${others}`;
    return { code: 'binding-unmatched', why, hint: nameHint({ file, written }, text, all) };
  }
  const why = `${file} has ${ids.length} model ids in it${name === undefined ? '' : ` that belong to ${name}`}: ${lines(found)}`;
  return { code: 'binding-ambiguous', why, hint: nameHint({ file, written }, text, found) };
}

/** Where ids are set counts, and not a comment or a list that names others; all of them where none is set. */
function candidates(file: string, text: string): readonly PlacedModelId[] {
  const all = modelReferences(file, text);
  const deciding = all.filter(({ use }) => decidesModel(use));
  return deciding.length > 0 ? deciding : all;
}

/** The line that picks the first of several ids by a name that only it has, else the id itself. */
function nameHint(
  { file, written }: Pick<FileBinding, 'file' | 'written'>,
  text: string,
  references: readonly PlacedModelId[],
): string {
  const [first] = references;
  if (first === undefined) return 'model: global.anthropic.claude-haiku-4-5-20251001-v1:0';
  const all = candidates(file, text);
  for (const name of namesBefore(text, first)) {
    const ids = new Set(pickByName(text, name, all).map(({ id }) => id));
    if (ids.size === 1 && ids.has(first.id)) return `model: { file: ${written}, name: ${name} }`;
  }
  return `model: ${first.id}`;
}
