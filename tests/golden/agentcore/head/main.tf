resource "aws_bedrockagentcore_agent_runtime" "helpdesk" {
  agent_runtime_name = "helpdesk"
  role_arn           = "arn:aws:iam::111122223333:role/helpdesk"
  agent_runtime_artifact {
    container_configuration {
      container_uri = "111122223333.dkr.ecr.us-east-1.amazonaws.com/helpdesk:1"
    }
  }
  network_configuration {
    network_mode = "PUBLIC"
  }
  lifecycle_configuration {
    idle_runtime_session_timeout = 300
  }
}

resource "aws_bedrockagentcore_memory" "helpdesk" {
  name                  = "helpdesk"
  event_expiry_duration = 30
}

resource "aws_bedrockagentcore_memory_strategy" "preferences" {
  name       = "preferences"
  memory_id  = aws_bedrockagentcore_memory.helpdesk.id
  type       = "CUSTOM"
  namespaces = ["preferences"]
  configuration {
    type = "USER_PREFERENCE_OVERRIDE"
  }
}

resource "aws_bedrockagentcore_gateway" "tools" {
  name            = "tools"
  role_arn        = "arn:aws:iam::111122223333:role/tools"
  authorizer_type = "AWS_IAM"
  protocol_type   = "MCP"
  protocol_configuration {
    mcp {
      search_type = "SEMANTIC"
    }
  }
}

resource "aws_bedrockagentcore_gateway_target" "orders" {
  name               = "orders"
  gateway_identifier = aws_bedrockagentcore_gateway.tools.gateway_id
  target_configuration {
    mcp {
      lambda {
        lambda_arn = "arn:aws:lambda:us-east-1:111122223333:function:orders"
        tool_schema {
          inline_payload {
            name = "find_order"
            input_schema {
              type = "object"
            }
          }
          inline_payload {
            name = "cancel_order"
            input_schema {
              type = "object"
            }
          }
        }
      }
    }
  }
}

resource "aws_bedrockagentcore_code_interpreter" "reports" {
  name = "reports"
  network_configuration {
    network_mode = "SANDBOX"
  }
}
