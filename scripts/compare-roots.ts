/**
 * Compares what is read of public Terraform roots with what Terraform itself answered for them:
 * `node scripts/compare-roots.ts ANSWERS.jsonl DIRECTORY`. Nothing is fetched: the directory holds Git repositories as
 * `owner/name`, `owner+name` or `owner+name/repo`. Each line of the answers is one root: `repo`, `commit`, `path`,
 * `vars_supplied`, and `resources` with `address`, `type`, `values` and `unknown` as in a plan.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ParseCache } from '../src/iac/parse-cache.ts';
import { TERRAFORM } from '../src/iac/terraform/index.ts';
import { parseJson } from '../src/iac/terraform/values/json.ts';
import type { Resource } from '../src/model/resource.ts';
import { text, type Value } from '../src/model/value.ts';
import { openRevision } from '../src/snapshot/git.ts';

interface Answer {
  readonly repo: string;
  readonly commit: string;
  readonly path: string;
  readonly vars_supplied: Readonly<Record<string, string>>;
  readonly resources: readonly {
    readonly address: string;
    readonly type: string;
    readonly values: unknown;
    readonly unknown?: unknown;
  }[];
}

/** Attributes on which a bill hangs. */
const MATTERS =
  /(?:^|\.)(?:foundation_model|model_id|model_arn|embedding_model_arn|copy_from|base_model_identifier|model_units|commitment_duration|retention_in_days|log_group_class|standby_replicas|parsing_strategy|chunking_strategy|max_tokens|dimensions?|data_type|engine|engine_mode|instance_class|instance_type|instance_count|m(?:in|ax)_capacity|(?:in|out)put_(?:strength|enabled)|tier_name|(?:text|image|embedding|video)_data_delivery_enabled|edition|vpc_endpoint_type|service_name|memory_size|provisioned_memory|replica_count|type)$|[A-Z_]*MODEL[A-Z_]*$/;

/** What the stand-in provider of the answers made up: an account, hashes of files that were not there. */
const MADE_UP = /123456789012|fakehash/;

interface Counts {
  equal: number;
  /** But for the region: the stand-in provider answered us-east-1 whatever the code says. */
  otherRegion: number;
  unknownBoth: number;
  unknownHere: number;
  different: number;
  extraKnown: number;
}
const none = (): Counts => ({
  equal: 0,
  otherRegion: 0,
  unknownBoth: 0,
  unknownHere: 0,
  different: 0,
  extraKnown: 0,
});

const [answersFile, directory] = process.argv.slice(2);
if (answersFile === undefined || directory === undefined) {
  process.stderr.write('usage: node scripts/compare-roots.ts ANSWERS.jsonl DIRECTORY\n');
  process.exit(2);
}

const all = none();
const costly = none();
const addresses = { expected: 0, found: 0, uncertain: 0, missing: 0, extra: 0 };
let roots = 0;
for (const line of readFileSync(answersFile, 'utf8')
  .split('\n')
  .filter((written) => written !== '')) {
  const answer = JSON.parse(line) as Answer;
  const repository = [answer.repo, answer.repo.replace('/', '+'), `${answer.repo.replace('/', '+')}/repo`]
    .map((name) => join(directory, name))
    .filter((path) => existsSync(join(path, '.git')) || existsSync(join(path, 'HEAD')))[0];
  if (repository === undefined) {
    say(`${answer.repo}: there is no such repository in ${directory}`);
    continue;
  }
  roots++;
  compareRoot(answer, await readRoot(repository, answer));
}
report();

async function readRoot(
  repository: string,
  { commit, path, vars_supplied }: Answer,
): Promise<readonly Resource[]> {
  const snapshot = await openRevision(repository, commit);
  const paths = new Set(snapshot.files.map((file) => file.path));
  const variables = new Map(Object.entries(vars_supplied).map(([name, value]) => [name, given(value)]));
  const root = { directory: path, variables, workspace: 'default', region: 'us-east-1' };
  let texts = await snapshot.read([...paths].filter((file) => TERRAFORM.wants(file)));
  for (let round = 0; ; round++) {
    const { resources, asked = [] } = TERRAFORM.read(root, texts, new ParseCache(), paths);
    const more = asked.filter((asking) => !texts.has(asking));
    if (more.length === 0 || round === 3) return resources;
    texts = new Map([...texts, ...(await snapshot.read(more))]);
  }
}

