"""Summaries of long documents."""
import os

import boto3

MODEL_ID = "global.anthropic.claude-sonnet-5"
EMBEDDINGS = os.environ.get("EMBEDDING_MODEL_ID", "amazon.titan-embed-text-v2:0")

client = boto3.client("bedrock-runtime")


def summarise(text: str) -> str:
    # us.amazon.nova-2-lite-v1:0 was too terse
    response = client.converse(
        modelId=MODEL_ID,
        messages=[{"role": "user", "content": [{"text": text}]}],
    )
    return response["output"]["message"]["content"][0]["text"]
