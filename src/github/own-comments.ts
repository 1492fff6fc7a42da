/** The comments of ours on one pull request, as last seen. */
import type { ApiFailure, Reply } from './api-failure.ts';
import type { GitHubClient, IssueComment } from './client.ts';
import { type Marker, readMarker } from './marker.ts';

export interface OwnComment {
  readonly comment: IssueComment;
  readonly marker: Marker;
}

export interface OwnComments {
  /** Oldest first: written by the token's own account, with our marker and key at the very start. */
  own(): readonly OwnComment[];
  put(comment: IssueComment): void;
  drop(id: number): void;
  /** Looks again, for what changed since; the failure where that did not work. */
  look(): Promise<ApiFailure | undefined>;
  /**
   * Removes all but the oldest, and but what `isToStay`. False where an answer was lost, so that one may still be
   * there.
   */
  removeStrays(isToStay: (marker: Marker) => boolean): Promise<boolean>;
}

/** The way to our comments on one pull request. */
export interface Thread {
  readonly number: number;
  readonly client: () => GitHubClient;
  /** Asked for once. */
  readonly comments: () => Promise<Reply<OwnComments>>;
}

/** Who a workflow's own token writes as. */
const ACTIONS_BOT = 'github-actions[bot]';
/** GitHub's clock and what it last said of it may differ by so much. */
const CLOCK_SLACK_MS = 60_000;

/** Asks who we are, and for all comments. */
export async function openOwnComments(
  client: GitHubClient,
  pullRequest: number,
  key: string,
): Promise<Reply<OwnComments>> {
  const viewer = await client.viewer();
  if (!viewer.ok && (viewer.failure.kind === 'unauthorized' || viewer.failure.kind === 'out-of-time')) {
    return viewer;
  }
  const login = viewer.ok ? viewer.value : ACTIONS_BOT;
  const comments = new Map<number, IssueComment>();
  let since: Date | undefined;

  function own(): OwnComment[] {
    return [...comments.values()]
      .sort((a, b) => a.id - b.id)
      .flatMap((comment) => {
        const marker = comment.author === login ? readMarker(comment.body) : undefined;
        return marker?.key === key ? [{ comment, marker }] : [];
      });
  }

  async function look(): Promise<ApiFailure | undefined> {
    const reply = await client.comments(pullRequest, since);
    if (!reply.ok) return reply.failure;
    if (since === undefined) {
      comments.clear();
      const { at } = reply.value;
      if (at !== undefined) since = new Date(at.getTime() - CLOCK_SLACK_MS);
    }
    for (const comment of reply.value.comments) comments.set(comment.id, comment);
    return undefined;
  }

  const unread = await look();
  if (unread !== undefined) return { ok: false, failure: unread };
  return {
    ok: true,
    value: {
      own,
      look,
      put: (comment) => comments.set(comment.id, comment),
      drop: (id) => comments.delete(id),
      async removeStrays(isToStay) {
        let certain = true;
        for (const { comment, marker } of own().slice(1)) {
          if (isToStay(marker)) continue;
          const reply = await client.deleteComment(comment.id);
          if (reply.ok || reply.failure.kind === 'not-found') comments.delete(comment.id);
          else if (reply.failure.mayHaveHappened) certain = false;
        }
        return certain;
      },
    },
  };
}
