"""Summaries of long documents."""
import os

import boto3

MODEL_ID = "us.anthropic.claude-sonnet-4-5-20250929-v1:0"
EMBEDDINGS = os.environ.get("EMBEDDING_MODEL_ID", "amazon.titan-embed-text-v1")

client = boto3.client("bedrock-runtime")


def summarise(text: str) -> str:
    # us.amazon.nova-lite-v1:0 was too terse
    response = client.converse(
        modelId=MODEL_ID,
        messages=[{"role": "user", "content": [{"text": text}]}],
    )
    return response["output"]["message"]["content"][0]["text"]
