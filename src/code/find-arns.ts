/** ARNs of Amazon Bedrock behind which only an account or infrastructure code knows the model. */
import type { Span } from './found-model-id.ts';

const SERVICE = ':bedrock:';
const LONGEST_ARN = 300;
/** `arn:aws-us-gov`, or a partition that a template puts there. */
const LONGEST_HEAD = 40;
/** Kinds that a call can name in the place of a model. */
const KINDS =
  /^[^\s"'`,;/]{0,200}:(?:application-inference-profile|provisioned-model|custom-model|custom-model-deployment|imported-model|prompt-router|default-prompt-router)\/([a-z0-9][a-z0-9./:-]{0,90})/;

/** Every such ARN of a text that names one thing; patterns such as `provisioned-model/*` are none. */
export function findArns(text: string): readonly Span[] {
  const found: Span[] = [];
  for (let at = text.indexOf(SERVICE); at !== -1; at = text.indexOf(SERVICE, at + SERVICE.length)) {
    const head = text.slice(Math.max(0, at - LONGEST_HEAD), at);
    const back = head.lastIndexOf('arn:');
    if (back === -1 || /\s/.test(head.slice(back))) continue;
    const start = at - (head.length - back);
    const tail = text.slice(at + SERVICE.length, at + LONGEST_ARN);
    const match = KINDS.exec(tail);
    if (match === null) continue;
    const end = at + SERVICE.length + match[0].length;
    if (/[*${A-Z_]/.test(text.charAt(end))) continue;
    found.push({ id: text.slice(start, end), start, end });
  }
  return found;
}
