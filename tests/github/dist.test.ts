/** The built action, run as the runner runs it: a process of its own, the event in a file, inputs as variables. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import {
  type Repository,
  shallowClone,
  startRepository,
  temporaryDirectory,
  write,
} from '../git/repository.ts';
import { commandsIn, outputsIn } from './runner.ts';
import { type StandIn, startStandIn } from './stand-in.ts';

const BUNDLE = resolve(import.meta.dirname, '../../dist/action/index.js');
const TOKEN = 'ghs_0123456789abcdefghij';

/** A manifest with nothing but one model, used so many times a day. */
const manifest = (requests: number) => `version: 1
region: us-east-1
workloads:
  chatbot:
    requests: ${requests} per day
    model: global.anthropic.claude-haiku-4-5-20251001-v1:0
    input_tokens: 2000
    output_tokens: 500
`;

interface Scene {
  readonly github: StandIn;
  readonly workspace: Repository;
  readonly origin: Repository;
  readonly payload: { readonly pull_request: { readonly head: { readonly sha: string } } };
  readonly base: string;
  readonly merge: string;
  readonly server: string;
}

/** A pull request that doubles the use of a model, checked out as actions/checkout does, below `root`. */
function makeScene(root: string, extra: Readonly<Record<string, string>> = {}): Omit<Scene, 'github'> {
  const server = join(root, 'server');
  const origin = startRepository(join(server, 'octo/example'));
  const base = origin.commit({ 'bedrock-cost.yml': manifest(10_000) });
  origin.git('switch', '--quiet', '--create', 'feature');
  const head = origin.commit({ ...extra, 'bedrock-cost.yml': manifest(20_000) });
  origin.git('switch', '--quiet', 'main');
  origin.git('merge', '--quiet', '--no-ff', '--message', 'merge', 'feature');
  const merge = origin.git('rev-parse', 'HEAD');
  const workspace = shallowClone(origin, merge, startRepository(join(root, 'workspace')));
  const full_name = 'octo/example';
  const payload = {
    action: 'synchronize',
    pull_request: {
      number: 7,
      head: { sha: head, repo: { full_name } },
      base: { sha: base, repo: { full_name } },
    },
    repository: { full_name, default_branch: 'main', owner: { login: 'octo' }, name: 'example' },
  };
  return { origin, workspace, payload, base, merge, server };
}

const root = realpathSync(mkdtempSync(join(tmpdir(), 'bedrock-cost-diff-')));
let template: Omit<Scene, 'github'> | undefined;
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** What is only read is shared by all tests; with files beside the manifest it is made anew. */
async function scene(extra?: Readonly<Record<string, string>>): Promise<Scene> {
  template ??= makeScene(join(root, 'plain'));
  const made = extra === undefined ? template : makeScene(join(root, 'extra'), extra);
  const github = await startStandIn();
  github.head = made.payload.pull_request.head.sha;
  return { ...made, github };
}

interface Wish {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly environment?: Readonly<Record<string, string>>;
  readonly payload?: unknown;
}

async function runAction(set: Scene, wish: Wish = {}) {
  const temporary = mkdtempSync(join(tmpdir(), 'bedrock-cost-diff-'));
  onTestFinished(() => rmSync(temporary, { recursive: true, force: true }));
  const file = (name: string, content = '') => {
    writeFileSync(join(temporary, name), content);
    return join(temporary, name);
  };
  const environment: Record<string, string> = {
    PATH: process.env['PATH'] ?? '',
    HOME: temporary,
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_API_URL: set.github.url,
    GITHUB_SERVER_URL: `file://${set.server}`,
    GITHUB_EVENT_NAME: 'pull_request',
    GITHUB_EVENT_PATH: file('event.json', JSON.stringify(wish.payload ?? set.payload)),
    GITHUB_OUTPUT: file('output'),
    GITHUB_REPOSITORY: 'octo/example',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_RUN_ID: '42',
    GITHUB_SHA: set.merge,
    GITHUB_STEP_SUMMARY: file('summary'),
    GITHUB_WORKSPACE: set.workspace.directory,
    RUNNER_TEMP: temporary,
    INPUT_TOKEN: TOKEN,
    ...wish.environment,
  };
  for (const [name, value] of Object.entries(wish.inputs ?? {}))
    environment[`INPUT_${name.toUpperCase()}`] = value;
  const child = spawn(process.execPath, [BUNDLE], { cwd: set.workspace.directory, env: environment });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
  const code = await new Promise<number | null>((done) => child.on('close', done));
  const log = Buffer.concat(chunks).toString('utf8');
  const read = (name: string) => readFileSync(join(temporary, name), 'utf8');
  return {
    code,
    log,
    commands: commandsIn(log),
    outputs: outputsIn(read('output')),
    summary: read('summary'),
  };
}

