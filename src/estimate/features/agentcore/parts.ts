/** The parts of AgentCore that are billed by the count of something, and by the session. */
import { z } from 'zod';
import { amount, gigabytes, oneOf, rate, section } from '../../../model/fields.ts';

export type PartKey =
  | 'runtime'
  | 'browser'
  | 'code_interpreter'
  | 'gateway'
  | 'memory'
  | 'identity'
  | 'policy'
  | 'evaluations'
  | 'web_search';

/** One thing that is counted: the key that states it, what the book calls it, and what to write where it is missing. */
export interface Counted {
  readonly key: string;
  readonly dimension: string;
  readonly component: string;
  /** Plural, as the price counts it. */
  readonly unit: string;
  readonly name: string;
  readonly example: string;
  /** Billed by what stands there, whether it is used or not. */
  readonly isFloor?: boolean;
  readonly note?: string;
  /** Why the price is not relied on while the book has it from one secondary source alone. */
  readonly unsettled?: string;
}

/** Who states the usage: only a workload has requests. */
type Stating = 'workload' | 'resource';

export interface Part {
  readonly key: PartKey;
  readonly description: string;
  readonly schema: (of: Stating) => z.ZodType;
  /** For those with sessions: the start of the dimensions of the book. */
  readonly sessions?: string;
  readonly counted: readonly Counted[];
}

function sessionKeys(of: Stating) {
  return {
    sessions: z.optional(rate('sessions')),
    ...(of === 'workload'
      ? { sessions_per_request: z.optional(amount('sessions').describe('1 where both are absent.')) }
      : {}),
    active_seconds: z.optional(amount('seconds').describe('Seconds of a session in which its CPU works.')),
    vcpus: z.optional(amount('vCPUs').describe('vCPUs that work meanwhile. 1 where absent.')),
    session_seconds: z.optional(
      amount('seconds').describe(
        'Seconds that a session lives, its idle time included: memory is billed for them.',
      ),
    ),
    memory: z.optional(gigabytes().describe('Memory of a session at its peak.')),
  };
}

const PARTS_WITH_SESSIONS: readonly Part[] = [
  {
    key: 'runtime',
    description:
      'Sessions of AgentCore Runtime: their active CPU seconds, and their memory for as long as they live.',
    schema: (of) =>
      section({
        ...sessionKeys(of),
        version: z.optional(oneOf(['v1', 'v2']).describe('Version of the runtime. `v1` where absent.')),
      }),
    sessions: 'runtime',
    counted: [],
  },
  {
    key: 'browser',
    description: 'Sessions of the AgentCore browser.',
    schema: (of) => section(sessionKeys(of)),
    sessions: 'browser',
    counted: [],
  },
  {
    key: 'code_interpreter',
    description: 'Sessions of the AgentCore code interpreter.',
    schema: (of) => section(sessionKeys(of)),
    sessions: 'code-interpreter',
    counted: [],
  },
];

