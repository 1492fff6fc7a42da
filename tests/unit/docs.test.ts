/** The documents say what the code does. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FEATURES } from '../../src/estimate/features/registry.ts';
import { DIAGNOSTIC_CODES } from '../../src/model/diagnostic.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

describe('documents', () => {
  test('every diagnostic code has its row, in the words of the code', () => {
    const rows = Object.entries(DIAGNOSTIC_CODES).map(([code, meaning]) => `| \`${code}\` | ${meaning} |`);
    const document = read('docs/diagnostics.md');
    expect(rows.filter((row) => !document.includes(row))).toEqual([]);
    expect(document.match(/^\| `/gm)).toHaveLength(rows.length);
  });

  test('every feature has its row', () => {
    const document = read('docs/features.md');
    expect(FEATURES.map(({ id }) => id).filter((id) => !document.includes(`\`${id}\``))).toEqual([]);
  });

  test('every runtime dependency has its sentence', () => {
    const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> };
    const document = read('CONTRIBUTING.md');
    expect(Object.keys(dependencies).filter((name) => !document.includes(`- \`${name}\`: `))).toEqual([]);
    expect(Object.values(dependencies).filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  test('every link between the documents leads somewhere', () => {
    const documents = [
      'README.md',
      'CONTRIBUTING.md',
      'SECURITY.md',
      ...readdirSync(join(ROOT, 'docs'))
        .filter((name) => name.endsWith('.md'))
        .map((name) => `docs/${name}`),
    ];
    const broken = documents.flatMap((document) => {
      const directory = join(ROOT, document, '..');
      return [...read(document).matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)]
        .map((match) => match[1] ?? '')
        .filter((target) => {
          try {
            readFileSync(join(directory, target));
            return false;
          } catch (error) {
            return (error as NodeJS.ErrnoException).code !== 'EISDIR';
          }
        })
        .map((target) => `${document} -> ${target}`);
    });
    expect(broken).toEqual([]);
  });
});
