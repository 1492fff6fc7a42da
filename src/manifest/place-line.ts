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

/**
 * The entries of a place with a file or a resource, where they name none: with a path that is one of a file, with
 * `env` or `attribute` a resource. What is not the model of a resource is in one of its variables.
 */
export function completePlace(key: string, entries: ReadonlyMap<string, Node>): ReadonlyMap<string, Node> {
  const names = (word: string) => entries.has(word);
  const path = entries.get('path');
  if (!names('file') && !names('address')) {
    if (path?.kind === 'scalar' && looksLikeFile(path.source)) {
      const { path: _path, ...others } = Object.fromEntries(entries);
      return new Map([['file', path], ...Object.entries(others)]);
    }
    if (names('env')) return new Map([['address', scalar('aws_lambda_function.chat')], ...entries]);
    if (names('attribute')) return new Map([['address', scalar('aws_bedrockagent_agent.chat')], ...entries]);
    return new Map([['file', scalar(names('path') ? 'cdk.json' : 'services/chat/handler.py')], ...entries]);
  }
  const variable = VARIABLES.get(key);
  if (variable === undefined || names('file') || names('env') || names('attribute')) return entries;
  return new Map([...entries, ['env', scalar(variable)]]);
}

const VARIABLES: ReadonlyMap<string, string> = new Map([
  ['tier', 'BEDROCK_SERVICE_TIER'],
  ['ttl', 'CACHE_TTL'],
]);

function scalar(text: string): Node {
  return { kind: 'scalar', value: text, source: text, at: { file: '' }, spoiled: false };
}
