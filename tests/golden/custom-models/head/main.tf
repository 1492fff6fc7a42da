resource "aws_bedrock_custom_model" "letters" {
  custom_model_name     = "letters"
  job_name              = "letters"
  base_model_identifier = "arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0"
  customization_type    = "FINE_TUNING"
  role_arn              = "arn:aws:iam::111122223333:role/customization"

  hyperparameters = {
    epochCount = "3"
  }
}

resource "aws_bedrock_custom_model" "minutes" {
  custom_model_name     = "minutes"
  job_name              = "minutes"
  base_model_identifier = "arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-micro-v1:0"
  role_arn              = "arn:aws:iam::111122223333:role/customization"
}
