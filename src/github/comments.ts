/**
 * One comment per key, kept current. Several runs may work on it at once and any answer may be lost, so every
 * write is followed by looking again, and a write whose answer was lost is looked for before anything is repeated.
 *
 * All runs keep the oldest of several comments and remove the others. A run for a head that is no longer the pull
 * request's never writes: a later run has done so, or will.
 */
import { LIMITS } from '../model/limits.ts';
import type { ApiFailure } from './api-failure.ts';
import type { GitHubClient } from './client.ts';
import { isLater, type Marker, sameContent } from './marker.ts';
import type { OwnComments } from './own-comments.ts';

export interface CommentRequest {
  readonly pullRequest: number;
  readonly marker: Marker;
  /** False where a comment is only kept current if there is one. */
  readonly create: boolean;
  /** The whole body, marker first, within so many bytes. */
  readonly body: (maxBytes: number) => string;
}

export type CommentResult =
  | {
      readonly kind: 'written' | 'unchanged';
      readonly id: number;
      readonly url: string;
      readonly body: string;
    }
  /** There is no comment, and none is wanted. */
  | { readonly kind: 'none' }
  /** The pull request has moved on; a later run writes its comment. */
  | { readonly kind: 'superseded' }
  | { readonly kind: 'failed'; readonly failure: ApiFailure };

const ROUNDS = 6;
const PAUSE_MS = 1_000;

/**
 * Creates, updates or leaves the comment, beginning with what was last seen of the comments. Never throws for what
 * GitHub does; `failed` then says what it was.
 */
export async function upsertComment(
  client: GitHubClient,
  known: OwnComments,
  request: CommentRequest,
): Promise<CommentResult> {
  let body = request.body(LIMITS.commentBytes);
  let shortened = false;
  let wrote = false;
  let failure: ApiFailure | undefined;

  for (let round = 0; round < ROUNDS; round += 1) {
    const unread = round === 0 ? undefined : await known.look();
    if (unread !== undefined) return { kind: 'failed', failure: unread };
    const superseded = known.own().some(({ marker }) => isNews(marker, request.marker));
    const removed = await known.removeStrays((marker) => isNews(marker, request.marker));
    if (superseded) return { kind: 'superseded' };

    const kept = known.own()[0];
    if (kept !== undefined && sameContent(kept.comment.body, body)) {
      if (!removed && (await client.pause(PAUSE_MS))) continue;
      const { id, url } = kept.comment;
      return { kind: wrote ? 'written' : 'unchanged', id, url, body };
    }
    if (kept !== undefined && isLater(kept.marker, request.marker)) return { kind: 'superseded' };
    if (kept === undefined && !request.create) return { kind: 'none' };
    const head = await client.pullRequest(request.pullRequest);
    if (head.ok && head.value.head !== request.marker.head) return { kind: 'superseded' };

    const reply =
      kept === undefined
        ? await client.createComment(request.pullRequest, body)
        : await client.updateComment(kept.comment.id, body);
    if (reply.ok) {
      // What GitHub made of the body counts as the body, or it would be written again and again.
      body = reply.value.body;
      known.put(reply.value);
      wrote = true;
      continue;
    }
    failure = reply.failure;
    if (failure.kind === 'not-found' && kept !== undefined) {
      known.drop(kept.comment.id);
    } else if (failure.kind === 'too-long' && !shortened) {
      shortened = true;
      body = request.body(LIMITS.commentBytes / 2);
    } else if (failure.mayHaveHappened || failure.kind === 'limited') {
      if (failure.mayHaveHappened) wrote = true;
      if (!(await client.pause(failure.retryAfterMs ?? PAUSE_MS))) break;
    } else {
      break;
    }
  }
  return { kind: 'failed', failure: failure ?? unsettled() };
}

/** Whether a later run wrote it, for another head. Equal heads give equal bodies, whichever run is later. */
function isNews(theirs: Marker, ours: Marker): boolean {
  return theirs.head !== ours.head && isLater(theirs, ours);
}

function unsettled(): ApiFailure {
  return {
    kind: 'refused',
    message: 'The comment kept changing while it was written.',
    mayHaveHappened: true,
  };
}
