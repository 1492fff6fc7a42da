resource "aws_bedrockagent_agent" "orders" {
  agent_name              = "orders"
  agent_resource_role_arn = "arn:aws:iam::111122223333:role/agent"
  foundation_model        = "amazon.nova-lite-v1:0"
}

resource "aws_bedrockagent_agent_action_group" "lookup" {
  action_group_name = "lookup"
  agent_id          = aws_bedrockagent_agent.orders.agent_id
  agent_version     = "DRAFT"

  action_group_executor {
    lambda = aws_lambda_function.lookup.arn
  }
}

resource "aws_lambda_function" "lookup" {
  function_name = "lookup"
  role          = "arn:aws:iam::111122223333:role/lookup"
  memory_size   = 512
  architectures = ["arm64"]
}

# Nothing of Bedrock's calls it.
resource "aws_lambda_function" "website" {
  function_name = "website"
  role          = "arn:aws:iam::111122223333:role/website"
}

resource "aws_kms_key" "database" {
  description = "not of Bedrock"
}

resource "aws_s3_bucket" "website" {
  bucket = "acme-website"
}
