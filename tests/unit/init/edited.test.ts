/**
 * `init` on manifests that people have edited: whatever they did, what is new is added, nothing that they wrote
 * changes, and a second run adds nothing.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse, parseDocument, stringify } from 'yaml';
import { estimateSnapshot } from '../../../src/compare.ts';
import { FEATURES } from '../../../src/estimate/features/registry.ts';
import { initialize } from '../../../src/init/initialize.ts';
import { PRESETS } from '../../../src/init/presets.ts';
import { treeOf } from '../bind/trees.ts';

type Files = Readonly<Record<string, string>>;

const HAIKU = 'global.anthropic.claude-haiku-4-5-20251001-v1:0';
const FILE = 'bedrock-cost.yml';

/** Parts of trees, each with something to find. */
const INGREDIENTS: readonly Files[] = [
  { 'main.tf': `resource "aws_bedrockagent_agent" "support" {\n  foundation_model = "${HAIKU}"\n}\n` },
  {
    'fn.tf': `resource "aws_lambda_function" "digest" {\n  environment {\n    variables = { MODEL_ID = "amazon.nova-lite-v1:0" }\n  }\n}\n`,
  },
  {
    'kb.tf': `resource "aws_bedrockagent_knowledge_base" "docs" {}\nresource "aws_bedrock_guardrail" "g" {}\n`,
  },
  {
    'keys.tf': `resource "aws_bedrockagent_agent" "tenant" {\n  for_each         = { "a.b" = "${HAIKU}", "c" = "amazon.nova-pro-v1:0" }\n  foundation_model = each.value\n}\n`,
  },
  {
    'template.yaml': `AWSTemplateFormatVersion: "2010-09-09"\nResources:\n  Fn:\n    Type: AWS::Lambda::Function\n    Properties:\n      Environment:\n        Variables:\n          CHAT_MODEL: us.amazon.nova-pro-v1:0\n`,
  },
  { 'app/chat.py': `import boto3\nMODEL_ID = "${HAIKU}"\n` },
  { 'app/rag.ts': `const chat = "${HAIKU}";\nconst embed = "amazon.titan-embed-text-v2:0";\n` },
  { 'services/a/handler.py': `MODEL = "us.amazon.nova-micro-v1:0"\n` },
  { '.env': `BEDROCK_MODEL_ID=amazon.nova-premier-v1:0\n` },
];
const parts = fc
  .subarray(INGREDIENTS.slice(), { minLength: 1 })
  .map((chosen): Files => Object.assign({}, ...chosen));

