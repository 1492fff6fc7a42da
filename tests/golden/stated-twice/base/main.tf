resource "aws_bedrockagent_knowledge_base" "handbook" {
  name     = "handbook"
  role_arn = "arn:aws:iam::111122223333:role/knowledge-base"
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

resource "aws_s3vectors_index" "handbook" {
  index_name         = "handbook"
  vector_bucket_name = "vectors"
  data_type          = "float32"
  dimension          = 1024
  distance_metric    = "cosine"
}

resource "aws_bedrockagent_data_source" "pages" {
  name              = "pages"
  knowledge_base_id = aws_bedrockagent_knowledge_base.handbook.id
  data_source_configuration {
    type = "S3"
    s3_configuration {
      bucket_arn = aws_s3_bucket.pages.arn
    }
  }
}

resource "aws_s3_bucket" "pages" {
  bucket = "acme-handbook"
}
