/** What a job leaves behind besides its log: outputs, the summary, files, annotations. Never more than GitHub takes. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { LIMITS } from '../model/limits.ts';
import type { Annotation, Log } from './log.ts';

/** What @actions/core offers for it, where the runner has given the files. */
export interface JobSink {
  readonly setOutput?: (name: string, value: string) => void;
  readonly writeSummary?: (text: string) => Promise<void>;
  /** Where files of ours may be written. */
  readonly directory: string;
}

export interface Job {
  setOutputs(outputs: ReadonlyMap<string, string>): void;
  /** The first of `texts` that is short enough. */
  writeSummary(texts: readonly (() => string)[]): Promise<void>;
  /** Writes a file and gives its path; undefined where that failed. */
  writeFile(name: string, content: string): string | undefined;
  annotate(annotations: readonly Annotation[]): void;
}

/** GitHub keeps ten of each level a step: these, the last of which may say that there are more, and two of the run. */
const ANNOTATIONS_A_LEVEL = 8;
const MORE = 'There are more; the report in the summary and in the log of this job has them all.';

/** Whatever cannot be written is a warning: the verdict does not depend on it. */
export function createJob(sink: JobSink, log: Log): Job {
  function attempt<Value>(what: string, action: () => Value): Value | undefined {
    try {
      return action();
    } catch {
      log.annotate({ level: 'warning', message: `${what} could not be written.` });
      return undefined;
    }
  }

  return {
    setOutputs(outputs) {
      const { setOutput } = sink;
      if (setOutput === undefined) return;
      attempt('The outputs', () => {
        for (const [name, value] of outputs) setOutput(name, value);
      });
    },
    async writeSummary(texts) {
      if (sink.writeSummary === undefined) return;
      try {
        const text = texts
          .map((make) => make())
          .find((made) => Buffer.byteLength(made) <= LIMITS.summaryBytes);
        if (text !== undefined) await sink.writeSummary(text);
      } catch {
        log.annotate({ level: 'warning', message: 'The job summary could not be written.' });
      }
    },
    writeFile(name, content) {
      return attempt(`The file ${name}`, () => {
        const path = join(sink.directory, name);
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, content);
        return path;
      });
    },
    annotate(annotations) {
      for (const level of ['error', 'warning', 'notice'] as const) {
        const all = annotations.filter((annotation) => annotation.level === level);
        const kept = all.length > ANNOTATIONS_A_LEVEL ? all.slice(0, ANNOTATIONS_A_LEVEL - 1) : all;
        for (const annotation of kept) log.annotate(annotation);
        if (kept.length < all.length) log.annotate({ level, message: MORE });
      }
    },
  };
}
