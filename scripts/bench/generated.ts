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

/** A program of about `characters`, with three model ids in every 20 kB, many dots, and words that look like ids. */
export function generatedProgram(seed: number, characters: number): string {
  const parts: string[] = [];
  for (let length = 0, index = 0; length < characters; index++) {
    const part = index % 40 === 0 ? namingModels(seed + index) : plainFunction(seed + index);
    parts.push(part);
    length += part.length;
  }
  return parts.join('');
}

function namingModels(index: number): string {
  return `
MODEL_${index} = os.environ.get("MODEL_${index}", "us.anthropic.claude-sonnet-4-5-20250929-v1:0")
FALLBACK_${index} = "amazon.nova-lite-v1:0"  # was amazon.nova-micro-v1:0
`;
}

function plainFunction(index: number): string {
  return `
def handle_${index}(event, context):
    """Reads the order, and answers with what openai.types or google.cloud would say; see meta.title."""
    order = json.loads(event["body"])["orders"][${index}]
    logger.info("order %s of %s", order.get("id"), context.function_name)
    total = sum(line["price"] * line["count"] for line in order["lines"]) / 1.19
    if total > ${index}.5 and order["customer"].startswith("anthropic."):
        return {"statusCode": 200, "body": json.dumps({"total": round(total, 2), "currency": "EUR"})}
    return writer.colors.paint(order, shade=${index} % 7, title=meta.title)
`;
}