const COUNTED_PARTS: readonly Part[] = [
  {
    key: 'gateway',
    description:
      'AgentCore Gateway: calls of tools, searches for tools, and the tools that are indexed for them.',
    schema: () =>
      section({
        invocations: z.optional(rate('invocations')),
        searches: z.optional(rate('searches')),
        tools: z.optional(amount('tools')),
      }),
    counted: [
      {
        key: 'invocations',
        dimension: 'gateway-invocation',
        component: 'gateway invocations',
        unit: 'invocations',
        name: 'invocations',
        example: 'invocations: 1M per month',
      },
      {
        key: 'searches',
        dimension: 'gateway-search',
        component: 'gateway searches',
        unit: 'searches',
        name: 'searches',
        example: 'searches: 100k per month',
      },
      {
        key: 'tools',
        dimension: 'gateway-tool-index',
        component: 'gateway tool index',
        unit: 'tool-months',
        name: 'tools',
        example: 'tools: 20',
        isFloor: true,
      },
    ],
  },
  {
    key: 'memory',
    description:
      'AgentCore Memory: events, the records kept by built-in and by custom strategies, and retrievals.',
    schema: () =>
      section({
        events: z.optional(rate('events')),
        records: z.optional(amount('records').describe('Records that built-in strategies keep.')),
        custom_records: z.optional(
          amount('records').describe('Records that custom or self-managed strategies keep.'),
        ),
        retrievals: z.optional(rate('retrievals')),
      }),
    counted: [
      {
        key: 'events',
        dimension: 'memory-event',
        component: 'memory events',
        unit: 'events',
        name: 'events',
        example: 'events: 30k per month',
      },
      {
        key: 'records',
        dimension: 'memory-record',
        component: 'memory records',
        unit: 'record-months',
        name: 'records',
        example: 'records: 10k',
      },
      {
        key: 'custom_records',
        dimension: 'memory-record-custom',
        component: 'custom memory records',
        unit: 'record-months',
        name: 'records',
        example: 'custom_records: 10k',
      },
      {
        key: 'retrievals',
        dimension: 'memory-retrieval',
        component: 'memory retrievals',
        unit: 'retrievals',
        name: 'retrievals',
        example: 'retrievals: 10k per month',
      },
    ],
  },
  {
    key: 'identity',
    description:
      'AgentCore Identity: requests for tokens and keys that do not come through a runtime or gateway.',
    schema: () => section({ requests: z.optional(rate('requests')) }),
    counted: [
      {
        key: 'requests',
        dimension: 'identity-request',
        component: 'identity requests',
        unit: 'requests',
        name: 'requests',
        example: 'requests: 100k per month',
        note: 'free where a runtime or a gateway asks',
      },
    ],
  },
  {
    key: 'policy',
    description:
      'AgentCore Policy: authorizations, and the tokens of policies that are written in natural language.',
    schema: () =>
      section({
        authorizations: z.optional(rate('requests')),
        input_tokens: z.optional(rate('tokens')),
      }),
    counted: [
      {
        key: 'authorizations',
        dimension: 'policy-authorization',
        component: 'policy authorizations',
        unit: 'requests',
        name: 'authorizations',
        example: 'authorizations: 1M per month',
      },
      {
        key: 'input_tokens',
        dimension: 'policy-input',
        component: 'policy input tokens',
        unit: 'tokens',
        name: 'tokens',
        example: 'input_tokens: 100k per month',
        unsettled: 'its price is not settled: public sources say 13 and 130 USD for a million tokens',
      },
    ],
  },
  {
    key: 'evaluations',
    description: 'AgentCore Evaluations: tokens of built-in evaluators, and evaluations of custom ones.',
    schema: () =>
      section({
        input_tokens: z.optional(rate('tokens')),
        output_tokens: z.optional(rate('tokens')),
        custom: z.optional(
          rate('evaluations').describe('Their judge model is billed by its tokens besides.'),
        ),
      }),
    counted: [
      {
        key: 'input_tokens',
        dimension: 'evaluation-input',
        component: 'evaluation input tokens',
        unit: 'tokens',
        name: 'tokens',
        example: 'input_tokens: 10M per month',
        unsettled: 'its price is not settled: public sources say 0.24 and 2.40 USD for a million tokens',
      },
      {
        key: 'output_tokens',
        dimension: 'evaluation-output',
        component: 'evaluation output tokens',
        unit: 'tokens',
        name: 'tokens',
        example: 'output_tokens: 1M per month',
        unsettled: 'its price is not settled: public sources say 1.20 and 12 USD for a million tokens',
      },
      {
        key: 'custom',
        dimension: 'evaluation-custom',
        component: 'custom evaluations',
        unit: 'evaluations',
        name: 'evaluations',
        example: 'custom: 10k per month',
        unsettled: 'its price is not settled: public sources say 0.15 and 1.50 USD for 1,000 evaluations',
      },
    ],
  },
  {
    key: 'web_search',
    description: 'The web search tool of AgentCore.',
    schema: () => section({ queries: z.optional(rate('queries')) }),
    counted: [
      {
        key: 'queries',
        dimension: 'web-search',
        component: 'web searches',
        unit: 'queries',
        name: 'queries',
        example: 'queries: 10k per month',
      },
    ],
  },
];

export const PARTS: readonly Part[] = [...PARTS_WITH_SESSIONS, ...COUNTED_PARTS];
