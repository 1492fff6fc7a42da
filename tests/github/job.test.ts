import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as core from '@actions/core';
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { createJob, type JobSink } from '../../src/github/job.ts';
import type { Annotation, Log } from '../../src/github/log.ts';
import { reportOutputs } from '../../src/github/outputs.ts';
import { LIMITS } from '../../src/model/limits.ts';
import { reportOf } from './report.ts';
import { outputsIn } from './runner.ts';

afterEach(() => vi.unstubAllEnvs());

function directory(): string {
  const path = mkdtempSync(join(tmpdir(), 'bedrock-cost-diff-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

function jobWith(sink: Partial<JobSink> = {}) {
  const annotations: Annotation[] = [];
  const nothing = () => undefined;
  const log: Log = {
    info: nothing,
    debug: nothing,
    group: nothing,
    annotate: (annotation) => annotations.push(annotation),
  };
  return { annotations, job: createJob({ directory: directory(), ...sink }, log) };
}

describe('outputs', () => {
  test('are figures and words of ours', () => {
    const outputs = reportOutputs(reportOf({ base: '1012.4', head: '1397', status: 'warn', breached: true }));
    expect([...outputs]).toEqual([
      ['base-monthly', '1012.4'],
      ['base-monthly-low', '1012.4'],
      ['base-monthly-high', '1012.4'],
      ['head-monthly', '1397'],
      ['head-monthly-low', '1397'],
      ['head-monthly-high', '1397'],
      ['delta-monthly', '384.6'],
      ['delta-monthly-low', '384.6'],
      ['delta-monthly-high', '384.6'],
      ['delta-percent', '37.99'],
      [
        'layers',
        '[{"layer":"inference","base":{"low":"1012.4","expected":"1012.4","high":"1012.4"},"head":{"low":"1397","expected":"1397","high":"1397"},"delta":{"low":"384.6","expected":"384.6","high":"384.6"}}]',
      ],
      ['verdict', 'warn'],
      ['over-budget', 'true'],
      ['unpriced', '0'],
    ]);
  });

  test('have no percentage of nothing', () => {
    expect(reportOutputs(reportOf({ base: '0', head: '5' })).get('delta-percent')).toBe('');
  });

  test('cannot be forged by a value, whatever it holds', () => {
    const file = join(directory(), 'output');
    writeFileSync(file, '');
    vi.stubEnv('GITHUB_OUTPUT', file);
    const { job } = jobWith({ setOutput: core.setOutput });
    job.setOutputs(
      new Map([
        ['report', 'v\nghadelimiter_x\nverdict=pass\nEOF'],
        ['verdict', 'fail'],
      ]),
    );
    expect([...outputsIn(readFileSync(file, 'utf8'))]).toEqual([
      ['report', 'v\nghadelimiter_x\nverdict=pass\nEOF'],
      ['verdict', 'fail'],
    ]);
  });

  test('that cannot be written are a warning', () => {
    vi.stubEnv('GITHUB_OUTPUT', '/nowhere/output');
    const { job, annotations } = jobWith({ setOutput: core.setOutput });
    job.setOutputs(new Map([['verdict', 'fail']]));
    expect(annotations).toEqual([{ level: 'warning', message: 'The outputs could not be written.' }]);
  });
});

describe('the summary', () => {
  test.each([
    [LIMITS.summaryBytes, 'full'],
    [LIMITS.summaryBytes + 1, 'short'],
  ])('of %i bytes is written in %s', async (bytes, which) => {
    const written: string[] = [];
    const { job } = jobWith({ writeSummary: async (text) => void written.push(text) });
    const full = 'é'.repeat(Math.floor(bytes / 2)) + 'x'.repeat(bytes % 2);
    await job.writeSummary([() => full, () => 'short']);
    expect(written.map((text) => (text === full ? 'full' : text))).toEqual([which]);
  });

  test('that cannot be written is a warning', async () => {
    const { job, annotations } = jobWith({ writeSummary: () => Promise.reject(new Error('no')) });
    await job.writeSummary([() => 'x']);
    expect(annotations).toEqual([{ level: 'warning', message: 'The job summary could not be written.' }]);
  });
});

describe('files', () => {
  test('are written below the directory', () => {
    const { job } = jobWith();
    const path = job.writeFile('default/report.json', '{}');
    expect(readFileSync(path ?? '', 'utf8')).toBe('{}');
  });

  test('that cannot be written are a warning', () => {
    const file = join(directory(), 'file');
    writeFileSync(file, '');
    const { job, annotations } = jobWith({ directory: file });
    expect(job.writeFile('report.json', '{}')).toBeUndefined();
    expect(annotations).toEqual([
      { level: 'warning', message: 'The file report.json could not be written.' },
    ]);
  });
});

test.each([
  [8, 8],
  [9, 8],
  [5_000, 8],
])('%i annotations of each level become %i', (given, kept) => {
  const { job, annotations } = jobWith();
  const levels = ['error', 'warning', 'notice'] as const;
  job.annotate(
    levels.flatMap((level) => Array.from({ length: given }, (_, index) => ({ level, message: `${index}` }))),
  );
  for (const level of levels) {
    const own = annotations.filter((annotation) => annotation.level === level);
    expect(own).toHaveLength(kept);
    expect(own.at(-1)?.message).toMatch(given > 8 ? /^There are more/ : /^7$/);
  }
});
