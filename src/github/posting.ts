/** Posts the comment, and says in words of ours what became of it. */
import { type ApiFailure, adviceFor, type Reply } from './api-failure.ts';
import type { GitHubClient } from './client.ts';
import { type CommentRequest, type CommentResult, upsertComment } from './comments.ts';
import type { Log } from './log.ts';
import type { OwnComments } from './own-comments.ts';

export interface Posting extends CommentRequest {
  /** The token may only read, by design. */
  readonly readOnlyToken: boolean;
}

/** Never fails: whatever GitHub answers, the verdict stands. */
export async function postComment(
  client: GitHubClient,
  comments: Reply<OwnComments>,
  posting: Posting,
  log: Log,
): Promise<CommentResult> {
  const result = comments.ok
    ? await upsertComment(client, comments.value, posting)
    : ({ kind: 'failed', failure: comments.failure } as const);
  switch (result.kind) {
    case 'written':
      log.info(`The comment is written: ${result.url}`);
      break;
    case 'unchanged':
      log.info(`The comment is current: ${result.url}`);
      break;
    case 'none':
      log.info('No comment is needed, and there is none.');
      break;
    case 'superseded':
      log.info('The pull request has moved on; a later run writes the comment.');
      break;
    case 'failed':
      log.annotate(remark(result.failure, posting.readOnlyToken));
      break;
  }
  return result;
}

function remark(failure: ApiFailure, readOnlyToken: boolean) {
  const elsewhere = 'The report is in the summary and in the log of this job, and the verdict is the same.';
  const title = 'The comment could not be posted';
  const mayNotWrite = failure.kind === 'forbidden' || failure.kind === 'not-found';
  if (mayNotWrite && readOnlyToken) {
    const message = `The token of a pull request from a fork, or of Dependabot, may only read. ${elsewhere}`;
    return { level: 'notice', title, message } as const;
  }
  return {
    level: 'warning',
    title,
    message: `${failure.message} ${adviceFor(failure)}${elsewhere}`,
  } as const;
}
