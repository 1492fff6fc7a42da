/** Agents, knowledge bases, guardrails and log groups that a variable of the infrastructure code names. */
import { describe, expect, test } from 'vitest';
import { seenIn } from './trees.ts';

const NOVA = 'amazon.nova-pro-v1:0';

const TERRAFORM = `
resource "aws_bedrock_guardrail" "safe" {
  name = "safe"
  content_policy_config {
    filters_config {
      type            = "HATE"
      input_strength  = "HIGH"
      output_strength = "HIGH"
    }
  }
}

resource "aws_bedrockagent_agent" "support" {
  foundation_model = "${NOVA}"
}

resource "aws_cloudwatch_log_group" "app" {
  name = "/app/chat"
}

resource "aws_bedrockagent_knowledge_base" "docs" {
  name = "docs"
  knowledge_base_configuration {
    type = "VECTOR"
    vector_knowledge_base_configuration {
      embedding_model_arn = "arn:aws:bedrock:us-east-1::foundation-model/amazon.titan-embed-text-v2:0"
    }
  }
}

resource "aws_lambda_function" "chat" {
  environment {
    variables = {
      GUARDRAIL_ID      = aws_bedrock_guardrail.safe.guardrail_id
      AGENT_ID          = aws_bedrockagent_agent.support.agent_id
      KNOWLEDGE_BASE_ID = aws_bedrockagent_knowledge_base.docs.id
      LOG_GROUP         = aws_cloudwatch_log_group.app.name
      OTHER             = "x"
    }
  }
}
`;

const PROGRAM = 'GUARDRAIL = os.environ["GUARDRAIL_ID"]\nNOT_SET = os.environ["NOT_SET"]\n';

async function seen(keys: string) {
  const lines = keys.split('\n').map((line) => `    ${line}`);
  const { report } = await seenIn({
    'bedrock-cost.yml': `version: 1\nregion: us-east-1\nworkloads:\n  chat:\n    requests: 1M per month\n    input_tokens: 1000\n    output_tokens: 100\n${lines.join('\n')}\n`,
    'main.tf': TERRAFORM,
    'app/chat.py': PROGRAM,
  });
  const charges = report.diff.charges.flatMap(({ head }) => (head === undefined ? [] : [head]));
  return {
    own: charges
      .filter(({ owner }) => owner.name === 'chat')
      .map(({ component, item = '' }) => `${component}, ${item}`),
    diagnostics: report.diagnostics.map(({ code, message, hint }) => [`${code}: ${message}`, hint]),
  };
}

/** The same by address, to which the variable must lead. */
async function same(byVariable: string, byAddress: string) {
  const [variable, address] = [await seen(byVariable), await seen(byAddress)];
  expect(variable).toEqual(address);
  expect(variable.diagnostics).toEqual([]);
  return variable.own;
}

const lambda = (name: string) => `{ address: aws_lambda_function.chat, env: ${name} }`;

describe('a variable names', () => {
  test('a guardrail, whose filters are then known', async () => {
    const rest = `model: ${NOVA}\nguardrail: { text_units_per_request: 3 }`;
    for (const place of [lambda('GUARDRAIL_ID'), '{ file: app/chat.py, name: GUARDRAIL }']) {
      const own = await same(`${rest}\nuses: [${place}]`, `${rest}\nuses: [aws_bedrock_guardrail.safe]`);
      expect(own).toContainEqual(expect.stringMatching(/^content filters?/));
    }
  });

  test('an agent, whose model is then followed', async () => {
    const own = await same(`agent: ${lambda('AGENT_ID')}`, 'agent: aws_bedrockagent_agent.support');
    expect(own).toContain('input tokens, Nova Pro, in region');
  });

  test('a knowledge base', async () => {
    const keys = (place: string) =>
      `model: ${NOVA}\nknowledge_base: { ${place}, embedding: { tokens: 1M per month } }`;
    const own = await same(
      keys('address: aws_lambda_function.chat, env: KNOWLEDGE_BASE_ID'),
      keys('address: aws_bedrockagent_knowledge_base.docs'),
    );
    expect(own).toContainEqual(expect.stringContaining('Titan Text Embeddings V2'));
  });

  test('a log group, by the name that the code gives it', async () => {
    const rest = `model: ${NOVA}`;
    await same(`${rest}\nuses: [${lambda('LOG_GROUP')}]`, `${rest}\nuses: [aws_cloudwatch_log_group.app]`);
  });
});

describe('what names nothing', () => {
  const declares =
    'it declares aws_bedrock_guardrail.safe, aws_bedrockagent_agent.support, aws_bedrockagent_knowledge_base.docs';

  test.each([
    [
      `uses: [${lambda('OTHER')}]`,
      `uses of chat is OTHER of aws_lambda_function.chat, and aws_lambda_function.chat sets it to "x", which is nothing that the infrastructure code declares; ${declares}`,
      'uses: [aws_bedrock_guardrail.safe]',
    ],
    [
      `uses: [${lambda('NONE')}]`,
      `uses of chat is NONE of aws_lambda_function.chat, and aws_lambda_function.chat sets no environment variable NONE; it sets GUARDRAIL_ID, AGENT_ID, KNOWLEDGE_BASE_ID, LOG_GROUP, OTHER; ${declares}`,
      'uses: [aws_bedrock_guardrail.safe]',
    ],
    [
      'agent: { file: app/chat.py, name: NOT_SET }',
      'agent of chat is NOT_SET of app/chat.py, and the infrastructure code sets no variable NOT_SET; it declares aws_bedrockagent_agent.support',
      'agent: aws_bedrockagent_agent.support',
    ],
    [
      'knowledge_base: { file: app/chat.py, name: KB }',
      'knowledge_base of chat is KB of app/chat.py, and app/chat.py reads no variable KB; it declares aws_bedrockagent_knowledge_base.docs',
      'knowledge_base: { address: aws_bedrockagent_knowledge_base.docs }',
    ],
  ])('%s', async (keys, message, hint) => {
    const { diagnostics } = await seen(`model: ${NOVA}\n${keys}`);
    expect(diagnostics).toEqual([[`binding-unmatched: ${message}`, hint]]);
  });

  test.each([
    [
      'uses: [{ address: aws_lambda_function.chat }]',
      'Item 1 of `uses` of workload `chat` names a resource, and not what of it.',
      '- { address: aws_lambda_function.chat, env: GUARDRAIL_ID }',
    ],
    [
      'agent: { file: app/chat.py }',
      '`agent` of workload `chat` names a file, and not which variable of it.',
      'agent: { file: app/chat.py, name: AGENT_ID }',
    ],
    [
      'knowledge_base: { env: KNOWLEDGE_BASE_ID }',
      '`knowledge_base` of workload `chat` names neither a file nor a resource.',
      'knowledge_base: { address: aws_lambda_function.chat, env: KNOWLEDGE_BASE_ID }',
    ],
  ])('%s', async (keys, message, hint) => {
    const { diagnostics } = await seen(`model: ${NOVA}\n${keys}`);
    expect(diagnostics).toEqual([[`manifest-missing: ${message}`, hint]]);
  });
});