/** What people do to a manifest. None of it makes it a worse one. */
const EDITS: Readonly<Record<string, (text: string, pick: number) => string>> = {
  'a comment at the end': (text) => `${text}# the end\n`,
  'a comment at the start': (text) => `# ours\n${text}`,
  'comments between': (text, pick) => atLine(text, pick, (line) => [line, '# a thought of ours']),
  'a comment behind': (text, pick) =>
    atLine(text, pick, (line) => [/: \S+$/.test(line) && !line.includes('#') ? `${line}  # why` : line]),
  'blank lines with spaces': (text, pick) => atLine(text, pick, (line) => [line, '   ']),
  'open lines filled in': (text, pick) =>
    text.replaceAll(/^( *)# (requests|input_tokens|output_tokens): N/gm, `$1$2: ${(pick % 900) + 1}`),
  'other numbers': (text, pick) =>
    text.replaceAll(/(?<=per_request: |tokens: )\d+/g, String((pick % 90) + 1)),
  'a workload less': (text, pick) => {
    const blocks = text.split(/(?=^ {2}[a-z][\w.-]*:$)/m);
    if (blocks.length < 3) return text;
    return blocks.filter((_, index) => index !== 1 + (pick % (blocks.length - 2))).join('');
  },
  'workloads first': (text) => {
    const block = /^workloads:\n(?:(?: .*)?\n)*/m.exec(text)?.[0];
    return block === undefined ? text : `${block}${text.replace(block, '')}`;
  },
  'budgets last': (text) => `${text.trimEnd()}\nbudgets:\n  monthly: 500   # agreed\n`,
  'four spaces': (text) => text.replaceAll(/^(?: {2})+/gm, (spaces) => spaces.repeat(2)),
  'quoted keys': (text) => text.replace(/^workloads:/m, '"workloads":'),
  'spaces at line ends': (text) => text.replaceAll(/$/gm, '  '),
  'a document mark': (text) => `---\n${text}`,
  'no line end': (text) => text.replace(/\s+$/, ''),
  'blank lines at the end': (text) => `${text}\n\n\n`,
  'all on one line in braces': (text) => {
    const workloads = workloadsOf(text);
    const flow = stringify(
      { version: 1, ...(workloads === undefined ? {} : { workloads }) },
      { collectionStyle: 'flow', lineWidth: 0 },
    );
    return `# ours\n${flow}`;
  },
  'workloads in braces': (text) => {
    const workloads = workloadsOf(text);
    if (workloads === undefined) return text;
    const block = /^"?workloads"?:[^\n]*\n(?:(?: .*)?\n)*/m.exec(text)?.[0] ?? '';
    if (block === '') return text;
    const flow = stringify(workloads, { collectionStyle: 'flow', lineWidth: 40 })
      .trim()
      .replaceAll('\n', '\n  ');
    return text.replace(block, () => `workloads: ${flow}   # in braces\n`);
  },
  'an end mark': (text) => `${text.trimEnd()}\n...\n`,
  'a byte order mark': (text) => `\uFEFF${text}`,
  'tabs on a blank line': (text, pick) => atLine(text, pick, (line) => [line, '\t']),
  'a tab before a comment': (text, pick) =>
    atLine(text, pick, (line) => [/: \S+$/.test(line) && !line.includes('#') ? `${line}\t# why` : line]),
  'a comment behind workloads': (text) => text.replace(/^workloads:$/m, 'workloads:   # what runs'),
  'a workload commented out after the last': (text) =>
    text.replace(/^# Limits/m, '#  old:\n#    requests: 5 per day\n# Limits'),
  'a folded text': (text) =>
    text.replace(/^( {4})(model|agent|uses):/m, '$1environment: >-\n$1  production\n\n$1$2:'),
  'a literal text at the end of a workload': (text) =>
    text.replace(/\n\n# Limits/, '\n    environment: |-\n      production\n\n# Limits'),
  'a quoted name': (text) => text.replace(/^ {2}([a-z][\w-]*):$/m, '  "$1":'),
  'the last workload in braces': (text) =>
    text.replace(
      /\n\n# Limits/,
      '\n  by-hand: { requests: 5 per day, model: amazon.nova-lite-v1:0,\n    input_tokens: 5 }\n\n# Limits',
    ),
  'resources below': (text) => `${text.trimEnd()}\nresources: { }\n`,
  'a line end of Windows': (text) => text.replaceAll(/\r?\n/g, '\r\n'),
};

/** What a text says of workloads, where an edit before has not broken it. */
function workloadsOf(text: string): unknown {
  const document = parseDocument(text);
  if (document.errors.length > 0) return undefined;
  return (document.toJS() as { readonly workloads?: unknown } | null)?.workloads;
}

function atLine(text: string, pick: number, change: (line: string) => readonly string[]): string {
  const lines = text.split('\n');
  const at = pick % Math.max(1, lines.length - 1);
  return lines.flatMap((line, index) => (index === at ? change(line) : [line])).join('\n');
}

const edits = fc.array(fc.tuple(fc.constantFrom(...Object.keys(EDITS)), fc.nat(1000)), { maxLength: 5 });

async function errorsOf(files: Files): Promise<readonly string[]> {
  const { estimate } = await estimateSnapshot(treeOf(files));
  return estimate.diagnostics
    .filter(({ severity, code }) => severity === 'error' && /^(?:yaml|manifest|binding)/.test(code))
    .map(({ code, message }) => `${code} ${message}`);
}

/** Whether a text is another one with text put in: a block, and one comma before it. */
function isWithin(text: string, longer: string): boolean {
  let end = 0;
  while (end < text.length && text.at(-1 - end) === longer.at(-1 - end)) end += 1;
  for (let tail = end; tail >= 0; tail--) {
    const head = text.slice(0, text.length - tail);
    if (longer.startsWith(head)) return true;
    // Braces: a comma behind the last entry, then a comment of its line.
    for (let comma = head.length - 1; comma >= 0; comma--) {
      if (longer.startsWith(`${head.slice(0, comma)},${head.slice(comma)}`)) return true;
    }
  }
  return false;
}

describe('a manifest that people edited', () => {
  test('is added to, keeps all that it had, and is the same after a second run', async () => {
    await fc.assert(
      fc.asyncProperty(
        parts,
        parts,
        edits,
        fc.constantFrom(undefined, ...PRESETS),
        async (before, later, changes, preset) => {
          const first = await initialize(treeOf(before), FEATURES, preset);
          expect(await errorsOf({ ...before, [FILE]: first.text })).toEqual([]);
          const edited = changes.reduce(
            (text, [name, pick]) => EDITS[name]?.(text, pick) ?? text,
            first.text,
          );
          const known = await errorsOf({ ...before, ...later, [FILE]: edited });
          fc.pre(known.length === 0);

          const files = { ...before, ...later };
          const made = await initialize(treeOf({ ...files, [FILE]: edited }), FEATURES, preset);
          expect(made.byHand).toEqual([]);
          expect(isWithin(edited, made.text)).toBe(true);
          expect(await errorsOf({ ...files, [FILE]: made.text })).toEqual([]);
          const again = await initialize(treeOf({ ...files, [FILE]: made.text }), FEATURES, preset);
          expect(again).toMatchObject({ text: made.text, added: [], byHand: [] });
          const old = parse(edited) as Readonly<Record<string, unknown>>;
          expect(parse(made.text)).toMatchObject(old);
        },
      ),
      { numRuns: 50 },
    );
  });

  test.each(Object.keys(EDITS))('no edit keeps a new agent out: %s', async (name) => {
    const before = { 'app/chat.py': INGREDIENTS[5]?.['app/chat.py'] ?? '' };
    const first = await initialize(treeOf(before), FEATURES, undefined);
    const edited = EDITS[name]?.(first.text, 7) ?? '';
    const files = { ...before, ...INGREDIENTS[0] };
    const made = await initialize(treeOf({ ...files, [FILE]: edited }), FEATURES, undefined);
    expect(made.added.map((added) => added.name)).toEqual(['support']);
    expect(await errorsOf({ ...files, [FILE]: made.text })).toEqual([]);
    expect(isWithin(edited, made.text)).toBe(true);
  });
});
