/** A whole manifest, where there is none yet. */
import { PRESETS } from './presets.ts';
import { inComment } from './yaml-text.ts';

const HEAD = `# What runs on Amazon Bedrock here, and how much it is used. Written by "bedrock-cost-diff init" from the code.
# Take the "# " off a line marked "fill in" and put a number for each N: until then it is shown as not priced, never as 0.
# "bedrock-cost-diff validate" tells what is missing, "bedrock-cost-diff estimate" what it costs. Run init again for what is new.
version: 1
`;

const TAIL = `
# Limits: a pull request that goes over one fails.
# budgets:
#   monthly: N           # US dollars a month, all together
#   increase: N          # US dollars a month that one pull request may add
`;

/** The text of a manifest with the given lines of workloads; `notes` tell what was found and is in none of them. */
export function newManifest(
  region: string | undefined,
  workloads: readonly string[],
  notes: readonly string[],
): string {
  const where =
    region === undefined
      ? '# region: us-east-1      # fill in: the code names none, or several\n'
      : `region: ${region}\n`;
  return [HEAD, where, '\n', presetLines(), '\n', workloadsBlock(workloads), noteLines(notes), TAIL].join('');
}

/** `workloads:` with its lines; a comment where there are none, since an empty map would say that nothing runs. */
export function workloadsBlock(workloads: readonly string[]): string {
  if (workloads.length > 0) return ['workloads:', ...workloads, ''].join('\n');
  return [
    '# workloads:',
    '#   chat:',
    '#     requests: N per day',
    '#     model: global.anthropic.claude-haiku-4-5-20251001-v1:0   # or { file: src/chat.py }, or { address: aws_lambda_function.chat, env: MODEL_ID }',
    '#     input_tokens: N',
    '#     output_tokens: N',
    '',
  ].join('\n');
}

/** What was found and is in no workload, as comments. */
function noteLines(notes: readonly string[]): string {
  return notes.length === 0 ? '' : `\n${notes.map((note) => `# ${inComment(note)}\n`).join('')}`;
}

function presetLines(): string {
  const names = PRESETS.map(({ name }) => name.length);
  const width = Math.max(...names);
  const lines = PRESETS.map(({ name, about, source }) => `#   ${name.padEnd(width)}  ${about} (${source})\n`);
  return `# Nothing measured yet? "bedrock-cost-diff init --preset NAME" fills the sizes of new workloads in, as assumed:\n${lines.join('')}`;
}
