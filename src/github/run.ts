/**
 * One run of the action, top to bottom: inputs, the two trees, the report, what is left behind, the comment, the
 * exit code. The exit code is known before GitHub's API is asked to write anything.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { CompareOptions } from '../compare.ts';
import type { Report } from '../model/report.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { below } from '../snapshot/below.ts';
import { SnapshotError } from '../snapshot/error.ts';
import type { GitHubClient } from './client.ts';
import { occasionOf, type PullRequest } from './event.ts';
import { fetchedCommits } from './fetched-commits.ts';
import { InputError, type Inputs, readInputs } from './inputs.ts';
import { leaveBehind } from './leave.ts';
import type { Log } from './log.ts';
import type { Ports } from './ports.ts';
import { JOB_GIT, openSides, type Sides } from './sides.ts';

const EXIT = { pass: 0, fail: 1, unusable: 2, bug: 70 } as const;

/** Gives the exit code. Never throws. */
export async function run(ports: Ports): Promise<number> {
  try {
    return await judgedRun(ports);
  } catch (error) {
    return reportError(error, ports.log);
  }
}

/** Says what went wrong, and gives the exit code for it. */
export function reportError(error: unknown, log: Log): number {
  if (error instanceof InputError) {
    for (const { message, hint } of error.problems)
      log.annotate({ level: 'error', message: `${message} ${hint}` });
    return EXIT.unusable;
  }
  if (error instanceof SnapshotError) {
    log.annotate({ level: 'error', message: `${error.message} ${error.hint}` });
    return EXIT.unusable;
  }
  const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
  log.annotate({
    level: 'error',
    title: 'A bug in bedrock-cost-diff',
    message: 'Please report it with this log.',
  });
  log.info(what);
  return EXIT.bug;
}

async function judgedRun(ports: Ports): Promise<number> {
  const { context, log } = ports;
  const inputs = readInputs(ports.getInput, ports.inputVariables);
  const occasion = occasionOf(context);
  let shared: GitHubClient | undefined;
  const client = () => (shared ??= ports.createClient(inputs.token));

  const place = repositoryPlace(context.workspace, inputs.workingDirectory);
  const source = fetchedCommits({
    ...JOB_GIT,
    directory: place.repository,
    remote: { url: `${context.serverUrl}/${context.repository}`, token: inputs.token },
    async askMergeBase(base, head) {
      const reply = await client().mergeBase(base, head);
      return reply.ok ? reply.value : undefined;
    },
  });
  const { base, head } = inputs;
  const sides = await openSides({
    ...place,
    workspace: context.workspace,
    event: context,
    occasion,
    base,
    head,
    source,
  });
  if ('nothing' in sides) {
    log.info(sides.nothing);
    return EXIT.pass;
  }
  for (const notice of sides.notices) log.annotate({ level: 'notice', message: notice });

  const part = (tree: Snapshot) =>
    place.workingDirectory === undefined ? tree : below(tree, place.workingDirectory);
  const report = await ports.compare(part(sides.base), part(sides.head), await compareOptions(inputs, sides));
  const code = exitCode(report, inputs, occasion.pullRequest, log);
  await leaveBehind(report, inputs, occasion.pullRequest, client, ports);
  log.info(`Verdict: ${report.verdict.status}. Exit code ${code}.`);
  return code;
}

interface Place {
  readonly repository: string;
  readonly workingDirectory?: string;
}

/** The repository is the workspace, or was checked out into the working directory below it. */
function repositoryPlace(workspace: string, workingDirectory: string | undefined): Place {
  if (workingDirectory === undefined) return { repository: workspace };
  const inside = join(workspace, workingDirectory);
  if (!existsSync(join(workspace, '.git')) && existsSync(join(inside, '.git'))) return { repository: inside };
  return { repository: workspace, workingDirectory };
}

async function compareOptions(inputs: Inputs, sides: Sides): Promise<CompareOptions> {
  const { manifests, budgets, onUnpriced, prices } = inputs;
  return {
    budgets,
    ...(manifests === undefined ? {} : { manifests }),
    ...(onUnpriced === undefined ? {} : { onUnpriced }),
    ...(sides.headDate === undefined ? {} : { headDate: sides.headDate }),
    ...(prices === undefined ? {} : { pricesFile: await readPrices(prices, sides) }),
  };
}

/** From the base, so that a pull request cannot change the prices it is judged by; from the head where it adds them. */
async function readPrices(path: string, { base, head }: Sides): Promise<string> {
  const text = (await base.read([path])).get(path) ?? (await head.read([path])).get(path);
  if (text !== undefined) return text;
  throw new SnapshotError(
    `The file of prices "${path}" is neither in the base nor in the head.`,
    'Write its path from the root of the repository.',
  );
}

function exitCode(
  report: Report,
  { overrideLabel }: Inputs,
  pullRequest: PullRequest | undefined,
  log: Log,
): number {
  if (!report.verdict.fails) return EXIT.pass;
  if (overrideLabel === undefined || pullRequest?.labels.includes(overrideLabel) !== true) return EXIT.fail;
  const message = `The pull request has the label "${overrideLabel}", so the verdict does not fail the job.`;
  log.annotate({ level: 'warning', title: 'Bedrock cost overridden', message });
  return EXIT.pass;
}
