# A cluster that keeps no vectors: none of this product's business.
resource "aws_rds_cluster" "orders" {
  cluster_identifier = "orders"
  engine             = "aurora-postgresql"
  serverlessv2_scaling_configuration {
    min_capacity = 2
    max_capacity = 8
  }
}
