/** From the event that started the run to the two commits to compare. Pure: data in, data out. */
import { z } from 'zod';
import { isFullId } from '../snapshot/commit-id.ts';

/** What the runner says of the event: @actions/github's context, or any data like it. */
export interface EventContext {
  readonly eventName: string;
  readonly sha: string;
  readonly payload: unknown;
}

export interface PullRequest {
  readonly number: number;
  readonly head: string;
  readonly labels: readonly string[];
  /** The head comes from another repository, or from one that is gone; the token may then be read-only. */
  readonly fork: boolean;
}

export type Comparison =
  /** What the base branch becomes: the merge commit against its first parent, if its second parent is `head`. */
  | { readonly kind: 'merge'; readonly merge: string; readonly base: string; readonly head: string }
  /** `head` against the newest commit that it shares with `base`, which is an id or the name of a branch. */
  | { readonly kind: 'branch'; readonly base: string; readonly head: string }
  /** Exactly these two. */
  | { readonly kind: 'commits'; readonly base: string; readonly head: string }
  /** There is nothing to compare, and that is no mistake. */
  | { readonly kind: 'nothing'; readonly why: string }
  /** The event does not say what to compare. */
  | { readonly kind: 'unknown'; readonly why: string; readonly hint: string };

export interface Occasion {
  readonly comparison: Comparison;
  /** Where a comment goes. */
  readonly pullRequest?: PullRequest;
}

const Id = z.string().refine(isFullId, 'expected a full commit id');
const RepositoryName = z.object({ full_name: z.string() });

const PullRequestEvent = z.object({
  pull_request: z.object({
    number: z.int().positive(),
    head: z.object({ sha: Id, repo: RepositoryName.nullish() }),
    base: z.object({ sha: Id, repo: RepositoryName.nullish() }),
    labels: z.array(z.object({ name: z.string() })).nullish(),
  }),
});
const MergeGroupEvent = z.object({ merge_group: z.object({ base_sha: Id, head_sha: Id }) });
const PushEvent = z.object({
  before: Id,
  after: Id,
  repository: z.object({ default_branch: z.string() }),
});
const WorkflowRunEvent = z.object({
  workflow_run: z.object({
    head_sha: Id,
    pull_requests: z
      .array(
        z.object({
          number: z.int().positive(),
          head: z.object({ sha: Id }),
          base: z.object({ sha: Id }),
        }),
      )
      .nullish(),
  }),
});

const NAME_THEM = 'Give the inputs "base" and "head", or run on pull_request, merge_group or push.';

/** Which commits an event is about, and which pull request. */
export function occasionOf(event: EventContext): Occasion {
  switch (event.eventName) {
    case 'pull_request':
      return pullRequestOccasion(event, true);
    // The merge commit is not among the things that may be used here: the workflow runs for the default branch.
    case 'pull_request_target':
      return pullRequestOccasion(event, false);
    case 'merge_group':
      return mergeGroupOccasion(event);
    case 'push':
      return pushOccasion(event);
    case 'workflow_run':
      return workflowRunOccasion(event);
    default:
      return unknown(`The event "${event.eventName}" does not say which two commits to compare.`, NAME_THEM);
  }
}

function pullRequestOccasion(event: EventContext, hasMerge: boolean): Occasion {
  const parsed = PullRequestEvent.safeParse(event.payload);
  if (!parsed.success) return malformed(event, parsed.error);
  const { number, head, base, labels } = parsed.data.pull_request;
  const pullRequest: PullRequest = {
    number,
    head: head.sha,
    labels: (labels ?? []).map((label) => label.name),
    fork: head.repo?.full_name === undefined || head.repo.full_name !== base.repo?.full_name,
  };
  const commits = { base: base.sha, head: head.sha };
  const comparison: Comparison =
    hasMerge && isFullId(event.sha) && event.sha !== head.sha
      ? { kind: 'merge', merge: event.sha, ...commits }
      : { kind: 'branch', ...commits };
  return { comparison, pullRequest };
}

function mergeGroupOccasion(event: EventContext): Occasion {
  const parsed = MergeGroupEvent.safeParse(event.payload);
  if (!parsed.success) return malformed(event, parsed.error);
  const { base_sha: base, head_sha: head } = parsed.data.merge_group;
  return { comparison: { kind: 'commits', base, head } };
}

function pushOccasion(event: EventContext): Occasion {
  const parsed = PushEvent.safeParse(event.payload);
  if (!parsed.success) return malformed(event, parsed.error);
  const { before, after, repository } = parsed.data;
  if (isZero(after)) return { comparison: { kind: 'nothing', why: 'The push deleted a branch.' } };
  if (isZero(before)) return { comparison: { kind: 'branch', base: repository.default_branch, head: after } };
  return { comparison: { kind: 'commits', base: before, head: after } };
}

/** The pull request comes from GitHub, never from what the other workflow left behind. */
function workflowRunOccasion(event: EventContext): Occasion {
  const parsed = WorkflowRunEvent.safeParse(event.payload);
  if (!parsed.success) return malformed(event, parsed.error);
  const { head_sha: head, pull_requests: pullRequests } = parsed.data.workflow_run;
  const found = (pullRequests ?? []).find((candidate) => candidate.head.sha === head);
  if (found === undefined) {
    return unknown(
      'The event "workflow_run" names no pull request whose head it ran for, as with forks.',
      NAME_THEM,
    );
  }
  return {
    comparison: { kind: 'branch', base: found.base.sha, head },
    pullRequest: { number: found.number, head, labels: [], fork: false },
  };
}

function malformed(event: EventContext, error: z.ZodError): Occasion {
  const paths = error.issues.slice(0, 3).map((issue) => `"${issue.path.join('.')}"`);
  return unknown(
    `The payload of the event "${event.eventName}" has no usable ${paths.join(', ')}.`,
    NAME_THEM,
  );
}

function unknown(why: string, hint: string): Occasion {
  return { comparison: { kind: 'unknown', why, hint } };
}

function isZero(id: string): boolean {
  return /^0+$/.test(id);
}
