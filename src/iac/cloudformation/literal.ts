/** Texts that only look known: references that CloudFormation resolves at deployment, and places left for a script. */
import type { SourceLocation } from '../../model/source-location.ts';
import { type Unknown, unknown, type Value } from '../../model/value.ts';
import type { ValueNode } from '../document/node.ts';

/** A scalar as it is written. */
export function literal({ value, at }: ValueNode): Value {
  return value.kind === 'text' ? (openText(value.value, at) ?? value) : value;
}

/** `{{resolve:ssm:/app/model}}`, resolved at deployment. */
const DYNAMIC = /\{\{resolve:[^{}]{0,2048}\}\}/g;
/** Without a version, the present value of the parameter. */
const PARAMETER = /^\{\{resolve:ssm:([\w./-]{1,1011})\}\}$/;
/** `<BUCKET_NAME>` and `%%BUCKET_NAME%%`, which a script of the project replaces before. */
const PLACEHOLDER = /<[A-Z][A-Z0-9_]{2,}>|%%[A-Z][A-Z0-9_]*%%/g;

/** A text with parts that are not known before the deployment; `undefined` where it is what it says. */
export function openText(text: string, at?: SourceLocation): Unknown | undefined {
  const place = at === undefined ? {} : { at };
  if (text.includes('{{resolve:')) return open(text, DYNAMIC, 'is resolved at deployment', place);
  // In a text of several words such brackets are markup, as in prompts.
  if (!/[<%]/.test(text) || /\s/.test(text)) return undefined;
  return open(text, PLACEHOLDER, 'is to be replaced before the deployment', place);
}

function open(
  text: string,
  pattern: RegExp,
  what: string,
  place: { readonly at?: SourceLocation },
): Unknown | undefined {
  const pieces: (string | Unknown)[] = [];
  let last = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > last) pieces.push(text.slice(last, match.index));
    const parameter = PARAMETER.exec(match[0])?.[1];
    const more = parameter === undefined ? place : { ...place, parameter };
    pieces.push(unknown(`${match[0]} ${what}`, more));
    last = match.index + match[0].length;
  }
  if (last < text.length && pieces.length > 0) pieces.push(text.slice(last));
  const missing = pieces.find((piece) => typeof piece !== 'string');
  if (missing === undefined || pieces.length === 1) return missing;
  return unknown(missing.why, { ...place, pieces });
}
