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

/** Modules that the calls of an estate share. */
const KINDS = 50;

/**
 * The files of one root with `modules` calls of modules, 20 resources each: typed inputs, locals, conditions, loops,
 * templates, and references from a module to the one before it.
 */
export function generatedEstate(modules: number): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (let kind = 0; kind < KINDS; kind++) files.set(`modules/kind-${kind}/main.tf`, moduleText(kind));
  for (let from = 0; from < modules; from += 100) {
    const calls = Array.from({ length: Math.min(100, modules - from) }, (_, at) => callText(from + at));
    files.set(`team-${from}.tf`, calls.join('\n'));
  }
  files.set(
    'main.tf',
    `
variable "environment" { default = "prod" }
variable "models" {
  type = map(object({ id = string, units = optional(number, 1) }))
  default = { chat = { id = "anthropic.claude-sonnet-4-5-20250929-v1:0" }, fast = { id = "amazon.nova-micro-v1:0", units = 2 } }
}
locals { tags = { environment = var.environment } }
provider "aws" { region = "us-east-1" }
`,
  );
  return files;
}
function callText(index: number): string {
  const before = index % 10 === 0 ? '"none"' : `module.m${index - 1}.agent`;
  return `
module "m${index}" {
  source   = "./modules/kind-${index % KINDS}"
  name     = "team-${index}-\${var.environment}"
  model    = var.models[${index} % 2 == 0 ? "chat" : "fast"].id
  settings = { units = ${index % 3}, retention = ${index % 2 === 0 ? 30 : 'null'} }
  upstream = ${before}
  tags     = merge(local.tags, { team = "t${index}" })
}`;
}
function moduleText(kind: number): string {
  return `
variable "name" { type = string }
variable "model" { type = string }
variable "upstream" { type = string }
variable "tags" { type = map(string) }
variable "settings" {
  type = object({ units = optional(number, 1), retention = optional(number, 14), filters = optional(list(string), ["HATE", "VIOLENCE"]) })
}
locals {
  prefix = lower(replace(var.name, "_", "-"))
  groups = { for index in range(8) : "g\${index}" => { name = "\${local.prefix}-\${index}", keep = index % 2 == 0 ? var.settings.retention : 7 } }
}
resource "aws_cloudwatch_log_group" "log" {
  for_each          = local.groups
  name              = "/aws/bedrock/\${each.value.name}"
  retention_in_days = each.value.keep
  tags              = merge(var.tags, { kind = "k${kind}" })
}
resource "aws_bedrock_guardrail" "guard" {
  count = var.settings.units > 0 || var.upstream != "" ? 1 : 0
  name  = "\${local.prefix}-guard"
  content_policy_config {
    dynamic "filters_config" {
      for_each = var.settings.filters
      content {
        type            = filters_config.value
        input_strength  = "HIGH"
        output_strength = "HIGH"
      }
    }
  }
}
resource "aws_bedrockagent_agent" "agent" {
  agent_name       = local.prefix
  foundation_model = var.model
  instruction      = <<-EOT
    You work for \${var.name}.
    %{ for filter in var.settings.filters ~}
    Avoid \${filter}.
    %{ endfor ~}
  EOT
  guardrail_configuration {
    guardrail_identifier = one(aws_bedrock_guardrail.guard[*].guardrail_id)
    guardrail_version    = "DRAFT"
  }
}
resource "aws_s3vectors_index" "index" {
  count              = 10
  index_name         = format("%s-%03d", local.prefix, count.index)
  vector_bucket_name = "\${local.prefix}-vectors"
  dimension          = count.index == 0 ? 1024 : 256
}
output "agent" { value = aws_bedrockagent_agent.agent.agent_name }
`;
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
