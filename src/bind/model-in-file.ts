import type { ModelReference, PlacedModelId } from '../code/found-model-id.ts';
import { modelReferences } from '../code/model-references.ts';
import { pathsOf, readDataPath } from '../manifest/data-path.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { ModelUse } from '../model/model-use.ts';
import type { SourceLocation } from '../model/source-location.ts';
import { unknown } from '../model/value.ts';
import { bindableIds, filePick } from './file-pick.ts';
import type { ResourceGraph } from './graph.ts';
import { pickByName } from './model-by-name.ts';
import type { ServedModel } from './model-choice.ts';
import {
  deployedInstead,
  type Fault,
  type FileBinding,
  fromOutside,
  overridden,
  type Picked,
} from './model-from-outside.ts';

/**
 * The one model id in a source file, or the one that a name or a path in the file picks. What the file takes from
 * outside (a variable, a parameter of the Parameter Store) is followed to the infrastructure code that sets it, and
 * so is a variable for which the file has a default. None, or several different ones, is a question and not an answer.
 */
export function modelInFile(
  binding: FileBinding,
  at: SourceLocation,
  workload: string,
  sources: ReadonlyMap<string, string>,
  graph: ResourceGraph,
  diagnostics: Diagnostic[],
): ServedModel {
  const text = sources.get(binding.file);
  const found = text === undefined ? absent(binding) : pick(binding, text, graph);
  if ('served' in found) {
    const { served, overrides } = found;
    if (overrides !== undefined)
      diagnostics.push(overridden(binding.file, overrides, served, graph, workload, at));
    return served;
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

function pick(binding: FileBinding, text: string, graph: ResourceGraph): Picked | Fault {
  const { file, written, name, path } = binding;
  if (path !== undefined) {
    const read = readDataPath(file, text, path);
    if ('value' in read) return setHere(file, { id: read.value, line: read.at.line, column: read.at.column });
    const nearest = modelPath(file, text, path, read.candidates);
    const hint = nearest === undefined ? WRITE_ID : `model: { file: ${written}, path: ${inYaml(nearest)} }`;
    return { code: 'binding-unmatched', why: `${file} ${read.why}`, hint };
  }
  const all = bindableIds(file, text);
  const found = name === undefined ? all : pickByName(text, name, all);
  const ids = [...new Set(found.map(({ id }) => id))];
  const [only] = found;
  if (only === undefined) return fromOutside(binding, text, graph) ?? unmatched(binding, text, all);
  if (ids.length > 1) {
    const why = `${file} has ${ids.length} model ids in it${name === undefined ? '' : ` that belong to ${name}`}: ${listed(found)}`;
    return { code: 'binding-ambiguous', why, hint: pickingLine(binding, text, found) };
  }
  if (found.some(({ prefixUnknown }) => prefixUnknown !== undefined)) {
    const why = `the profile prefix of ${only.id} in ${file} is put together when the program runs (line ${only.line})`;
    return { code: 'binding-ambiguous', why, hint: `model: global.${only.id}` };
  }
  return deployedInstead(file, found, graph) ?? setHere(file, only);
}

function setHere(
  file: string,
  {
    id,
    line = 1,
    column = 1,
  }: { readonly id: string; readonly line?: number | undefined; readonly column?: number | undefined },
): Picked {
  return { served: { choice: { id, origin: 'code', at: { file, line, column } } } };
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

/** The line that picks the first of several ids where one does, else the id itself. */
function pickingLine(
  { file, written }: FileBinding,
  text: string,
  [first]: readonly ModelReference[],
): string {
  if (first === undefined) return WRITE_ID;
  const pick = filePick(file, text, first);
  if (pick === undefined) return `model: ${first.id}`;
  const { name, path } = pick;
  const how = name !== undefined ? `, name: ${name}` : path !== undefined ? `, path: ${inYaml(path)}` : '';
  return `model: { file: ${written}${how} }`;
}

/** The path of a model id that is nearest to the one that was asked for: with its last key, if there is one. */
function modelPath(file: string, text: string, asked: string, others: readonly string[]): string | undefined {
  const [rewritten] = others;
  if (/[$[]/.test(asked) && rewritten !== undefined && others.length === 1) return rewritten;
  const ids = new Set(bindableIds(file, text).map(({ id }) => id));
  const paths = pathsOf(file, text, ids).map(({ path }) => path);
  const last = asked.slice(asked.lastIndexOf('.') + 1);
  return paths.find((path) => path.endsWith(`.${last}`) || path === last) ?? paths[0];
}

function inYaml(path: string): string {
  return /^[A-Za-z_][\w./-]*$/.test(path) ? path : JSON.stringify(path);
}
