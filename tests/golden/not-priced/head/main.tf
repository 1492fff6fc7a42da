variable "chat_model" {
  description = "no default: every environment sets its own"
}

resource "aws_bedrockagent_agent" "helper" {
  agent_name              = "helper"
  agent_resource_role_arn = "arn:aws:iam::111122223333:role/helper"
  foundation_model        = var.chat_model
}

resource "aws_bedrockagent_knowledge_base" "docs" {
  name     = "docs"
  role_arn = "arn:aws:iam::111122223333:role/docs"
  knowledge_base_configuration {
    type = "VECTOR"
    vector_knowledge_base_configuration {
      embedding_model_arn = "arn:aws:bedrock:us-east-1::foundation-model/cohere.embed-english-v3"
    }
  }
  storage_configuration {
    type = "PINECONE"
    pinecone_configuration {
      connection_string      = "https://docs.example.com"
      credentials_secret_arn = "arn:aws:secretsmanager:us-east-1:111122223333:secret:pinecone"
      field_mapping {
        metadata_field = "metadata"
        text_field     = "text"
      }
    }
  }
}

resource "aws_opensearchserverless_collection" "archive" {
  name             = "archive"
  type             = "VECTORSEARCH"
  standby_replicas = "DISABLED"
}
