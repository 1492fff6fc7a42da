export const ANSWER_MODEL = 'us.anthropic.claude-3-5-haiku-20241022-v1:0';

export const regional = (prefix: string) => `${prefix}.anthropic.claude-opus-4-6-v1`;

export const CHOICES = [
  'us.amazon.nova-micro-v1:0',
  'us.amazon.nova-lite-v1:0',
  'us.amazon.nova-pro-v1:0',
];
