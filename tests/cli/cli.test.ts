/** The built command line as a person runs it: a process of its own, its output and its exit code. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const CLI = join(ROOT, 'dist/cli/index.js');

interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function run(
  parameters: readonly string[],
  more: { readonly cwd?: string; readonly env?: Record<string, string> } = {},
): Outcome {
  const env = { PATH: process.env['PATH'] ?? '', COLUMNS: '100', ...more.env };
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...parameters], {
    cwd: more.cwd ?? ROOT,
    env,
    encoding: 'utf8',
  });
  return { code: status, out: stdout, err: stderr };
}

function directory(files: Readonly<Record<string, string>>): string {
  const path = mkdtempSync(join(tmpdir(), 'bedrock-cost-cli-'));
  onTestFinished(() => rmSync(path, { recursive: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(path, name, '..'), { recursive: true });
    writeFileSync(join(path, name), text);
  }
  return path;
}

const MANIFEST = `version: 1
region: us-east-1
workloads:
  chat: { requests: 1000 per day, model: "amazon.nova-pro-v1:0", input_tokens: 1200, output_tokens: 300 }
`;

test('dist/ is built', () => {
  expect(existsSync(CLI)).toBe(true);
});

describe('diff', () => {
  const golden = (name: string, file: string) =>
    readFileSync(join(ROOT, 'tests/golden', name, 'expected', file), 'utf8');
  const example = (name: string) => ['examples/' + name + '/base', 'examples/' + name + '/head'];

  test.each(['rag-chatbot', 'document-summaries'])('%s is within its budget', (name) => {
    expect(run(['diff', ...example(name), '--details'])).toEqual({
      code: 0,
      out: golden(name, 'terminal.txt'),
      err: '',
    });
    expect(run(['diff', ...example(name), '--format', 'markdown']).out).toBe(golden(name, 'comment.md'));
    expect(run(['diff', ...example(name), '--format', 'json']).out).toBe(golden(name, 'report.json'));
  });

  test('support-agent is over its budget', () => {
    const { code, out, err } = run(['diff', ...example('support-agent')]);
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out.split('\n')[0]).toContain('over budget by $4,035.00');
  });

  test('limits of the command line', () => {
    const back = ['examples/document-summaries/head', 'examples/document-summaries/base'];
    const code = (...options: readonly string[]) => run(['diff', ...back, ...options]).code;
    expect([code('--budget', '725'), code('--budget', '724.99')]).toEqual([0, 1]);
    expect([code('--max-increase', '360'), code('--max-increase', '359.99')]).toEqual([0, 1]);
    expect([code('--max-increase-percent', '98.7'), code('--max-increase-percent', '98')]).toEqual([0, 1]);
  });

  test('a broken head is not decidable, and what it says', () => {
    const base = directory({ 'bedrock-cost.yml': MANIFEST });
    const head = directory({ 'bedrock-cost.yml': MANIFEST.replace('requests', 'requets') });
    const failed = run(['diff', base, head, '--details']);
    expect(failed.code).toBe(1);
    const said = failed.out.replaceAll(/\s+/g, ' ');
    expect(said).toContain('did you mean `requests`?');
    expect(said).toContain('bedrock-cost.yml:4');
    expect(run(['diff', base, head, '--on-unpriced', 'warn']).code).toBe(0);
  });

  test('an agreed price', () => {
    const base = directory({ 'bedrock-cost.yml': MANIFEST });
    const prices = directory({ 'prices.yml': 'discount: 50%\n' });
    const plain = run(['diff', base, base]);
    const half = run(['diff', base, base, '--prices', join(prices, 'prices.yml'), '--details']);
    expect(plain.out).toContain('$57.60');
    expect(half.out).toContain('$28.80');
    expect(half.out).toContain('50% discount');
    expect(run(['diff', base, base, '--prices', 'none.yml'])).toMatchObject({ code: 2 });
  });

  test('in a repository: the working tree against where the branch began', () => {
    const path = directory({ 'bedrock-cost.yml': MANIFEST });
    const git = (...parameters: readonly string[]) =>
      execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...parameters], {
        cwd: path,
      });
    git('init', '--quiet', '--initial-branch', 'main');
    git('add', '--all');
    git('commit', '--quiet', '-m', 'one');
    writeFileSync(join(path, 'bedrock-cost.yml'), MANIFEST.replace('1000 per day', '2000 per day'));
    const { code, out, err } = run(['diff'], { cwd: path });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('Why: chat requests a month 30,000 → 60,000 (+$57.60)');
    expect(run(['diff', 'HEAD', 'HEAD'], { cwd: path }).out).toContain('no change');
    expect(run(['diff', 'nowhere'], { cwd: path })).toMatchObject({ code: 2, out: '' });
  });
});

describe('usage', () => {
  test.each([
    [['dif'], /unknown command 'dif'[\s\S]*Did you mean diff/],
    [['diff', '--budget', '1,000'], /plain number, such as 20000/],
    [['diff', '--format', 'pdf'], /Allowed choices are terminal, markdown, json, html/],
    [['diff', 'a', 'b', 'c'], /too many arguments/],
    [['estimate', 'no-such-directory'], /no-such-directory/],
    [['schema', 'comment'], /there is no schema "comment"/],
    [['prices', 'show', 'claude-nothing'], /nearest|not in the model catalogue/],
  ])('%j ends with exit code 2 and a way out', (parameters, message) => {
    const { code, out, err } = run(parameters);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(message);
  });

  test('--help teaches by example', () => {
    const { code, out } = run(['--help']);
    expect(code).toBe(0);
    expect(out).toContain('bedrock-cost-diff diff main --budget 20000');
    expect(out).toContain('Exit codes: 0 within budget, 1 over budget');
  });

  test('colour where it is asked for', () => {
    const parameters = ['diff', 'examples/rag-chatbot/base', 'examples/rag-chatbot/head'];
    const sequence = '\u001b[';
    expect(run(parameters).out).not.toContain(sequence);
    expect(run(parameters, { env: { FORCE_COLOR: '1' } }).out).toContain(sequence);
    expect(run(parameters, { env: { FORCE_COLOR: '1', NO_COLOR: '1' } }).out).not.toContain(sequence);
  });
});

test('estimate, validate, schema, prices', () => {
  const estimate = run(['estimate', 'examples/rag-chatbot/base', '--format', 'json']);
  expect(estimate.code).toBe(0);
  expect(JSON.stringify(JSON.parse(estimate.out))).toContain('2012.4');
  expect(run(['validate', 'examples/support-agent/head'])).toMatchObject({ code: 0, err: '' });
  const broken = directory({ 'bedrock-cost.yml': 'version: 1\nworkload: {}\n' });
  expect(run(['validate', broken])).toMatchObject({ code: 2 });
  expect(run(['validate', broken]).out).toContain('workloads');
  expect(run(['schema']).out).toBe(readFileSync(join(ROOT, 'bedrock-cost.schema.json'), 'utf8'));
  expect(run(['schema', 'report']).out).toBe(
    readFileSync(join(ROOT, 'bedrock-cost-report.schema.json'), 'utf8'),
  );
  expect(run(['prices', 'show', 'global.anthropic.claude-haiku-4-5', '--region', 'us-east-1']).out).toMatch(
    /global +standard +1 +5 /,
  );
});

test('a result in a file', () => {
  const path = directory({});
  const { code, out } = run([
    'estimate',
    'examples/rag-chatbot/base',
    '--output',
    join(path, 'estimate.txt'),
  ]);
  expect({ code, out }).toEqual({ code: 0, out: '' });
  expect(readFileSync(join(path, 'estimate.txt'), 'utf8')).toContain('$2,012.40');
  expect(run(['estimate', '.', '--output', join(path, 'no/such/file')])).toMatchObject({ code: 2 });
});

describe('init', () => {
  const AGENT =
    'resource "aws_bedrockagent_agent" "support" {\n  foundation_model = "amazon.nova-pro-v1:0"\n}\n';

  test('writes a manifest, adds nothing twice, and never overwrites', () => {
    const cwd = directory({ 'main.tf': AGENT });
    const first = run(['init'], { cwd });
    expect({ code: first.code, out: first.out }).toEqual({ code: 0, out: '' });
    expect(first.err).toContain('Wrote bedrock-cost.yml with 1 workload');
    const text = readFileSync(join(cwd, 'bedrock-cost.yml'), 'utf8');
    expect(text).toContain('    agent: aws_bedrockagent_agent.support\n');
    expect(run(['init'], { cwd }).err).toContain('has everything that was found');
    expect(readFileSync(join(cwd, 'bedrock-cost.yml'), 'utf8')).toBe(text);
    const checked = run(['validate'], { cwd });
    expect(checked.code).toBe(0);
    expect(checked.out).toContain('requests: 10000 per day');
  });

  test('prints instead of writing, and knows its presets', () => {
    const cwd = directory({ 'main.tf': AGENT });
    const { code, out } = run(['init', '--stdout', '--preset', 'agent'], { cwd });
    expect(code).toBe(0);
    expect(out).toContain('calls_per_request: { low: 2.5, expected: 5, high: 10 }');
    expect(existsSync(join(cwd, 'bedrock-cost.yml'))).toBe(false);
    expect(run(['init', '--preset', 'agnet'], { cwd })).toMatchObject({
      code: 2,
      err: expect.stringContaining('one of chat, rag, agent'),
    });
    expect(run(['init', 'nowhere'], { cwd }).code).toBe(2);
  });
});
