/** A pull request in a real repository, a GitHub beside it, and the action run in between, in this process. */
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, onTestFinished } from 'vitest';
import { compare } from '../../src/compare.ts';
import { createClient } from '../../src/github/client.ts';
import { createJob } from '../../src/github/job.ts';
import type { Annotation, Log } from '../../src/github/log.ts';
import type { Ports, RunContext } from '../../src/github/ports.ts';
import { createReader } from '../../src/github/reader.ts';
import { run } from '../../src/github/run.ts';
import { RENDER } from '../../src/github/start.ts';
import type { Report } from '../../src/model/report.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { copyOf, type Repository, shallowClone, startRepository } from '../git/repository.ts';
import { type ReportWish, reportOf } from './report.ts';
import { type StandIn, startStandIn } from './stand-in.ts';

export interface Scene {
  readonly github: StandIn;
  readonly workspace: Repository;
  readonly origin: Repository;
  /** Where the feature branched off. */
  readonly fork: string;
  readonly base: string;
  readonly feature: string;
  readonly merge: string;
  /** The directory that stands for GitHub's server. */
  readonly serverUrl: string;
}

export interface Wish {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly context?: Partial<RunContext>;
  readonly report?: ReportWish;
  readonly fork?: boolean;
  readonly compare?: Ports['compare'];
  /** Gets the report that is rendered. */
  readonly seen?: (report: Report) => void;
  /** Compares and renders as the product does. */
  readonly real?: boolean;
}

/** The scenes of one test file. Call it once, at the top; `options` are those of `git init`. */
export function scenes(...options: readonly string[]) {
  /** Made once, since making repositories takes most of the time. */
  let template: Omit<Scene, 'github'>;

  beforeAll(() => {
    const root = realpathSync(mkdtempSync(join(tmpdir(), 'bedrock-cost-diff-')));
    const origin = startRepository(join(root, 'server/octo/example'), ...options);
    const fork = origin.commit({ 'cost.txt': '100', 'prices.yml': 'base prices' });
    origin.git('switch', '--quiet', '--create', 'feature');
    const feature = origin.commit({ 'cost.txt': '120', 'prices.yml': 'head prices', 'new.yml': 'new' });
    origin.git('switch', '--quiet', 'main');
    const base = origin.commit({ 'other.txt': 'x' });
    origin.git('checkout', '--quiet', '--detach');
    origin.git('merge', '--quiet', '--no-ff', '--message', 'merge', 'feature');
    const merge = origin.git('rev-parse', 'HEAD');
    origin.git('update-ref', 'refs/pull/7/merge', merge);
    const workspace = shallowClone(origin, merge, startRepository(join(root, 'workspace'), ...options));
    template = { origin, workspace, fork, base, feature, merge, serverUrl: `file://${join(root, 'server')}` };
    return () => rmSync(root, { recursive: true, force: true });
  });

  /** A pull request as actions/checkout leaves it: the merge commit alone, depth 1. */
  async function scene(): Promise<Scene> {
    const github = await startStandIn();
    github.head = template.feature;
    return { ...template, workspace: copyOf(template.workspace), github };
  }

  return { scene, runIn };
}

/** Runs the action in a scene, and gives all that is seen of it. */
async function runIn(set: Scene, wish: Wish = {}) {
  const { github, workspace, base, feature, merge, serverUrl } = set;
  const annotations: Annotation[] = [];
  const lines: string[] = [];
  const log: Log = {
    info: (text) => lines.push(text),
    debug: (text) => lines.push(text()),
    group: (title, text) => lines.push(title, text),
    annotate: (annotation) => annotations.push(annotation),
  };
  const outputs = new Map<string, string>();
  const summaries: string[] = [];
  const compared: { base: Snapshot; head: Snapshot; options: unknown; costs: (string | undefined)[] }[] = [];
  const directory = mkdtempSync(join(tmpdir(), 'bedrock-cost-diff-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));

  const payload = {
    pull_request: {
      number: 7,
      head: { sha: feature, repo: wish.fork === true ? null : { full_name: 'octo/example' } },
      base: { sha: base, repo: { full_name: 'octo/example' } },
    },
    repository: { default_branch: 'main' },
  };
  const connection = {
    apiUrl: github.url,
    owner: 'octo',
    repo: 'example',
    clock: { now: () => 0, sleep: async () => undefined },
    bounds: { requestMs: 300, totalMs: 60_000, waitMs: 30_000 },
  };
  const code = await run({
    context: {
      eventName: 'pull_request',
      sha: merge,
      payload,
      workspace: workspace.directory,
      repository: 'octo/example',
      serverUrl,
      runId: 10,
      runAttempt: 1,
      ...wish.context,
    },
    getInput: (name) => wish.inputs?.[name] ?? '',
    inputVariables: Object.keys(wish.inputs ?? {}).map((name) => `INPUT_${name.toUpperCase()}`),
    log,
    job: createJob(
      {
        directory,
        setOutput: (name, value) => outputs.set(name, value),
        writeSummary: async (text) => void summaries.push(text),
      },
      log,
    ),
    createClient: (token) => createClient({ ...connection, token }),
    createReader: (token) => createReader({ ...connection, token }),
    compare:
      wish.compare ??
      (wish.real === true ? compare : undefined) ??
      (async (before, after, options) => {
        const costs = await Promise.all(
          [before, after].map(async (side) => (await side.read(['cost.txt'])).get('cost.txt')),
        );
        compared.push({ base: before, head: after, options, costs });
        return reportOf({ base: costs[0] ?? '0', head: costs[1] ?? '0', ...wish.report });
      }),
    render:
      wish.real === true
        ? RENDER
        : {
            comment: (report, { marker = '', runUrl = '' }) => `${marker}\n${figures(report)}\n${runUrl}`,
            summary: (report) => {
              wish.seen?.(report);
              return `summary: ${figures(report)}`;
            },
            json: (report) => JSON.stringify({ verdict: report.verdict.status }),
            annotations: () => [{ level: 'error', title: 't', message: 'm', file: 'cost.txt', line: 1 }],
            text: (report) => `text: ${figures(report)}`,
          },
  });
  return { code, annotations, lines, outputs, summaries, compared };
}

function figures({ diff }: Report): string {
  return `${diff.base.monthly.expected.toFixed()} to ${diff.head.monthly.expected.toFixed()}`;
}
