resource "aws_s3vectors_vector_bucket" "handbook" {
  vector_bucket_name = "handbook"
}

resource "aws_s3vectors_index" "handbook" {
  index_name         = "handbook"
  vector_bucket_name = aws_s3vectors_vector_bucket.handbook.vector_bucket_name
  data_type          = "float32"
  dimension          = 1024
  distance_metric    = "cosine"
}

resource "aws_bedrockagent_knowledge_base" "handbook" {
  name     = "handbook"
  role_arn = "arn:aws:iam::111122223333:role/handbook"
  knowledge_base_configuration {
    type = "VECTOR"
    vector_knowledge_base_configuration {
      embedding_model_arn = "arn:aws:bedrock:us-east-1::foundation-model/amazon.titan-embed-text-v2:0"
    }
  }
  storage_configuration {
    type = "S3_VECTORS"
    s3_vectors_configuration {
      index_arn = aws_s3vectors_index.handbook.index_arn
    }
  }
}

resource "aws_bedrockagent_data_source" "handbook" {
  name              = "handbook"
  knowledge_base_id = aws_bedrockagent_knowledge_base.handbook.id
  data_source_configuration {
    type = "S3"
    s3_configuration {
      bucket_arn = "arn:aws:s3:::handbook"
    }
  }
  vector_ingestion_configuration {
    chunking_configuration {
      chunking_strategy = "FIXED_SIZE"
      fixed_size_chunking_configuration {
        max_tokens         = 300
        overlap_percentage = 20
      }
    }

    parsing_configuration {
      parsing_strategy = "BEDROCK_DATA_AUTOMATION"
    }
  }
}

# Read by a model, and used by no workload that would say how much.
resource "aws_bedrockagent_data_source" "drawings" {
  name              = "drawings"
  knowledge_base_id = "KB12345678"
  data_source_configuration {
    type = "S3"
    s3_configuration {
      bucket_arn = "arn:aws:s3:::drawings"
    }
  }
  vector_ingestion_configuration {
    parsing_configuration {
      parsing_strategy = "BEDROCK_FOUNDATION_MODEL"
      bedrock_foundation_model_configuration {
        model_arn = "arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0"
      }
    }
  }
}

resource "aws_bedrockagent_knowledge_base" "faq" {
  name     = "faq"
  role_arn = "arn:aws:iam::111122223333:role/faq"
  knowledge_base_configuration {
    type = "MANAGED"
    managed_knowledge_base_configuration {
      embedding_model_type = "MANAGED"
    }
  }
}

resource "aws_bedrockagent_knowledge_base" "sales" {
  name     = "sales"
  role_arn = "arn:aws:iam::111122223333:role/sales"
  knowledge_base_configuration {
    type = "SQL"
  }
}
