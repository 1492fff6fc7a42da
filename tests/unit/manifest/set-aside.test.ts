import { expect, test } from 'vitest';
import { estimated, lines, problems } from '../estimate/estimating.ts';

const workload = (keys: string) => `workloads:\n  w:\n    requests: 1000 per month\n    ${keys}\n`;

test.each([
  ['nova_act', 'agent_hours: 10 per month', 'minutes_per_request: 5'],
  ['flow', 'executions: 10 per month', 'executions_per_request: 5'],
  ['guardrail', 'text_units_per_request: 2', 'input_chars: 500'],
  ['guardrail_checks', 'calls: 10 per month', 'calls_per_request: 2'],
  ['guardrail_checks', 'text_units_per_call: 10', 'chars: 500'],
  ['custom_model_import', 'active_minutes: 10 per month', 'minutes_per_burst: 5'],
  ['knowledge_base.structured_data', 'queries: 10 per month', 'queries_per_request: 5'],
  ['knowledge_base.embedding', 'tokens: 10k per month', 'question_tokens: 5'],
  ['agentcore.runtime', 'sessions: 10 per month', 'sessions_per_request: 5'],
])('%s: %s counts, and %s is named', async (section, counted, other) => {
  const required = section.startsWith('guardrail')
    ? `${section === 'guardrail' ? 'filters' : 'checks'}: [content], `
    : '';
  const [first = '', second] = section.split('.');
  const write = (keys: string) =>
    workload(
      `${first}: { ${second === undefined ? '' : `${second}: { `}${required}${keys}${second === undefined ? '' : ' }'} }`,
    );
  const [alone, both] = [await estimated(write(counted)), await estimated(write(`${counted}, ${other}`))];
  expect(lines(both)).toEqual(lines(alone));
  const [key, rest] = [counted.split(':')[0], other.split(':')[0]];
  expect(problems(both).filter((problem) => !problems(alone).includes(problem))).toEqual([
    `manifest-conflict: \`${section}.${rest}\` of workload \`w\` counts nothing beside \`${key}\`, which says it by itself. | ${counted}  # without ${rest}`,
  ]);
});
