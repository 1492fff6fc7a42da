/**
 * The models of Amazon Bedrock by hand: which id is which model, and what the price sources call it.
 *
 * The key of a model, under which its prices stand, is its id without prefix, date, `-vN:N` and context suffix. The
 * version stays in the key in two cases: where the id without it would name a whole product line (`rerank`, `embed`,
 * `titan-embed-text`, `titan-image-generator`, `ray`), and where two dated releases of one name are told apart by the
 * price list (`claude-3-5-sonnet-v1` and `-v2`, `mistral-large-2402` and `-2407`).
 *
 * Everything else that the catalogue says of a model (tiers, context, regions) is read from the model cards and from the
 * interface's own list; what only a person can state, with its source, stands in `data/overrides.json`.
 */

export interface KnownModel {
  readonly key: string;
  /** The full id as the interface takes it; the key again where no source gives an id. */
  readonly id: string;
  readonly name: string;
  readonly provider: string;
  /** Further full ids of the same model. */
  readonly aliases: readonly string[];
  /** What price sources call it, besides `name`. */
  readonly names: readonly string[];
}

type Line = readonly [
  key: string,
  id: string,
  name: string,
  names?: readonly string[],
  aliases?: readonly string[],
];

function models(provider: string, lines: readonly Line[]): readonly KnownModel[] {
  return lines.map(([key, id, name, names = [], aliases = []]) => ({
    key,
    id,
    name,
    provider,
    names,
    aliases,
  }));
}

