import boto3
MODEL = "us.amazon.nova-pro-v1:0"
c = boto3.client("bedrock-runtime")
def ask(m):
    return c.converse(modelId=MODEL, messages=m, serviceTier={"type": "priority"}, inferenceConfig={"maxTokens": 500})
