/** Which files may hold a model id that someone wrote: known by their path and size alone. */
import { LIMITS } from '../model/limits.ts';

/** The kinds of text that differ in how they write comments and strings. */
export type Language =
  | 'c-like'
  | 'script'
  | 'shell'
  | 'yaml'
  | 'hcl'
  | 'json'
  | 'properties'
  | 'markup'
  | 'notebook';

const EXTENSIONS: ReadonlyMap<string, Language> = new Map(
  (
    [
      ['c-like', 'ts tsx mts cts js jsx mjs cjs java kt kts go cs rs scala swift dart groovy php vue svelte'],
      ['script', 'py pyi rb r jl ex exs'],
      ['shell', 'sh bash zsh ps1'],
      ['yaml', 'yaml yml toml'],
      ['hcl', 'tf tfvars hcl tofu'],
      ['json', 'json jsonc json5'],
      ['properties', 'env properties ini cfg conf'],
      ['markup', 'md mdx rst adoc txt html'],
      ['notebook', 'ipynb'],
    ] as const
  ).flatMap(([language, endings]) => endings.split(' ').map((ending) => [ending, language] as const)),
);

const NAMES: ReadonlyMap<string, Language> = new Map([
  ['dockerfile', 'shell'],
  ['makefile', 'shell'],
  ['procfile', 'shell'],
  ['justfile', 'shell'],
]);

/** Folders of what others wrote, or what a build made. */
const FOREIGN =
  /(?:^|\/)(?:node_modules|vendor|third[_-]party|bower_components|site-packages|\.venv|venv|dist|build|out|target|cdk\.out[^/]*|\.terraform|\.next|\.nuxt|\.serverless|\.aws-sam|coverage|__pycache__|\.git|\.yarn)\//;
const MADE =
  /(?:\.min\.(?:js|css|mjs)|\.bundle\.js|-lock\.json|[-.]lock\.ya?ml|\.lock|\.map|\.d\.ts|\.snap|\.tfstate|npm-shrinkwrap\.json|pnpm-lock\.yaml|go\.sum)$/;

/** The language of a file that may name a model, by its path; undefined for all others. */
export function languageOf(path: string): Language | undefined {
  if (FOREIGN.test(path) || MADE.test(path)) return undefined;
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  // `.env`, `.env.example`, `prod.env`
  if (name === '.env' || name.startsWith('.env.')) return 'properties';
  const dot = name.lastIndexOf('.');
  const byName = NAMES.get(dot > 0 ? name.slice(0, dot) : name);
  if (byName !== undefined) return byName;
  return dot < 0 ? undefined : EXTENSIONS.get(name.slice(dot + 1));
}

/** Whether a file is searched for model ids. */
export function mayHoldModelIds({ path, bytes }: { readonly path: string; readonly bytes: number }): boolean {
  const language = languageOf(path);
  if (language === undefined) return false;
  return bytes <= (language === 'notebook' ? LIMITS.notebookBytes : LIMITS.codeFileBytes);
}
