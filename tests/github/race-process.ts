/** One run of the action's comment, in a process of its own: told what to write, it answers what became of it. */
import { createClient } from '../../src/github/client.ts';
import { upsertComment } from '../../src/github/comments.ts';
import { writeMarker } from '../../src/github/marker.ts';
import { openOwnComments } from '../../src/github/own-comments.ts';

export interface RaceTask {
  readonly url: string;
  readonly run: number;
  readonly head: string;
}

async function play({ url, run, head }: RaceTask): Promise<string> {
  let now = 0;
  const client = createClient({
    apiUrl: url,
    owner: 'octo',
    repo: 'example',
    // By it the test tells who asks.
    token: String(run),
    clock: {
      now: () => now,
      async sleep(milliseconds) {
        now += milliseconds;
      },
    },
    bounds: { requestMs: 30_000, totalMs: 60_000, waitMs: 30_000 },
  });
  const comments = await openOwnComments(client, 7, 'default');
  if (!comments.ok) return 'failed';
  const marker = { key: 'default', run, attempt: 1, head };
  const body = () => `${writeMarker(marker)}\nfigures of ${head}`;
  const result = await upsertComment(client, comments.value, { pullRequest: 7, marker, create: true, body });
  return result.kind;
}

process.on('message', (task: RaceTask) => void play(task).then((kind) => process.send?.(kind)));
