/** Remembers what files were parsed to, so that a file that two trees or two roots share is parsed once. */

/** A pure memo: with or without it, every answer is the same. */
export class ParseCache {
  readonly #trees = new WeakMap<ReadonlyMap<string, string>, Map<string, unknown>>();
  readonly #files = new Map<string, { readonly text: string; readonly parsed: unknown }[]>();

  /** What `parse` makes of the file, from an earlier call where path and text are the same. One `parse` per path. */
  parsed<Parsed>(path: string, text: string, parse: (path: string, text: string) => Parsed): Parsed {
    const versions = this.#files.get(path) ?? [];
    const found = versions.find((version) => version.text === text);
    if (found !== undefined) return found.parsed as Parsed;
    const parsed = parse(path, text);
    versions.push({ text, parsed });
    this.#files.set(path, versions);
    return parsed;
  }

  /** What `make` makes of a whole set of texts, from an earlier call with the same set. One `make` per set and `format`. */
  tree<Tree>(texts: ReadonlyMap<string, string>, format: string, make: () => Tree): Tree {
    const trees = this.#trees.get(texts) ?? new Map<string, unknown>();
    this.#trees.set(texts, trees);
    if (!trees.has(format)) trees.set(format, make());
    return trees.get(format) as Tree;
  }
}
