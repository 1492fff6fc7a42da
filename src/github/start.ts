/** Wires the action to the runner: its environment, its command files, its log, GitHub's API. */
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import * as core from '@actions/core';
import { compare } from '../compare.ts';
import { renderAnnotations } from '../render/annotations.ts';
import { renderComment, renderSummary } from '../render/comment.ts';
import { renderJson } from '../render/json.ts';
import { renderTerminal } from '../render/terminal.ts';
import { SnapshotError } from '../snapshot/error.ts';
import { createClient } from './client.ts';
import { createJob, type JobSink } from './job.ts';
import { createLog } from './log.ts';
import type { Render, RunContext } from './ports.ts';
import { createReader } from './reader.ts';
import { reportError, run } from './run.ts';

/** What people see of a report in a job. */
export const RENDER: Render = {
  comment: renderComment,
  summary: renderSummary,
  json: renderJson,
  annotations: renderAnnotations,
  text: (report) => renderTerminal(report, { color: false, width: 120, details: true }),
};

/** Runs the action once, and gives its exit code. */
export async function start(): Promise<number> {
  const log = createLog(core, core.isDebug());
  try {
    const { context, apiUrl, fetch } = await readContext(process.env);
    const [owner = '', repo = ''] = context.repository.split('/');
    const clock = { now: () => Date.now(), sleep: (milliseconds: number) => sleep(milliseconds) };
    const connection = { apiUrl, owner, repo, fetch, clock };
    return await run({
      context,
      log,
      compare,
      render: RENDER,
      getInput: (name) => core.getInput(name),
      inputVariables: Object.keys(process.env).filter((name) => name.startsWith('INPUT_')),
      job: createJob(jobSink(process.env), log),
      createClient: (token) => createClient({ ...connection, token }),
      createReader: (token) => createReader({ ...connection, token }),
    });
  } catch (error) {
    return reportError(error, log);
  }
}

/** @actions/github reads the event when it is loaded, so it is loaded only once that can be reported. */
async function readContext(environment: NodeJS.ProcessEnv) {
  const eventPath = environment['GITHUB_EVENT_PATH'] ?? '';
  if (!existsSync(eventPath)) {
    throw new SnapshotError(
      'There is no event file; this program runs as a step of a GitHub workflow.',
      'Elsewhere, use the command line: "bedrock-cost-diff diff".',
    );
  }
  const { context: github } = await import(/* webpackMode: "eager" */ '@actions/github').catch(() => {
    throw new SnapshotError('The event file is not JSON.', 'Run the job again.');
  });
  const { defaults } = await import(/* webpackMode: "eager" */ '@actions/github/lib/utils');
  const context: RunContext = {
    eventName: github.eventName,
    sha: github.sha,
    payload: github.payload,
    workspace: environment['GITHUB_WORKSPACE'] ?? process.cwd(),
    repository: environment['GITHUB_REPOSITORY'] ?? '',
    serverUrl: github.serverUrl,
    runId: github.runId,
    runAttempt: Number.isNaN(github.runAttempt) ? 1 : github.runAttempt,
  };
  return {
    context,
    apiUrl: github.apiUrl,
    fetch: defaults.request?.fetch as unknown as typeof globalThis.fetch,
  };
}

/** Without the runner's files nothing is written to the log in their place, as @actions/core would do. */
function jobSink(environment: NodeJS.ProcessEnv): JobSink {
  const given = (name: string) => (environment[name] ?? '') !== '';
  return {
    directory: join(environment['RUNNER_TEMP'] ?? tmpdir(), 'bedrock-cost-diff'),
    ...(given('GITHUB_OUTPUT') ? { setOutput: (name, value) => core.setOutput(name, value) } : {}),
    ...(given('GITHUB_STEP_SUMMARY')
      ? {
          async writeSummary(text) {
            await core.summary.addRaw(text, true).write();
          },
        }
      : {}),
  };
}
