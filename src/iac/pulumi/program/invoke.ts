/** Functions of providers: those whose answer follows from what is written are answered, the others are unknown. */
import { textAt, type Unknown, unknown, type Value } from '../../../model/value.ts';
import type { Budget } from '../../terraform/evaluate/budget.ts';
import { answerOf } from '../../terraform/module/data-sources.ts';
import { map } from '../../terraform/values/value.ts';
import { camelCase, parseToken, snakeCase, terraformType } from '../type-token.ts';

export interface Invocation {
  /** `aws:bedrockfoundation:getModel` */
  readonly token: string;
  readonly arguments: Value;
  /** The region of its provider. */
  readonly region: string | Unknown;
}

/** What a function answers, in Pulumi's names. */
export function answerInvocation(invocation: Invocation, budget: Budget): Value {
  const { token, arguments: given } = invocation;
  const parts = parseToken(token);
  const asked = `${token} is asked only when the program runs`;
  if (parts === undefined || !parts.name.startsWith('get')) return unknown(asked);
  if (parts.provider !== 'aws' && parts.provider !== 'aws-native') return unknown(asked);
  const type = terraformType({ ...parts, name: parts.name.slice('get'.length) });
  const entries = given.kind === 'map' ? given.entries : new Map<string, Value>();
  const named = new Map([...entries].map(([key, value]) => [snakeCase(key), value]));
  const region = textAt(given, 'region') ?? invocation.region;
  const answers = answerOf(type, { arguments: named, region, budget });
  if (answers.size === 0) return unknown(asked);
  return map(new Map([...named, ...answers].map(([key, value]) => [camelCase(key), value])));
}
