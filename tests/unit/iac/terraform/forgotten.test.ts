/** `removed` blocks. */
import { expect, test } from 'vitest';
import { read } from '../support.ts';

const removed = (from: string, lifecycle: string) => `removed {
  from = ${from}
${lifecycle}}
`;
const DESTROY = (value: boolean) => `  lifecycle {
    destroy = ${value}
  }
`;

test.each([
  ['main.tf', removed('aws_bedrock_guardrail.g', DESTROY(false)), ['aws_bedrock_guardrail.g']],
  ['main.tf', removed('module.kb', DESTROY(false)), ['module.kb']],
  [
    'main.tf',
    removed('module.kb.awscc_bedrock_agent.a', DESTROY(false)),
    ['module.kb.awscc_bedrock_agent.a'],
  ],
  // Terraform destroys where nothing is said, OpenTofu does not.
  ['main.tf', removed('aws_bedrock_guardrail.g', ''), []],
  ['main.tofu', removed('aws_bedrock_guardrail.g', ''), ['aws_bedrock_guardrail.g']],
  ['main.tofu', removed('aws_bedrock_guardrail.g', DESTROY(true)), []],
  ['main.tf', removed('aws_bedrock_guardrail.g', DESTROY(true)), []],
  ['main.tf', removed('random_id.x', DESTROY(false)), []],
  ['main.tf', removed('"text"', DESTROY(false)), []],
])('%s: %s', (file, block, forgotten) => {
  const { diagnostics } = read({ [file]: block });
  expect(diagnostics.map(({ code, message }) => `${code}: ${message.split(' ')[0]}`)).toEqual(
    forgotten.map((address) => `iac-forgotten: ${address}`),
  );
  expect(diagnostics.every(({ severity, at }) => severity === 'notice' && at?.line === 1)).toBe(true);
});
