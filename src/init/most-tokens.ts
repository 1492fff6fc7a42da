/** The most tokens of an answer that a program allows: an upper bound of the output. */

const MAX_TOKENS =
  /\b(?:max_tokens|maxTokens|max_tokens_to_sample|maxTokenCount|max_new_tokens|max_gen_len|max_output_tokens|maxOutputTokens)["']?\]?\s{0,8}[:=]\s{0,8}(\d{1,7})\b/;
/** Longer lines are data. */
const LINE_CHARACTERS = 2_000;

export interface MostTokens {
  readonly tokens: number;
  readonly line: number;
}

/** The largest `max_tokens` of a text, with its line. */
export function mostTokens(text: string): MostTokens | undefined {
  let most: MostTokens | undefined;
  for (const [index, content] of text.split('\n').entries()) {
    if (content.length > LINE_CHARACTERS) continue;
    const tokens = Number(MAX_TOKENS.exec(content)?.[1] ?? 0);
    if (tokens > (most?.tokens ?? 0)) most = { tokens, line: index + 1 };
  }
  return most;
}
