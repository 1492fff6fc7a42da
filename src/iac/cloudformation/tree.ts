/** The templates among the files of a tree, each parsed once. */
import type { Diagnostic } from '../../model/diagnostic.ts';
import { nodeAt, textOf } from '../document/node.ts';
import { readDocument } from '../document/read-document.ts';
import type { DocumentReading } from '../document/reading.ts';
import type { ParseCache } from '../parse-cache.ts';
import { directoryOf, resolvePath } from '../paths.ts';
import type { TreeWork } from '../terraform/evaluate/budget.ts';
import { looksLikeTemplate, mayBeTemplate } from './detect.ts';
import { isTemplate, NESTED_TYPES, type Template, templateOf } from './template.ts';

/** A file that was parsed: a template where it is one. */
export interface TemplateFile {
  readonly template: Template | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

export class TemplateTree {
  readonly texts: ReadonlyMap<string, string>;
  /** Counts what all templates of the tree cost. */
  readonly work: TreeWork = { steps: 0 };
  readonly #cache: ParseCache;
  readonly #files = new Map<string, TemplateFile>();
  readonly #made = new WeakMap<object, unknown>();

  constructor(texts: ReadonlyMap<string, string>, cache: ParseCache) {
    this.texts = texts;
    this.#cache = cache;
  }

  /** A data file as a tree; `undefined` where there is no such file. */
  document(path: string): DocumentReading | undefined {
    const text = this.texts.get(path);
    return text === undefined ? undefined : this.#cache.parsed(path, text, readDocument);
  }

  /** The template in a file; `undefined` where there is no such file. */
  file(path: string): TemplateFile | undefined {
    const known = this.#files.get(path);
    if (known !== undefined) return known;
    const read = this.document(path);
    if (read === undefined) return undefined;
    const { root, diagnostics } = read;
    const template = root !== undefined && isTemplate(root) ? templateOf(path, root) : undefined;
    const file = { template, diagnostics };
    this.#files.set(path, file);
    return file;
  }

  /** What `make` makes, from an earlier call with the same key. One `make` per key. */
  once<Made>(key: object, make: () => Made): Made {
    if (!this.#made.has(key)) this.#made.set(key, make());
    return this.#made.get(key) as Made;
  }

  /** Templates that no other one nests, and files that look like templates and cannot be parsed; by path. */
  roots(): readonly string[] {
    const found: string[] = [];
    const nested = new Set<string>();
    for (const [path, text] of this.texts) {
      if (!mayBeTemplate(path) || !looksLikeTemplate(text)) continue;
      const file = this.file(path);
      if (file === undefined) continue;
      const isBroken = file.template === undefined && this.document(path)?.root === undefined;
      if (isBroken || file.template !== undefined) found.push(path);
      for (const target of file.template === undefined ? [] : nestedPaths(file.template))
        if (target !== path) nested.add(target);
    }
    return found.filter((path) => !nested.has(path)).sort();
  }
}

function nestedPaths(template: Template): readonly string[] {
  return [...template.resources.values()].flatMap(({ node }) => {
    const property = NESTED_TYPES.get(textOf(nodeAt(node, 'Type')) ?? '');
    const written = property === undefined ? undefined : textOf(nodeAt(node, 'Properties', property));
    return (written === undefined ? undefined : localPath(template, written)) ?? [];
  });
}

/** The path that a template names, as it is before `aws cloudformation package`; `undefined` where it is elsewhere. */
export function localPath(template: Template, written: string): string | undefined {
  if (/^[A-Za-z][A-Za-z0-9+.-]*:/.test(written)) return undefined;
  return resolvePath(directoryOf(template.file), written);
}

/** The tree of these texts. All who ask share it: what a template declares does not depend on who asks. */
export function templateTree(texts: ReadonlyMap<string, string>, cache: ParseCache): TemplateTree {
  return cache.tree(texts, 'cloudformation', () => new TemplateTree(texts, cache));
}
