/**
 * Speed as ratios within one run, since machines differ and are noisy: `npm run bench`.
 *
 * Nothing here fails a build; the figures are for whoever changes something.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compare } from '../../src/compare.ts';
import { readInfrastructure } from '../../src/iac/read.ts';
import { parseHcl } from '../../src/iac/terraform/hcl/index.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { openDirectory } from '../../src/snapshot/directory.ts';
import { benchmarkCauses } from './causes.ts';
import { benchmarkTemplates } from './cloudformation.ts';
import { benchmarkCode } from './code.ts';
import { generatedEstate, generatedTerraform, generatedWorkloads } from './generated.ts';
import { benchmarkPrices } from './prices.ts';

const CLI = join(import.meta.dirname, '../../dist/cli/index.js');
const EXAMPLE = join(import.meta.dirname, '../../examples/rag-chatbot');

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function milliseconds(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Node alone, a diff of two directories and one of two commits in turn, so that all see the same noise. */
function coldStart(): void {
  const repository = mkdtempSync(join(tmpdir(), 'bedrock-cost-bench-'));
  try {
    commit(repository, 'base');
    commit(repository, 'head');
    const empty: number[] = [];
    const directories: number[] = [];
    const commits: number[] = [];
    for (let run = 0; run < 15; run++) {
      empty.push(milliseconds(() => execFileSync(process.execPath, ['-e', '0'])));
      directories.push(milliseconds(() => diffOf(EXAMPLE, 'base', 'head')));
      commits.push(milliseconds(() => diffOf(repository, 'HEAD~1', 'HEAD')));
    }
    const ratio = median(directories.map((value, index) => value / (empty[index] ?? 1)));
    say(
      `cold diff of an example   ${median(directories).toFixed(0)} ms = ${ratio.toFixed(1)} x starting Node (aim: 3)`,
    );
    const more = median(commits.map((value, index) => value / (directories[index] ?? 1)));
    say(`the same of two commits   ${median(commits).toFixed(0)} ms = ${more.toFixed(1)} x that`);
  } finally {
    rmSync(repository, { recursive: true });
  }
}

function diffOf(directory: string, base: string, head: string): void {
  const { status, stderr } = spawnSync(process.execPath, [CLI, 'diff', base, head], { cwd: directory });
  if (status !== 0) throw new Error(`the diff ended with ${status}: ${stderr}`);
}

/** Commits one side of the example. */
function commit(repository: string, side: string): void {
  cpSync(join(EXAMPLE, side), repository, { recursive: true });
  const identity = [
    '-c',
    'user.name=bench',
    '-c',
    'user.email=bench@example.com',
    '-c',
    'commit.gpgsign=false',
  ];
  execFileSync('git', ['init', '--quiet'], { cwd: repository });
  execFileSync('git', ['add', '--all'], { cwd: repository });
  execFileSync('git', [...identity, 'commit', '--quiet', '--message', side], { cwd: repository });
}

function hclParsing(): void {
  const text = generatedTerraform(20_000);
  const megabytes = Buffer.byteLength(text) / 1e6;
  const first = milliseconds(() => parseHcl('main.tf', text));
  const warm = median(Array.from({ length: 5 }, () => milliseconds(() => parseHcl('main.tf', text))));
  say(
    `HCL parsing               ${((megabytes / first) * 1000).toFixed(0)} MB/s first, ${((megabytes / warm) * 1000).toFixed(0)} MB/s warm (aim: 15 first)`,
  );
}

/** One root of many modules, from texts to resources; the first run is what a user waits for. */
function estates(): void {
  const spent = [100, 1_000].map((modules) => {
    const files = generatedEstate(modules);
    let resources = 0;
    const run = () => {
      resources = readInfrastructure(files, [{ directory: '.' }]).resources.length;
    };
    const first = milliseconds(run);
    const best = Math.min(first, ...Array.from({ length: 2 }, () => milliseconds(run)));
    const megabytes = process.memoryUsage().rss / 1e6;
    say(
      `${String(modules).padStart(6)} modules            ${first.toFixed(0)} ms first, ${best.toFixed(0)} ms best, ${resources} resources, ${megabytes.toFixed(0)} MB (aim for 1,000: 2,000 ms, 500 MB)`,
    );
    return best / modules;
  });
  const [few = 1, many = 1] = spent;
  say(`growth per module         ${(many / few).toFixed(2)} x from 100 to 1,000 (aim: at most 1.2)`);
}

/** The whole comparison of an estate with itself, with the same resources on both sides. */
async function comparedEstate(): Promise<void> {
  const files = generatedEstate(100);
  const snapshot: Snapshot = {
    revision: 'estate',
    files: [...files].map(([path, text]) => ({ path, bytes: Buffer.byteLength(text) })),
    diagnostics: [],
    read: async (paths) => new Map(paths.map((path) => [path, files.get(path) ?? ''])),
  };
  const start = performance.now();
  const { diff } = await compare(snapshot, snapshot);
  say(
    `comparison of 100 modules ${(performance.now() - start).toFixed(0)} ms, ${diff.charges.length} charges`,
  );
}

async function workloads(): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'bedrock-cost-bench-'));
  try {
    // Warm: what is asked here is how cost grows, not what a cold start costs.
    await timeWorkloads(directory, 2_000);
    const perWorkload: number[] = [];
    for (const count of [1_000, 10_000]) {
      const spent = await timeWorkloads(directory, count);
      perWorkload.push(spent / count);
      say(
        `${String(count).padStart(6)} workloads          ${spent.toFixed(0)} ms, ${((spent / count) * 1000).toFixed(0)} µs each`,
      );
    }
    const [few = 1, many = 1] = perWorkload;
    say(`growth per workload       ${(many / few).toFixed(2)} x from 1,000 to 10,000 (aim: at most 1.1)`);
  } finally {
    rmSync(directory, { recursive: true });
  }
}

/** The best of three whole comparisons, from reading the manifests to the report. */
async function timeWorkloads(directory: string, count: number): Promise<number> {
  const trees = ['base', 'head'].map((side) => join(directory, `${side}-${count}`));
  for (const [index, tree] of trees.entries()) {
    mkdirSync(tree, { recursive: true });
    // A manifest is read up to its cap, so many workloads stand in many manifests.
    for (let from = 0; from < count; from += 500) {
      const part = join(tree, `service-${from}`);
      mkdirSync(part, { recursive: true });
      writeFileSync(join(part, 'bedrock-cost.yml'), generatedWorkloads(Math.min(500, count - from), index));
    }
  }
  const spent: number[] = [];
  for (let run = 0; run < 3; run++) {
    const start = performance.now();
    await compare(await openDirectory(trees[0] ?? ''), await openDirectory(trees[1] ?? ''));
    spent.push(performance.now() - start);
  }
  return Math.min(...spent);
}

say(`Node ${process.version}`);
coldStart();
estates();
await comparedEstate();
hclParsing();
for (const line of benchmarkTemplates()) say(line);
await workloads();
for (const line of await benchmarkCauses()) say(line);
for (const line of benchmarkCode()) say(line);
for (const line of await benchmarkPrices()) say(line);
