const modelId = process.env.TRIAGE_MODEL ?? 'us.amazon.nova-2-lite-v1:0';

export const handler = async (event: { text: string }) => ({ modelId, text: event.text });
