/**
 * Amazon Bedrock model ids in the text of a program or a configuration file.
 *
 * One expression over the text, without nested repetition, so that the time is linear in its length. A provider
 * alone is not enough (`openai.types`, `amazon.co.jp`): the name must start with a family that the provider sells.
 */
const MODEL_ID =
  /(?<![\w.\-@])(?:(?:us-gov|us|eu|apac|global|jp|au|ca|in)\.)?(?:ai21|amazon|anthropic|cohere|deepseek|google|luma|meta|minimax|mistral|moonshotai|moonshot|nvidia|openai|qwen|stability|twelvelabs|writer|xai|zai)\.[a-z][a-z0-9.-]{2,80}(?::\d{1,3})?(?::\d{1,4}k)?/g;

const FAMILIES =
  /\.(?:jamba|jurassic|j2|nova|titan|rerank|claude|command|embed|deepseek|r1|v3|gemma|ray|llama|minimax|mistral|mixtral|ministral|magistral|devstral|voxtral|pixtral|kimi|nemotron|gpt|qwen|sd3|stable|stability|marengo|pegasus|palmyra|grok|glm)/;

export interface ModelReference {
  readonly id: string;
  /** Counted from 1. */
  readonly line: number;
  readonly column: number;
}

/** Every model id in a text, in order. */
export function findModelIds(text: string): readonly ModelReference[] {
  const found: ModelReference[] = [];
  let line = 1;
  let lineStart = 0;
  let scanned = 0;
  for (const match of text.matchAll(MODEL_ID)) {
    const id = match[0].replace(/[.-]+$/, '');
    if (!FAMILIES.test(id)) continue;
    for (
      let next = text.indexOf('\n', scanned);
      next !== -1 && next < match.index;
      next = text.indexOf('\n', scanned)
    ) {
      line += 1;
      lineStart = next + 1;
      scanned = next + 1;
    }
    found.push({ id, line, column: match.index - lineStart + 1 });
  }
  return found;
}
