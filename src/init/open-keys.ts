/** Keys that only a person or a metric can fill in. */
import type { MappedResource } from '../bind/map-resources.ts';
import type { ModelPurpose } from '../code/purpose.ts';
import type { OpenKey } from './candidate.ts';

/** Requests, with what the code says of how often they come. */
export function requestsKey(...hints: readonly string[]): OpenKey {
  const note = ['how many requests it gets', ...hints].join('; ');
  return hints.length > 0
    ? { key: 'requests', value: 'N per month', note }
    : { key: 'requests', value: 'N per day', note };
}

/** What one model call takes and makes, by what its models are for. */
export function openSizes(purposes: ReadonlySet<ModelPurpose>, most?: string): readonly OpenKey[] {
  const answers = purposes.has('text') || purposes.has('speech');
  const out = most === undefined ? '' : `; ${most}`;
  const cached = purposes.has('text') ? ', cached ones included' : '';
  return [
    ...(answers || purposes.has('embedding')
      ? [{ key: 'input_tokens', value: 'N', note: `of one model call${cached}; the mean` }]
      : []),
    ...(answers
      ? [{ key: 'output_tokens', value: 'N', note: `of one model call, thinking included; the mean${out}` }]
      : []),
    ...MEDIA.flatMap(({ purpose, ...key }) => (purposes.has(purpose) ? [key] : [])),
  ];
}

const MEDIA: readonly (OpenKey & { readonly purpose: ModelPurpose })[] = [
  {
    purpose: 'image',
    key: 'images',
    value: '{ count: N }',
    note: 'images of one model call; size and quality beside it where the price depends on them',
  },
  {
    purpose: 'video',
    key: 'video',
    value: '{ seconds: N, resolution: 720p }',
    note: 'seconds that one model call makes',
  },
  {
    purpose: 'speech',
    key: 'speech',
    value: '{ input_tokens: N, output_tokens: N }',
    note: 'speech tokens of one model call, beside those of text',
  },
];

/** Sections for the guardrail and the knowledge bases that are reached. */
export function openParts(used: readonly MappedResource[]): readonly OpenKey[] {
  const named = (role: string) => [
    ...new Set(used.filter(({ mapped }) => mapped.role === role).map(({ resource }) => resource.address)),
  ];
  const [guardrail] = named('guardrail');
  const [knowledgeBase] = named('knowledge-base');
  return [
    ...(guardrail === undefined
      ? []
      : [
          {
            key: 'guardrail',
            value: '{ text_units_per_request: N }',
            note: `${guardrail} evaluates it; 1,000 characters each`,
          },
        ]),
    ...(knowledgeBase === undefined
      ? []
      : [
          {
            key: 'knowledge_base',
            value: '{ embedding: { tokens: N per month } }',
            note: `what ${knowledgeBase} embeds, questions and documents`,
          },
        ]),
  ];
}
