/** Constants of the CDK that stand for model ids: `BedrockFoundationModel.AMAZON_NOVA_PRO_V1`. */
import names from './data/cdk-models.json' with { type: 'json' };
import type { Span } from './found-model-id.ts';

/** Facts, read from the packages aws-cdk-lib 2.276.0, @aws-cdk/aws-bedrock-alpha 2.271.0-alpha.0 and @cdklabs/generative-ai-cdk-constructs 0.1.318. */
const CLASSES = new Map(
  Object.entries(names).map(([name, members]) => [name, new Map<string, string>(Object.entries(members))]),
);
const COMMON_END = 'FoundationModel';
const LONGEST_MEMBER = 80;
/** The profile that a model is wrapped in stands near it. */
const NEAR = 240;
const REGION = /CrossRegionInferenceProfileRegion\.(US_GOV|US|EU|APAC|GLOBAL|JP|AU|CA)\b/;

/** Every constant that the map knows, with the id that it stands for. */
export function findConstants(text: string): readonly Span[] {
  const found: Span[] = [];
  let wrapped: boolean | undefined;
  for (let at = text.indexOf(COMMON_END); at !== -1; at = text.indexOf(COMMON_END, at + COMMON_END.length)) {
    const match = /^FoundationModel(Identifier)?\.([A-Z][A-Z0-9_]*)/.exec(
      text.slice(at, at + COMMON_END.length + LONGEST_MEMBER),
    );
    if (match === null) continue;
    const isOwnClass = match[1] === undefined;
    const start = isOwnClass ? at - 'Bedrock'.length : at;
    if (isOwnClass && text.slice(Math.max(0, start), at) !== 'Bedrock') continue;
    const members = CLASSES.get(isOwnClass ? 'BedrockFoundationModel' : 'FoundationModelIdentifier');
    const id = members?.get(match[2] ?? '');
    if (id === undefined) continue;
    const end = at + match[0].length;
    const region = REGION.exec(text.slice(Math.max(0, start - NEAR), end + NEAR))?.[1];
    wrapped ??= text.includes('CrossRegionInferenceProfile');
    if (region !== undefined)
      found.push({ id: `${region.toLowerCase().replace('_', '-')}.${id}`, start, end });
    else found.push(wrapped ? { id, start, end, prefixUnknown: true } : { id, start, end });
  }
  return found;
}
