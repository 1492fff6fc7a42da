/** Inputs for the bench, made here so that it needs nothing but the project. */

/** Terraform as people write it: blocks, templates, conditions, heredocs and expressions, in `blocks` resources. */
export function generatedTerraform(blocks: number): string {
  return Array.from({ length: blocks }, (_, index) => block(index)).join('\n');
}

function block(index: number): string {
  return `
# agent ${index}
resource "aws_bedrockagent_agent" "agent_${index}" {
  count            = var.enabled && var.tier != "off" ? 1 : 0
  agent_name       = "\${var.prefix}-agent-${index}-\${lower(var.environment)}"
  foundation_model = lookup(var.models, "agent_${index}", local.default_model)
  instruction      = <<-EOT
    Answer questions of team ${index}. Be brief.
    %{ for name in var.tools ~}
    Tool: \${name}
    %{ endfor ~}
  EOT
  tags = merge(local.tags, { Name = "agent-${index}", Cost = tostring(${index} * 1.5) })

  dynamic "guardrail_configuration" {
    for_each = var.guardrails[*].id
    content {
      guardrail_identifier = guardrail_configuration.value
      guardrail_version    = "DRAFT"
    }
  }
}`;
}

/** A manifest of `count` workloads; `seed` varies one number, so that every workload changes between two sides. */
export function generatedWorkloads(count: number, seed: number): string {
  const workloads = Array.from(
    { length: count },
    (_, index) => `  workload-${index}:
    requests: ${1000 + index} per day
    model: global.anthropic.claude-haiku-4-5-20251001-v1:0
    input_tokens: ${2000 + seed}
    output_tokens: 500
    guardrail: { filters: [content], text_units_per_request: 3 }`,
  );
  return `version: 1\nregion: us-east-1\nworkloads:\n${workloads.join('\n')}\n`;
}

/** A CloudFormation template of at most so many bytes: agents with parameters, texts and tags. */
export function generatedTemplate(bytes: number): string {
  const head = `Parameters:
  Model: { Type: String, Default: "us.amazon.nova-lite-v1:0" }
  Prefix: { Type: String, Default: app }
Conditions:
  IsNear: !Equals [!Ref "AWS::Region", us-east-1]
Resources:
`;
  const resources: string[] = [];
  let length = head.length;
  for (let index = 0; ; index++) {
    const resource = `  Agent${index}:
    Type: AWS::Bedrock::Agent
    Condition: IsNear
    Properties:
      AgentName: !Sub "\${Prefix}-\${AWS::Region}-${index}"
      FoundationModel: !Ref Model
      Instruction: |
        Answer questions of team ${index}.
        Be brief.
      Tags: { Team: team-${index}, Region: !Join ["-", [in, !Ref "AWS::Region"]] }
`;
    length += resource.length;
    if (length > bytes) return head + resources.join('');
    resources.push(resource);
  }
}
