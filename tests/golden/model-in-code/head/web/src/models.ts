export const ANSWER_MODEL = 'us.anthropic.claude-haiku-4-5-20251001-v1:0';

export const regional = (prefix: string) => `${prefix}.anthropic.claude-opus-4-7`;

export const CHOICES = [
  'us.amazon.nova-micro-v1:0',
  'us.amazon.nova-lite-v1:0',
  'us.amazon.nova-premier-v1:0',
];
