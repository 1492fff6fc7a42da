// biome-ignore-all lint/suspicious/noTemplateCurlyInString: infrastructure code is written here.
import { expect, test } from 'vitest';
import { arithmetic, costOf, estimated } from './estimating.ts';

const STATES = `{"StartAt":"Ask","States":{"Ask":{"Type":"Task","Resource":"arn:aws:states:::bedrock:invokeModel","Parameters":{"ModelId":"MODEL"},"End":true}}}`;
const workload = (address: string, attribute: string) => `workloads:
  ask:
    model: { address: ${address}, attribute: ${attribute}.States.Ask.Parameters.ModelId }
    requests: 1000 per day
    input_tokens: 2000
    output_tokens: 100
`;
const model = 'us.amazon.nova-pro-v1:0';
const lines = async (manifest: string, files: Readonly<Record<string, string>>) =>
  (await estimated(manifest, { files })).charges.map(
    (charge) => `${charge.component}: ${arithmetic(charge)} = ${costOf(charge).split(' | ')[0]}`,
  );
const inTerraform = (definition: string) => ({
  'main.tf': `variable "model" { default = "${model}" }\nresource "aws_sfn_state_machine" "ask" {\n  definition = ${definition}\n}\n`,
  'ask.asl.json': STATES.replace('MODEL', '${model}'),
});
const HCL =
  'jsonencode({ StartAt = "Ask", States = { Ask = { Type = "Task", Resource = "arn:aws:states:::bedrock:invokeModel", Parameters = { ModelId = var.model }, End = true } } })';

test.each<[string, Readonly<Record<string, string>>]>([
  ['jsonencode()', inTerraform(HCL)],
  ['heredoc', inTerraform(`<<EOT\n${STATES.replace('MODEL', '${var.model}')}\nEOT`)],
  ['templatefile()', inTerraform('templatefile("ask.asl.json", { model = var.model })')],
])('a state machine of Terraform in %s costs what that of a template costs', async (_form, files) => {
  const template = {
    'app.yaml': `Resources:\n  Ask:\n    Type: AWS::StepFunctions::StateMachine\n    Properties: { DefinitionString: '${STATES.replace('MODEL', model)}' }\n`,
  };
  for (const [own, other] of [
    [workload('aws_sfn_state_machine.ask', 'definition'), workload('Ask', 'Definition')],
    ['', ''],
  ] as const) {
    const twin = await lines(other, template);
    expect(twin.length).toBeGreaterThan(0);
    expect(await lines(own, files)).toEqual(twin);
  }
  expect((await lines(workload('aws_sfn_state_machine.ask', 'definition'), files))[0]).toBe(
    'input tokens: 30000 requests × 2000 input tokens = 48',
  );
});

test('what is not known in a definition leaves the rest known', async () => {
  const files = {
    'main.tf': `resource "aws_lambda_function" "f" {}\nresource "aws_sfn_state_machine" "ask" {\n  definition = <<EOT\n${STATES.replace('MODEL', model).replace('"End":true', '"Next":"${aws_lambda_function.f.arn}"')}\nEOT\n}\n`,
  };
  expect((await lines(workload('aws_sfn_state_machine.ask', 'definition'), files))[0]).toContain('= 48');
});
