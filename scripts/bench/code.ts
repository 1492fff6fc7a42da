/** Speed of the search for model ids: over text that holds few, as programs do, and over text that holds many. */
import { findModelIds } from '../../src/code/find-model-ids.ts';
import { modelReferences } from '../../src/code/model-references.ts';
import { generatedProgram } from './generated.ts';

const MEGABYTES = 50;
const FILE = 200_000;

/** Lines of figures: 50 MB in files of 200 kB, a fifth of it, and one file that is full of ids. */
export function benchmarkCode(): readonly string[] {
  const files = Array.from({ length: (MEGABYTES * 1e6) / FILE }, (_, index) => generatedProgram(index, FILE));
  const few = files.slice(0, files.length / 5);
  // Warm: what is asked is how time grows with size.
  search(few, findModelIds);
  const fifth = search(few, findModelIds);
  const all = search(files, findModelIds);
  const used = search(files, (text) => modelReferences('a.py', text));
  const full = '    "us.amazon.nova-lite-v1:0", # anthropic.claude-v2\n'.repeat(20_000);
  const worst = search([full], (text) => modelReferences('a.py', text));
  return [
    `model ids in text         ${all.rate} MB/s over ${MEGABYTES} MB, ${all.found} ids (aim: 100), ${(all.time / fifth.time / 5).toFixed(2)} x the time for each MB of a fifth (aim: 1)`,
    `with their uses           ${used.rate} MB/s, ${worst.rate} MB/s where every line holds two (up to the cap)`,
  ];
}

function search(files: readonly string[], find: (text: string) => readonly unknown[]) {
  let found = 0;
  let time = Number.POSITIVE_INFINITY;
  // The best of three: other programs on the machine only make it slower.
  for (let run = 0; run < 3; run++) {
    const start = performance.now();
    found = files.reduce((sum, text) => sum + find(text).length, 0);
    time = Math.min(time, performance.now() - start);
  }
  const bytes = files.reduce((sum, text) => sum + text.length, 0);
  return { found, time, rate: (bytes / 1e3 / time).toFixed(0) };
}
