# Asks old questions again, with the model of answers.py
MODEL_ID = "us.anthropic.claude-opus-4-6-v1"
