/**
 * Who approved a higher cost, when, and which cost stood then: the label and its event as GitHub tells them now, the
 * cost as our own comment has it on record. The event that started the run may be hours old, and a pull request
 * cannot write our comment.
 */
import { readApprovedCost, writeApprovedCost } from '../budget/approval-text.ts';
import { approvedCost, withOverride } from '../budget/override.ts';
import type { Override } from '../model/override.ts';
import type { Report } from '../model/report.ts';
import { type ApiFailure, adviceFor, type Reply } from './api-failure.ts';
import type { GitHubClient } from './client.ts';
import type { Marker, Records } from './marker.ts';
import type { OwnComments, Thread } from './own-comments.ts';

interface Approval {
  readonly override: Override;
  /** What goes into the comment's record, so that the cost that was approved is known from then on. */
  readonly record?: Marker['approval'];
}

/** The report under the approval that `label` gives, and what is to be kept on record with it. */
export async function underApproval(
  report: Report,
  label: string | undefined,
  thread: Thread | undefined,
): Promise<{ readonly report: Report; readonly records: Records }> {
  if (label === undefined || thread === undefined) return { report, records: {} };
  const { override, record } = await readApproval(
    label,
    thread.number,
    thread.client(),
    await thread.comments(),
  );
  const cost = writeApprovedCost(approvedCost(report));
  return {
    report: withOverride(report, override),
    records: {
      ...(cost === undefined ? {} : { cost }),
      ...(record === undefined ? {} : { approval: record }),
    },
  };
}

/** Never throws: an approval that cannot be read counts as none. */
async function readApproval(
  label: string,
  pullRequest: number,
  client: GitHubClient,
  comments: Reply<OwnComments>,
): Promise<Approval> {
  const unreadable = (failure: ApiFailure): Approval => {
    const why = `${failure.message} ${adviceFor(failure)}`.trimEnd();
    return { override: { kind: 'unreadable', label, why } };
  };
  const state = await client.pullRequest(pullRequest);
  if (!state.ok) return unreadable(state.failure);
  if (!state.value.labels.some((name) => isSame(name, label))) return { override: { kind: 'absent' } };
  const events = await client.labelEvents(pullRequest);
  if (!events.ok) return unreadable(events.failure);
  if (!comments.ok) return unreadable(comments.failure);
  const last = events.value.findLast((event) => isSame(event.label, label));
  if (last === undefined || !last.set) {
    const why = 'GitHub does not say who set it.';
    return { override: { kind: 'unreadable', label, why } };
  }
  const { actor, at } = last;
  const cost = costAt(at, comments.value);
  const approved = cost === undefined ? undefined : readApprovedCost(cost);
  return {
    override: { kind: 'set', label, actor, at, ...(approved === undefined ? {} : { approved }) },
    ...(cost === undefined ? {} : { record: { at, cost } }),
  };
}

/**
 * The cost on record when the label was set: kept since, or what our comment says if it was written before. Times
 * are to the second, and nobody approves within the second in which the comment appears.
 */
function costAt(at: string, comments: OwnComments): string | undefined {
  const [kept] = comments.own();
  if (kept === undefined) return undefined;
  const { approval, cost } = kept.marker;
  if (approval?.at === at) return approval.cost;
  return Date.parse(kept.comment.updatedAt) < Date.parse(at) ? cost : undefined;
}

/** GitHub tells labels apart without regard to capitals. */
function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
