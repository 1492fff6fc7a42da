/** The modules of src/ and what each imports, read as text: no module is loaded. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

export const SOURCE = resolve(import.meta.dirname, '../../src');

export interface Module {
  /** Relative to src/, with forward slashes. */
  readonly path: string;
  readonly text: string;
  /** Modules of src/ that it imports. */
  readonly own: readonly string[];
  /** Packages and built-in modules that it imports. */
  readonly outside: readonly string[];
}

export function modules(): readonly Module[] {
  return readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => name.replaceAll('\\', '/'))
    .sort()
    .map(readModule);
}

function readModule(path: string): Module {
  const file = join(SOURCE, path);
  const text = readFileSync(file, 'utf8');
  const specifiers = [
    ...text.matchAll(/^(?:import|export)\b[^;]*?\bfrom\s+'([^']+)'/gm),
    ...text.matchAll(/\bimport\(\s*'([^']+)'/g),
    ...text.matchAll(/^import\s+'([^']+)'/gm),
  ].map((match) => match[1] ?? '');
  const own = specifiers
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => relative(SOURCE, resolve(dirname(file), specifier)).replaceAll('\\', '/'));
  return { path, text, own, outside: specifiers.filter((specifier) => !specifier.startsWith('.')) };
}

/** The first folder of a path, or the file itself at the top. */
export function folderOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.indexOf('/')) : path;
}
