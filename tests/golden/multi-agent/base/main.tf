resource "aws_bedrockagent_agent" "concierge" {
  agent_name              = "concierge"
  agent_resource_role_arn = "arn:aws:iam::111122223333:role/concierge"
  foundation_model        = "amazon.nova-pro-v1:0"
}
