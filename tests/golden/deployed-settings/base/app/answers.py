import os

import boto3

parameters = boto3.client("ssm")
bedrock = boto3.client("bedrock-runtime")

MODEL_ID = parameters.get_parameter(Name=os.environ["MODEL_PARAMETER"])["Parameter"]["Value"]


def answer(question: str) -> str:
    response = bedrock.converse(
        modelId=MODEL_ID,
        messages=[{"role": "user", "content": [{"text": question}]}],
        inferenceConfig={"maxTokens": 500},
    )
    return response["output"]["message"]["content"][0]["text"]