export const KNOWN_MODELS: readonly KnownModel[] = [
  ...models('AI21 Labs', [
    ['ai21.jamba-1-5-large', 'ai21.jamba-1-5-large-v1:0', 'Jamba 1.5 Large'],
    ['ai21.jamba-1-5-mini', 'ai21.jamba-1-5-mini-v1:0', 'Jamba 1.5 Mini'],
    ['ai21.jamba-instruct', 'ai21.jamba-instruct-v1:0', 'Jamba-Instruct'],
    ['ai21.j2-mid', 'ai21.j2-mid-v1', 'Jurassic-2 Mid'],
    ['ai21.j2-ultra', 'ai21.j2-ultra-v1', 'Jurassic-2 Ultra'],
  ]),
  ...models('Amazon', [
    ['amazon.nova-micro', 'amazon.nova-micro-v1:0', 'Nova Micro'],
    ['amazon.nova-lite', 'amazon.nova-lite-v1:0', 'Nova Lite'],
    ['amazon.nova-pro', 'amazon.nova-pro-v1:0', 'Nova Pro'],
    ['amazon.nova-premier', 'amazon.nova-premier-v1:0', 'Nova Premier'],
    ['amazon.nova-2-lite', 'amazon.nova-2-lite-v1:0', 'Nova 2 Lite', ['Nova 2.0 Lite']],
    [
      'amazon.nova-2-pro',
      'amazon.nova-2-pro-preview-20251202-v1:0',
      'Nova 2 Pro (preview)',
      ['Nova 2.0 Pro'],
    ],
    ['amazon.nova-2-omni', 'amazon.nova-2-omni', 'Nova 2 Omni (preview)', ['Nova 2.0 Omni']],
    ['amazon.nova-sonic', 'amazon.nova-sonic-v1:0', 'Nova Sonic'],
    ['amazon.nova-2-sonic', 'amazon.nova-2-sonic-v1:0', 'Nova 2 Sonic', ['Nova Sonic 2.0', 'Nova 2.0 Sonic']],
    ['amazon.nova-2-5-sonic', 'amazon.nova-2-5-sonic', 'Nova 2.5 Sonic', ['Nova Sonic 2.5']],
    ['amazon.nova-canvas', 'amazon.nova-canvas-v1:0', 'Nova Canvas'],
    ['amazon.nova-reel', 'amazon.nova-reel-v1:1', 'Nova Reel', [], ['amazon.nova-reel-v1:0']],
    [
      'amazon.nova-2-multimodal-embeddings',
      'amazon.nova-2-multimodal-embeddings-v1:0',
      'Nova Multimodal Embeddings',
      ['NovaMultiModalEmbeddings'],
    ],
    ['amazon.rerank-v1', 'amazon.rerank-v1:0', 'Amazon Rerank 1.0', ['Amazon-rerank-v1.0', 'AmazonRerank']],
    [
      'amazon.titan-embed-text-v1',
      'amazon.titan-embed-text-v1',
      'Titan Embeddings G1 - Text',
      ['TitanEmbeddingsG1-Text'],
    ],
    [
      'amazon.titan-embed-text-v2',
      'amazon.titan-embed-text-v2:0',
      'Titan Text Embeddings V2',
      ['TitanEmbeddingV2-Text'],
    ],
    ['amazon.titan-embed-g1-text-02', 'amazon.titan-embed-g1-text-02', 'Titan Embeddings G1 - Text v2'],
    [
      'amazon.titan-embed-image-v1',
      'amazon.titan-embed-image-v1',
      'Titan Multimodal Embeddings G1',
      ['TitanEmbeddingsG1-Image'],
    ],
    [
      'amazon.titan-image-generator-v1',
      'amazon.titan-image-generator-v1',
      'Titan Image Generator G1',
      [],
      ['amazon.titan-image-generator-v1:0'],
    ],
    ['amazon.titan-image-generator-v2', 'amazon.titan-image-generator-v2:0', 'Titan Image Generator G1 v2'],
    [
      'amazon.titan-text-express',
      'amazon.titan-text-express-v1',
      'Titan Text G1 - Express',
      ['TitanTextG1-Express'],
    ],
    [
      'amazon.titan-text-lite',
      'amazon.titan-text-lite-v1',
      'Titan Text G1 - Lite',
      ['TitanTextG1-Lite', 'Titan Text G1 Lite'],
    ],
    [
      'amazon.titan-text-premier',
      'amazon.titan-text-premier-v1:0',
      'Titan Text Premier',
      ['TitanText-Premier'],
    ],
  ]),
  ...models('Anthropic', [
    ['anthropic.claude-instant', 'anthropic.claude-instant-v1', 'Claude Instant'],
    ['anthropic.claude-v2', 'anthropic.claude-v2', 'Claude 2.0'],
    ['anthropic.claude-v2-1', 'anthropic.claude-v2:1', 'Claude 2.1'],
    ['anthropic.claude-3-haiku', 'anthropic.claude-3-haiku-20240307-v1:0', 'Claude 3 Haiku'],
    ['anthropic.claude-3-sonnet', 'anthropic.claude-3-sonnet-20240229-v1:0', 'Claude 3 Sonnet'],
    ['anthropic.claude-3-opus', 'anthropic.claude-3-opus-20240229-v1:0', 'Claude 3 Opus'],
    ['anthropic.claude-3-5-haiku', 'anthropic.claude-3-5-haiku-20241022-v1:0', 'Claude 3.5 Haiku'],
    ['anthropic.claude-3-5-sonnet-v1', 'anthropic.claude-3-5-sonnet-20240620-v1:0', 'Claude 3.5 Sonnet'],
    ['anthropic.claude-3-5-sonnet-v2', 'anthropic.claude-3-5-sonnet-20241022-v2:0', 'Claude 3.5 Sonnet v2'],
    ['anthropic.claude-3-7-sonnet', 'anthropic.claude-3-7-sonnet-20250219-v1:0', 'Claude 3.7 Sonnet'],
    ['anthropic.claude-opus-4', 'anthropic.claude-opus-4-20250514-v1:0', 'Claude Opus 4'],
    ['anthropic.claude-opus-4-1', 'anthropic.claude-opus-4-1-20250805-v1:0', 'Claude Opus 4.1'],
    ['anthropic.claude-opus-4-5', 'anthropic.claude-opus-4-5-20251101-v1:0', 'Claude Opus 4.5'],
    ['anthropic.claude-opus-4-6', 'anthropic.claude-opus-4-6-v1', 'Claude Opus 4.6'],
    ['anthropic.claude-opus-4-7', 'anthropic.claude-opus-4-7', 'Claude Opus 4.7'],
    ['anthropic.claude-opus-4-8', 'anthropic.claude-opus-4-8', 'Claude Opus 4.8'],
    ['anthropic.claude-opus-5', 'anthropic.claude-opus-5', 'Claude Opus 5'],
    ['anthropic.claude-opus-5-5', 'anthropic.claude-opus-5-5', 'Claude Opus 5.5'],
    [
      'anthropic.claude-sonnet-4',
      'anthropic.claude-sonnet-4-20250514-v1:0',
      'Claude Sonnet 4',
      ['Claude4Sonnet', 'Claude 4 Sonnet'],
    ],
    ['anthropic.claude-sonnet-4-5', 'anthropic.claude-sonnet-4-5-20250929-v1:0', 'Claude Sonnet 4.5'],
    ['anthropic.claude-sonnet-4-6', 'anthropic.claude-sonnet-4-6', 'Claude Sonnet 4.6'],
    ['anthropic.claude-sonnet-5', 'anthropic.claude-sonnet-5', 'Claude Sonnet 5', ['Claude Sonnet 5*']],
    ['anthropic.claude-sonnet-5-5', 'anthropic.claude-sonnet-5-5', 'Claude Sonnet 5.5'],
    [
      'anthropic.claude-haiku-4-5',
      'anthropic.claude-haiku-4-5-20251001-v1:0',
      'Claude Haiku 4.5',
      ['Claude 4.5 Haiku'],
    ],
    ['anthropic.claude-haiku-5-5', 'anthropic.claude-haiku-5-5', 'Claude Haiku 5.5'],
    ['anthropic.claude-fable-5', 'anthropic.claude-fable-5', 'Claude Fable 5'],
    ['anthropic.claude-fable-5-1', 'anthropic.claude-fable-5-1', 'Claude Fable 5.1'],
    ['anthropic.claude-mythos-preview', 'anthropic.claude-mythos-preview', 'Claude Mythos Preview'],
    ['anthropic.claude-mythos-5', 'anthropic.claude-mythos-5', 'Claude Mythos 5'],
    ['anthropic.claude-mythos-5-1', 'anthropic.claude-mythos-5-1', 'Claude Mythos 5.1'],
  ]),
  ...models('Cohere', [
    [
      'cohere.command-text',
      'cohere.command-text-v14',
      'Command',
      ['Cohere Generate Model - Command', 'Cohere Command'],
    ],
    [
      'cohere.command-light-text',
      'cohere.command-light-text-v14',
      'Command Light',
      ['Cohere Generate Model - Command-Light', 'Command-Light', 'Cohere Command - Light'],
    ],
    ['cohere.command-r', 'cohere.command-r-v1:0', 'Command R', ['Cohere Command R']],
    ['cohere.command-r-plus', 'cohere.command-r-plus-v1:0', 'Command R+', ['Cohere Command R+']],
    [
      'cohere.embed-english-v3',
      'cohere.embed-english-v3',
      'Embed 3 English',
      ['Cohere Embed 3 Model - English', 'Embed English'],
      ['cohere.embed-english-v3:0'],
    ],
    [
      'cohere.embed-multilingual-v3',
      'cohere.embed-multilingual-v3',
      'Embed 3 Multilingual',
      ['Cohere Embed Model 3 - Multilingual', 'Embed Multilingual'],
      ['cohere.embed-multilingual-v3:0'],
    ],
    [
      'cohere.embed-v4',
      'cohere.embed-v4:0',
      'Embed 4',
      ['Cohere Embed 4 Model', 'Embed 4 Model', 'Embed v4'],
    ],
    ['cohere.rerank-v3-5', 'cohere.rerank-v3-5:0', 'Rerank 3.5', ['Cohere Rerank v3.5', 'Cohere Rerank 3.5']],
  ]),
  ...models('DeepSeek', [
    ['deepseek.r1', 'deepseek.r1-v1:0', 'DeepSeek-R1', ['R1', 'DeepSeek R1']],
    ['deepseek.v3.1', 'deepseek.v3-v1:0', 'DeepSeek-V3.1', ['DeepSeek V3.1'], ['deepseek.v3.1']],
    ['deepseek.v3.2', 'deepseek.v3.2', 'DeepSeek V3.2'],
  ]),
  ...models('Google', [
    ['google.gemma-3-4b-it', 'google.gemma-3-4b-it', 'Gemma 3 4B', ['Gemma 3 4B IT']],
    ['google.gemma-3-12b-it', 'google.gemma-3-12b-it', 'Gemma 3 12B', ['Gemma 3 12B IT']],
    ['google.gemma-3-27b-it', 'google.gemma-3-27b-it', 'Gemma 3 27B', ['Gemma 3 27B PT', 'Gemma 3 27B IT']],
    ['google.gemma-4-26b-a4b', 'google.gemma-4-26b-a4b', 'Gemma 4 26B A4B'],
    ['google.gemma-4-31b', 'google.gemma-4-31b', 'Gemma 4 31B'],
    ['google.gemma-4-e2b', 'google.gemma-4-e2b', 'Gemma 4 E2B'],
  ]),
  ...models('Luma AI', [['luma.ray-v2', 'luma.ray-v2:0', 'Luma Ray2']]),
  ...models('Meta', [
    ['meta.llama2-13b-chat', 'meta.llama2-13b-chat-v1', 'Llama 2 Chat 13B', ['Meta Llama 2 Chat 13B']],
    ['meta.llama2-70b-chat', 'meta.llama2-70b-chat-v1', 'Llama 2 Chat 70B', ['Meta Llama 2 Chat 70B']],
    ['meta.llama3-8b-instruct', 'meta.llama3-8b-instruct-v1:0', 'Llama 3 8B'],
    ['meta.llama3-70b-instruct', 'meta.llama3-70b-instruct-v1:0', 'Llama 3 70B'],
    ['meta.llama3-1-8b-instruct', 'meta.llama3-1-8b-instruct-v1:0', 'Llama 3.1 8B'],
    ['meta.llama3-1-70b-instruct', 'meta.llama3-1-70b-instruct-v1:0', 'Llama 3.1 70B'],
    ['meta.llama3-1-405b-instruct', 'meta.llama3-1-405b-instruct-v1:0', 'Llama 3.1 405B'],
    ['meta.llama3-2-1b-instruct', 'meta.llama3-2-1b-instruct-v1:0', 'Llama 3.2 1B'],
    ['meta.llama3-2-3b-instruct', 'meta.llama3-2-3b-instruct-v1:0', 'Llama 3.2 3B'],
    ['meta.llama3-2-11b-instruct', 'meta.llama3-2-11b-instruct-v1:0', 'Llama 3.2 11B'],
    ['meta.llama3-2-90b-instruct', 'meta.llama3-2-90b-instruct-v1:0', 'Llama 3.2 90B'],
    ['meta.llama3-3-70b-instruct', 'meta.llama3-3-70b-instruct-v1:0', 'Llama 3.3 70B'],
    ['meta.llama4-scout-17b-instruct', 'meta.llama4-scout-17b-instruct-v1:0', 'Llama 4 Scout 17B'],
    ['meta.llama4-maverick-17b-instruct', 'meta.llama4-maverick-17b-instruct-v1:0', 'Llama 4 Maverick 17B'],
  ]),
  ...models('MiniMax', [
    ['minimax.minimax-m2', 'minimax.minimax-m2', 'MiniMax M2'],
    ['minimax.minimax-m2.1', 'minimax.minimax-m2.1', 'MiniMax M2.1'],
    ['minimax.minimax-m2.5', 'minimax.minimax-m2.5', 'MiniMax M2.5'],
  ]),
  ...models('Mistral AI', [
    ['mistral.devstral-2-123b', 'mistral.devstral-2-123b', 'Devstral 2 123B', ['Devstral']],
    ['mistral.magistral-small-2509', 'mistral.magistral-small-2509', 'Magistral Small 1.2'],
    ['mistral.ministral-3-3b-instruct', 'mistral.ministral-3-3b-instruct', 'Ministral 3B 3.0'],
    [
      'mistral.ministral-3-8b-instruct',
      'mistral.ministral-3-8b-instruct',
      'Ministral 8B 3.0',
      ['Ministral-3-8b-Instruct'],
    ],
    ['mistral.ministral-3-14b-instruct', 'mistral.ministral-3-14b-instruct', 'Ministral 14B 3.0'],
    ['mistral.mistral-7b-instruct', 'mistral.mistral-7b-instruct-v0:2', 'Mistral 7B'],
    ['mistral.mixtral-8x7b-instruct', 'mistral.mixtral-8x7b-instruct-v0:1', 'Mixtral 8x7B'],
    ['mistral.mistral-small-2402', 'mistral.mistral-small-2402-v1:0', 'Mistral Small'],
    ['mistral.mistral-large-2402', 'mistral.mistral-large-2402-v1:0', 'Mistral Large'],
    ['mistral.mistral-large-2407', 'mistral.mistral-large-2407-v1:0', 'Mistral Large 2407'],
    ['mistral.mistral-large-3-675b-instruct', 'mistral.mistral-large-3-675b-instruct', 'Mistral Large 3'],
    [
      'mistral.pixtral-large-2502',
      'mistral.pixtral-large-2502-v1:0',
      'Pixtral Large 25.02',
      ['Pixtral Large (25.02)'],
    ],
    ['mistral.voxtral-mini-3b-2507', 'mistral.voxtral-mini-3b-2507', 'Voxtral Mini 1.0'],
    ['mistral.voxtral-small-24b-2507', 'mistral.voxtral-small-24b-2507', 'Voxtral Small 1.0'],
  ]),
  ...models('Moonshot AI', [
    [
      'moonshot.kimi-k2-thinking',
      'moonshot.kimi-k2-thinking',
      'Kimi K2 Thinking',
      [],
      ['moonshotai.kimi-k2-thinking'],
    ],
    ['moonshotai.kimi-k2.5', 'moonshotai.kimi-k2.5', 'Kimi K2.5'],
    ['moonshotai.kimi-k3', 'moonshotai.kimi-k3', 'Kimi K3'],
  ]),
  ...models('NVIDIA', [
    ['nvidia.nemotron-nano-9b-v2', 'nvidia.nemotron-nano-9b-v2', 'NVIDIA Nemotron Nano 2'],
    ['nvidia.nemotron-nano-12b-v2', 'nvidia.nemotron-nano-12b-v2', 'NVIDIA Nemotron Nano 2 VL'],
    ['nvidia.nemotron-nano-3-30b', 'nvidia.nemotron-nano-3-30b', 'Nemotron Nano 3 30B'],
    [
      'nvidia.nemotron-super-3-120b',
      'nvidia.nemotron-super-3-120b',
      'Nemotron 3 Super 120B',
      ['NVIDIA Nemotron 3 Super 120B A12B'],
    ],
  ]),
  ...models('OpenAI', [
    ['openai.gpt-oss-20b', 'openai.gpt-oss-20b-1:0', 'gpt-oss-20b', [], ['openai.gpt-oss-20b']],
    ['openai.gpt-oss-120b', 'openai.gpt-oss-120b-1:0', 'gpt-oss-120b', [], ['openai.gpt-oss-120b']],
    ['openai.gpt-oss-safeguard-20b', 'openai.gpt-oss-safeguard-20b', 'GPT OSS Safeguard 20B'],
    ['openai.gpt-oss-safeguard-120b', 'openai.gpt-oss-safeguard-120b', 'GPT OSS Safeguard 120B'],
    ['openai.gpt-5.4', 'openai.gpt-5.4', 'GPT-5.4', [], ['openai.gpt-5.4-2026-03-05']],
    ['openai.gpt-5.5', 'openai.gpt-5.5', 'GPT-5.5', [], ['openai.gpt-5.5-2026-04-23']],
    ['openai.gpt-5.6-luna', 'openai.gpt-5.6-luna', 'GPT-5.6 Luna'],
    ['openai.gpt-5.6-terra', 'openai.gpt-5.6-terra', 'GPT-5.6 Terra'],
    ['openai.gpt-5.6-sol', 'openai.gpt-5.6-sol', 'GPT-5.6 Sol'],
    ['openai.gpt-6-luna', 'openai.gpt-6-luna', 'GPT-6 Luna'],
    ['openai.gpt-6-sol', 'openai.gpt-6-sol', 'GPT-6 Sol'],
    ['openai.gpt-6-astra', 'openai.gpt-6-astra', 'GPT-6 Astra', ['OpenAI GPT-6 Astra']],
    ['openai.gpt-6.1-sol', 'openai.gpt-6.1-sol', 'GPT-6.1 Sol'],
    ['openai.daybreak-blue', 'openai.daybreak-blue', 'Daybreak Blue: GPT-5.6 Sol'],
    ['openai.daybreak-red', 'openai.daybreak-red', 'Daybreak Red: GPT-5.6 Cyber'],
  ]),
  ...models('Qwen', [
    ['qwen.qwen3-32b', 'qwen.qwen3-32b-v1:0', 'Qwen3 32B', [], ['qwen.qwen3-32b']],
    [
      'qwen.qwen3-235b-a22b-2507',
      'qwen.qwen3-235b-a22b-2507-v1:0',
      'Qwen3 235B A22B 2507',
      [],
      ['qwen.qwen3-235b-a22b-2507'],
    ],
    [
      'qwen.qwen3-coder-30b-a3b',
      'qwen.qwen3-coder-30b-a3b-v1:0',
      'Qwen3 Coder 30B A3B',
      [],
      ['qwen.qwen3-coder-30b-a3b-instruct'],
    ],
    [
      'qwen.qwen3-coder-480b-a35b',
      'qwen.qwen3-coder-480b-a35b-v1:0',
      'Qwen3 Coder 480B A35B',
      [],
      ['qwen.qwen3-coder-480b-a35b-instruct'],
    ],
    ['qwen.qwen3-coder-next', 'qwen.qwen3-coder-next', 'Qwen3 Coder Next'],
    [
      'qwen.qwen3-next-80b-a3b',
      'qwen.qwen3-next-80b-a3b',
      'Qwen3 Next 80B A3B',
      ['qwen3-next-80b-a3b'],
      ['qwen.qwen3-next-80b-a3b-instruct'],
    ],
    [
      'qwen.qwen3-vl-235b-a22b',
      'qwen.qwen3-vl-235b-a22b',
      'Qwen3 VL 235B A22B',
      [],
      ['qwen.qwen3-vl-235b-a22b-instruct'],
    ],
  ]),
  ...models('Stability AI', [
    [
      'stability.stable-diffusion-xl-v1',
      'stability.stable-diffusion-xl-v1:0',
      'SDXL 1.0',
      [],
      ['stability.stable-diffusion-xl-v1'],
    ],
    ['stability.sd3-large', 'stability.sd3-large-v1:0', 'Stable Diffusion 3 Large'],
    ['stability.sd3-5-large', 'stability.sd3-5-large-v1:0', 'Stable Diffusion 3.5 Large', ['SD3.5 Large']],
    [
      'stability.stable-image-core',
      'stability.stable-image-core-v1:1',
      'Stable Image Core',
      [],
      ['stability.stable-image-core-v1:0'],
    ],
    [
      'stability.stable-image-ultra',
      'stability.stable-image-ultra-v1:1',
      'Stable Image Ultra',
      [],
      ['stability.stable-image-ultra-v1:0'],
    ],
    [
      'stability.stable-conservative-upscale',
      'stability.stable-conservative-upscale-v1:0',
      'Stable Image Conservative Upscale',
    ],
    [
      'stability.stable-creative-upscale',
      'stability.stable-creative-upscale-v1:0',
      'Stable Image Creative Upscale',
    ],
    ['stability.stable-fast-upscale', 'stability.stable-fast-upscale-v1:0', 'Stable Image Fast Upscale'],
    [
      'stability.stable-image-control-sketch',
      'stability.stable-image-control-sketch-v1:0',
      'Stable Image Control Sketch',
    ],
    [
      'stability.stable-image-control-structure',
      'stability.stable-image-control-structure-v1:0',
      'Stable Image Control Structure',
    ],
    [
      'stability.stable-image-erase-object',
      'stability.stable-image-erase-object-v1:0',
      'Stable Image Erase Object',
    ],
    ['stability.stable-image-inpaint', 'stability.stable-image-inpaint-v1:0', 'Stable Image Inpaint'],
    [
      'stability.stable-image-remove-background',
      'stability.stable-image-remove-background-v1:0',
      'Stable Image Remove Background',
    ],
    [
      'stability.stable-image-search-recolor',
      'stability.stable-image-search-recolor-v1:0',
      'Stable Image Search and Recolor',
    ],
    [
      'stability.stable-image-search-replace',
      'stability.stable-image-search-replace-v1:0',
      'Stable Image Search and Replace',
    ],
    [
      'stability.stable-image-style-guide',
      'stability.stable-image-style-guide-v1:0',
      'Stable Image Style Guide',
    ],
    ['stability.stable-outpaint', 'stability.stable-outpaint-v1:0', 'Stable Image Outpaint'],
    [
      'stability.stable-style-transfer',
      'stability.stable-style-transfer-v1:0',
      'Stable Image Style Transfer',
    ],
  ]),
  ...models('TwelveLabs', [
    [
      'twelvelabs.marengo-embed-2-7',
      'twelvelabs.marengo-embed-2-7-v1:0',
      'Marengo Embed 2.7',
      ['TwelveLabs Marengo Embed 2.7', 'Marengo Embed v2.7'],
    ],
    [
      'twelvelabs.marengo-embed-3-0',
      'twelvelabs.marengo-embed-3-0-v1:0',
      'Marengo Embed 3.0',
      ['TwelveLabs Marengo Embed 3.0'],
    ],
    [
      'twelvelabs.pegasus-1-2',
      'twelvelabs.pegasus-1-2-v1:0',
      'Pegasus 1.2',
      ['TwelveLabs Pegasus 1.2', 'Pegasus v1.2'],
    ],
  ]),
  ...models('Writer', [
    ['writer.palmyra-x4', 'writer.palmyra-x4-v1:0', 'Palmyra X4'],
    ['writer.palmyra-x5', 'writer.palmyra-x5-v1:0', 'Palmyra X5'],
    [
      'writer.palmyra-vision-7b',
      'writer.palmyra-vision-7b',
      'Palmyra Vision 7B',
      ['Writer Palmyra Vision 7B'],
    ],
  ]),
  ...models('xAI', [
    ['xai.grok-4.3', 'xai.grok-4.3', 'Grok 4.3'],
    ['xai.grok-4.6', 'xai.grok-4.6', 'Grok 4.6'],
    ['xai.grok-4.7', 'xai.grok-4.7', 'Grok 4.7'],
  ]),
  ...models('Z AI', [
    ['zai.glm-4.6', 'zai.glm-4.6', 'GLM 4.6'],
    ['zai.glm-4.7', 'zai.glm-4.7', 'GLM 4.7'],
    ['zai.glm-4.7-flash', 'zai.glm-4.7-flash', 'GLM 4.7 Flash'],
    ['zai.glm-5', 'zai.glm-5', 'GLM 5'],
    ['zai.glm-5.3', 'zai.glm-5.3', 'GLM 5.3'],
  ]),
];

