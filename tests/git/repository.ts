/** Real repositories in temporary directories, with fixed people and dates, and none of the machine's settings. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { devNull, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

export function temporaryDirectory(): string {
  const directory = realpathSync(mkdtempSync(join(tmpdir(), 'bedrock-cost-diff-')));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

export function write(directory: string, path: string, content: string | Buffer): void {
  const file = join(directory, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

export function link(directory: string, path: string, target: string): void {
  const file = join(directory, path);
  mkdirSync(dirname(file), { recursive: true });
  symlinkSync(target, file);
}

export interface Repository {
  readonly directory: string;
  git(...given: readonly string[]): string;
  /** Runs git with input; the result without the newline at its end. */
  pipe(input: string | Buffer, ...given: readonly string[]): string;
  /** What git prints, as it stands. */
  bytes(...given: readonly string[]): Buffer;
  /** Adds all files, commits, and gives the full id. */
  commit(files?: Readonly<Record<string, string | Buffer>>, message?: string): string;
}

export function repositoryAt(directory: string): Repository {
  function run(input: string | Buffer, given: readonly string[]): Buffer {
    const environment: NodeJS.ProcessEnv = {
      PATH: process.env['PATH'],
      HOME: directory,
      GIT_CONFIG_GLOBAL: devNull,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_AUTHOR_NAME: 'A',
      GIT_AUTHOR_EMAIL: 'a@example.com',
      GIT_AUTHOR_DATE: '2026-10-08T12:00:00Z',
      GIT_COMMITTER_NAME: 'A',
      GIT_COMMITTER_EMAIL: 'a@example.com',
      GIT_COMMITTER_DATE: '2026-10-08T12:00:00Z',
    };
    const options = {
      cwd: directory,
      input,
      env: environment,
      stdio: ['pipe', 'pipe', 'pipe'] as ['pipe', 'pipe', 'pipe'],
    };
    return execFileSync('git', given, options);
  }
  const pipe = (input: string | Buffer, ...given: readonly string[]) =>
    run(input, given).toString('utf8').trimEnd();
  const git = (...given: readonly string[]) => pipe('', ...given);
  return {
    directory,
    git,
    pipe,
    bytes: (...given) => run('', given),
    commit(files = {}, message = 'change') {
      for (const [path, content] of Object.entries(files)) write(directory, path, content);
      git('add', '--all');
      git('commit', '--quiet', '--allow-empty', '--message', message);
      return git('rev-parse', 'HEAD');
    },
  };
}

export function newRepository(...options: readonly string[]): Repository {
  return startRepository(temporaryDirectory(), ...options);
}

/** A repository in a directory that may not exist yet, which stays. */
export function startRepository(directory: string, ...options: readonly string[]): Repository {
  mkdirSync(directory, { recursive: true });
  const repository = repositoryAt(directory);
  repository.git('init', '--quiet', '--initial-branch=main', ...options);
  return repository;
}

/** A copy to write to, which is much faster than to make it anew. */
export function copyOf({ directory }: Repository): Repository {
  const copy = temporaryDirectory();
  cpSync(directory, copy, { recursive: true, verbatimSymlinks: true });
  return repositoryAt(copy);
}

/** A clone of depth 1 at `revision`, as actions/checkout leaves it: detached, with the remote `origin`. */
export function shallowClone(
  origin: Repository,
  revision: string,
  clone: Repository = newRepository(),
): Repository {
  origin.git('config', 'uploadpack.allowAnySHA1InWant', 'true');
  clone.git('remote', 'add', 'origin', `file://${origin.directory}`);
  clone.git('fetch', '--quiet', '--no-tags', '--depth=1', 'origin', revision);
  clone.git('checkout', '--quiet', '--detach', 'FETCH_HEAD');
  return clone;
}
