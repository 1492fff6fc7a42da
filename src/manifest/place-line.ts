/** What a place that a value is followed to lacks, as an example. */
import { typeOfAddress } from './address.ts';
import type { Node } from './tree.ts';

/** `app/chat.py`, `.env`, `handler.ts`; not `aws_lambda_function.chat`. */
export function looksLikeFile(text: string): boolean {
  return (
    typeOfAddress(text) === undefined &&
    /(?:^|[\w)/-])\.(?:[cm]?[jt]sx?|py|java|kts?|go|rb|rs|cs|php|sh|ya?ml|json|toml|env|properties|tf|ini|cfg)$|^\.env|\//.test(
      text,
    )
  );
}

/** Keys that take a place, with what the variable might be called that a resource is followed through. */
const VARIABLES: ReadonlyMap<string, string | undefined> = new Map([
  ['model', undefined],
  ['tier', 'BEDROCK_SERVICE_TIER'],
  ['ttl', 'CACHE_TTL'],
  ['agent', 'AGENT_ID'],
]);
/** Of the items of `uses`. */
const OF_AN_ITEM = 'GUARDRAIL_ID';

/** Whether a map under a key, or an item of a list, says where a value is followed to. */
export function isPlace(owner: string | number, known: readonly string[]): boolean {
  return (
    known.includes('file') && known.includes('address') && (typeof owner === 'number' || VARIABLES.has(owner))
  );
}

/**
 * The entries of a place with a file or a resource, where they name none: with a path that is one of a file, with
 * `env` or `attribute` a resource. What is not the model of a resource is in one of its variables.
 */
export function completePlace(
  owner: string | number,
  entries: ReadonlyMap<string, Node>,
): ReadonlyMap<string, Node> {
  const variable = typeof owner === 'number' ? OF_AN_ITEM : VARIABLES.get(owner);
  return withVariable(withSource(entries), owner, variable);
}

function withSource(entries: ReadonlyMap<string, Node>): ReadonlyMap<string, Node> {
  const names = (word: string) => entries.has(word);
  if (names('file') || names('address')) return entries;
  const path = entries.get('path');
  if (path?.kind === 'scalar' && looksLikeFile(path.source)) {
    const others = [...entries].filter(([key]) => key !== 'path');
    return new Map([['file', path], ...others]);
  }
  if (names('env')) return new Map([['address', scalar('aws_lambda_function.chat')], ...entries]);
  if (names('attribute')) return new Map([['address', scalar('aws_bedrockagent_agent.chat')], ...entries]);
  return new Map([['file', scalar(names('path') ? 'cdk.json' : 'services/chat/handler.py')], ...entries]);
}

function withVariable(
  entries: ReadonlyMap<string, Node>,
  owner: string | number,
  variable: string | undefined,
): ReadonlyMap<string, Node> {
  const isNamed = ['env', 'attribute', 'name', 'path'].some((key) => entries.has(key));
  if (variable === undefined || isNamed) return entries;
  if (!entries.has('file')) return new Map([...entries, ['env', scalar(variable)]]);
  // A tier or a lifetime is found in a file without a name; which resource is meant is not.
  const isResource = owner === 'agent' || typeof owner === 'number';
  return isResource ? new Map([...entries, ['name', scalar(variable)]]) : entries;
}

function scalar(text: string): Node {
  return { kind: 'scalar', value: text, source: text, at: { file: '' }, spoiled: false };
}
