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

resource "aws_s3_bucket" "prompts" {
  bucket = "acme-prompts"
}

resource "aws_s3_bucket_lifecycle_configuration" "prompts" {
  bucket = aws_s3_bucket.prompts.id

  rule {
    id     = "drop"
    status = "Enabled"

    filter {}

    expiration {
      days = 60
    }
  }
}

resource "aws_bedrock_model_invocation_logging_configuration" "this" {
  logging_config {
    image_data_delivery_enabled = false

    cloudwatch_config {
      log_group_name = aws_cloudwatch_log_group.prompts.name
      role_arn       = "arn:aws:iam::111122223333:role/logging"

      large_data_delivery_s3_config {
        bucket_name = aws_s3_bucket.prompts.id
      }
    }
  }
}
