provider "aws" {
  region = "us-east-1"
}

resource "aws_ssm_parameter" "model" {
  name  = "/answers/model"
  type  = "String"
  value = "us.amazon.nova-2-lite-v1:0"
}

resource "aws_lambda_function" "answers" {
  function_name = "answers"
  role          = "arn:aws:iam::111122223333:role/answers"

  environment {
    variables = {
      MODEL_PARAMETER = aws_ssm_parameter.model.name
    }
  }
}

resource "aws_lambda_function" "summaries" {
  function_name = "summaries"
  role          = "arn:aws:iam::111122223333:role/summaries"

  environment {
    variables = {
      MODEL_ID             = "amazon.nova-pro-v1:0"
      BEDROCK_SERVICE_TIER = "flex"
    }
  }
}
