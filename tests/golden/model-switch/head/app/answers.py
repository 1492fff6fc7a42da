MODEL_ID = "global.anthropic.claude-opus-4-7"


def answer(client, question: str):
    return client.converse(modelId=MODEL_ID, messages=[{"role": "user", "content": [{"text": question}]}])
