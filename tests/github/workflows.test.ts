/** The workflows of this repository and those that users copy: what zizmor checks, and that their inputs are ours. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readInputs } from '../../src/github/inputs.ts';

const ROOT = resolve(import.meta.dirname, '../..');

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}
interface Job {
  readonly 'timeout-minutes'?: number;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}
interface Workflow {
  readonly name?: string;
  readonly on: string | Readonly<Record<string, unknown>>;
  readonly permissions: unknown;
  readonly concurrency?: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

const own = readdirSync(join(ROOT, '.github/workflows')).map((name) => `.github/workflows/${name}`);
const copied = [
  ...readdirSync(join(ROOT, 'docs/workflows')).map((name) => `docs/workflows/${name}`),
  ...readdirSync(join(ROOT, 'examples')).map((name) => `examples/${name}/workflow.yml`),
];

/** Ours, which has no release to pin yet. */
const OURS = /^[\w-]+\/bedrock-cost-diff@v1$/;

describe.each([...own, ...copied])('%s', (file) => {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const workflow = parse(text) as Workflow;
  const jobs = Object.values(workflow.jobs);
  const steps = jobs.flatMap((job) => job.steps);
  const events = typeof workflow.on === 'string' ? [workflow.on] : Object.keys(workflow.on);

  test('pins every action by its full commit id, with the version beside it', () => {
    const uses = text.split('\n').filter((line) => /^\s*(?:- )?uses:/.test(line));
    expect(uses.length).toBeGreaterThan(0);
    for (const line of uses) {
      const [, action = ''] = /uses: (\S+)/.exec(line) ?? [];
      if (OURS.test(action) || action === './') continue;
      expect(line).toMatch(/uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    }
  });

  test('gives no permission that a job does not ask for, and says what each is for', () => {
    expect(workflow.permissions).toEqual({});
    for (const job of jobs) {
      expect(job.permissions).toBeDefined();
      expect(job['timeout-minutes']).toBeGreaterThan(0);
    }
    const granted = text.split('\n').filter((line) => /^\s+[a-z-]+: (?:read|write)\b/.test(line));
    expect(granted.length).toBe(jobs.flatMap(({ permissions }) => Object.keys(permissions ?? {})).length);
    for (const line of granted) expect(line).toMatch(/: (?:read|write) +# \w+/);
  });

  test('puts nothing of the event into a shell line, and nothing into the environment of later steps', () => {
    for (const { run = '' } of steps) expect(run).not.toMatch(/\$\{\{|GITHUB_ENV|GITHUB_PATH|set-output/);
    expect(text).not.toMatch(/secrets: inherit|toJSON\(secrets|github\.actor\b/i);
  });

  test('leaves no credentials and no cache behind', () => {
    for (const step of steps.filter(({ uses = '' }) => uses.startsWith('actions/checkout@'))) {
      expect(step.with).toMatchObject({ 'persist-credentials': false });
      expect(step.with).not.toHaveProperty('allow-unsafe-pr-checkout');
    }
    // What an example builds is the user's own; what we publish is not.
    for (const step of steps.filter(({ uses = '' }) => own.includes(file) && /setup-node@/.test(uses))) {
      expect(step.with).toMatchObject({ 'package-manager-cache': false });
    }
  });

  test('runs with a token that may write on nothing that a fork can change', () => {
    expect(events).not.toContain('pull_request_target');
    if (!events.includes('workflow_run')) return;
    expect(steps.filter(({ uses = '' }) => /checkout|cache/.test(uses) || uses === './')).toEqual([]);
    for (const { run = '' } of steps) expect(run).not.toMatch(/npm|node |npx|\.\/|synthesised/);
  });

  test('has a name for people, and ends runs that nobody waits for', () => {
    expect(workflow.name).toMatch(/\w/);
    expect(workflow.concurrency).toMatchObject({ group: expect.any(String) });
  });

  test('gives the action only inputs that it has, with values that it takes', () => {
    for (const step of steps.filter(({ uses = '' }) => OURS.test(uses) || uses === './')) {
      const given = new Map(
        Object.entries(step.with ?? {}).map(([name, value]) => [name, String(value).trim()]),
      );
      const variables = [...given.keys()].map((name) => `INPUT_${name.toUpperCase()}`);
      const asked = new Set<string>();
      readInputs((name) => {
        asked.add(name);
        return given.get(name) ?? '';
      }, variables);
      expect([...given.keys()].filter((name) => !asked.has(name))).toEqual([]);
    }
  });
});

test('docs/workflows.md names every workflow, and the examples are the basic one', () => {
  const document = readFileSync(join(ROOT, 'docs/workflows.md'), 'utf8');
  const names = readdirSync(join(ROOT, 'docs/workflows'));
  expect(names.filter((name) => !document.includes(`(workflows/${name})`))).toEqual([]);
  const textOf = (file: string) => readFileSync(join(ROOT, file), 'utf8');
  const basic = textOf('docs/workflows/basic.yml').replace(/^(?:#.*\n)+/, '');
  // An example whose steps are more than a checkout and the action has a workflow of its own.
  const plain = copied.filter((name) => name.startsWith('examples/') && !/run:|artifact/.test(textOf(name)));
  expect(plain.map(textOf)).toEqual(plain.map(() => basic));
});
