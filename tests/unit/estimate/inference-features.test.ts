/** Prompt routing, evaluation, Nova Act and web grounding. */
import { describe, expect, test } from 'vitest';
import { bindProject } from '../../../src/bind/project.ts';
import { estimateProject } from '../../../src/estimate/estimate.ts';
import { FEATURES } from '../../../src/estimate/features/registry.ts';
import { readManifest } from '../../../src/manifest/read.ts';
import type { Resource } from '../../../src/model/resource.ts';
import { text, type Value } from '../../../src/model/value.ts';
import { loadPriceBook } from '../../../src/prices/book.ts';
import { loadModelCatalogue } from '../../../src/prices/catalogue.ts';
import { arithmetic, costOf, estimated, lines, problems } from './estimating.ts';

const workload = (...keys: readonly string[]) =>
  ['workloads:', '  chat:', ...keys.map((key) => `    ${key}`), ''].join('\n');

const HAIKU = 'us.anthropic.claude-haiku-4-5-20251001-v1:0';
const SONNET = 'us.anthropic.claude-sonnet-4-5-20250929-v1:0';

describe('prompt routing', () => {
  const calls = ['requests: 10k per day', 'input_tokens: 1000', 'output_tokens: 100'];

  test('a fee for each request, and the models by their share', async () => {
    const made = await estimated(
      workload(
        ...calls,
        `model: ${SONNET}`,
        `prompt_routing: { split: { "${HAIKU}": 70%, "${SONNET}": 30% } }`,
      ),
    );
    expect(problems(made)).toEqual([]);
    expect(
      made.charges.map(
        (charge) => `${charge.component}, ${charge.item}: ${arithmetic(charge)} = ${costOf(charge)}`,
      ),
    ).toEqual([
      'Claude Haiku 4.5 input tokens, Claude Haiku 4.5, us profile: 300000 requests × 0.7 share routed to this model × 1000 input tokens = 231',
      'Claude Haiku 4.5 output tokens, Claude Haiku 4.5, us profile: 300000 requests × 0.7 share routed to this model × 100 output tokens = 115.5',
      'input tokens, Claude Sonnet 4.5, us profile: 300000 requests × 0.3 share routed to this model × 1000 input tokens = 297',
      'output tokens, Claude Sonnet 4.5, us profile: 300000 requests × 0.3 share routed to this model × 100 output tokens = 148.5',
      'routed requests, undefined: 300000 requests = 300',
    ]);
    expect(new Set(made.charges.map(({ id }) => id)).size).toBe(5);
  });

  test('shares that are not the whole are refused', async () => {
    const made = await estimated(
      workload(
        ...calls,
        `prompt_routing: { split: { "${HAIKU}": 70%, "${SONNET}": 20% } }`,
        `model: ${HAIKU}`,
      ),
    );
    expect(lines(made)[0]).toBe(
      'input tokens: not priced: the shares of the split add up to 90%, not to 100% | prompt_routing: { split: { "MODEL A": 70%, "MODEL B": 30% } }',
    );
  });

  test('a request goes to one model in every scenario, so shares take no ranges', async () => {
    const split = `prompt_routing: { split: { "${HAIKU}": 60%..80%, "${SONNET}": 20%..40% } }`;
    expect(lines(await estimated(workload(...calls, split, `model: ${HAIKU}`)))[0]).toBe(
      'input tokens: not priced: the shares of the split add up to 80% at the low end and 120% at the high end, not to 100% | prompt_routing: { split: { "MODEL A": 70%, "MODEL B": 30% } }',
    );
  });

  test('without a split the model that is stated is priced', async () => {
    expect(lines(await estimated(workload(...calls, `model: ${HAIKU}`, 'prompt_routing: {}')))).toEqual([
      'input tokens: 330',
      'output tokens: 165',
      'routed requests: 300',
    ]);
  });

  test('a router of the infrastructure code', async () => {
    const map = (entries: Readonly<Record<string, Value>>): Value => ({
      kind: 'map',
      entries: new Map(Object.entries(entries)),
    });
    const models = [HAIKU, SONNET].map((id) =>
      map({ ModelArn: text(`arn:aws:bedrock:us-east-1:111122223333:inference-profile/${id}`) }),
    );
    const router: Resource = {
      address: 'Router',
      vocabulary: 'cloudformation',
      type: 'AWS::Bedrock::IntelligentPromptRouter',
      attributes: {
        kind: 'map',
        entries: new Map<string, Value>([['Models', { kind: 'list', items: models }]]),
      },
      at: { file: 'template.yaml', line: 3 },
    };
    const made = async (manifest: string) => {
      const read = readManifest('bedrock-cost.yml', `version: 1\nregion: us-east-1\n${manifest}`, FEATURES);
      const project = bindProject(
        { directory: '.', manifest: read.manifest, resources: [router], sources: new Map(), roots: [] },
        FEATURES,
      );
      return lines(estimateProject(project, FEATURES, await loadPriceBook(), await loadModelCatalogue()));
    };
    const why = `a prompt router divides the calls between ${HAIKU} and ${SONNET}, and the split is not stated`;
    const hint = 'prompt_routing: { split: { "MODEL A": 70%, "MODEL B": 30% } }';
    expect(await made(workload(...calls, 'uses: [Router]'))).toEqual([
      `input tokens: not priced: ${why} | ${hint}`,
      `output tokens: not priced: ${why} | ${hint}`,
      'routed requests: 300',
    ]);
    expect(
      await made(workload(...calls, 'uses: [Router]', `prompt_routing: { split: { "${HAIKU}": 100% } }`)),
    ).toEqual([
      'Claude Haiku 4.5 input tokens: 330',
      'Claude Haiku 4.5 output tokens: 165',
      'routed requests: 300',
    ]);
    expect(await made('')).toEqual([
      'routed requests: not priced: no workload names this router, so its requests are not stated | uses: [Router]',
    ]);
  });
});

