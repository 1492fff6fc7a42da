moved {
  from = aws_opensearchserverless_collection.kb
  to   = aws_opensearchserverless_collection.manuals
}

resource "aws_opensearchserverless_collection" "manuals" {
  name             = "manuals"
  type             = "VECTORSEARCH"
  standby_replicas = "ENABLED"
}
