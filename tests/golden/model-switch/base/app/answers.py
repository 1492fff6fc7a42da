MODEL_ID = "us.anthropic.claude-opus-4-6-v1"


def answer(client, question: str):
    return client.converse(modelId=MODEL_ID, messages=[{"role": "user", "content": [{"text": question}]}])
