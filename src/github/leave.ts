/** What a run leaves behind once its verdict is known. */
import type { Report } from '../model/report.ts';
import type { GitHubClient } from './client.ts';
import { deservesComment } from './comment-need.ts';
import type { PullRequest } from './event.ts';
import type { Inputs } from './inputs.ts';
import { type Marker, writeMarker } from './marker.ts';
import { reportOutputs } from './outputs.ts';
import type { Ports } from './ports.ts';
import { postComment } from './posting.ts';

/** Files, outputs, log, annotations and summary first: they need nothing of GitHub's API. The comment last. */
export async function leaveBehind(
  report: Report,
  inputs: Inputs,
  pullRequest: PullRequest | undefined,
  client: () => GitHubClient,
  { context, job, log, render }: Ports,
): Promise<void> {
  const runUrl = `${context.serverUrl}/${context.repository}/actions/runs/${context.runId}`;
  const marker: Marker = {
    key: inputs.commentKey,
    run: context.runId,
    attempt: context.runAttempt,
    head: pullRequest?.head ?? context.sha,
  };
  const body = (maxBytes?: number) =>
    render.comment(report, {
      runUrl,
      marker: writeMarker(marker),
      ...(maxBytes === undefined ? {} : { maxBytes }),
    });
  const written = body();
  const outputs = new Map(reportOutputs(report));
  setIfThere(outputs, 'report', job.writeFile(`${marker.key}/report.json`, render.json(report)));
  setIfThere(outputs, 'markdown', job.writeFile(`${marker.key}/comment.md`, written));
  job.setOutputs(outputs);
  log.group('Report', render.text(report));
  log.debug(() => chargeLines(report));
  if (inputs.annotations) job.annotate(render.annotations(report));
  if (inputs.summary) await job.writeSummary([() => render.summary(report), () => written]);

  if (inputs.comment === 'never' || pullRequest === undefined) return;
  const create = deservesComment(report, inputs.comment, inputs.commentMinimum);
  const { number, fork } = pullRequest;
  const result = await postComment(client(), { pullRequest: number, fork, marker, create, body }, log);
  if (result.kind !== 'written' && result.kind !== 'unchanged') return;
  if (result.body !== written) job.writeFile(`${marker.key}/comment.md`, result.body);
  job.setOutputs(
    new Map([
      ['comment-id', String(result.id)],
      ['comment-url', result.url],
    ]),
  );
}

function setIfThere(outputs: Map<string, string>, name: string, value: string | undefined): void {
  if (value !== undefined) outputs.set(name, value);
}

/** Which file gave which charge. */
function chargeLines(report: Report): string {
  return report.diff.charges
    .map(({ id, status, base, head }) => {
      const at = (head ?? base)?.at;
      return `${status} ${id}${at === undefined ? '' : ` from ${at.file}:${at.line ?? 1}`}`;
    })
    .join('\n');
}
