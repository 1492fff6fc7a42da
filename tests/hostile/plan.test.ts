/** Sensitive values of a plan appear nowhere: not in what is posted, not in what is written, not in a problem's words. */
import { expect, test } from 'vitest';
import { compare } from '../../src/compare.ts';
import { renderComment } from '../../src/render/comment.ts';
import { renderHtml } from '../../src/render/html.ts';
import { renderJson } from '../../src/render/json.ts';
import { renderTerminal } from '../../src/render/terminal.ts';
import { treeOf } from '../unit/bind/trees.ts';

const SECRET = 's3cr3t-v4lue';

const resource = (type: string, name: string, values: unknown, sensitive: unknown) => ({
  address: `${type}.${name}`,
  mode: 'managed',
  type,
  name,
  values,
  sensitive_values: sensitive,
});

const RESOURCES = [
  resource(
    'aws_bedrockagent_agent',
    'a',
    { foundation_model: SECRET, agent_name: 'a' },
    { foundation_model: true },
  ),
  resource('aws_bedrock_guardrail', 'g', { name: SECRET, guardrail_id: SECRET }, true),
  resource(
    'aws_lambda_function',
    'f',
    { environment: [{ variables: { MODEL_ID: SECRET, OTHER: SECRET } }], memory_size: SECRET },
    { environment: [{ variables: { MODEL_ID: true, OTHER: true } }], memory_size: true },
  ),
  resource(
    'aws_cloudwatch_log_group',
    'l',
    { retention_in_days: SECRET, region: SECRET },
    { retention_in_days: true, region: true },
  ),
  resource(
    'aws_bedrock_provisioned_model_throughput',
    'p',
    { model_arn: SECRET, model_units: 1 },
    { model_arn: true },
  ),
  resource('aws_bedrock_made_up', 'x', { name: SECRET }, { name: true }),
];

const PLAN = JSON.stringify({
  format_version: '1.2',
  variables: { region: { value: SECRET }, token: { value: SECRET } },
  planned_values: {
    root_module: { resources: RESOURCES },
    outputs: { o: { sensitive: true, value: SECRET } },
  },
  prior_state: { values: { root_module: { resources: RESOURCES } } },
  resource_changes: RESOURCES.map(({ address, values, sensitive_values }) => ({
    address,
    change: {
      actions: ['update'],
      before: values,
      after: values,
      after_unknown: {},
      after_sensitive: sensitive_values,
    },
  })),
  configuration: {
    provider_config: { aws: { expressions: { region: { references: ['var.region'] } } } },
    root_module: {
      variables: { region: { sensitive: true }, token: { sensitive: true } },
      resources: RESOURCES.map(({ address }) => ({ address, provider_config_key: 'aws', expressions: {} })),
    },
  },
});

const MANIFEST = `version: 1
region: us-east-1
iac: [{ terraform_plan: plan.json }]
workloads:
  chat: { agent: aws_bedrockagent_agent.a, requests: 10 per day, input_tokens: 10, output_tokens: 1 }
  work: { model: { attribute: aws_lambda_function.f.environment.MODEL_ID }, requests: 10 per day, input_tokens: 10, output_tokens: 1 }
`;

test.each([
  ['on both sides', { 'bedrock-cost.yml': MANIFEST, 'plan.json': PLAN }],
  ['at the head only', { 'bedrock-cost.yml': MANIFEST }],
])('a plan %s', async (_, base) => {
  const report = await compare(treeOf(base), treeOf({ 'bedrock-cost.yml': MANIFEST, 'plan.json': PLAN }));
  expect(report.diff.charges.length).toBeGreaterThan(0);
  const shown = [
    renderComment(report),
    renderJson(report),
    renderHtml(report),
    renderTerminal(report, { color: false, width: 100, details: true }),
  ];
  for (const text of [...shown, report]) expect(JSON.stringify(text)).not.toContain(SECRET);
});
