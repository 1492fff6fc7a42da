/**
 * What people see, whole, for every case: the comment, the report, and the terminal. Run with UPDATE_GOLDEN=1 to
 * write what is seen now; then read every changed file before it is committed.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compare } from '../../src/compare.ts';
import { renderAnnotations } from '../../src/render/annotations.ts';
import { renderComment } from '../../src/render/comment.ts';
import { renderJson } from '../../src/render/json.ts';
import { renderTerminal } from '../../src/render/terminal.ts';
import { openDirectory } from '../../src/snapshot/directory.ts';

const HERE = import.meta.dirname;
const EXAMPLES = resolve(HERE, '../../examples');

interface GoldenCase {
  readonly name: string;
  readonly base: string;
  readonly head: string;
}

function folders(directory: string): readonly string[] {
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(directory, entry.name, 'base')))
    .map((entry) => entry.name)
    .sort();
}

const CASES: readonly GoldenCase[] = [
  ...folders(EXAMPLES).map((name) => ({ name, base: join(EXAMPLES, name, 'base'), head: join(EXAMPLES, name, 'head') })),
  // And back: what the pull request that undoes the first example says.
  { name: 'rag-chatbot-back', base: join(EXAMPLES, 'rag-chatbot/head'), head: join(EXAMPLES, 'rag-chatbot/base') },
  ...folders(HERE).map((name) => ({ name, base: join(HERE, name, 'base'), head: join(HERE, name, 'head') })),
];

/** Each remark with its place, as a reviewer finds it in the files of the pull request. */
function annotationLines(report: Awaited<ReturnType<typeof compare>>): string {
  return renderAnnotations(report)
    .map(({ level, title, message, file, line }) => {
      const place = file === undefined ? 'the run' : line === undefined ? file : `${file}:${line}`;
      return `${level} at ${place}: ${title}\n${message.replaceAll(/^/gm, '  ')}\n`;
    })
    .join('\n');
}

describe.each(CASES)('$name', ({ name, base, head }) => {
  const report = async () =>
    compare(await openDirectory(base, { name: 'base' }), await openDirectory(head, { name: 'head' }));

  test.each([
    ['comment.md', renderComment],
    ['report.json', renderJson],
    ['annotations.txt', annotationLines],
    ['terminal.txt', (made: Awaited<ReturnType<typeof report>>) => renderTerminal(made, { color: false, width: 100, details: true })],
  ])('%s', async (file, render) => {
    const seen = render(await report());
    const path = join(HERE, name, 'expected', file);
    if (process.env['UPDATE_GOLDEN'] === '1') {
      mkdirSync(join(HERE, name, 'expected'), { recursive: true });
      writeFileSync(path, seen);
    }
    expect(seen).toBe(readFileSync(path, 'utf8'));
  });
});