describe.skipIf(!existsSync(BUNDLE))(
  'dist/action/index.js (skipped only while it is not built: npm run build)',
  () => {
    test('posts one comment and leaves the rest behind', async () => {
      const set = await scene();
      const { code, log, commands, outputs, summary } = await runAction(set);
      expect(log).toContain('Exit code 0.');
      expect(code).toBe(0);
      const [comment, ...others] = set.github.comments;
      expect(others).toEqual([]);
      const marker = `<!-- bedrock-cost-diff:v1 key=default run=42.1 head=${set.payload.pull_request.head.sha} -->\n`;
      expect(comment?.body.startsWith(marker)).toBe(true);
      expect(comment?.body.split('\n')[1]).toMatch(/^### .*Bedrock cost.*\$1,350/);
      expect(set.github.operations).toEqual(['viewer', 'list', 'pull', 'create', 'list']);
      expect(outputs.get('verdict')).toBe('pass');
      expect(outputs.get('comment-url')).toBe(comment?.html_url);
      for (const side of ['base', 'head', 'delta'])
        expect(outputs.get(`${side}-monthly`)).toMatch(/^-?\d+(\.\d+)?$/);
      expect(readFileSync(outputs.get('markdown') ?? '', 'utf8')).toBe(comment?.body);
      expect(JSON.parse(readFileSync(outputs.get('report') ?? '', 'utf8'))).toMatchObject({
        schemaVersion: 1,
      });
      expect(summary).toContain('Bedrock cost');
      const names = ['group', 'endgroup', 'error', 'warning', 'notice'];
      expect(commands.map(({ name }) => name).filter((name) => !names.includes(name))).toEqual([]);
      expect(log).not.toContain(TOKEN);
    });

    test('run again changes nothing', async () => {
      const set = await scene();
      await runAction(set);
      const before = JSON.stringify(set.github.comments);
      const { code } = await runAction(set, { environment: { GITHUB_RUN_ATTEMPT: '2' } });
      expect([code, JSON.stringify(set.github.comments)]).toEqual([0, before]);
    });

    test('fails over a budget, and the exit code does not depend on GitHub', async () => {
      const set = await scene();
      const inputs = { 'max-increase': '1349.99' };
      const posted = await runAction(set, { inputs });
      expect([posted.code, posted.outputs.get('verdict'), posted.outputs.get('over-budget')]).toEqual([
        1,
        'fail',
        'true',
      ]);
      expect(posted.commands.some(({ name }) => name === 'error')).toBe(true);
      await set.github.close();
      const refused = await runAction(set, { inputs });
      expect([refused.code, refused.outputs.get('verdict'), refused.summary]).toEqual([
        1,
        'fail',
        posted.summary,
      ]);
    });

    test('says what is wrong with the workflow, in annotations and with exit code 2', async () => {
      const { code, commands } = await runAction(await scene(), {
        inputs: { budget: '20k', comment_key: 'x' },
      });
      expect(code).toBe(2);
      expect(commands.map(({ name, data }) => `${name}: ${data}`)).toEqual([
        'error: The input "comment_key" does not exist. Write "comment-key".',
        'error: The input "budget" is "20k"; expected an amount in US dollars. budget: 20000',
      ]);
    });

    test('needs no checkout, also on GitHub Enterprise Server', async () => {
      const set = await scene();
      set.github.repository = set.origin;
      const environment = {
        GITHUB_API_URL: `${set.github.url}/api/v3`,
        GITHUB_SERVER_URL: set.github.url,
        GITHUB_WORKSPACE: temporaryDirectory(),
      };
      const { code, outputs, log } = await runAction(set, { environment });
      expect([code, outputs.get('delta-monthly'), set.github.comments.length]).toEqual([0, '1350', 1]);
      expect(set.github.requests.every((request) => / \/api\/(?:v3\/repos|graphql)/.test(request))).toBe(
        true,
      );
      expect(set.github.requests.length).toBeLessThanOrEqual(12);
      expect(log).not.toContain(TOKEN);
    });

    test('goes through the proxy of the machine, but for the hosts that need none', async () => {
      const set = await scene();
      const proxied: string[] = [];
      const { hostname, port } = new URL(set.github.url);
      const proxy = createServer().on('connect', (request, client) => {
        proxied.push(request.url ?? '');
        const upstream = connect(Number(port), hostname, () => {
          client.write('HTTP/1.1 200 Connection established\r\n\r\n');
          client.pipe(upstream).pipe(client);
        });
        for (const side of [client, upstream]) side.on('error', () => undefined);
      });
      await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
      onTestFinished(() => void proxy.close());
      const environment = {
        GITHUB_API_URL: 'http://api.github.example',
        http_proxy: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
      };
      const { code } = await runAction(set, { environment });
      expect([code, set.github.comments.length, new Set(proxied)]).toEqual([
        0,
        1,
        new Set(['api.github.example:80']),
      ]);
      proxied.length = 0;
      const direct = { ...environment, GITHUB_API_URL: set.github.url, no_proxy: '127.0.0.1' };
      expect([(await runAction(set, { environment: direct })).code, proxied]).toEqual([0, []]);
    });

    test('finds the pull request of a fork after the run of another workflow', async () => {
      const set = await scene();
      const head = set.payload.pull_request.head.sha;
      set.github.repository = set.origin;
      set.github.mergeBase = set.base;
      set.github.openPullRequests.push({ number: 7, head, base: set.base, label: 'fork:feature' });
      const payload = {
        workflow_run: {
          head_sha: head,
          head_branch: 'feature',
          head_repository: { owner: { login: 'fork' } },
          pull_requests: [],
        },
      };
      const environment = { GITHUB_EVENT_NAME: 'workflow_run', GITHUB_WORKSPACE: temporaryDirectory() };
      const { code, outputs } = await runAction(set, { environment, payload });
      expect([code, outputs.get('comment-id')]).toEqual([0, String(set.github.comments[0]?.id)]);
    });

    test('is not misled by names in the pull request', async () => {
      const set = await scene({
        'costs/::error file=a,line=1::pwn/bedrock-cost.yml':
          'version: 1\nworkloads: { "x\\n::add-mask::0": {} }\n',
        'costs/evil\n::set-output name=verdict::pass/bedrock-cost.yml': '##[set-output name=verdict]pass',
        'costs/##[error]x/main.tf':
          'resource "aws_bedrockagent_agent" "x" { foundation_model = "##[add-mask]0" }',
      });
      const { commands, outputs, log } = await runAction(set, { environment: { RUNNER_DEBUG: '1' } });
      const names = ['group', 'endgroup', 'error', 'warning', 'notice', 'debug'];
      expect(commands.map(({ name }) => name).filter((name) => !names.includes(name))).toEqual([]);
      expect(outputs.get('verdict')).not.toBe('');
      expect(log).not.toContain('##[');
    });

    test('without an event file names the command line instead', async () => {
      const { code, log } = await runAction(await scene(), { environment: { GITHUB_EVENT_PATH: '' } });
      expect(code).toBe(2);
      expect(log).toContain('bedrock-cost-diff diff');
    });

    test('with an event file that is no JSON shows none of it', async () => {
      const set = await scene();
      write(set.workspace.directory, 'broken.json', '\n::add-mask::0');
      const environment = { GITHUB_EVENT_PATH: join(set.workspace.directory, 'broken.json') };
      const { code, commands } = await runAction(set, { environment });
      expect([code, commands.map(({ name }) => name)]).toEqual([2, ['error']]);
    });
  },
);
