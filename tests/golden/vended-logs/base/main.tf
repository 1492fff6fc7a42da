resource "aws_bedrockagent_knowledge_base" "manuals" {
  name     = "manuals"
  role_arn = "arn:aws:iam::111122223333:role/base"
}

resource "aws_cloudwatch_log_group" "base" {
  name              = "/aws/vendedlogs/bedrock/manuals"
  retention_in_days = 14
}
