/**
 * One run of the action, top to bottom: inputs, the two trees, the report, what is left behind, the comment, the
 * exit code. The exit code is known before GitHub's API is asked to write anything.
 */
import type { CompareOptions } from '../compare.ts';
import type { Report } from '../model/report.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { below } from '../snapshot/below.ts';
import { SnapshotError } from '../snapshot/error.ts';
import { underApproval } from './approval.ts';
import type { GitHubClient } from './client.ts';
import { occasionOf } from './event.ts';
import { InputError, type Inputs, readInputs } from './inputs.ts';
import { leaveBehind, leaveComment } from './leave.ts';
import type { Log } from './log.ts';
import { openOwnComments, type Thread } from './own-comments.ts';
import { commitSource, repositoryPlace } from './place.ts';
import type { Ports } from './ports.ts';
import { pullRequestOf } from './pull-request-of.ts';
import { openSides, type Sides } from './sides.ts';

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
  const reader = once(() => ports.createReader(inputs.token));
  const seen = occasionOf(context);
  const occasion = 'search' in seen ? await pullRequestOf(seen, reader()) : seen;

  const place = repositoryPlace(context.workspace, inputs.workingDirectory);
  const { base, head } = inputs;
  const sides = await openSides({
    ...place,
    workspace: context.workspace,
    event: context,
    occasion,
    base,
    head,
    source: commitSource(place.repository, inputs.token, context, reader),
  });
  if ('nothing' in sides) {
    log.annotate({ level: 'notice', message: `Nothing to compare. ${sides.nothing}` });
    return EXIT.pass;
  }
  for (const notice of sides.notices) log.annotate({ level: 'notice', message: notice });

  const part = (tree: Snapshot) =>
    place.workingDirectory === undefined ? tree : below(tree, place.workingDirectory);
  const judged = await ports.compare(part(sides.base), part(sides.head), await compareOptions(inputs, sides));

  const client = once(() => ports.createClient(inputs.token));
  const { pullRequest, queued } = occasion;
  const number = pullRequest?.number ?? queued;
  const thread = number === undefined ? undefined : threadOf(number, inputs.commentKey, client);
  const { report, records } = await underApproval(judged, inputs.overrideLabel, thread);
  const code = report.verdict.fails ? EXIT.fail : EXIT.pass;
  const { runId: run, runAttempt: attempt, sha } = context;
  const marker = { key: inputs.commentKey, run, attempt, head: pullRequest?.head ?? sha, ...records };
  await leaveBehind(report, inputs, marker, ports);
  if (thread !== undefined && pullRequest !== undefined) {
    await leaveComment(report, inputs, marker, thread, pullRequest.readOnlyToken, ports);
  }
  sayOverride(report, log);
  log.info(`Verdict: ${report.verdict.status}. Exit code ${code}.`);
  return code;
}

function threadOf(number: number, key: string, client: () => GitHubClient): Thread {
  return { number, client, comments: once(() => openOwnComments(client(), number, key)) };
}

function sayOverride({ verdict }: Report, log: Log): void {
  if (verdict.override === undefined) return;
  const { kind, label } = verdict.override;
  const message =
    kind === 'covers'
      ? `The label "${label}" approves this cost, so the verdict "${verdict.status}" does not fail the job.`
      : `The label "${label}" is set and does not cover this cost; the report says why.`;
  log.annotate({ level: 'warning', title: 'Bedrock cost: approval', message });
}

/** Makes a thing when it is first needed, and keeps it. */
function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
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
