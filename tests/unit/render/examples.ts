/** The reports that the tests look at, each as close to a real pull request as can be made by hand. */
import type { Charge, Factor } from '../../../src/model/charge.ts';
import { decimal } from '../../../src/model/decimal.ts';
import { exactly } from '../../../src/model/range.ts';
import type { Report } from '../../../src/model/report.ts';
import { budget, factor, item, price, range, reason, report } from './reports.ts';

const SONNET_IN = price('3.30', 1e6, 'tokens', 'AWS price list, AmazonBedrockFoundationModels');
const SONNET_OUT = price('16.50', 1e6, 'tokens', 'AWS price list, AmazonBedrockFoundationModels');
const HAIKU_IN = price('1.00', 1e6, 'tokens', 'AWS price list, AmazonBedrockFoundationModels');
const HAIKU_OUT = price('5.00', 1e6, 'tokens', 'AWS price list, AmazonBedrockFoundationModels');
const OCU = price('0.24', 1, 'OCU-hours', 'AWS price list, AmazonES');
const GUARDRAIL = price('0.15', 1000, 'text units', 'AWS price list, AmazonBedrock');

function tokens(kind: 'input' | 'output', calls: Factor, perCall: number): Charge {
  return item({
    owner: 'support-agent',
    component: `${kind} tokens`,
    item: 'Claude Sonnet 4.5, geographic',
    factors: [
      factor('requests', 150_000, 'declared', 8),
      calls,
      factor(`${kind} tokens`, perCall, 'declared', 10),
    ],
    unit: 'tokens',
    price: kind === 'input' ? SONNET_IN : SONNET_OUT,
    notes: ['geographic profile: 10% above global'],
  });
}

const chat = [
  item({
    owner: 'rag-chatbot',
    component: 'input tokens',
    item: 'Claude Haiku 4.5, global',
    factors: [factor('requests', 300_000, 'declared', 20), factor('input tokens', 2000, 'declared', 22)],
    unit: 'tokens',
    price: HAIKU_IN,
  }),
  item({
    owner: 'rag-chatbot',
    component: 'output tokens',
    item: 'Claude Haiku 4.5, global',
    factors: [factor('requests', 300_000, 'declared', 20), factor('output tokens', 500, 'declared', 23)],
    unit: 'tokens',
    price: HAIKU_OUT,
  }),
  item({
    owner: { kind: 'resource', name: 'aws_cloudwatch_log_group.invocations' },
    layer: 'operations',
    feature: 'invocation-logging',
    component: 'log ingestion',
    factors: [factor('GB', 412, 'assumed')],
    unit: 'GB',
    price: price('0.50', 1, 'GB', 'AWS price list, AmazonCloudWatch'),
  }),
];

const floor = item({
  owner: { kind: 'resource', name: 'aws_opensearchserverless_collection.kb' },
  layer: 'features',
  feature: 'opensearch-serverless',
  component: 'capacity floor',
  kind: 'floor',
  factors: [factor('OCUs', 2, 'iac', 41), factor('hours', 730)],
  unit: 'OCU-hours',
  price: OCU,
  notes: ['billed even when idle', '730 hours a month'],
  at: { file: 'infra/agents/support.tf', line: 41 },
});

function guardrail(filter: string): Charge {
  return item({
    owner: 'support-agent',
    layer: 'features',
    feature: 'guardrails',
    component: filter,
    factors: [
      factor('requests', 150_000, 'declared', 8),
      factor('text units per request', 3, 'declared', 12),
    ],
    unit: 'text units',
    price: GUARDRAIL,
  });
}

const unpriced = [
  item({
    owner: { kind: 'resource', name: 'aws_opensearchserverless_collection.kb' },
    layer: 'features',
    feature: 'opensearch-serverless',
    component: 'storage',
    price: 'how much it stores is not stated',
    hint: 'resources: { aws_opensearchserverless_collection.kb: { storage: 10 GB } }',
    at: { file: 'infra/agents/support.tf', line: 41 },
  }),
  item({
    owner: 'triage',
    component: 'input tokens',
    price: 'the model id in `services/triage/handler.py` is read from the environment',
    hint: 'model: global.anthropic.claude-haiku-4-5-20251001-v1:0',
    at: { file: 'bedrock-cost.yml', line: 28 },
  }),
];

/** One call becomes six, a guardrail and a collection are new, two things have no price, and the budget breaks. */
export function overBudget(): Report {
  const before = factor('calls per request', 1, 'declared', 9);
  const after = factor('calls per request', 6, 'declared', 9);
  return report({
    base: [tokens('input', before, 3000), tokens('output', before, 800), ...chat],
    head: [
      tokens('input', after, 3000),
      tokens('output', after, 800),
      guardrail('content filters'),
      guardrail('denied topics'),
      ...chat,
      floor,
      ...unpriced,
    ],
    budgets: [
      budget(20_000),
      budget(500, { measure: 'increase', action: 'warn', at: { file: 'bedrock-cost.yml', line: 32 } }),
      budget(300, {
        scope: { kind: 'layer', layer: 'operations' },
        at: { file: 'bedrock-cost.yml', line: 33 },
      }),
    ],
    reasons: [
      reason(17325, { name: 'support-agent' }, { plain: ' model calls per request 1 → 6' }),
      reason(
        '350.4',
        { name: 'aws_opensearchserverless_collection.kb' },
        { plain: ' added, billed even when idle' },
      ),
      reason(135, { name: 'support-agent' }, { plain: ' Guardrails added' }),
    ],
    diagnostics: [
      {
        code: 'iac-unresolved',
        severity: 'warning',
        message:
          'the count of `aws_bedrockagent_agent_alias.canary` depends on `var.canary`, which has no default',
        at: { file: 'infra/agents/support.tf', line: 88 },
        hint: 'iac: [{ terraform: infra/agents, variables: { canary: 0 } }]',
      },
    ],
    advice: [
      {
        kind: 'vector-store',
        words: [
          { plain: 'S3 Vectors instead of OpenSearch Serverless for' },
          { name: 'aws_opensearchserverless_collection.kb' },
        ],
        condition: 'search by meaning alone is enough',
        about: './aws_opensearchserverless_collection.kb',
        saves: exactly('315.20'),
      },
      {
        kind: 'profile',
        words: [{ plain: 'the global profile of Claude Sonnet 4.5 in' }, { name: 'support-agent' }],
        condition: 'prompts may be processed in any commercial AWS Region',
        about: './support-agent/',
        saves: exactly(1890),
      },
    ],
    assumed: 0.01,
  });
}

