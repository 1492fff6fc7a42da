/**
 * Cuts the operations that the action uses out of GitHub's own OpenAPI description, for the tests:
 * `node scripts/github-description.ts api.github.com.json > tests/github/data/openapi.json`.
 * The description comes from https://github.com/github/rest-api-description, also as the package @octokit/openapi.
 */
import { readFileSync } from 'node:fs';

const OPERATIONS = [
  'GET /repos/{owner}/{repo}/commits/{ref}',
  'GET /repos/{owner}/{repo}/compare/{basehead}',
  'GET /repos/{owner}/{repo}/git/blobs/{file_sha}',
  'GET /repos/{owner}/{repo}/git/commits/{commit_sha}',
  'GET /repos/{owner}/{repo}/git/trees/{tree_sha}',
  'DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}',
  'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}',
  'GET /repos/{owner}/{repo}/issues/{issue_number}/comments',
  'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
  'GET /repos/{owner}/{repo}/issues/{issue_number}/events',
  'GET /repos/{owner}/{repo}/pulls',
  'GET /repos/{owner}/{repo}/pulls/{pull_number}',
] as const;

/** Words for people. They are most of the bytes, and no check needs them. */
const PROSE = new Set(['description', 'summary', 'tags', 'externalDocs', 'example', 'examples', 'headers']);

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Below `properties` every key is a name of GitHub's, never a word of the description's own. */
function withoutProse(value: Json, areNames = false): Json {
  if (Array.isArray(value)) return value.map((item: Json) => withoutProse(item));
  if (value === null || typeof value !== 'object') return value;
  const kept = Object.entries(value).filter(([key]) => areNames || !(PROSE.has(key) || key.startsWith('x-')));
  return Object.fromEntries(
    kept.map(([key, item]) => [key, withoutProse(item, key === 'properties' && !areNames)]),
  );
}

function referencesIn(value: Json): string[] {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, item]) =>
    key === '$ref' && typeof item === 'string' ? [item] : referencesIn(item as Json),
  );
}

function at(root: Json, reference: string): Json {
  let found = root;
  for (const part of reference.replace(/^#\//, '').split('/')) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    if (found === null || typeof found !== 'object' || !Object.hasOwn(found, key)) {
      throw new Error(`The description has no ${reference}.`);
    }
    found = (found as { readonly [key: string]: Json })[key] as Json;
  }
  return found;
}

const whole = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as { info: Json } & {
  [key: string]: Json;
};
const paths: Record<string, Record<string, Json>> = {};
const pending: string[] = [];
for (const operation of OPERATIONS) {
  const [method = '', path = ''] = operation.split(' ');
  const found = withoutProse(at(whole, `#/paths/${path.replaceAll('/', '~1')}/${method.toLowerCase()}`));
  paths[path] = { ...paths[path], [method.toLowerCase()]: found };
  pending.push(...referencesIn(found));
}

const components: Record<string, Record<string, Json>> = {};
const seen = new Set<string>();
for (let reference = pending.pop(); reference !== undefined; reference = pending.pop()) {
  if (seen.has(reference)) continue;
  seen.add(reference);
  const [, , kind = '', name = ''] = reference.split('/');
  // Their bodies are examples, which are left out.
  if (kind === 'examples') continue;
  const found = withoutProse(at(whole, reference));
  components[kind] = { ...components[kind], [name]: found };
  pending.push(...referencesIn(found));
}

const { version, license } = whole.info as { readonly version: string; readonly license: Json };
const info = { title: 'A part of the description of the GitHub REST API', version, license };
process.stdout.write(`${JSON.stringify({ openapi: whole['openapi'], info, paths, components }, null, 1)}\n`);
