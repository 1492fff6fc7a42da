/** Model ids of one file with what each is there for: what a diff, a binding and `init` ask of application code. */
import { decidesModel, type ModelUse } from '../model/model-use.ts';
import { withCatalogues } from './catalogues.ts';
import { findModelIds } from './find-model-ids.ts';
import type { FoundModelId, ModelReference } from './found-model-id.ts';
import { surroundings } from './lexical.ts';
import { codeCells } from './notebook.ts';
import { type Language, languageOf } from './scanned-files.ts';
import { type Usage, usageOf } from './usage.ts';

/**
 * Every model id in the text of a file, in order, at most `LIMITS.modelIdsPerFile`. A file of a kind that is not
 * searched in a diff is read as configuration: whoever binds it knows what it is.
 */
export function modelReferences(path: string, text: string): readonly ModelReference[] {
  const found = findModelIds(text);
  if (found.length === 0) return [];
  const language = languageOf(path) ?? 'properties';
  const used = language === 'notebook' ? inNotebook(text, found) : inText(text, language, found);
  const references = withCatalogues(used);
  const whole = useOfFile(path, language);
  return whole === undefined ? references : references.map((reference) => ({ ...reference, use: whole }));
}

/** The ids that decide which model runs. */
export function decidingReferences(path: string, text: string): readonly ModelReference[] {
  return modelReferences(path, text).filter(({ use }) => decidesModel(use));
}

function inText(text: string, language: Language, found: readonly FoundModelId[]): readonly ModelReference[] {
  const around = surroundings(
    text,
    language,
    found.map(({ start }) => start),
  );
  return found.map((id, index) => {
    const usage = usageOf(text, language, id, around[index] ?? { kind: 'code' });
    const isEntry = decidesModel(usage.use) && isKeyedBy(text, found[index - 1], id);
    return withUsage(id, isEntry ? { use: 'catalogue' } : usage);
  });
}

/** `"anthropic.claude-v2": "us.anthropic.claude-v2"`: an entry of a table from ids to ids. */
function isKeyedBy(text: string, key: FoundModelId | undefined, { start }: FoundModelId): boolean {
  return (
    key !== undefined &&
    start - key.end <= LONGEST_BETWEEN &&
    /^["'`]\]?\s{0,20}(?::|=>|=)\s{0,20}["'`]$/.test(text.slice(key.end, start)) &&
    /[{,\s(]["'`]$/.test(text.slice(Math.max(0, key.start - 2), key.start))
  );
}

const LONGEST_BETWEEN = 48;

/** Each code cell is a program of its own; what cells printed or explain is documentation. */
function inNotebook(text: string, found: readonly FoundModelId[]): readonly ModelReference[] {
  const usages = new Map<FoundModelId, Usage>();
  for (const { program, ids } of codeCells(text, found)) {
    const around = surroundings(
      program,
      'script',
      ids.map(({ start }) => start),
    );
    ids.forEach((place, index) => {
      usages.set(place.id, usageOf(program, 'script', place, around[index] ?? { kind: 'code' }));
    });
  }
  return found.map((id) => withUsage(id, usages.get(id) ?? { use: 'documentation' }));
}

function withUsage(id: FoundModelId, { use, name, list }: Usage): ModelReference {
  const item = list === undefined ? {} : { list };
  return name === undefined || name === '' ? { ...id, use, ...item } : { ...id, use, name, ...item };
}

const TESTS =
  /(?:^|\/)(?:tests?|__tests__|testing|spec|specs|e2e|fixtures?|testdata|__mocks__|mocks|cassettes|evals?|results|benchmarks?|redteam)\/|(?:^|\/)(?:test_[^/]*|conftest)\.py$|(?:^|\/)mock[-_.][^/]*$|(?:_test|\.test|\.spec|_spec|-test)\.[a-z]+$|Tests?\.(?:java|kt|cs|swift|scala)$/;

/** What all of a file is there for, by its path. */
function useOfFile(path: string, language: Language): ModelUse | undefined {
  if (language === 'markup') return 'documentation';
  return TESTS.test(path) ? 'test' : undefined;
}