/** A cheaper model: everything is priced, and the budget holds. */
export function decrease(): Report {
  const calls = factor('calls per request', 6, 'declared', 9);
  const head = (kind: 'input' | 'output', perCall: number): Charge => ({
    ...tokens(kind, calls, perCall),
    ...item({
      owner: 'support-agent',
      component: `${kind} tokens`,
      item: 'Claude Haiku 4.5, global',
      factors: [
        factor('requests', 150_000, 'declared', 8),
        calls,
        factor(`${kind} tokens`, perCall, 'declared', 10),
      ],
      unit: 'tokens',
      price: kind === 'input' ? HAIKU_IN : HAIKU_OUT,
    }),
  });
  return report({
    base: [tokens('input', calls, 3000), tokens('output', calls, 800), ...chat],
    head: [head('input', 3000), head('output', 800), ...chat],
    budgets: [budget(25_000)],
    reasons: [
      reason(
        '-14490',
        { name: 'support-agent' },
        { plain: ' model ' },
        { name: 'Claude Sonnet 4.5, geographic' },
        { plain: ' → ' },
        { name: 'Claude Haiku 4.5, global' },
      ),
    ],
  });
}

export function noChange(): Report {
  return report({ base: chat, head: chat, budgets: [budget(2000)] });
}

export function adoption(): Report {
  return report({
    head: [...chat, floor, guardrail('content filters'), ...unpriced],
    reasons: [
      reason(1350, { name: 'rag-chatbot' }, { plain: ' added' }),
      reason(
        '350.4',
        { name: 'aws_opensearchserverless_collection.kb' },
        { plain: ' added, billed even when idle' },
      ),
    ],
  });
}

/** Nobody can tell: the price of what is new is missing while a limit holds. */
export function notDecidable(): Report {
  return report({
    base: chat,
    head: [...chat, ...unpriced],
    budgets: [budget(20_000)],
    verdict: {
      status: 'indeterminate',
      fails: true,
      because: ['2 charges that this change brings have no price or no quantity'],
    },
    diagnostics: [
      {
        code: 'manifest-unknown-key',
        severity: 'error',
        message: 'unknown key `reqests`; the nearest known key is `requests`',
        at: { file: 'bedrock-cost.yml', line: 27 },
        hint: 'requests: 2M per month',
      },
    ],
  });
}

/** Five to ten calls, so that every figure is a range. */
export function ranges(): Report {
  const before = factor('calls per request', range(3, 4, 6), 'declared', 9);
  const after = factor('calls per request', range(5, 6, 10), 'declared', 9);
  return report({
    base: [tokens('input', before, 3000), tokens('output', before, 800), ...chat],
    head: [tokens('input', after, 3000), tokens('output', after, 800), ...chat],
    budgets: [budget(25_000)],
    reasons: [reason(6930, { name: 'support-agent' }, { plain: ' model calls per request 4 → 6' })],
  });
}

/** Three projects of a monorepo; one changes in two factors, one is removed, one stays. */
export function monorepo(): Report {
  const inside = (project: string, charges: readonly Charge[]): readonly Charge[] =>
    charges.map((charge) => ({ ...charge, project, id: `${project}/${charge.id}` }));
  const input = (requests: number, size: number): Charge =>
    item({
      owner: 'triage',
      component: 'classify input tokens',
      item: 'Nova Micro',
      factors: [factor('requests', requests), factor('classify input tokens', size)],
      unit: 'tokens',
      price: price('0.035', 1e6, 'tokens'),
    });
  const [changed] = inside('services/triage', [input(3e6, 1200)]);
  return report({
    base: [
      ...inside('services/triage', [input(2e6, 800)]),
      ...inside('apps/chat', chat),
      ...inside('apps/kb', [floor]),
    ],
    head: [...inside('services/triage', [input(3e6, 1200)]), ...inside('apps/chat', chat)],
    causes: {
      [changed?.id ?? '']: [
        { kind: 'requests', from: '2000000', to: '3000000', amount: decimal('35') },
        { kind: 'classify input tokens', from: '800', to: '1200', amount: decimal('35') },
      ],
    },
    reasons: [
      reason('-350.4', { name: 'aws_opensearchserverless_collection.kb' }, { plain: ' removed' }),
      reason(35, { name: 'triage' }, { plain: ' requests 2000000 → 3000000' }),
      reason(35, { name: 'triage' }, { plain: ' classify input tokens 800 → 1200' }),
    ],
    regions: ['us-east-1', 'eu-west-1'],
  });
}