/** A value as `-var` takes it: collections are written as JSON. */
function given(value: string): Value {
  const parsed = /^\s*[[{]/.test(value) ? parseJson(value) : undefined;
  return parsed ?? text(value);
}

function compareRoot({ repo, path, resources: expected }: Answer, found: readonly Resource[]): void {
  const name = `${repo}/${path}`;
  const byAddress = new Map(found.map((resource) => [resource.address, resource]));
  const types = new Set(expected.map(({ type }) => type));
  const known = new Set(expected.map(({ address }) => address));
  for (const { address, values, unknown } of expected) {
    addresses.expected++;
    const resource = byAddress.get(address) ?? byAddress.get(address.replace(/\[[^\]]*\]$/, ''));
    if (resource === undefined) {
      addresses.missing++;
      say(`missing     ${name} ${address}`);
      continue;
    }
    if (resource.uncertain === undefined) addresses.found++;
    else addresses.uncertain++;
    compareValue(`${name} ${address}`, '', values, unknown, resource.attributes);
  }
  for (const { address, type, uncertain } of found) {
    if (!types.has(type) || known.has(address) || uncertain !== undefined) continue;
    addresses.extra++;
    say(`extra       ${name} ${address}`);
  }
}

function compareValue(
  place: string,
  path: string,
  expected: unknown,
  gaps: unknown,
  found: Value | undefined,
): void {
  if (gaps === true) {
    if (found === undefined || found.kind === 'unknown' || found.kind === 'null') count(path, 'unknownBoth');
    else if (found.kind !== 'list' && found.kind !== 'map') {
      count(path, 'extraKnown');
      say(`known here  ${place}${path}: ${shown(found)}`);
    }
    return;
  }
  if (Array.isArray(expected) && found?.kind === 'list' && found.items.length === expected.length) {
    for (const [index, item] of expected.entries()) {
      const gap: unknown = Array.isArray(gaps) ? gaps[index] : undefined;
      compareValue(place, `${path}[${index}]`, item, gap, found.items[index]);
    }
  } else if (
    typeof expected === 'object' &&
    expected !== null &&
    !Array.isArray(expected) &&
    found?.kind === 'map'
  ) {
    const missing = new Map(typeof gaps === 'object' && gaps !== null ? Object.entries(gaps) : []);
    for (const [key, value] of Object.entries(expected))
      compareValue(place, `${path}.${key}`, value, missing.get(key), found.entries.get(key));
    // No block at all is as good as an empty list of them.
  } else if (!Array.isArray(expected) || expected.length > 0 || found !== undefined)
    leaf(place, path, expected, found);
}

function leaf(place: string, path: string, expected: unknown, found: Value | undefined): void {
  if (expected === undefined || expected === null) return;
  if (MADE_UP.test(JSON.stringify(expected))) return;
  if (found?.kind === 'unknown') {
    count(path, 'unknownHere');
    say(`unknown     ${place}${path}: ${found.why} (Terraform: ${JSON.stringify(expected).slice(0, 80)})`);
  } else if (shown(found) === shownAnswer(expected)) count(path, 'equal');
  else if (differsInRegion(shown(found), shownAnswer(expected))) count(path, 'otherRegion');
  else {
    count(path, 'different');
    say(
      `DIFFERENT   ${place}${path}: ${shown(found)} (Terraform: ${JSON.stringify(expected).slice(0, 200)})`,
    );
  }
}

function differsInRegion(found: string, expected: string): boolean {
  const parts = expected.split('us-east-1');
  if (parts.length < 2 || !found.startsWith(parts[0] ?? '')) return false;
  const region = found.slice((parts[0] ?? '').length).match(/^[a-z0-9-]+?(?=$|[:.])/)?.[0];
  return region !== undefined && found === parts.join(region);
}

function count(path: string, kind: keyof Counts): void {
  all[kind]++;
  if (MATTERS.test(path)) costly[kind]++;
}

/** Numbers and booleans are compared as texts: the stand-in provider keeps them as they are written. */
function shown(value: Value | undefined): string {
  switch (value?.kind) {
    case 'number':
      return String(value.value.toNumber());
    case 'text':
    case 'boolean':
      return String(value.value);
    case 'list':
      return `[${value.items.map(shown).join(', ')}]`;
    case 'map':
      return `{${[...value.entries].map(([key, item]) => `${key}: ${shown(item)}`).join(', ')}}`;
    default:
      return value?.kind ?? 'nothing';
  }
}

function shownAnswer(expected: unknown): string {
  return typeof expected === 'string' ? expected : JSON.stringify(expected);
}

function report(): void {
  const { expected, found, uncertain, missing, extra } = addresses;
  say(`${roots} roots`);
  say(`${expected} addresses: ${found} found, ${uncertain} uncertain, ${missing} missing, ${extra} extra`);
  for (const [name, counts] of [
    ['all values', all],
    ['values that cost', costly],
  ] as const) {
    const right = counts.equal + counts.otherRegion;
    const known = right + counts.unknownHere + counts.different;
    const share = known === 0 ? '–' : `${((100 * right) / known).toFixed(2)} %`;
    say(
      `${name}: ${counts.equal} equal, ${counts.otherRegion} equal but for the region, ${counts.different} different, ${counts.unknownHere} unknown here only, ${counts.unknownBoth} unknown to both, ${counts.extraKnown} known here only; ${share} of what Terraform knows`,
    );
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
