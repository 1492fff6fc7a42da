resource "aws_bedrockagent_agent" "orders" {
  agent_name              = "orders"
  agent_resource_role_arn = "arn:aws:iam::111122223333:role/agent"
  foundation_model        = "amazon.nova-lite-v1:0"

  customer_encryption_key_arn = aws_kms_alias.orders.target_key_arn
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

resource "aws_kms_key" "orders" {
  description         = "orders"
  enable_key_rotation = true
}

resource "aws_kms_alias" "orders" {
  name          = "alias/orders"
  target_key_id = aws_kms_key.orders.key_id
}

resource "aws_lambda_function" "refund" {
  function_name = "refund"
  role          = "arn:aws:iam::111122223333:role/refund"
}

resource "aws_lambda_alias" "refund" {
  name             = "live"
  function_name    = aws_lambda_function.refund.function_name
  function_version = "1"
}

resource "aws_bedrockagent_agent_action_group" "refund" {
  action_group_name = "refund"
  agent_id          = aws_bedrockagent_agent.orders.agent_id
  agent_version     = "DRAFT"

  action_group_executor {
    lambda = aws_lambda_alias.refund.arn
  }
}

resource "aws_s3_bucket" "documents" {
  bucket = "acme-documents"
}

resource "aws_s3_bucket" "manuals" {
  bucket = "acme-manuals"
}

resource "aws_bedrockagent_data_source" "manuals" {
  name              = "manuals"
  knowledge_base_id = "KB12345678"

  data_source_configuration {
    type = "S3"

    s3_configuration {
      bucket_arn = aws_s3_bucket.manuals.arn
    }
  }
}
