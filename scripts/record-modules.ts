/**
 * Plans the modules that the tests compare with, where Terraform is installed, and writes down what it answered:
 * `node scripts/record-modules.ts [CASE…]`. Nothing is downloaded: `terraform_data` stands for every resource.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Case {
  readonly varFiles?: readonly string[];
  readonly variables?: Readonly<Record<string, string>>;
  readonly workspace?: string;
}

/** What is kept of a plan: the rest repeats the configuration, or names the machine. */
interface Plan {
  readonly format_version: string;
  readonly planned_values: unknown;
  readonly resource_changes?: readonly {
    readonly address: string;
    readonly previous_address?: string;
    readonly change: {
      readonly actions: readonly string[];
      readonly after_unknown: unknown;
      readonly after_sensitive: unknown;
    };
  }[];
}

const CASES = join(import.meta.dirname, '../tests/fixtures/terraform');

function terraform(directory: string, workspace: string, parts: readonly string[]): string {
  const run = spawnSync('terraform', parts, {
    cwd: directory,
    encoding: 'utf8',
    env: {
      ...process.env,
      TF_CLI_CONFIG_FILE: '/dev/null',
      CHECKPOINT_DISABLE: '1',
      TF_IN_AUTOMATION: '1',
      TF_WORKSPACE: workspace,
    },
  });
  if (run.error !== undefined) throw run.error;
  if (run.status !== 0) throw new Error(`terraform ${parts.join(' ')}\n${run.stdout}\n${run.stderr}`);
  return run.stdout;
}

/** The plan of one case; of one with a directory `before`, that is applied first. */
function plan(name: string): Plan {
  const source = join(CASES, name);
  const described = join(source, 'case.json');
  const {
    varFiles = [],
    variables = {},
    workspace = 'default',
  } = existsSync(described) ? (JSON.parse(readFileSync(described, 'utf8')) as Case) : {};
  const directory = mkdtempSync(join(tmpdir(), 'module-'));
  try {
    if (existsSync(join(source, 'before'))) {
      cpSync(join(source, 'before'), directory, { recursive: true });
      terraform(directory, workspace, ['init', '-no-color']);
      terraform(directory, workspace, ['apply', '-no-color', '-auto-approve']);
    }
    cpSync(source, directory, { recursive: true });
    const given = [
      ...varFiles.map((file) => `-var-file=${file}`),
      ...Object.entries(variables).map(([key, value]) => `-var=${key}=${value}`),
    ];
    terraform(directory, workspace, ['init', '-no-color']);
    terraform(directory, workspace, ['plan', '-no-color', '-refresh=false', '-out=plan', ...given]);
    return JSON.parse(terraform(directory, workspace, ['show', '-no-color', '-json', 'plan'])) as Plan;
  } finally {
    rmSync(directory, { recursive: true });
  }
}

function kept({ format_version, planned_values, resource_changes = [] }: Plan): unknown {
  return {
    format_version,
    planned_values,
    resource_changes: resource_changes.map(({ address, previous_address, change }) => {
      const { actions, after_unknown, after_sensitive } = change;
      const moved = previous_address === undefined ? {} : { previous_address };
      return { address, ...moved, change: { actions, after_unknown, after_sensitive } };
    }),
  };
}

const named = process.argv.slice(2);
for (const name of named.length > 0 ? named : readdirSync(CASES).sort()) {
  try {
    const answer = JSON.stringify(kept(plan(name)), undefined, 1);
    writeFileSync(join(CASES, name, 'plan.json'), `${answer}\n`);
    process.stdout.write(`${name}\n`);
  } catch (error) {
    process.exitCode = 1;
    process.stderr.write(`${name}: ${String(error)}\n`);
  }
}
