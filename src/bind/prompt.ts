import type { ManifestCall, ManifestWorkload, PromptUse } from '../manifest/manifest.ts';
import { Decimal, ONE, ZERO } from '../model/decimal.ts';
import { declaredFactor } from '../model/factors.ts';
import type { Quantity } from '../model/quantity.ts';
import { addRanges, mapRange, multiplyRanges } from '../model/range.ts';
import type { SourceLocation } from '../model/source-location.ts';
import type { Stated } from '../model/stated.ts';
import type { ModelCall, PromptPart } from '../model/workload.ts';

/** The input tokens of a call: as stated, else the sum of the parts of its prompt; its own before its workload's. */
export function inputOf(
  stated: ManifestWorkload,
  call: ManifestCall | undefined,
): Pick<ModelCall, 'inputTokens' | 'prompt'> {
  const levels = call === undefined ? [stated] : [call, stated];
  const owner = levels.find(({ inputTokens, prompt }) => inputTokens !== undefined || prompt !== undefined);
  if (owner === undefined) return {};
  const own = call !== undefined && owner === call ? ['calls', call.name] : [];
  if (owner.prompt === undefined)
    return tokens('inputTokens', owner.inputTokens, stated.locate(...own, 'input_tokens'));
  const answer = call?.outputTokens ?? stated.outputTokens;
  const prompt = promptParts(owner.prompt, answer, (...path) => stated.locate(...own, 'prompt', ...path));
  if (prompt === undefined) return {};
  const sizes = prompt.map(({ factors }) => multiplyRanges(...factors.map(({ value }) => value)));
  const at = stated.locate(...own, 'prompt');
  return { inputTokens: { range: addRanges(...sizes), origin: 'declared', at }, prompt };
}

/**
 * What the input of one call is made of. In a conversation of n turns each call sends along all earlier turns, on the
 * mean (n - 1) / 2 of them, a message and an answer each. Undefined where nobody states how long an answer is.
 */
function promptParts(
  { system, history, chunks, images, video, question }: PromptUse,
  answer: Stated | undefined,
  at: (...path: string[]) => SourceLocation,
): readonly PromptPart[] | undefined {
  const parts: PromptPart[] = [];
  if (system !== undefined) {
    parts.push({
      name: 'system prompt',
      factors: [declaredFactor('system prompt tokens', system.range, at('system'))],
    });
  }
  if (history !== undefined) {
    const assistant = history.assistant ?? answer;
    if (assistant === undefined) return undefined;
    const { turns, user } = history;
    const earlier = mapRange(turns.range, (count) => Decimal.max(count.minus(ONE), ZERO).div(2));
    const tokensOfTurn = addRanges(user.range, assistant.range);
    parts.push({
      name: 'history',
      factors: [
        declaredFactor('earlier turns', earlier, at('history', 'turns')),
        declaredFactor('tokens of an earlier turn', tokensOfTurn, at('history', 'user')),
      ],
      note: 'each call of a conversation sends all earlier turns along, half of them on the mean',
    });
  }
  if (chunks !== undefined) {
    parts.push({
      name: 'retrieved chunks',
      factors: [
        declaredFactor('chunks', chunks.count.range, at('chunks', 'count')),
        declaredFactor('tokens of a chunk', chunks.tokens.range, at('chunks', 'tokens')),
      ],
    });
  }
  if (images !== undefined) {
    parts.push({
      name: 'images',
      factors: [
        declaredFactor('images', images.count.range, at('images', 'count')),
        declaredFactor('tokens of an image', images.tokens.range, at('images', 'tokens')),
      ],
    });
  }
  if (video !== undefined) {
    parts.push({
      name: 'video',
      factors: [
        declaredFactor('seconds of video', video.seconds.range, at('video', 'seconds')),
        declaredFactor('tokens of a second', video.tokens.range, at('video', 'tokens')),
      ],
    });
  }
  const asked = question ?? history?.user;
  if (asked !== undefined) {
    const from = question === undefined ? at('history', 'user') : at('question');
    parts.push({ name: 'question', factors: [declaredFactor('question tokens', asked.range, from)] });
  }
  return parts;
}

export function tokens<Key extends 'inputTokens' | 'outputTokens'>(
  key: Key,
  stated: Stated | undefined,
  at: SourceLocation,
): { readonly [K in Key]?: Quantity } {
  if (stated === undefined) return {};
  return { [key]: { range: stated.range, origin: 'declared', at } } as { readonly [K in Key]?: Quantity };
}
