variable "model" {
  type    = string
  default = "global.anthropic.claude-sonnet-4-5-20250929-v1:0"
}

variable "guardrail_enabled" {
  type    = bool
  default = true
}

resource "aws_iam_role" "support" {
  name               = "support"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Action = "sts:AssumeRole", Effect = "Allow", Principal = { Service = "bedrock.amazonaws.com" } }]
  })
}

resource "aws_bedrock_guardrail" "support" {
  count                     = var.guardrail_enabled ? 1 : 0
  name                      = "support"
  blocked_input_messaging   = "I cannot help with that."
  blocked_outputs_messaging = "I cannot help with that."

  content_policy_config {
    filters_config {
      type            = "HATE"
      input_strength  = "HIGH"
      output_strength = "HIGH"
    }
    filters_config {
      type            = "PROMPT_ATTACK"
      input_strength  = "HIGH"
      output_strength = "NONE"
    }
  }

  topic_policy_config {
    topics_config {
      name       = "legal-advice"
      type       = "DENY"
      definition = "Advice on a legal question or dispute."
    }
  }

  word_policy_config {
    managed_word_lists_config {
      type = "PROFANITY"
    }
  }
}

resource "aws_bedrockagent_agent" "support" {
  agent_name              = "support"
  agent_resource_role_arn = aws_iam_role.support.arn
  foundation_model        = var.model
  instruction             = <<-EOT
    You help customers with their orders. Look an order up before you answer,
    and hand over to a person where a refund is asked for.
  EOT

  guardrail_configuration = var.guardrail_enabled ? [{
    guardrail_identifier = aws_bedrock_guardrail.support[0].guardrail_id
    guardrail_version    = "DRAFT"
  }] : []
}
