resource "aws_bedrockagent_flow" "triage" {
  name               = "triage"
  execution_role_arn = "arn:aws:iam::111122223333:role/triage"
  definition {
    node {
      name = "in"
      type = "Input"
    }
    node {
      name = "classify"
      type = "Prompt"
      configuration {
        prompt {
          source_configuration {
            inline {
              model_id      = "amazon.nova-micro-v1:0"
              template_type = "TEXT"
            }
          }
        }
      }
    }
    node {
      name = "urgent"
      type = "Condition"
    }
    node {
      name = "page"
      type = "LambdaFunction"
    }
    node {
      name = "file"
      type = "Storage"
    }
    node {
      name = "paged"
      type = "Output"
    }
    node {
      name = "filed"
      type = "Output"
    }
    dynamic "connection" {
      for_each = { in = "classify", classify = "urgent", page = "paged", file = "filed" }
      content {
        name   = connection.key
        source = connection.key
        target = connection.value
        type   = "Data"
      }
    }
    connection {
      name   = "yes"
      source = "urgent"
      target = "page"
      type   = "Conditional"
    }
    connection {
      name   = "no"
      source = "urgent"
      target = "file"
      type   = "Conditional"
    }
  }
}

resource "aws_bedrockagent_flow" "nightly" {
  name               = "nightly"
  execution_role_arn = "arn:aws:iam::111122223333:role/nightly"
  definition {
    node {
      name = "in"
      type = "Input"
    }
    node {
      name = "each"
      type = "Iterator"
    }
    node {
      name = "out"
      type = "Output"
    }
  }
}
