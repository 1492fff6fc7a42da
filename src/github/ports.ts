/** What a run needs of the world, so that a test can give it another one. */
import type { CompareOptions } from '../compare.ts';
import type { Report } from '../model/report.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { GitHubClient } from './client.ts';
import type { EventContext } from './event.ts';
import type { Job } from './job.ts';
import type { Annotation, Log } from './log.ts';
import type { RepositoryReader } from './reader.ts';

/** Where and as what this run runs. */
export interface RunContext extends EventContext {
  readonly workspace: string;
  /** `octo/example`. */
  readonly repository: string;
  readonly serverUrl: string;
  readonly runId: number;
  readonly runAttempt: number;
}

export interface Render {
  comment(report: Report, options: { runUrl?: string; marker?: string; maxBytes?: number }): string;
  summary(report: Report): string;
  json(report: Report): string;
  annotations(report: Report): readonly Annotation[];
  /** For the log: plain text. */
  text(report: Report): string;
}

export interface Ports {
  readonly context: RunContext;
  readonly getInput: (name: string) => string;
  /** The names of all `INPUT_` variables. */
  readonly inputVariables: readonly string[];
  readonly log: Log;
  readonly job: Job;
  /** For the comment. Its time starts here. */
  readonly createClient: (token: string) => GitHubClient;
  /** For commits, trees and files; with a time of its own, so that a slow answer does not cost the comment. */
  readonly createReader: (token: string) => RepositoryReader;
  readonly compare: (base: Snapshot, head: Snapshot, options: CompareOptions) => Promise<Report>;
  readonly render: Render;
}
