import { Decimal } from '../../../model/decimal.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { Model } from '../../../model/price.ts';
import { countInWords } from '../../../model/wording.ts';
import type { ModelCall } from '../../../model/workload.ts';

/** A warning where a call has more input than the model takes: it would be refused, and what is priced is not billed. */
export function windowDiagnostics(
  { name, contextWindow, longContextThreshold = 0 }: Model,
  call: ModelCall,
): readonly Diagnostic[] {
  const input = call.inputTokens?.range.high;
  // A price for longer input than the window says that the window can be larger.
  if (
    contextWindow === undefined ||
    longContextThreshold >= contextWindow ||
    input?.gt(contextWindow) !== true
  )
    return [];
  const most = new Decimal(contextWindow);
  const message = `A call with ${countInWords(input)} input tokens does not fit in the context window of ${name}, which has ${countInWords(most)}: it would be refused. The figure holds for another number of tokens, or for a model with a larger window.`;
  return [
    {
      code: 'context-exceeded',
      severity: 'warning',
      message,
      at: call.inputTokens?.at ?? call.at,
      hint: `input_tokens: ${contextWindow}  # at most`,
    },
  ];
}
