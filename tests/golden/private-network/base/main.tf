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
