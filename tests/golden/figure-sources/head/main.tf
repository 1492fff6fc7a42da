resource "aws_cloudwatch_log_group" "calls" {
  name              = "calls"
  retention_in_days = 30
}
