/** What a run leaves behind once its verdict is known. */
import type { Charge } from '../model/charge.ts';
import type { Report } from '../model/report.ts';
import { deservesComment } from './comment-need.ts';
import type { Inputs } from './inputs.ts';
import { type Marker, writeMarker } from './marker.ts';
import { reportOutputs } from './outputs.ts';
import type { Thread } from './own-comments.ts';
import type { Ports } from './ports.ts';
import { postComment } from './posting.ts';

/** Files, outputs, log, annotations and summary: they need nothing of GitHub's API. */
export async function leaveBehind(
  report: Report,
  inputs: Inputs,
  marker: Marker,
  ports: Ports,
): Promise<void> {
  const { job, log, render } = ports;
  const { key } = marker;
  const body = bodyOf(report, marker, ports);
  const outputs = new Map(reportOutputs(report));
  setIfThere(outputs, 'report', job.writeFile(`${key}/report.json`, render.json(report)));
  setIfThere(outputs, 'markdown', job.writeFile(`${key}/comment.md`, body()));
  job.setOutputs(outputs);
  log.group('Report', render.text(report));
  log.debug(() => chargeLines(report));
  if (inputs.annotations) job.annotate(render.annotations(report));
  if (inputs.summary) await job.writeSummary([() => render.summary(report), () => body()]);
}

/** The comment, and what is only known with it. */
export async function leaveComment(
  report: Report,
  inputs: Inputs,
  marker: Marker,
  { number, client, comments }: Thread,
  readOnlyToken: boolean,
  ports: Ports,
): Promise<void> {
  if (inputs.comment === 'never') return;
  const { job, log } = ports;
  const body = bodyOf(report, marker, ports);
  const create = deservesComment(report, inputs.comment, inputs.commentMinimum);
  const posting = { pullRequest: number, readOnlyToken, marker, create, body };
  const result = await postComment(client(), await comments(), posting, log);
  if (result.kind !== 'written' && result.kind !== 'unchanged') return;
  if (result.body !== body()) job.writeFile(`${marker.key}/comment.md`, result.body);
  job.setOutputs(
    new Map([
      ['comment-id', String(result.id)],
      ['comment-url', result.url],
    ]),
  );
}

function bodyOf(report: Report, marker: Marker, { context, render }: Ports): (maxBytes?: number) => string {
  const runUrl = `${context.serverUrl}/${context.repository}/actions/runs/${context.runId}`;
  return (maxBytes) =>
    render.comment(report, {
      runUrl,
      marker: writeMarker(marker),
      ...(maxBytes === undefined ? {} : { maxBytes }),
    });
}

function setIfThere(outputs: Map<string, string>, name: string, value: string | undefined): void {
  if (value !== undefined) outputs.set(name, value);
}

/** Which file gave which charge, and what it costs on each side. */
function chargeLines(report: Report): string {
  const cost = (charge: Charge | undefined) =>
    charge === undefined
      ? 'nothing'
      : charge.cost.kind === 'unpriced'
        ? 'no price'
        : charge.cost.amount.expected.toFixed();
  return report.diff.charges
    .map(({ id, status, base, head }) => {
      const at = (head ?? base)?.at;
      const place = at === undefined ? 'no file' : `${at.file}:${at.line ?? 1}`;
      return `${place} gives ${id}: ${cost(base)} -> ${cost(head)} (${status})`;
    })
    .join('\n');
}
