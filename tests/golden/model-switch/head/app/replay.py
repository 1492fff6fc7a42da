# Asks old questions again, with the model of answers.py
MODEL_ID = "global.anthropic.claude-opus-4-7"
