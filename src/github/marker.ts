/** The hidden first line of a comment of ours: which one it is, and which run wrote it for which head. */
import { isFullId } from '../snapshot/commit-id.ts';

export interface Marker {
  /** Tells the comments of several steps apart. */
  readonly key: string;
  readonly run: number;
  readonly attempt: number;
  /** The head of the pull request, in full. */
  readonly head: string;
}

const MARKER =
  /^<!-- bedrock-cost-diff:v1 key=([a-z0-9-]{1,63}) run=(\d{1,15})\.(\d{1,6}) head=([0-9a-f]{40}(?:[0-9a-f]{24})?) -->/;

export function writeMarker({ key, run, attempt, head }: Marker): string {
  return `<!-- bedrock-cost-diff:v1 key=${key} run=${run}.${attempt} head=${head} -->`;
}

/** The marker at the very start of a comment's body; anywhere else it is none of ours. */
export function readMarker(body: string): Marker | undefined {
  const [, key, run, attempt, head] = MARKER.exec(body) ?? [];
  if (key === undefined || head === undefined || !isFullId(head)) return undefined;
  return { key, run: Number(run), attempt: Number(attempt), head };
}

/** Whether `a` belongs to a later run than `b`. */
export function isLater(a: Marker, b: Marker): boolean {
  return a.run > b.run || (a.run === b.run && a.attempt > b.attempt);
}

/** Whether two bodies say the same, whichever run wrote them. */
export function sameContent(a: string, b: string): boolean {
  return comparable(a) === comparable(b);
}

function comparable(body: string): string {
  const withoutRun = MARKER.test(body) ? body.replace(/ run=\d+\.\d+ /, ' ') : body;
  return withoutRun.replaceAll('\r\n', '\n').trimEnd();
}
