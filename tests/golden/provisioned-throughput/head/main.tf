resource "aws_bedrock_provisioned_model_throughput" "drafting" {
  provisioned_model_name = "drafting"
  model_arn              = "arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0"
  commitment_duration    = "OneMonth"
  model_units            = 2
}

resource "aws_lambda_function" "drafting" {
  function_name = "drafting"
  role          = "arn:aws:iam::111122223333:role/drafting"

  environment {
    variables = {
      MODEL_ID = aws_bedrock_provisioned_model_throughput.drafting.provisioned_model_arn
    }
  }
}
