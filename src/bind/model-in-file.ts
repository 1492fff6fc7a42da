import type { ModelReference, PlacedModelId } from '../code/found-model-id.ts';
import { modelReferences } from '../code/model-references.ts';
import { readDataPath } from '../manifest/data-path.ts';
import type { ModelBinding } from '../manifest/manifest.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { decidesModel, type ModelUse } from '../model/model-use.ts';
import type { SourceLocation } from '../model/source-location.ts';
import { unknown } from '../model/value.ts';
import { namesOf, pickByName } from './model-by-name.ts';
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

/** What is to be written where the tree has no id to offer. */
const WRITE_ID = 'under `model`, the model id that the call is given, or the file that sets it';

function absent({ file }: FileBinding): Fault {
  return { code: 'binding-unmatched', why: `${file} does not exist`, hint: WRITE_ID };
}

function pick(binding: FileBinding, text: string): PlacedModelId | Fault {
  const { file, written, name, path } = binding;
  if (path !== undefined) {
    const read = readDataPath(file, text, path);
    if ('value' in read) return { id: read.value, line: read.at.line ?? 1, column: read.at.column ?? 1 };
    const [nearest] = read.candidates;
    const hint = nearest === undefined ? WRITE_ID : `model: { file: ${written}, path: ${nearest} }`;
    return { code: 'binding-unmatched', why: `${file} ${read.why}`, hint };
  }
  const all = candidates(file, text);
  const found = name === undefined ? all : pickByName(text, name, all);
  const ids = [...new Set(found.map(({ id }) => id))];
  const [only] = found;
  if (only === undefined) return unmatched(binding, text, all);
  if (ids.length > 1) {
    const why = `${file} has ${ids.length} model ids in it${name === undefined ? '' : ` that belong to ${name}`}: ${listed(found)}`;
    return { code: 'binding-ambiguous', why, hint: pickingLine(binding, text, found) };
  }
  if (found.every(({ prefixUnknown }) => prefixUnknown === undefined)) return only;
  const why = `the profile prefix of ${only.id} in ${file} is put together when the program runs (line ${only.line})`;
  return { code: 'binding-ambiguous', why, hint: `model: global.${only.id}` };
}

function unmatched(binding: FileBinding, text: string, all: readonly ModelReference[]): Fault {
  const { file, name } = binding;
  const code = 'binding-unmatched';
  const why = `${file} has no model id in it${name === undefined ? '' : ` that belongs to ${name}`}`;
  if (all.length > 0)
    return { code, why: `${why}; it has ${listed(all)}`, hint: pickingLine(binding, text, all) };
  const others = modelReferences(file, text);
  if (others.length === 0) return { code, why, hint: WRITE_ID };
  const only = `; what it names is ${others
    .slice(0, LISTED)
    .map(({ id, line, use }) => `${id} (line ${line}, ${PLACE[use] ?? use})`)
    .join(', ')}`;
  return {
    code,
    why: `${file} sets no model id${name === undefined ? '' : ` for ${name}`}${only}`,
    hint: WRITE_ID,
  };
}

const LISTED = 4;

/** Places of ids that decide nothing, in words. */
const PLACE: Readonly<Partial<Record<ModelUse, string>>> = {
  comparison: 'compared with',
  catalogue: 'a key of a table',
  'allowed-values': 'a value that is allowed',
  permission: 'in a policy',
  test: 'in a test',
  comment: 'in a comment or a text',
  documentation: 'in documentation',
};

function listed(references: readonly PlacedModelId[]): string {
  return references
    .slice(0, LISTED)
    .map(({ id, line }) => `${id} (line ${line})`)
    .join(', ');
}

/**
 * The ids that decide which model runs, and members of a list where nothing else does: a name may pick one of them.
 * What a comment, a text, a comparison, a test or a key of a table names runs nothing.
 */
function candidates(file: string, text: string): readonly ModelReference[] {
  const all = modelReferences(file, text);
  const deciding = all.filter(({ use }) => decidesModel(use));
  if (deciding.length > 0) return deciding;
  return all.filter(
    ({ use, end }) => use === 'catalogue' && !/^["'`]\s{0,9}(?::|=>)/.test(text.slice(end, end + 20)),
  );
}

/** The line that picks the first of several ids by a name that only it has, else the id itself. */
function pickingLine(
  { file, written }: FileBinding,
  text: string,
  references: readonly ModelReference[],
): string {
  const [first] = references;
  if (first === undefined) return WRITE_ID;
  const name = pickingName(file, text, first);
  return name === undefined ? `model: ${first.id}` : `model: { file: ${written}, name: ${name} }`;
}

/** A name by which a binding to the file finds this id and no other; undefined where none tells them apart. */
export function pickingName(file: string, text: string, reference: ModelReference): string | undefined {
  const all = candidates(file, text);
  return namesOf(text, reference).find((name) => {
    const ids = new Set(pickByName(text, name, all).map(({ id }) => id));
    return ids.size === 1 && ids.has(reference.id);
  });
}
