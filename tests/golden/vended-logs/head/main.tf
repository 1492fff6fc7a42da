resource "aws_bedrockagent_knowledge_base" "manuals" {
  name     = "manuals"
  role_arn = "arn:aws:iam::111122223333:role/base"
}

resource "aws_cloudwatch_log_group" "base" {
  name              = "/aws/vendedlogs/bedrock/manuals"
  retention_in_days = 14
}

resource "aws_cloudwatch_log_delivery_source" "base" {
  name         = "manuals"
  log_type     = "APPLICATION_LOGS"
  resource_arn = aws_bedrockagent_knowledge_base.manuals.arn
}

resource "aws_cloudwatch_log_delivery_destination" "base" {
  name = "manuals"

  delivery_destination_configuration {
    destination_resource_arn = aws_cloudwatch_log_group.base.arn
  }
}

resource "aws_cloudwatch_log_delivery" "base" {
  delivery_source_name     = aws_cloudwatch_log_delivery_source.base.name
  delivery_destination_arn = aws_cloudwatch_log_delivery_destination.base.arn
}

# Of something else: left alone.
resource "aws_cloudwatch_log_delivery_source" "distribution" {
  name         = "distribution"
  log_type     = "ACCESS_LOGS"
  resource_arn = "arn:aws:cloudfront::111122223333:distribution/E1"
}
