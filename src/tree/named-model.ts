/** A model id of a file, as reports name it, and the project that the file belongs to. */
import { filePick } from '../bind/file-pick.ts';
import type { ModelReference } from '../code/found-model-id.ts';
import { directoryOf } from '../manifest/paths.ts';
import type { NamedModel } from '../model/model-change.ts';

/** With how a binding to the file finds it. */
export function withPick(file: string, text: string, reference: ModelReference): NamedModel {
  const pick = filePick(file, text, reference);
  const model = named(file, reference);
  return pick === undefined ? model : { ...model, pick };
}

export function named(file: string, reference: ModelReference): NamedModel {
  const { id, use, name, line, column, prefixUnknown } = reference;
  return {
    id,
    use,
    at: { file, line, column },
    ...(name === undefined ? {} : { name }),
    ...(prefixUnknown === undefined ? {} : { prefixUnknown }),
  };
}

/** The nearest of the directories above a file; the root, `.`, has to be one of them. */
export function projectOf(path: string, directories: ReadonlySet<string>): string {
  let directory = directoryOf(path);
  while (!directories.has(directory)) directory = directoryOf(directory);
  return directory;
}
