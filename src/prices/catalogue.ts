/** The model catalogue: which model an id names, as a person or a program writes it. */
import type { Model, ModelAnswer, ModelCatalogue } from '../model/price.ts';
import type { CatalogueFile, ModelEntry } from './catalogue-file.ts';
import { parseModelId, spellingsOf, withoutContextSuffix } from './model-id.ts';
import { nearestNames } from './nearest.ts';

/** So many names are offered in the place of an unknown one. */
const NEAREST = 3;

/** The stored catalogue that ships with this release. The data is loaded on the first call only. */
export async function loadCatalogueFile(): Promise<CatalogueFile> {
  const { default: file } = await import('./data/models.json', { with: { type: 'json' } });
  return file as unknown as CatalogueFile;
}

/** The catalogue that ships with this release. */
export async function loadModelCatalogue(): Promise<ModelCatalogue> {
  return catalogueOf(await loadCatalogueFile());
}

/** The catalogue over a stored file. */
export function catalogueOf(file: CatalogueFile): ModelCatalogue {
  const exact = new Map<string, ModelEntry>();
  for (const model of file.models) {
    for (const id of [model.id, model.key, ...(model.aliases ?? [])]) exact.set(id, model);
  }
  let sloppy: Map<string, Set<ModelEntry>> | undefined;

  function resolve(text: string): ModelAnswer {
    const parsed = parseModelId(text);
    if (parsed.kind === 'opaque') {
      const { what, why } = parsed;
      return {
        kind: 'opaque',
        what,
        why: `this names ${article(what)}; ${why}`,
        hint: 'model: amazon.nova-lite-v1:0',
      };
    }
    if (parsed.kind === 'not-an-id') return { kind: 'unknown', why: parsed.why, nearest: [] };
    const { id, scope, prefix } = parsed;
    const short = withoutContextSuffix(id);
    const found = exact.get(id) ?? exact.get(short) ?? exact.get(short.replace(/:\d+$/, ''));
    const place = prefix === undefined ? { scope } : { scope, prefix };
    if (found !== undefined) return { kind: 'model', model: found, ...place };
    sloppy ??= spellings(file);
    const candidates = [...(sloppy.get(short) ?? [])];
    const [only] = candidates;
    if (only !== undefined && candidates.length === 1) return { kind: 'model', model: only, ...place };
    const full = (model: ModelEntry) => (prefix === undefined ? model.id : `${prefix}.${model.id}`);
    if (only !== undefined) {
      const names = candidates.map(full).sort();
      return {
        kind: 'ambiguous',
        why: `${text.trim()} could be any of ${names.join(', ')}`,
        candidates: names,
      };
    }
    return {
      kind: 'unknown',
      why: `${text.trim()} is not in the model catalogue`,
      nearest: nearest(short).map(full),
    };
  }

  /** Models whose key or id is spelt nearly so, each once. */
  function nearest(id: string): readonly ModelEntry[] {
    const names = new Map(
      file.models.flatMap((model) => [model.key, model.id].map((name) => [name, model] as const)),
    );
    const found = nearestNames(id, [...names.keys()], 2 * NEAREST).flatMap((name) => names.get(name) ?? []);
    return [...new Set(found)].slice(0, NEAREST);
  }

  function familyOf({ family, provider }: Model): readonly Model[] {
    return family === undefined
      ? []
      : file.models.filter((model) => model.family === family && model.provider === provider);
  }

  return { resolve, familyOf };
}

function spellings(file: CatalogueFile): Map<string, Set<ModelEntry>> {
  const all = new Map<string, Set<ModelEntry>>();
  for (const model of file.models) {
    for (const id of [model.id, ...(model.aliases ?? [])]) {
      for (const spelling of spellingsOf(id)) all.set(spelling, (all.get(spelling) ?? new Set()).add(model));
    }
  }
  return all;
}

function article(what: string): string {
  return /^[aeiou]/.test(what) ? `an ${what}` : `a ${what}`;
}
