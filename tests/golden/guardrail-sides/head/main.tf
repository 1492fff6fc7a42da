resource "aws_bedrock_guardrail" "shop" {
  name                      = "shop"
  blocked_input_messaging   = "Sorry."
  blocked_outputs_messaging = "Sorry."
  content_policy_config {
    filters_config {
      type             = "HATE"
      input_strength   = "HIGH"
      output_strength  = "HIGH"
      input_modalities = ["TEXT", "IMAGE"]
    }
  }
  topic_policy_config {
    topics_config {
      name       = "medicine"
      type       = "DENY"
      definition = "Advice on medicine."
    }
  }
  contextual_grounding_policy_config {
    filters_config {
      type      = "GROUNDING"
      threshold = 0.8
    }
    filters_config {
      type      = "RELEVANCE"
      threshold = 0.5
    }
  }
  word_policy_config {
    words_config {
      text = "competitor"
    }
  }
}
