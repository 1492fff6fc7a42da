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
  /** The event's token may only read, by design: the head comes from a fork, or from Dependabot. */
  readonly readOnlyToken: boolean;
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
  /** The pull request that a merge queue is about to merge; its comment is not touched. */
  readonly queued?: number;
}

/** The event names a head and where it comes from; which pull request that is, GitHub must say. */
export interface Search {
  readonly search: {
    readonly head: string;
    /** `octo:feature`, an account and a branch; absent where the fork is gone. */
    readonly from?: string;
  };
}

const Id = z.string().refine(isFullId, 'expected a full commit id');
const RepositoryName = z.object({ full_name: z.string() });

const PullRequestEvent = z.object({
  pull_request: z.object({
    number: z.int().positive(),
    head: z.object({ sha: Id, repo: RepositoryName.nullish() }),
    base: z.object({ sha: Id, repo: RepositoryName.nullish() }),
  }),
  sender: z.object({ login: z.string() }).nullish(),
});
const MergeGroupEvent = z.object({
  merge_group: z.object({ base_sha: Id, head_sha: Id, head_ref: z.string().nullish() }),
});
const PushEvent = z.object({
  before: Id,
  after: Id,
  repository: z.object({ default_branch: z.string() }),
});
const WorkflowRunEvent = z.object({
  workflow_run: z.object({
    head_sha: Id,
    head_branch: z.string().min(1).nullish(),
    head_repository: z.object({ owner: z.object({ login: z.string().min(1) }) }).nullish(),
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

const DEPENDABOT = 'dependabot[bot]';
const NAME_THEM = 'Give the inputs "base" and "head", or run on pull_request, merge_group or push.';

/** Which commits an event is about, and which pull request. */
export function occasionOf(event: EventContext): Occasion | Search {
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
  const { number, head, base } = parsed.data.pull_request;
  const isFork = head.repo?.full_name === undefined || head.repo.full_name !== base.repo?.full_name;
  const isDependabot = parsed.data.sender?.login === DEPENDABOT;
  const pullRequest: PullRequest = {
    number,
    head: head.sha,
    readOnlyToken: event.eventName === 'pull_request' && (isFork || isDependabot),
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
  const { base_sha: base, head_sha: head, head_ref: ref } = parsed.data.merge_group;
  // GitHub names the branches of its queue: gh-readonly-queue/main/pr-7-0123abcd.
  const [, number] =
    /^(?:refs\/heads\/)?gh-readonly-queue\/.*\/pr-(\d{1,9})-[0-9a-f]+$/.exec(ref ?? '') ?? [];
  const queued = number === undefined ? {} : { queued: Number(number) };
  return { comparison: { kind: 'commits', base, head }, ...queued };
}

function pushOccasion(event: EventContext): Occasion {
  const parsed = PushEvent.safeParse(event.payload);
  if (!parsed.success) return malformed(event, parsed.error);
  const { before, after, repository } = parsed.data;
  if (isZero(after)) return { comparison: { kind: 'nothing', why: 'The push deleted a branch.' } };
  if (isZero(before)) return { comparison: { kind: 'branch', base: repository.default_branch, head: after } };
  return { comparison: { kind: 'commits', base: before, head: after } };
}

/**
 * The pull request comes from GitHub, never from what the other workflow left behind. Where the head is in a fork,
 * the event does not name the pull request, and GitHub is asked.
 */
function workflowRunOccasion(event: EventContext): Occasion | Search {
  const parsed = WorkflowRunEvent.safeParse(event.payload);
  if (!parsed.success) return malformed(event, parsed.error);
  const { head_sha: head, head_branch: branch, head_repository: from } = parsed.data.workflow_run;
  const found = (parsed.data.workflow_run.pull_requests ?? []).find(
    (candidate) => candidate.head.sha === head,
  );
  if (found !== undefined) return pullRequestAt(found.number, head, found.base.sha);
  const isUnknown = branch === undefined || branch === null || from === undefined || from === null;
  return { search: { head, ...(isUnknown ? {} : { from: `${from.owner.login}:${branch}` }) } };
}

/** A pull request whose head is compared with where it branched off. */
export function pullRequestAt(number: number, head: string, base: string): Occasion {
  return { comparison: { kind: 'branch', base, head }, pullRequest: { number, head, readOnlyToken: false } };
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
