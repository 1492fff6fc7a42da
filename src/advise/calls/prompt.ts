import { decimal } from '../../model/decimal.ts';
import { exactly, ONCE } from '../../model/range.ts';
import type { KnownCall, OtherCall } from './call.ts';
import { withTokens } from './tokens.ts';

const LEFT = decimal('0.9');

/** What every tenth of the input costs: prompts grow, and nobody sees it. */
export function shorterInput({ call }: KnownCall): readonly OtherCall[] {
  if (call.inputTokens === undefined) return [];
  const change = { input: exactly(LEFT), output: ONCE, name: 'share left of the prompt' };
  return [
    {
      kind: 'shorter-prompt',
      words: 'prompts 10% shorter',
      condition: 'the prompt says something twice, or brings what the answer does not need',
      call: withTokens(call, change),
    },
  ];
}
