resource "aws_nat_gateway" "main" {
  allocation_id = "eipalloc-1"
  subnet_id     = "subnet-public"
}

# Free: a gateway endpoint.
resource "aws_vpc_endpoint" "s3" {
  vpc_id       = "vpc-1"
  service_name = "com.amazonaws.us-east-1.s3"
}

# Not Bedrock's, and the manifest says nothing of it: left alone.
resource "aws_vpc_endpoint" "logs" {
  vpc_id            = "vpc-1"
  service_name      = "com.amazonaws.us-east-1.logs"
  vpc_endpoint_type = "Interface"
  subnet_ids        = ["subnet-a"]
}

variable "search_subnets" {
  type = list(string)
}

data "aws_region" "current" {}

resource "aws_vpc_endpoint" "bedrock" {
  for_each          = toset(["bedrock-runtime", "bedrock-agent-runtime"])
  vpc_id            = "vpc-1"
  service_name      = "com.amazonaws.${data.aws_region.current.name}.${each.key}"
  vpc_endpoint_type = "Interface"
  subnet_ids        = ["subnet-a", "subnet-b"]
}

resource "aws_opensearchserverless_vpc_endpoint" "search" {
  name       = "search"
  vpc_id     = "vpc-1"
  subnet_ids = var.search_subnets
}
