resource "aws_opensearchserverless_collection" "kb" {
  name             = "manuals"
  type             = "VECTORSEARCH"
  standby_replicas = "DISABLED"
}
