/**
 * Asks an installed Terraform for the answers to the expressions that the tests compare with, and writes them down:
 * `node scripts/record-terraform.ts`. New expressions are added to the file without an answer.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Recorded {
  readonly expression: string;
  /** What `jsonencode` makes of it; absent where Terraform refuses the expression. */
  readonly answer?: unknown;
}

const FILE = join(import.meta.dirname, '../tests/unit/iac/recorded/expressions.json');

/** The answers of one console to several expressions; nothing where it refuses any of them outright. */
function ask(
  expressions: readonly string[],
  directory: string,
): readonly (readonly unknown[] | null)[] | undefined {
  const items = expressions.map((expression) => `try([${expression}], null)`);
  const run = spawnSync('terraform', ['console', '-no-color'], {
    cwd: directory,
    input: `base64encode(jsonencode([${items.join(', ')}]))\n`,
    encoding: 'utf8',
    env: { ...process.env, TF_CLI_CONFIG_FILE: '/dev/null', CHECKPOINT_DISABLE: '1' },
  });
  if (run.error !== undefined) throw run.error;
  // An expression that is not complete makes the console end quietly.
  const [, encoded] = /^"([A-Za-z0-9+/=]+)"$/m.exec(run.stdout) ?? [];
  if (run.status !== 0 || encoded === undefined) return undefined;
  const written = Buffer.from(encoded, 'base64').toString('utf8');
  return JSON.parse(written) as readonly (readonly unknown[] | null)[];
}

/** Expressions together where that works, else each by itself: one that Terraform refuses outright spoils the others. */
function record(expressions: readonly string[], directory: string): readonly Recorded[] {
  const answers = ask(expressions, directory);
  if (answers === undefined && expressions.length > 1) {
    const half = expressions.length >> 1;
    return [...record(expressions.slice(0, half), directory), ...record(expressions.slice(half), directory)];
  }
  return expressions.map((expression, index) => {
    const answer = answers?.[index];
    return answer === undefined || answer === null ? { expression } : { expression, answer: answer[0] };
  });
}

const directory = mkdtempSync(join(tmpdir(), 'expressions-'));
const known = JSON.parse(readFileSync(FILE, 'utf8')) as readonly Recorded[];
const recorded = record(
  known.map(({ expression }) => expression),
  directory,
);
rmSync(directory, { recursive: true });
writeFileSync(FILE, `[\n${recorded.map((entry) => `  ${JSON.stringify(entry)}`).join(',\n')}\n]\n`);
