/**
 * One tokenizer for the three grammars in which the price list writes usage types:
 *
 *     USE1-NovaLite-cache-read-input-token-count-cross-region-global      AmazonBedrock, AmazonBedrockService
 *     USE1-qwen.qwen3-32b-mantle-input-tokens-flex                        the same, for the endpoint bedrock-mantle
 *     USE1-MP:USE1_CacheWrite1hInputTokenCount_Global-Units               AmazonBedrockFoundationModels
 *     USE1-MP:USE1_cache_write_tokens_1h_global_standard-Units            the same, in newer rows
 *
 * The prefix of the region cannot be derived from the region's code and is only cut off.
 */

export interface UsageType {
  /** The usage type without the prefix of the region: `NovaLite-input-tokens`. */
  readonly bare: string;
  /** What stands before the meaning, mostly the model: `NovaLite`; empty in the marketplace grammars. */
  readonly name: string;
  /** The words of the meaning in small letters, in their order: `cache`, `write`, `1h`, `input`, `token`, `count`. */
  readonly words: readonly string[];
}

/** `USE1-`, `EU-`; one service writes the region's code instead. */
const REGION = /^([A-Z]{2,4}\d?|[a-z]{2}(-[a-z]{3,9}){1,2}-\d)-/;
const MARKETPLACE = /^MP:[A-Z]{2,4}\d?_(.*?)(-Units)?$/;
/** Where the meaning begins in the grammar that starts with the model's name. */
const MEANING =
  /-(mantle|text|speech|audio|image|video|(input|output)(-[a-z]+)?-(tokens?|image)|cache-(read|write)|reserved|ProvisionedThroughput|Customization|RFT|T2I|I2I)(?![a-z])/i;

/** Takes a usage type apart. Linear in its length. */
export function parseUsageType(usageType: string): UsageType {
  const bare = usageType.replace(REGION, '');
  const marketplace = MARKETPLACE.exec(bare);
  if (marketplace !== null) return { bare, name: '', words: wordsOf(marketplace[1] ?? '') };
  const at = bare.search(MEANING);
  if (at < 0) return { bare, name: bare, words: [] };
  return { bare, name: bare.slice(0, at), words: wordsOf(bare.slice(at + 1)) };
}

/** The words of a text in any of the spellings: by capitals, by `-` and `_`, and between a word and a number. */
function wordsOf(text: string): readonly string[] {
  return text
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Za-z])(\d)/g, '$1 $2')
    .split(/[^A-Za-z0-9.]+/)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase());
}
