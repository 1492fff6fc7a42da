/** Model ids that change in the files of a pull request, by the project that each file belongs to. */
import type { ModelReference } from '../code/found-model-id.ts';
import { modelReferences } from '../code/model-references.ts';
import { pairReferences } from '../code/pair-references.ts';
import { wantedByInfrastructure } from '../iac/read.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { LIMITS } from '../model/limits.ts';
import type { CodeChange, NamedModel } from '../model/model-change.ts';
import { decidesModel } from '../model/model-use.ts';
import { acrossFiles } from './across-files.ts';
import type { ChangedFile } from './changed-files.ts';
import { named, projectOf, withPick } from './named-model.ts';
import type { TwoTrees } from './two-trees.ts';

export interface CodeChanges {
  /** Where it is decided which model runs. */
  readonly changes: readonly CodeChange[];
  /** Changes where a model is only named: tests, comments, documentation, policies, lists. */
  readonly lesser: number;
  /** Files that name more models than are looked at. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What the changed files say of models. Manifests are no code: what they say is priced. */
export function codeChanges(files: readonly ChangedFile[], { before, after }: TwoTrees): CodeChanges {
  const directories = new Set(
    [...before.manifests, ...after.manifests].map(({ directory }) => directory).concat('.'),
  );
  const manifests = new Set([
    ...[...before.manifests, ...after.manifests].map(({ file }) => file),
    ...[...before.projects, ...after.projects].flatMap(({ unreadable }) => unreadable ?? []),
  ]);
  const changes: CodeChange[] = [];
  const diagnostics: Diagnostic[] = [];
  let lesser = 0;
  for (const file of files) {
    if (manifests.has(file.path)) continue;
    const project = projectOf(file.path, directories);
    const found = changesOf(file);
    const isInfrastructure = wantedByInfrastructure(file.path);
    changes.push(...found.deciding.map((change) => ({ project, isInfrastructure, ...change })));
    lesser += found.lesser;
    if (found.isCut) diagnostics.push(cutOff(file.path));
  }
  return { changes: acrossFiles(withoutMoved(changes), files), lesser, diagnostics };
}

/** What decides and what only names is paired apart: a comment does not take the place of a setting. */
function changesOf({ path, before = '', after = '' }: ChangedFile): {
  readonly deciding: readonly CodeSides[];
  readonly lesser: number;
  readonly isCut: boolean;
} {
  const old = modelReferences(path, before);
  const current = modelReferences(path, after);
  const [oldDeciding, oldNaming] = split(old, current);
  const [deciding, naming] = split(current, old);
  const pairs = pairReferences(
    { text: before, references: oldDeciding },
    { text: after, references: deciding },
  );
  const lesser = pairReferences({ text: before, references: oldNaming }, { text: after, references: naming });
  const isCut = [old, current].some(({ length }) => length >= LIMITS.modelIdsPerFile);
  // What one side lacks may stand behind the cut.
  const known = isCut ? pairs.filter((pair) => pair.before !== undefined && pair.after !== undefined) : pairs;
  return {
    isCut,
    deciding: known.map((change) => ({
      ...(change.before === undefined ? {} : { before: named(path, change.before) }),
      ...(change.after === undefined ? {} : { after: withPick(path, after, change.after) }),
    })),
    lesser: lesser.length,
  };
}

function cutOff(file: string): Diagnostic {
  return {
    code: 'limit-exceeded',
    severity: 'notice',
    message: `The file names ${LIMITS.modelIdsPerFile} models or more; changes behind them, and models that came or went, were not looked at.`,
    at: { file },
  };
}

/** Those that decide which model runs, and the others. A list that grew may be one on one side only. */
function split(
  references: readonly ModelReference[],
  others: readonly ModelReference[],
): readonly [readonly ModelReference[], readonly ModelReference[]] {
  const key = ({ id, name }: ModelReference) => JSON.stringify([id, name]);
  const listed = new Set(others.filter(({ use }) => use === 'catalogue').map(key));
  const decides = (reference: ModelReference) => decidesModel(reference.use) && !listed.has(key(reference));
  return [references.filter(decides), references.filter((reference) => !decides(reference))];
}

type CodeSides = Pick<CodeChange, 'before' | 'after'>;

/** What went from one file and came in another of the same project has moved. */
function withoutMoved(changes: readonly CodeChange[]): readonly CodeChange[] {
  const key = (project: string, { id, prefixUnknown }: NamedModel) =>
    JSON.stringify([project, id, prefixUnknown === true]);
  const count = (side: 'before' | 'after', other: 'before' | 'after') => {
    const counts = new Map<string, number>();
    for (const change of changes) {
      const model = change[side];
      if (model === undefined || change[other] !== undefined) continue;
      const name = key(change.project, model);
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    return counts;
  };
  const gone = count('before', 'after');
  const come = count('after', 'before');
  const moved = new Map([...gone].map(([name, times]) => [name, Math.min(times, come.get(name) ?? 0)]));
  const left = { before: new Map(moved), after: new Map(moved) };
  return changes.filter((change) => {
    if (change.before !== undefined && change.after !== undefined) return true;
    const side = change.before === undefined ? 'after' : 'before';
    const model = change[side];
    if (model === undefined) return false;
    const name = key(change.project, model);
    const rest = left[side].get(name) ?? 0;
    if (rest === 0) return true;
    left[side].set(name, rest - 1);
    return false;
  });
}
