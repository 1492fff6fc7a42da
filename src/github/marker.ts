/** The hidden first line of a comment of ours: which one it is, and which run wrote it for which head. */
import { isFullId } from '../snapshot/commit-id.ts';

export interface Marker {
  /** Tells the comments of several steps apart. */
  readonly key: string;
  readonly run: number;
  readonly attempt: number;
  /** The head of the pull request, in full. */
  readonly head: string;
  /** The cost that the comment shows, on record for whoever approves it: text of `writeApprovedCost`. */
  readonly cost?: string;
  /** The approval in force: when it was given, and the cost that stood then. */
  readonly approval?: { readonly at: string; readonly cost: string };
}

/** What a comment keeps on record for approvals. */
export type Records = Pick<Marker, 'cost' | 'approval'>;

/** Bytes of one record; a longer one is left out, and no approval holds that needs it. */
const RECORD_BYTES = 4_000;
const RECORD = /^[\w.!~*'()%=&]+$/;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
const MARKER =
  /^<!-- bedrock-cost-diff:v1 key=([a-z0-9-]{1,63}) run=(\d{1,15})\.(\d{1,6}) head=([0-9a-f]{40}(?:[0-9a-f]{24})?)(?: cost=(\S+))?(?: approved=(\S+)\/(\S+))? -->/;

export function writeMarker({ key, run, attempt, head, cost, approval }: Marker): string {
  const standing = cost !== undefined && isRecord(cost) ? ` cost=${cost}` : '';
  const given =
    approval !== undefined && isRecord(approval.cost) && TIME.test(approval.at)
      ? ` approved=${approval.at}/${approval.cost}`
      : '';
  return `<!-- bedrock-cost-diff:v1 key=${key} run=${run}.${attempt} head=${head}${standing}${given} -->`;
}

function isRecord(text: string): boolean {
  return text.length <= RECORD_BYTES && RECORD.test(text);
}

/** The marker at the very start of a comment's body; anywhere else it is none of ours. */
export function readMarker(body: string): Marker | undefined {
  const [, key, run, attempt, head, cost, at, approved] = MARKER.exec(body) ?? [];
  if (key === undefined || head === undefined || !isFullId(head)) return undefined;
  return {
    key,
    run: Number(run),
    attempt: Number(attempt),
    head,
    ...(cost === undefined ? {} : { cost }),
    ...(at === undefined || approved === undefined ? {} : { approval: { at, cost: approved } }),
  };
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