describe('evaluation', () => {
  test('people by the task, a judge by its tokens', async () => {
    const made = await estimated(
      workload(
        `evaluation: { human_tasks: 500 per month, judge: { model: ${SONNET}, prompts: 1000 per month, input_tokens: 3000, output_tokens: 300 } }`,
      ),
    );
    // 500 × 0.21; 3M × 3.30 and 0.3M × 16.50.
    expect(lines(made)).toEqual(['human tasks: 105', 'judge input tokens: 9.9', 'judge output tokens: 4.95']);
  });

  test('nothing stated', async () => {
    expect(lines(await estimated(workload('evaluation: {}')))).toEqual([
      'human tasks: not priced: what is evaluated is not stated | evaluation: { human_tasks: 500 per month }',
    ]);
  });

  test('an unknown judge', async () => {
    const made = await estimated(
      workload(
        'evaluation: { judge: { model: nobody.judge-1, prompts: 1 per day, input_tokens: 1, output_tokens: 1 } }',
      ),
    );
    expect(made.charges.map(({ cost }) => cost.kind)).toEqual(['unpriced', 'unpriced']);
    expect(made.diagnostics.map(({ code }) => code)).toEqual(['model-unknown']);
  });
});

describe('Nova Act', () => {
  test.each([
    ['hours', 'nova_act: { agent_hours: 200 per month }', 'agent hours: 950'],
    // 3,000 requests × 4 minutes are 200 hours.
    ['minutes of a request', 'nova_act: { minutes_per_request: 4 }', 'agent hours: 950'],
    [
      'nothing',
      'nova_act: {}',
      'agent hours: not priced: how long agents work is not stated | nova_act: { agent_hours: 100 per month }',
    ],
  ])('%s', async (_, key, expected) => {
    expect(lines(await estimated(workload('requests: 100 per day', key)))).toEqual([expected]);
  });
});

describe('web grounding', () => {
  test('searches of a request', async () => {
    // 30,000 requests × 0.2 × 30 dollars for 1,000.
    expect(
      lines(
        await estimated(workload('requests: 1000 per day', 'web_grounding: { searches_per_request: 0.2 }')),
      ),
    ).toEqual(['web searches: 180']);
  });

  test('without requests', async () => {
    expect(lines(await estimated(workload('web_grounding: { searches_per_request: 1 }')))).toEqual([
      'web searches: not priced: how many requests chat gets is not stated | requests: 10000 per day',
    ]);
  });
});

describe('jobs of the infrastructure code', () => {
  const files = {
    'main.tf':
      'resource "aws_bedrock_model_invocation_job" "nightly" {\n  model_id = "amazon.nova-lite-v1:0"\n}\nresource "aws_bedrock_evaluation_job" "quality" {\n  job_name = "quality"\n}\n',
  };
  const JOB = 'aws_bedrock_model_invocation_job.nightly';

  test('that no workload uses are named, with the workload that would price them', async () => {
    const made = await estimated('', { files });
    expect(made.charges.map(({ component, period, layer }) => [component, period, layer])).toEqual([
      ['batch job', 'one-time', 'inference'],
      ['evaluation job', 'one-time', 'inference'],
    ]);
    expect(lines(made)[0]).toContain(
      `not priced: no workload uses this batch job, so its tokens are not stated | workloads:\n  batch:\n    uses: [${JOB}]\n    model: { address: ${JOB} }`,
    );
    // The batch price of the model.
    expect(made.charges[0]?.price?.usd.toFixed()).toBe('0.03');
  });

  test('that workloads use are priced there, and a tier that is not theirs is told', async () => {
    const batch = (tier: string) =>
      `workloads:\n  w:\n    uses: [${JOB}]\n    model: { address: ${JOB} }\n    requests: 100k per month\n    input_tokens: 1000\n    output_tokens: 100\n${tier}  e:\n    uses: [aws_bedrock_evaluation_job.quality]\n    evaluation: { human_tasks: 10 per month }\n`;
    const made = await estimated(batch('    tier: batch\n'), { files });
    expect(lines(made)).toEqual(['input tokens: 3', 'output tokens: 1.2', 'human tasks: 2.1']);
    expect(problems(made)).toEqual([]);
    expect(problems(await estimated(batch(''), { files }))).toEqual([
      `manifest-disagrees: w uses the batch job ${JOB}, and its calls are in the standard tier. | tier: batch`,
    ]);
  });
});
