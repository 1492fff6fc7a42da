import boto3

MODEL_ID = "amazon.nova-lite-v1:0"

bedrock = boto3.client("bedrock-runtime")


def summarise(document: str) -> str:
    response = bedrock.converse(
        modelId=MODEL_ID,
        messages=[{"role": "user", "content": [{"text": f"Summarise:\n\n{document}"}]}],
        inferenceConfig={"maxTokens": 1000},
    )
    return response["output"]["message"]["content"][0]["text"]
