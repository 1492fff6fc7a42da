/** Runs the git executable: arguments as a list, an environment of our own, nothing of the repository executed. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { devNull } from 'node:os';
import { SnapshotError } from './error.ts';

export interface GitOptions {
  /**
   * Read the repository although another user owns it, as in a container job. Git otherwise refuses, since such
   * a repository's configuration could name programs to run; those are switched off here in any case.
   */
  readonly anyOwner?: boolean;
}

export interface GitCall extends GitOptions {
  readonly directory: string;
  readonly arguments: readonly string[];
  readonly input?: string;
  /** Configuration that must not stand in the argument list, where other users could see it. */
  readonly secretConfiguration?: readonly (readonly [key: string, value: string])[];
  /** Transports that may be used. Without it git cannot reach any other repository. */
  readonly protocol?: string;
  readonly timeoutMs?: number;
}

export interface GitAnswer {
  readonly code: number;
  readonly stdout: Buffer;
  /** In English, whatever the locale. */
  readonly stderr: string;
}

/** Certificates of a company's own server or proxy. */
const TRUST = new Set(['GIT_SSL_CAINFO', 'GIT_SSL_CAPATH', 'GIT_PROXY_SSL_CAINFO']);
const LOCAL_TIMEOUT_MS = 120_000;
const MAX_OUTPUT_BYTES = 512 * 1024 * 1024;

/** What git answered, whatever its exit code. Throws a SnapshotError where git cannot be run at all. */
export function runGit(call: GitCall): Promise<GitAnswer> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', call.arguments, {
      cwd: call.directory,
      env: gitEnvironment(process.env, call),
      stdio: ['pipe', 'pipe', 'pipe'],
      timeout: call.timeoutMs ?? LOCAL_TIMEOUT_MS,
      windowsHide: true,
    });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    let bytes = 0;
    const collect = (into: Buffer[]) => (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > MAX_OUTPUT_BYTES) child.kill();
      else into.push(chunk);
    };
    child.stdout.on('data', collect(stdout));
    child.stderr.on('data', collect(stderr));
    // Git may end before it has read all of its input; its exit code then says why.
    child.stdin.on('error', () => undefined);
    child.on('error', (error) => reject(cannotRun(error, call.directory)));
    child.on('close', (code, signal) => {
      const why = signal === null ? '' : '\ngit was stopped: it took too long or said too much';
      resolve({
        code: code ?? -1,
        stdout: Buffer.concat(stdout),
        stderr: Buffer.concat(stderr).toString('utf8') + why,
      });
    });
    child.stdin.end(call.input ?? '');
  });
}

/** The output of a call that must succeed; otherwise a SnapshotError that says what git said. */
export async function gitOutput(call: GitCall): Promise<Buffer> {
  const answer = await runGit(call);
  if (answer.code !== 0) throw gitFailure(call, answer);
  return answer.stdout;
}

/** What went wrong, in our words where the case is known. */
export function gitFailure(call: GitCall, answer: GitAnswer): SnapshotError {
  const { stderr } = answer;
  if (stderr.includes('not a git repository')) {
    return new SnapshotError(
      `"${call.directory}" is not inside a git repository.`,
      'Name two directories instead of revisions, or run this inside a repository.',
    );
  }
  if (stderr.includes('dubious ownership')) {
    return new SnapshotError(
      `The git repository of "${call.directory}" belongs to another user, so git refuses to read it.`,
      `If you trust it: git config --global --add safe.directory "${call.directory}"`,
    );
  }
  const said = stderr.trim().split('\n').at(-1) ?? '';
  return new SnapshotError(
    `git ${call.arguments[0] ?? ''} failed: ${said === '' ? `exit code ${answer.code}` : said}`,
    'Check the repository with "git fsck"; in a partial clone, fetch all objects first.',
  );
}

function cannotRun(error: Error, directory: string): Error {
  if (!('code' in error) || error.code !== 'ENOENT') return error;
  return existsSync(directory)
    ? new SnapshotError(
        'The git program was not found.',
        'Install git, or name two directories instead of revisions.',
      )
    : new SnapshotError(`There is no directory "${directory}".`, 'Check the spelling of the path.');
}

/**
 * Every variable that steers git is dropped and set anew: no system configuration, no hooks, no file system
 * monitor, no replaced objects, no prompt, no locks, and no transport unless the call names one (a partial clone
 * would otherwise fetch what is missing). The person's own configuration stays, for what they ignore; a call that
 * reaches another repository also keeps what the machine says of certificates.
 */
function gitEnvironment(inherited: NodeJS.ProcessEnv, call: GitCall): NodeJS.ProcessEnv {
  const environment: NodeJS.ProcessEnv = {};
  const isRemote = call.protocol !== undefined;
  for (const [name, value] of Object.entries(inherited)) {
    if (!name.toUpperCase().startsWith('GIT_') || (isRemote && TRUST.has(name))) environment[name] = value;
  }
  const configuration = [
    ['core.hooksPath', devNull],
    ['core.fsmonitor', 'false'],
    ...(call.anyOwner === true ? [['safe.directory', '*']] : []),
    ...(call.secretConfiguration ?? []),
  ];
  for (const [index, [key, value]] of configuration.entries()) {
    environment[`GIT_CONFIG_KEY_${index}`] = key;
    environment[`GIT_CONFIG_VALUE_${index}`] = value;
  }
  return Object.assign(environment, {
    GIT_CONFIG_COUNT: String(configuration.length),
    ...(isRemote ? {} : { GIT_CONFIG_NOSYSTEM: '1' }),
    GIT_ATTR_NOSYSTEM: '1',
    GIT_NO_LAZY_FETCH: '1',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_ALLOW_PROTOCOL: call.protocol ?? 'none',
    GIT_TERMINAL_PROMPT: '0',
    GIT_ASKPASS: '',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_LITERAL_PATHSPECS: '1',
    LC_ALL: 'C',
    LANGUAGE: 'C',
  });
}
