/**
 * Builds dist/: the action and the command line as one file each, which run on a bare Node.
 *
 * TypeScript first, ncc after: ncc's own TypeScript loader does not know TypeScript 7. The bundles are neither
 * minified nor mapped, so that a reviewer can read them; the same sources give the same bytes on every machine.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const BUNDLES = [
  { entry: 'action.js', directory: 'action' },
  { entry: 'cli.js', directory: 'cli' },
];

function run(program: string, ...parameters: readonly string[]): void {
  const script = join(ROOT, 'node_modules', program);
  execFileSync(process.execPath, [script, ...parameters], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** JSON modules are not emitted where they are only imported lazily. */
function copyData(from: string, to: string): void {
  for (const name of readdirSync(from)) {
    const source = join(from, name);
    if (statSync(source).isDirectory()) copyData(source, join(to, name));
    else if (name.endsWith('.json')) {
      mkdirSync(to, { recursive: true });
      cpSync(source, join(to, name));
    }
  }
}

/**
 * Characters beyond ASCII as escapes, which mean the same in texts, templates and regular expressions. One such
 * character is enough for Node to keep the whole bundle in two bytes a character: decoding takes longer, and the heap
 * begins with twice the source.
 */
function inAscii(text: string): string {
  if (/\\[^\0-\x7f]/.test(text)) throw new Error('a backslash stands before what is to be escaped');
  return text.replaceAll(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function build(): void {
  rmSync(join(ROOT, 'build'), { recursive: true, force: true });
  run('typescript/bin/tsc', '-p', 'tsconfig.json');
  copyData(join(ROOT, 'src'), join(ROOT, 'build'));
  const output = join(ROOT, process.argv[2] ?? 'dist');
  for (const { entry, directory } of BUNDLES) {
    const target = join(output, directory);
    rmSync(target, { recursive: true, force: true });
    run(
      '@vercel/ncc/dist/ncc/cli.js',
      'build',
      join('build', entry),
      '-o',
      target,
      '--license',
      'licenses.txt',
    );
    for (const name of readdirSync(target)) {
      const file = join(target, name);
      if (!name.endsWith('.js')) continue;
      const text = readFileSync(file, 'utf8');
      if (text.includes(ROOT)) throw new Error(`${file} holds a path of this machine`);
      writeFileSync(file, inAscii(text.replaceAll('\r\n', '\n')));
    }
  }
}

build();
