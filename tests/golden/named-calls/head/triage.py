ANSWER_MODEL = "us.amazon.nova-2-lite-v1:0"  # the classifier's model stands in the manifest
