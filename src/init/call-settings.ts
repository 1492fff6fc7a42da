/** What a program says of its model calls beside the model: the most tokens of an answer, cache points, tiers. */

export interface CallSettings {
  /** The largest `max_tokens`, an upper bound of the output. */
  readonly maxTokens?: { readonly tokens: number; readonly line: number };
  /** The first line that sets a cache point. */
  readonly cachedAt?: number;
  /** The first service tier that is asked for. */
  readonly tier?: { readonly name: string; readonly line: number };
}

const MAX_TOKENS =
  /\b(?:max_tokens|maxTokens|max_tokens_to_sample|maxTokenCount|max_new_tokens|max_gen_len|max_output_tokens|maxOutputTokens)["']?\]?\s{0,8}[:=]\s{0,8}(\d{1,7})\b/;
const CACHE = /\b(?:cachePoint|cache_control|cache_point|CachePoint)\b/;
const TIER =
  /\bservice_?[tT]ier["']?\s{0,8}[:=]\s{0,8}(?:\{\s{0,4}["']?type["']?\s{0,4}:\s{0,4})?["'](priority|flex)["']/;
/** Longer lines are data. */
const LINE_CHARACTERS = 2_000;

/** The settings in a text, with the lines on which they stand. */
export function callSettings(text: string): CallSettings {
  let maxTokens: CallSettings['maxTokens'];
  let cachedAt: number | undefined;
  let tier: CallSettings['tier'];
  for (const [index, content] of text.split('\n').entries()) {
    if (content.length > LINE_CHARACTERS) continue;
    const line = index + 1;
    const tokens = Number(MAX_TOKENS.exec(content)?.[1] ?? 0);
    if (tokens > (maxTokens?.tokens ?? 0)) maxTokens = { tokens, line };
    if (cachedAt === undefined && CACHE.test(content)) cachedAt = line;
    const name = TIER.exec(content)?.[1];
    if (tier === undefined && name !== undefined) tier = { name, line };
  }
  return {
    ...(maxTokens === undefined ? {} : { maxTokens }),
    ...(cachedAt === undefined ? {} : { cachedAt }),
    ...(tier === undefined ? {} : { tier }),
  };
}
