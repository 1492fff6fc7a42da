/** Keys that only a person or a metric can fill in. */
import type { MappedResource } from '../bind/map-resources.ts';
import type { OpenKey } from './candidate.ts';

/** Requests, with what the code says of how often they come. */
export function requestsKey(...hints: readonly string[]): OpenKey {
  const note = ['how many requests it gets', ...hints].join('; ');
  return hints.length > 0
    ? { key: 'requests', value: 'N per month', note }
    : { key: 'requests', value: 'N per day', note };
}

/** The tokens of one model call; a model that embeds has none to give. */
export function openSizes(embeds: boolean, most?: string): readonly OpenKey[] {
  const out = most === undefined ? '' : `; ${most}`;
  const input = {
    key: 'input_tokens',
    value: 'N',
    note: `of one model call${embeds ? '' : ', cached ones included'}; the mean`,
  };
  if (embeds) return [input];
  return [
    input,
    { key: 'output_tokens', value: 'N', note: `of one model call, thinking included; the mean${out}` },
  ];
}

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
