# A cluster that keeps no vectors: none of this product's business.
resource "aws_rds_cluster" "orders" {
  cluster_identifier = "orders"
  engine             = "aurora-postgresql"
  serverlessv2_scaling_configuration {
    min_capacity = 2
    max_capacity = 8
  }
}

resource "aws_rds_cluster" "manuals" {
  cluster_identifier = "manuals"
  engine             = "aurora-postgresql"
  engine_mode        = "provisioned"
  serverlessv2_scaling_configuration {
    min_capacity = 0.5
    max_capacity = 8
  }
}

resource "aws_rds_cluster_instance" "manuals" {
  count              = 2
  cluster_identifier = aws_rds_cluster.manuals.id
  engine             = aws_rds_cluster.manuals.engine
  instance_class     = "db.serverless"
}

resource "aws_bedrockagent_knowledge_base" "manuals" {
  name     = "manuals"
  role_arn = "arn:aws:iam::111122223333:role/manuals"
  knowledge_base_configuration {
    type = "VECTOR"
    vector_knowledge_base_configuration {
      embedding_model_arn = "arn:aws:bedrock:us-east-1::foundation-model/amazon.titan-embed-text-v2:0"
    }
  }
  storage_configuration {
    type = "RDS"
    rds_configuration {
      resource_arn           = aws_rds_cluster.manuals.arn
      credentials_secret_arn = "arn:aws:secretsmanager:us-east-1:111122223333:secret:manuals"
      database_name          = "manuals"
      table_name             = "chunks"
    }
  }
}

resource "aws_opensearch_domain" "tickets" {
  domain_name = "tickets"
  cluster_config {
    instance_type  = "r7g.large.search"
    instance_count = 2
  }
  ebs_options {
    ebs_enabled = true
    volume_size = 100
    volume_type = "gp3"
  }
}

resource "aws_neptunegraph_graph" "parts" {
  graph_name         = "parts"
  provisioned_memory = 32
  vector_search_configuration {
    vector_search_dimension = 1024
  }
}

resource "aws_kendra_index" "intranet" {
  name     = "intranet"
  edition  = "GEN_AI_ENTERPRISE_EDITION"
  role_arn = "arn:aws:iam::111122223333:role/intranet"
}

locals {
  titan = "arn:aws:bedrock:us-east-1::foundation-model/amazon.titan-embed-text-v2:0"
}

resource "aws_bedrockagent_knowledge_base" "tickets" {
  name     = "tickets"
  role_arn = "arn:aws:iam::111122223333:role/tickets"
  knowledge_base_configuration {
    type = "VECTOR"
    vector_knowledge_base_configuration {
      embedding_model_arn = local.titan
    }
  }
  storage_configuration {
    type = "OPENSEARCH_MANAGED_CLUSTER"
    opensearch_managed_cluster_configuration {
      domain_arn        = aws_opensearch_domain.tickets.arn
      domain_endpoint   = "https://${aws_opensearch_domain.tickets.endpoint}"
      vector_index_name = "tickets"
    }
  }
}

resource "aws_bedrockagent_knowledge_base" "parts" {
  name     = "parts"
  role_arn = "arn:aws:iam::111122223333:role/parts"
  knowledge_base_configuration {
    type = "VECTOR"
    vector_knowledge_base_configuration {
      embedding_model_arn = local.titan
    }
  }
  storage_configuration {
    type = "NEPTUNE_ANALYTICS"
    neptune_analytics_configuration {
      graph_arn = aws_neptunegraph_graph.parts.arn
    }
  }
}

resource "aws_bedrockagent_knowledge_base" "intranet" {
  name     = "intranet"
  role_arn = "arn:aws:iam::111122223333:role/intranet"
  knowledge_base_configuration {
    type = "KENDRA"
    kendra_knowledge_base_configuration {
      kendra_index_arn = aws_kendra_index.intranet.arn
    }
  }
}
