/** Speed and memory of the largest template that CloudFormation takes. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { readInfrastructure } from '../../src/iac/read.ts';
import { generatedTemplate } from './generated.ts';

const BYTES = 1024 * 1024;

/** Reads one template of 1 MiB in a process of its own, since memory is asked for, too. */
export function benchmarkTemplates(): readonly string[] {
  const made = spawnSync(process.execPath, [join(import.meta.dirname, 'cloudformation.ts'), 'once'], {
    encoding: 'utf8',
  });
  return [made.stdout.trim()];
}

function once(): string {
  const text = generatedTemplate(BYTES);
  const root = { format: 'cloudformation', directory: 'template.yaml', region: 'us-east-1' } as const;
  const start = performance.now();
  const { resources } = readInfrastructure(new Map([['template.yaml', text]]), [root]);
  const spent = performance.now() - start;
  const peak = process.resourceUsage().maxRSS / 1024;
  return `template of 1 MiB         ${spent.toFixed(0)} ms, ${peak.toFixed(0)} MB at most, ${resources.length} resources (aim: 1,000 ms, 400 MB)`;
}

if (process.argv[2] === 'once') process.stdout.write(`${once()}\n`);
