/** The keys of a manifest that belong to no feature. Made on demand: nothing here runs when the program starts. */
import { z } from 'zod';
import {
  address,
  amount,
  byName,
  byText,
  dollarRange,
  dollars,
  exactShare,
  modelId,
  oneOf,
  percent,
  positive,
  rate,
  section,
  share,
  text,
  word,
} from '../model/fields.ts';
import { LAYERS } from '../model/layer.ts';
import { TIERS } from '../model/price.ts';
import { SCENARIOS } from '../model/range.ts';
import { model, named, tier, timeToLive, variableShape } from './place-schema.ts';

const { optional } = z;

/** An AWS region. Which regions exist is for the price book to say. */
export function region() {
  return word('a region', /^[a-z]{2,}(?:-[a-z]+)+-\d{1,2}$/, 'us-east-1').describe('AWS region.');
}

function inputTokens() {
  return amount('tokens').describe(
    'Input tokens of one model call, cached ones included. The mean, not the median.',
  );
}

function outputTokens() {
  return amount('tokens').describe(
    'Output tokens of one model call; thinking tokens count as output. The mean.',
  );
}

function cache() {
  const keys = {
    tokens: amount('tokens').describe('Input tokens behind a cache checkpoint.'),
    hit_rate: share().describe('Share of the calls that find them cached.'),
    ttl: optional(timeToLive()),
  };
  return section(keys).describe('Prompt caching.');
}

function longContextShare() {
  return share().describe(
    'Share of the calls whose input, cached tokens included, is over the long-context threshold of the model. Without it the mean decides.',
  );
}

function longContextTokens() {
  return amount('tokens').describe(
    'Input tokens of one such call, the mean. As few as the other numbers allow where absent.',
  );
}

function prompt() {
  const history = section({
    turns: amount('turns').describe('Turns of a conversation. Each sends all earlier ones along.'),
    user: amount('tokens').describe('Tokens of one message of the user.'),
    assistant: optional(
      amount('tokens').describe('Tokens of one answer. `output_tokens` of the call where absent.'),
    ),
  });
  const chunks = section({
    count: amount('chunks').describe('Retrieved chunks in one call.'),
    tokens: amount('tokens').describe('Tokens of one chunk.'),
  });
  const images = section({
    count: amount('images').describe('Images in one call.'),
    tokens: amount('tokens').describe(
      'Tokens of one image. About width × height / 750 for Claude, up to 1,600.',
    ),
  });
  const video = section({
    seconds: amount('seconds').describe('Seconds of video in one call.'),
    tokens: amount('tokens').describe('Tokens of one second.'),
  });
  return section({
    system: optional(amount('tokens').describe('Tokens of the system prompt and of tool definitions.')),
    history: optional(history.describe('What a conversation sends along.')),
    chunks: optional(chunks.describe('What retrieval adds.')),
    images: optional(images.describe('Images that the model is shown.')),
    video: optional(video.describe('Video that the model is shown, where it bills it by its tokens.')),
    question: optional(amount('tokens').describe('Tokens of the question. `history.user` where absent.')),
  }).describe('What the input of one call is made of, in place of `input_tokens`.');
}

function callShape() {
  return {
    model: optional(model()),
    input_tokens: optional(inputTokens()),
    output_tokens: optional(outputTokens()),
    per_request: optional(
      amount('calls').describe('How many of these calls one request makes. 1 where absent.'),
    ),
    prompt: optional(prompt()),
    tier: optional(tier()),
    cache: optional(cache()),
    long_context_share: optional(longContextShare()),
    long_context_tokens: optional(longContextTokens()),
  };
}

/** Where the figures of a workload or resource are from: of all of them, or by key. */
export function figureSource() {
  const one = word(
    'a source that begins with measured, declared or assumed',
    /^(?:measured|declared|assumed)(?:[ ,:].{0,200})?$/,
    'measured, CloudWatch 2026-11',
  );
  return z
    .union([one, byText(one)])
    .describe(
      'Where the figures are from: `measured`, `declared` or `assumed`, then whatever tells more; for all of them, or by key.',
    );
}

/**
 * Keys of a workload beside the sections of features; `knowledge_base` is joined with theirs. Each is a function: a
 * schema costs more than the check of a value, and a manifest states few of the keys.
 */
