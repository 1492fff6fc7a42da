resource "aws_s3_bucket" "documents" {
  bucket = "document-summaries-documents"
}

resource "aws_lambda_function" "summarise" {
  function_name = "summarise"
  role          = aws_iam_role.summarise.arn
  runtime       = "python3.13"
  handler       = "summarise.summarise"
  filename      = "app.zip"
  timeout       = 60
}

resource "aws_iam_role" "summarise" {
  name               = "summarise"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Action = "sts:AssumeRole", Effect = "Allow", Principal = { Service = "lambda.amazonaws.com" } }]
  })
}
