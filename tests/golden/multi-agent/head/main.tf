resource "aws_bedrockagent_agent" "concierge" {
  agent_name              = "concierge"
  agent_resource_role_arn = "arn:aws:iam::111122223333:role/concierge"
  foundation_model        = "amazon.nova-pro-v1:0"
  agent_collaboration     = "SUPERVISOR"
}

locals {
  collaborators = { booking = "amazon.nova-lite-v1:0", weather = "amazon.nova-micro-v1:0" }
}

resource "aws_bedrockagent_agent" "booking" {
  agent_name              = "booking"
  agent_resource_role_arn = "arn:aws:iam::111122223333:role/booking"
  foundation_model        = local.collaborators.booking
}

resource "aws_bedrockagent_agent_alias" "booking" {
  agent_alias_name = "live"
  agent_id         = aws_bedrockagent_agent.booking.agent_id
}

resource "aws_bedrockagent_agent_collaborator" "booking" {
  agent_id                  = aws_bedrockagent_agent.concierge.agent_id
  collaborator_name         = "booking"
  collaboration_instruction = "Books rooms."
  agent_descriptor {
    alias_arn = aws_bedrockagent_agent_alias.booking.agent_alias_arn
  }
}

resource "aws_bedrockagent_agent" "weather" {
  agent_name              = "weather"
  agent_resource_role_arn = "arn:aws:iam::111122223333:role/weather"
  foundation_model        = local.collaborators.weather
}

resource "aws_bedrockagent_agent_alias" "weather" {
  agent_alias_name = "live"
  agent_id         = aws_bedrockagent_agent.weather.agent_id
}

resource "aws_bedrockagent_agent_collaborator" "weather" {
  agent_id                  = aws_bedrockagent_agent.concierge.agent_id
  collaborator_name         = "weather"
  collaboration_instruction = "Knows the weather."
  agent_descriptor {
    alias_arn = aws_bedrockagent_agent_alias.weather.agent_alias_arn
  }
}
