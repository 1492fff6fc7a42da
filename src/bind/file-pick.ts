/** How a binding to a file picks one of its model ids, so that no other is meant. */
import type { ModelReference } from '../code/found-model-id.ts';
import { modelReferences } from '../code/model-references.ts';
import { languageOf } from '../code/scanned-files.ts';
import { pathsOf, readDataPath } from '../manifest/data-path.ts';
import type { FilePick } from '../model/model-change.ts';
import { decidesModel } from '../model/model-use.ts';
import { namesOf, pickByName } from './model-by-name.ts';

/**
 * The ids that decide which model runs, and members of a list where nothing else does: a name may pick one of them.
 * What a comment, a text, a comparison, a test or a key of a table names runs nothing.
 */
export function bindableIds(file: string, text: string): readonly ModelReference[] {
  const all = modelReferences(file, text);
  const deciding = all.filter(({ use }) => decidesModel(use));
  if (deciding.length > 0) return deciding;
  return all.filter(
    ({ use, end }) => use === 'catalogue' && !/^["'`]\]?\s{0,9}(?::|=>)/.test(text.slice(end, end + 20)),
  );
}

/**
 * A name, else the file alone where it sets one id only, else a path in JSON or YAML; undefined where nothing tells
 * the id from the others, or where its profile is not known.
 */
export function filePick(file: string, text: string, reference: ModelReference): FilePick | undefined {
  const all = bindableIds(file, text);
  const isOnly = (found: readonly ModelReference[]) =>
    found.length > 0 &&
    found.every(({ id, prefixUnknown }) => id === reference.id && prefixUnknown === undefined);
  const name = namesOf(text.split('\n'), reference).find((candidate) =>
    isOnly(pickByName(text, candidate, all)),
  );
  if (name !== undefined) return { name };
  if (isOnly(all)) return {};
  const path = dataPath(file, text, reference);
  return path === undefined ? undefined : { path };
}

/** The path of the very text in which an id stands, as a binding reads it. */
function dataPath(file: string, text: string, { id, line, column }: ModelReference): string | undefined {
  const language = languageOf(file);
  if ((language !== 'json' && language !== 'yaml') || file.endsWith('.toml')) return undefined;
  return pathsOf(file, text, new Set([id])).find((found) => {
    const read = found.line === line ? readDataPath(file, text, found.path) : undefined;
    if (read === undefined || !('value' in read) || read.value !== id) return false;
    const before = column - (read.at.column ?? 1);
    return before === 0 || before === 1;
  })?.path;
}