export function workloadShape() {
  return {
    requests: () => optional(rate('requests').describe('How many requests the workload gets.')),
    region: () => optional(region()),
    environment: () =>
      optional(text('a word', 'production').describe('A label such as `production`, for grouping.')),
    renamed_from: () =>
      optional(
        text('the name of a workload', 'support-agent').describe(
          'The name that the workload had before: a rename is no change. Harmless once it is merged.',
        ),
      ),
    source: () => optional(figureSource()),
    model: () => optional(model()),
    agent: () =>
      optional(
        named('agent', 'AGENT_ID').describe(
          'The agent in the infrastructure code: its model and parts are followed.',
        ),
      ),
    uses: () =>
      optional(
        z
          .array(named('resource', 'GUARDRAIL_ID'))
          .describe('Further resources of the infrastructure code that it uses.'),
      ),
    input_tokens: () => optional(inputTokens()),
    output_tokens: () => optional(outputTokens()),
    prompt: () => optional(prompt()),
    tier: () => optional(tier()),
    cache: () => optional(cache()),
    long_context_share: () => optional(longContextShare()),
    long_context_tokens: () => optional(longContextTokens()),
    retries: () =>
      optional(
        share().describe(
          'Share of the calls that are made, and billed, once more. Throttled calls are not billed.',
        ),
      ),
    calls: () => optional(byName(section(callShape())).describe('Named model calls of one request.')),
    calls_per_request: () =>
      optional(amount('calls').describe('Model calls of one request. 1 where absent.')),
  };
}

/** Keys of `knowledge_base` beside those of features. */
export function knowledgeBaseShape() {
  return {
    address: optional(
      address().describe(
        'The knowledge base in the infrastructure code; with `env`, the resource that sets the variable.',
      ),
    ),
    ...variableShape('knowledge base', 'KNOWLEDGE_BASE_ID'),
  };
}

export function monthShape() {
  return {
    days: optional(positive('days', 31, 28).describe('Days that usage per day counts. 30 where absent.')),
    hours: optional(
      positive('hours', 744, 672).describe('Hours that charges by the hour count. 730 where absent.'),
    ),
  };
}

export function extraChargeShape() {
  return {
    name: text('a name', 'Pinecone').describe('What it is called in reports; `priced_by` refers to it.'),
    monthly: optional(dollarRange().describe('US dollars a month.')),
    one_time: optional(dollarRange().describe('US dollars once.')),
    layer: oneOf(LAYERS).describe('The cost layer it is shown in.'),
  };
}

export function pricedBy() {
  return text('the name of an extra charge', 'Pinecone').describe(
    'The extra charge that covers this resource.',
  );
}

export function instances() {
  return amount('instances').describe(
    'How many of the resource there are, where the code leaves that open: `3`, or `0..3`.',
  );
}

export function action() {
  return oneOf(['fail', 'warn']).describe('What happens over a limit. `fail` where absent.');
}

/** A limit in US dollars, or in percent. */
export function limit(unit: 'dollars' | 'percent') {
  const max = unit === 'dollars' ? dollars() : percent();
  return z.union([max, section({ max, ...limitSettings() })]);
}

/** Which state of the month is held against a limit. */
export function limitScenario() {
  return oneOf(SCENARIOS).describe(
    'The usage that is held against the limit: low, expected or high. `expected` where absent.',
  );
}

export function budgetMessage() {
  return text('a sentence', 'Ask the FinOps team first.').describe(
    'What a report says to whoever crosses the limit.',
  );
}

/** What a limit, and a map of limits for all of its own, can say beside the amount. */
function limitSettings() {
  return {
    action: optional(action()),
    on: optional(limitScenario()),
    message: optional(budgetMessage()),
  };
}

export function unpricedShare() {
  return exactShare().describe(
    'Up to which share of its charges those without a price leave the verdict decidable. None where absent.',
  );
}

export function limitsShape() {
  return {
    monthly: optional(limit('dollars').describe('The most it may cost in a month, in US dollars.')),
    increase: optional(
      limit('dollars').describe('The most that a pull request may add, in US dollars a month.'),
    ),
    increase_percent: optional(
      limit('percent').describe('The most that a pull request may add, in percent.'),
    ),
    per_1k_requests: optional(perThousandRequests()),
    ...limitSettings(),
  };
}

export function perThousandRequests() {
  return limit('dollars').describe('The most that 1,000 requests may cost, in US dollars.');
}

export function exactPriceShape() {
  return {
    subject: text('a model or feature', 'anthropic.claude-haiku-4-5').describe(
      'The model or the billed feature.',
    ),
    dimension: text('what is counted', 'input').describe('What is counted: `input`, `output`, `ocu-hour`.'),
    region: optional(region()),
    scope: optional(oneOf(['in-region', 'geographic', 'global']).describe('Where a request may be served.')),
    tier: optional(oneOf(TIERS).describe('Service tier. `standard` where absent.')),
    usd: dollars().describe('US dollars for `per` units.'),
    per: positive('units').describe('How many units the price is for.'),
    source: text('where the price is from', 'private pricing agreement').describe('Where the price is from.'),
  };
}

export function adviceShape() {
  return {
    minimum: optional(
      dollars().describe('Advice that saves less in a month is not shown. $10 where absent.'),
    ),
    models: optional(
      z.array(modelId()).describe('Models that every call is compared with, whatever their family.'),
    ),
  };
}

export function discountShape() {
  return {
    discount: optional(exactShare().describe('Off every price.')),
    providers: optional(
      byText(exactShare()).describe('Off the prices of the models of a provider, by provider.'),
    ),
    models: optional(byText(exactShare()).describe('Off the prices of a model, by model.')),
  };
}
