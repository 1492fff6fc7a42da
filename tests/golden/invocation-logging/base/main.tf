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
