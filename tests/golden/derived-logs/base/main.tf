provider "aws" {
  region = "us-east-1"
}

resource "aws_cloudwatch_log_group" "prompts" {
  name              = "/bedrock/prompts"
  retention_in_days = 90
}

resource "aws_cloudwatch_log_group" "functions" {
  name = "/aws/lambda/chat"
}
