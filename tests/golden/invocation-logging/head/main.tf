provider "aws" {
  region = "eu-central-1"
}

resource "aws_cloudwatch_log_group" "lambda" {
  name = "/aws/lambda/chat"
}

resource "aws_bedrock_guardrail" "chat" {
  name                      = "chat"
  blocked_input_messaging   = "no"
  blocked_outputs_messaging = "no"
}

resource "aws_cloudwatch_log_group" "invocations" {
  name              = "/bedrock/invocations"
  retention_in_days = 30
}

resource "aws_bedrock_model_invocation_logging_configuration" "this" {
  logging_config {
    embedding_data_delivery_enabled = false
    cloudwatch_config {
      log_group_name = aws_cloudwatch_log_group.invocations.name
      role_arn       = "arn:aws:iam::111122223333:role/logging"
    }
  }
}
