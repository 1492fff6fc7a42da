/** The Terraform files of a tree, by directory, parsed when they are first asked for. */
import type { ParseCache } from '../../parse-cache.ts';
import { directoryOf, nameOf } from '../../paths.ts';
import type { TreeWork } from '../evaluate/budget.ts';
import { type ParsedHcl, parseHcl } from '../hcl/index.ts';
import { parseJsonSyntax } from '../json/parse.ts';
import { type Declarations, declarationsOf } from './declarations.ts';

/** The Terraform files among the texts of a tree. */
export class TerraformTree {
  /** Steps that the roots of this tree took so far. */
  readonly work: TreeWork = { steps: 0 };
  readonly texts: ReadonlyMap<string, string>;
  readonly #cache: ParseCache;
  readonly #directories = new Map<string, string[]>();
  readonly #declarations = new Map<string, Declarations>();

  constructor(texts: ReadonlyMap<string, string>, cache: ParseCache) {
    this.texts = texts;
    this.#cache = cache;
    for (const path of [...texts.keys()].sort()) {
      const directory = directoryOf(path);
      const files = this.#directories.get(directory);
      if (files === undefined) this.#directories.set(directory, [path]);
      else files.push(path);
    }
  }

  /** Directories that hold any file, sorted by the first of their files. */
  get directories(): readonly string[] {
    return [...this.#directories.keys()];
  }

  /** The files of one directory, sorted; not those of the directories in it. */
  filesIn(directory: string): readonly string[] {
    return this.#directories.get(directory) ?? [];
  }

  /** Whether a directory holds configuration. */
  isModule(directory: string): boolean {
    return this.filesIn(directory).some(isConfiguration);
  }

  /** A file, parsed once; `undefined` where there is no such file. */
  parse(path: string): ParsedHcl | undefined {
    const text = this.texts.get(path);
    const parse = path.endsWith('.json') ? parseJsonSyntax : parseHcl;
    return text === undefined ? undefined : this.#cache.parsed(path, text, parse);
  }

  /** What the files of a directory declare together. */
  declarations(directory: string): Declarations {
    const known = this.#declarations.get(directory);
    if (known !== undefined) return known;
    const paths = withoutReplaced(this.filesIn(directory).filter(isConfiguration));
    const parsed = (chosen: readonly string[]) =>
      chosen.map((path) => this.parse(path)).filter((file) => file !== undefined);
    const made = declarationsOf(
      parsed(paths.filter((path) => !isOverride(path))),
      parsed(paths.filter(isOverride)),
    );
    this.#declarations.set(directory, made);
    return made;
  }
}

/** The native syntax, or the JSON syntax that programs write. */
function isConfiguration(path: string): boolean {
  return /\.(?:tf|tofu)(?:\.json)?$/.test(path);
}

/** Of `main.tf` and `main.tofu` OpenTofu reads the second only (OpenTofu documentation, "Files and Directories", 1.8). */
function withoutReplaced(paths: readonly string[]): readonly string[] {
  const present = new Set(paths);
  return paths.filter(
    (path) => !present.has(path.replace(/\.tf(\.json)?$/, '.tofu$1')) || /\.tofu(?:\.json)?$/.test(path),
  );
}

/** `override.tf` and `*_override.tf`, and the same for OpenTofu and JSON, change what the other files declare. */
function isOverride(path: string): boolean {
  return /^(?:.*_)?override\.(?:tf|tofu)(?:\.json)?$/.test(nameOf(path));
}
