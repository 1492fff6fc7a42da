/** The Terraform files of a tree, by directory, parsed when they are first asked for. */
import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { ParseCache } from '../../parse-cache.ts';
import { directoryOf, nameOf } from '../../paths.ts';
import type { TreeWork } from '../evaluate/budget.ts';
import { type ParsedHcl, parseHcl } from '../hcl/index.ts';
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
    return this.filesIn(directory).some((path) => isConfiguration(path) || isJsonConfiguration(path));
  }

  /** A file, parsed once; `undefined` where there is no such file. */
  parse(path: string): ParsedHcl | undefined {
    const text = this.texts.get(path);
    return text === undefined ? undefined : this.#cache.parsed(path, text, parseHcl);
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
    const unread = this.filesIn(directory).filter(isJsonConfiguration).map(notRead);
    const declarations = { ...made, diagnostics: [...made.diagnostics, ...unread] };
    this.#declarations.set(directory, declarations);
    return declarations;
  }
}

function isConfiguration(path: string): boolean {
  return path.endsWith('.tf') || path.endsWith('.tofu');
}

/** Of `main.tf` and `main.tofu` OpenTofu reads the second only (OpenTofu documentation, "Files and Directories", 1.8). */
function withoutReplaced(paths: readonly string[]): readonly string[] {
  const tofu = new Set(paths.filter((path) => path.endsWith('.tofu')));
  return paths.filter((path) => !path.endsWith('.tf') || !tofu.has(`${path.slice(0, -'.tf'.length)}.tofu`));
}

/** Terraform's JSON syntax, which programs write and this reader does not read. */
function isJsonConfiguration(path: string): boolean {
  return path.endsWith('.tf.json') || path.endsWith('.tofu.json');
}

/** `override.tf` and `*_override.tf`, and the same for OpenTofu, change what the other files declare. */
function isOverride(path: string): boolean {
  const name = nameOf(path);
  return /^(?:.*_)?override\.(?:tf|tofu)$/.test(name);
}

function notRead(file: string): Diagnostic {
  const message = `${file} is in Terraform's JSON syntax, which is not read; what it declares is not priced.`;
  return { code: 'iac-unresolved', severity: 'warning', message, at: { file } };
}
