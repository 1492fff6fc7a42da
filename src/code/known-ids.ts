/**
 * What an Amazon Bedrock model id looks like after the provider. A provider alone is not enough (`openai.types`,
 * `amazon.co.jp`), and neither is a family: other clouds and packages write `meta.llama-3-70b` or `cohere.command-r`.
 */
const SHAPES: ReadonlyMap<string, RegExp> = new Map([
  ['ai21', /^(?:jamba-(?!\d\.)|j2-)/],
  // `nova-2-card` and `titan-quest-2` are names of other things; a model that is not known yet has a version.
  [
    'amazon',
    /^(?:nova-(?:\d+-){0,2}(?:micro|lite|pro|premier|canvas|reel|sonic|omni|multimodal)(?:-|$)|titan-(?:text|embed|image|tg1|e1t)-|(?:nova|titan)-[a-z\d-]+-v\d+:\d|rerank-v\d)/,
  ],
  // `anthropic.claude-code` is an extension of an editor.
  [
    'anthropic',
    /^claude-(?!code|desktop|cli|sdk|api|agent|plugin)(?:v\d|\d+(?:-\d+)?-(?:haiku|sonnet|opus)(?:-|$)|instant-v\d|[a-z]+-\d)/,
  ],
  [
    'cohere',
    /^(?:command-(?:text|light-text|r|r-plus)-v\d+|embed-(?:english-|multilingual-)?v\d+|rerank-v\d+(?:-\d+)?)(?::\d+)?(?::\d+k?)?$/,
  ],
  ['deepseek', /^(?:r1-v\d|v3(?:-v\d|\.\d))/],
  ['google', /^gemma-\d+-(?!.*-maas$)/],
  ['luma', /^ray-v\d/],
  ['meta', /^llama\d+-(?:\d|scout-|maverick-|[a-z\d-]+-v\d+:\d)/],
  ['minimax', /^minimax-m\d/],
  [
    'mistral',
    /^(?:mistral-(?:7b-instruct|small|medium|large)-|mixtral-\d|ministral-\d|(?:magistral|devstral|voxtral|pixtral)-[a-z\d-]*\d)/,
  ],
  ['moonshot', /^kimi-k\d/],
  ['moonshotai', /^kimi-k\d/],
  ['nvidia', /^nemotron-(?:nano|super|ultra)-/],
  // `gpt-5-mini` and `gpt-4.1` are sold elsewhere.
  ['openai', /^gpt-(?:oss-(?:safeguard-)?\d|daybreak-|5\.\d|[6-9]|\d\d)/],
  ['qwen', /^qwen\d/],
  ['stability', /^(?:sd3|stable-)/],
  ['twelvelabs', /^(?:marengo|pegasus)-[a-z\d-]*\d/],
  ['writer', /^palmyra-/],
  ['xai', /^grok-\d+\.\d/],
  ['zai', /^glm-\d/],
]);

/** Ids without any digit; all others have one. */
const WITHOUT_DIGIT: ReadonlySet<string> = new Set([
  'anthropic.claude-mythos-preview',
  'openai.daybreak-blue',
  'openai.daybreak-red',
]);

/** The longest provider's name, in characters. */
export const LONGEST_PROVIDER = Math.max(...[...SHAPES.keys()].map((name) => name.length));

/** A dot and the first letters of every family: what a text is searched for. */
export const FAMILY_START =
  /\.(?:jamba|j2|nova|titan|rerank|claude|command|embed|r1|v3|gemma|ray|llama|minimax|mistral|mixtral|ministral|magistral|devstral|voxtral|pixtral|kimi|nemotron|gpt|daybreak|qwen|sd3|stable|marengo|pegasus|palmyra|grok|glm)(?=[-.\d])/g;

/** Whether someone sells models under this name. */
export function isProvider(name: string): boolean {
  return SHAPES.has(name);
}

/** Whether `provider.rest` has the shape of an id that Amazon Bedrock takes. */
export function isModelId(provider: string, rest: string): boolean {
  const id = `${provider}.${rest}`;
  if (WITHOUT_DIGIT.has(id)) return true;
  return /\d/.test(rest) && (SHAPES.get(provider)?.test(rest) ?? false);
}