/** Names in the price list that are no model of the catalogue, and whose rows are left out. */
const IGNORED_NAMES: ReadonlySet<string> = new Set(
  ['Claude', 'Claude (100K)', 'Claude Instant (100K)', 'Llama 3.3 70B Custom'].map(squash),
);

export function isIgnoredName(name: string): boolean {
  return IGNORED_NAMES.has(squash(name));
}

/**
 * A name as price sources write it, reduced to what tells models apart: letters, digits, `.` and `+`, in small letters,
 * without the trade names around it. `Claude Haiku 4.5 (Amazon Bedrock Edition)` gives `claudehaiku4.5`.
 */
export function squash(name: string): string {
  const plain = name
    .toLowerCase()
    .replace('(amazon bedrock edition)', '')
    .replace(/^(amazon|anthropic) /, '');
  return plain.replace(/[^a-z0-9.+]/g, '');
}

/** Some usage types turn the name round: `Claude4.5Sonnet` is Claude Sonnet 4.5. */
function turnedRound(name: string): readonly string[] {
  const match = /^Claude ([A-Z][a-z]+) ([\d.]+)$/.exec(name);
  return match === null ? [] : [`Claude ${match[2]} ${match[1]}`];
}

const BY_NAME: ReadonlyMap<string, string> = new Map(
  KNOWN_MODELS.flatMap(({ key, id, name, names, aliases }) =>
    [name, ...turnedRound(name), key, id, ...names, ...aliases].map((each) => [squash(each), key] as const),
  ),
);

/** Usage types write `Llama3-1-405B` for Llama 3.1 405B: names without their dots, where these are still one model's. */
const BY_NAME_WITHOUT_DOTS: ReadonlyMap<string, string | undefined> = withoutDots();

function withoutDots(): ReadonlyMap<string, string | undefined> {
  const keys = new Map<string, string | undefined>();
  for (const [name, key] of BY_NAME) {
    const plain = name.replaceAll('.', '');
    keys.set(plain, keys.has(plain) && keys.get(plain) !== key ? undefined : key);
  }
  return keys;
}

/** The key of the model that a price source calls `name`; undefined where no model is known by it. */
export function modelNamed(name: string): string | undefined {
  const squashed = squash(name);
  return BY_NAME.get(squashed) ?? BY_NAME_WITHOUT_DOTS.get(squashed.replaceAll('.', ''));
}
