/**
 * Every sentence of the reader. Each case is a manifest and the diagnostics that it gives, as
 * `line:column code: message | hint`. A manifest without `version` in it is indented below a workload `w` that
 * begins on line 3.
 */
import { describe, expect, test } from 'vitest';
import { inLine, read } from './reading.ts';

function messages(text: string): readonly string[] {
  const whole = text.includes('version') ? text : `version: 1\nworkloads:\n  w: { ${text} }\n`;
  const { manifest, diagnostics } = read(whole);
  // Faults of what no code declares: those of the type that comes nearest.
  const undeclared = [...(manifest?.resources.values() ?? [])].flatMap((entry) => entry.faultsOf(undefined));
  return [...diagnostics, ...undeclared].map(inLine);
}

function check(cases: readonly (readonly [string, readonly string[]])[]): void {
  test.each(cases)('%j', (text, expected) => {
    expect(messages(text)).toEqual(expected);
  });
}

describe('the file', () => {
  check([
    [
      'version: 2\nworkloads: 5\n',
      [
        '1:10 manifest-version: The version of the manifest is `2`; this release knows version 1, and read nothing. | version: 1',
      ],
    ],
    [
      'version: "1"\n',
      ['1:10 manifest-version: The version of the manifest is text, not a number. | version: 1'],
    ],
    [
      'version: one\n',
      [
        '1:10 manifest-version: The version of the manifest is `one`; this release knows version 1, and read nothing. | version: 1',
      ],
    ],
    [
      'version:\n',
      ['1:- manifest-version: The manifest has no version; it was read as version 1. | version: 1'],
    ],
    [
      '# no version here: only a comment\nregion: us-east-1\n# version\n',
      ['1:- manifest-version: The manifest has no version; it was read as version 1. | version: 1'],
    ],
    ['- version\n', ['1:1 manifest-type: The manifest is a list; expected a map of keys. | version: 1']],
    ['version\n', ['1:1 manifest-type: The manifest is `version`; expected a map of keys. | version: 1']],
    [
      'version: 1\n  region: x\n',
      [
        '1:10 yaml-syntax: The manifest is not valid YAML: a key follows where a value stands already; it was not read. | Check the indentation, and put text with `: ` in quotes.',
      ],
    ],
    [
      'version: 1\nregion: [a\n',
      [
        '3:1 yaml-syntax: The manifest is not valid YAML: a bracket is not closed, or the lines inside it are not indented; it was not read.',
      ],
    ],
    [
      'version: 1\nregion: "a\n',
      [
        '3:1 yaml-syntax: The manifest is not valid YAML: a quote, bracket, comma or colon is missing; it was not read.',
      ],
    ],
    [
      'version: 1\nregion: a: b\n',
      [
        '2:9 yaml-syntax: The manifest is not valid YAML: a key follows where a value stands already; it was not read. | Check the indentation, and put text with `: ` in quotes.',
      ],
    ],
    [
      'version: 1\nregion: @a\n',
      [
        '2:9 yaml-syntax: The manifest is not valid YAML: a text cannot begin with this character; it was not read. | Put the text in quotes.',
      ],
    ],
    [
      'version: 1\n\tregion: a\n',
      [
        '2:1 yaml-syntax: The manifest is not valid YAML: a tab stands in the indentation; it was not read. | Indent with spaces.',
      ],
    ],
    [
      'version: 1\nversion: 1\n',
      ['2:1 yaml-key: The key `version` stands twice in one map, first on line 1. | version: 1'],
    ],
    ['version: 1\n1: a\n', ['2:1 yaml-key: The key `1` is not text. | "1":']],
    ['version: 1\n? [a]\n: b\n', ['2:3 yaml-key: A key is a list; keys are text.']],
    ['version: 1\n: a\n', ['2:1 yaml-key: A key is empty; keys are text.']],
    ['version: 1\n<<: { a: 1 }\n', ['2:1 yaml-alias: The merge key `<<` is refused. | Write the keys out.']],
    [
      'version: 1\nregion: &r us-east-1\n',
      ['2:12 yaml-alias: The anchor `&r` is refused. | region: us-east-1'],
    ],
    [
      'version: 1\nregion: &r eu-west-1\nworkloads:\n  w: { region: eu-west-1 }\n  v:\n    region: *r  # the same\n',
      [
        '2:12 yaml-alias: The anchor `&r` is refused. | region: eu-west-1',
        '6:13 yaml-alias: The alias `*r` is refused. | region: eu-west-1 # the same',
      ],
    ],
    ['version: 1\nregion: *r\n', ['2:9 yaml-alias: The alias `*r` is refused. | Write the value out.']],
    ['version: 1\nregion: !env REGION\n', ['2:9 yaml-tag: The tag `!env` is refused. | region: REGION']],
    [
      '%YAML 1.1\n---\nversion: 1\n',
      [
        '1:1 yaml-syntax: The YAML directive `%YAML 1.1` is refused. | Remove the line; a manifest is always YAML 1.2.',
      ],
    ],
    [
      'version: 1\n---\nversion: 1\n',
      [
        '2:1 yaml-documents: A second YAML document begins here; a manifest is one document, and only the first was read. | Remove the line `---` and what follows.',
      ],
    ],
  ]);
});

describe('keys', () => {
  check([
    [
      'version: 1\nregoin: us-east-1\n',
      [
        '2:1 manifest-unknown-key: The manifest has the unknown key `regoin`; did you mean `region`? | region: us-east-1',
      ],
    ],
    [
      'version: 1\nsomething: else\n',
      [
        '2:1 manifest-unknown-key: The manifest has the unknown key `something`; known keys are `version`, `region`, `month`, `workloads`, `iac`, `resources`, `extra_charges`, `budgets`, `prices`, `advice`.',
      ],
    ],
    [
      'requets: 5/day',
      [
        '3:8 manifest-unknown-key: Workload `w` has the unknown key `requets`; did you mean `requests`? | w: { requests: 5/day }',
      ],
    ],
    [
      'colour: red',
      [
        '3:8 manifest-unknown-key: Workload `w` has the unknown key `colour`; known keys are `requests`, `region`, `environment`, `renamed_from`, `source`, `model`, `agent`, `uses`, `input_tokens`, `output_tokens`, `prompt`, `tier`, `cache`, `long_context_share`, `long_context_tokens`, `retries`, `calls`, `calls_per_request`, `guardrail`, `knowledge_base`.',
      ],
    ],
    [
      'cache: { tokens: 5, hitrate: 5%, hit_rate: 5% }',
      [
        '3:28 manifest-unknown-key: `cache` of workload `w` has the unknown key `hitrate`; `hit_rate`, which is most like it, is stated as well. | cache: { tokens: 5, hit_rate: 5% }',
      ],
    ],
    [
      'knowledge_base: { vectorstore: { type: small } }',
      [
        '3:26 manifest-unknown-key: `knowledge_base` of workload `w` has the unknown key `vectorstore`; did you mean `vector_store`? | knowledge_base: { vector_store: { type: small } }',
      ],
    ],
    [
      'version: 1\n__proto__: { a: 1 }\n',
      [
        '2:1 manifest-unknown-key: The manifest has the unknown key `__proto__`; known keys are `version`, `region`, `month`, `workloads`, `iac`, `resources`, `extra_charges`, `budgets`, `prices`, `advice`.',
      ],
    ],
    [
      '__proto__: 5',
      [
        '3:8 manifest-unknown-key: Workload `w` has the unknown key `__proto__`; known keys are `requests`, `region`, `environment`, `renamed_from`, `source`, `model`, `agent`, `uses`, `input_tokens`, `output_tokens`, `prompt`, `tier`, `cache`, `long_context_share`, `long_context_tokens`, `retries`, `calls`, `calls_per_request`, `guardrail`, `knowledge_base`.',
      ],
    ],
    [
      'version: 1\nworkloads: { constructor: {} }\n',
      ['2:14 manifest-name: `constructor` cannot name a workload: this name is reserved.'],
    ],
    [
      'version: 1\nworkloads: { a b: {} }\n',
      [
        '2:14 manifest-name: `a b` cannot name a workload: a name is made of letters, digits, `.`, `_` and `-`, and begins with a letter or digit.',
      ],
    ],
    [
      'version: 1\nworkloads: { -a: {} }\n',
      [
        '2:14 manifest-name: `-a` cannot name a workload: a name is made of letters, digits, `.`, `_` and `-`, and begins with a letter or digit.',
      ],
    ],
    [
      'version: 1\nworkloads: { aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa: {} }\n',
      [
        '2:14 manifest-name: `aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa` cannot name a workload: a name has at most 63 characters, this one has 64.',
      ],
    ],
    [
      'version: 1\nworkloads: { "a\\tb": {} }\n',
      [
        '2:14 manifest-name: `a�b` cannot name a workload: a name is made of letters, digits, `.`, `_` and `-`, and begins with a letter or digit.',
      ],
    ],
    [
      'calls: { a/b: {} }',
      [
        '3:17 manifest-name: `calls.a/b` of workload `w`: a name is made of letters, digits, `.`, `_` and `-`, and begins with a letter or digit.',
      ],
    ],
    [
      'version: 1\nbudgets: { layers: { infrence: 5 } }\n',
      [
        '2:22 manifest-unknown-key: `budgets.layers` has the unknown key `infrence`; did you mean `inference`? | layers: { inference: 5 }',
      ],
    ],
  ]);
});

describe('kinds of values', () => {
  check([
    [
      'version: 1\nworkloads:\n',
      ['2:1 manifest-missing: `workloads` has no value; expected a map, or that the line is left out.'],
    ],
    ['version: 1\nworkloads: [a]\n', ['2:12 manifest-type: `workloads` is a list; expected a map.']],
    ['version: 1\nworkloads: { w: 5 }\n', ['2:17 manifest-type: Workload `w`: found `5`; expected a map.']],
    [
      'version: 1\nworkloads: { w: }\n',
      ['2:14 manifest-missing: Workload `w`: no value was found; expected a map.'],
    ],
    [
      'version: 1\niac: { terraform: a }\n',
      ['2:6 manifest-type: `iac` is a map; expected a list. | iac: [{ terraform: a }]'],
    ],
    ['version: 1\nregion: 5\n', ['2:9 manifest-type: `region`: found `5`; expected text. | region: "5"']],
    [
      'version: 1\nregion: virginia\n',
      [
        '2:9 manifest-type: `region`: found `virginia`; expected a region such as `us-east-1`. | region: us-east-1',
      ],
    ],
    [
      'version: 1\nregion:\n',
      ['2:1 manifest-missing: `region`: no value was found; expected text. | region: us-east-1'],
    ],
    [
      'model: 5',
      [
        '3:15 manifest-type: `model` of workload `w`: found `5`; expected text or a map. | model: global.anthropic.claude-haiku-4-5-20251001-v1:0',
      ],
    ],
    [
      'model:',
      [
        '3:8 manifest-missing: `model` of workload `w`: no value was found; expected text or a map. | model: global.anthropic.claude-haiku-4-5-20251001-v1:0',
      ],
    ],
    [
      'model: ""',
      [
        '3:15 manifest-type: `model` of workload `w`: the text is empty; expected a model id such as `global.anthropic.claude-haiku-4-5-20251001-v1:0`. | model: global.anthropic.claude-haiku-4-5-20251001-v1:0',
      ],
    ],
    [
      'model: a b',
      [
        '3:15 manifest-type: `model` of workload `w`: found `a b`; expected a model id such as `global.anthropic.claude-haiku-4-5-20251001-v1:0`. | model: global.anthropic.claude-haiku-4-5-20251001-v1:0',
      ],
    ],
    [
      'model: [a]',
      [
        '3:15 manifest-type: `model` of workload `w`: found a list; expected text or a map. | model: global.anthropic.claude-haiku-4-5-20251001-v1:0',
      ],
    ],
    [
      'uses: aws_x.y',
      ['3:14 manifest-type: `uses` of workload `w`: found `aws_x.y`; expected a list. | uses: [aws_x.y]'],
    ],
    [
      'uses: [5]',
      [
        '3:15 manifest-type: Item 1 of `uses` of workload `w`: found `5`; expected text or a map. | - aws_bedrockagent_agent.support',
      ],
    ],
    [
      'tier: fastest',
      [
        '3:14 manifest-type: `tier` of workload `w`: found `fastest`; expected one of `standard`, `priority`, `flex`, `batch`, `latency-optimized`, `reserved`. | tier: standard',
      ],
    ],
    [
      'tier: prioirty',
      [
        '3:14 manifest-type: `tier` of workload `w`: found `prioirty`; expected one of `standard`, `priority`, `flex`, `batch`, `latency-optimized`, `reserved`. | tier: priority',
      ],
    ],
    [
      'cache: 5',
      [
        '3:15 manifest-type: `cache` of workload `w`: found `5`; expected a map. | cache: { tokens: 5, hit_rate: 80% }',
      ],
    ],
    [
      'cache: { tokens: 5 }',
      [
        '3:8 manifest-missing: `cache.hit_rate` of workload `w`: no value was found; expected a share such as `80%`. | hit_rate: 80%',
      ],
    ],
    [
      'cache: { tokens: 5, hit_rate: 5%, ttl: 10m }',
      [
        '3:47 manifest-type: `cache.ttl` of workload `w`: found `10m`; expected one of `5m`, `30m`, `1h`. | ttl: 30m',
      ],
    ],
    [
      'knowledge_base: { embedding: { tokens: 5/day, parallel: yes } }',
      [
        '3:64 manifest-type: `knowledge_base.embedding.parallel` of workload `w`: found `yes`; expected `true` or `false`.',
      ],
    ],
    [
      'knowledge_base: { vector_store: { vectors: 5 } }',
      [
        '3:26 manifest-missing: `knowledge_base.vector_store.type` of workload `w`: no value was found; expected one of `small`, `large`. | type: small',
      ],
    ],
    [
      'knowledge_base: { vector_store: { type: lrage } }',
      [
        '3:48 manifest-type: `knowledge_base.vector_store.type` of workload `w`: found `lrage`; expected one of `small`, `large`. | type: large',
      ],
    ],
    [
      'knowledge_base: { vector_store: { type: small, dimensions: 1.5 } }',
      [
        '3:67 manifest-quantity: `knowledge_base.vector_store.dimensions` of workload `w`: `1.5` is not a whole number.',
      ],
    ],
    [
      'guardrail: { filters: [content, denied-topic] }',
      [
        '3:40 manifest-type: Item 2 of `guardrail.filters` of workload `w`: found `denied-topic`; expected one of `content`, `denied-topics`. | - denied-topics',
      ],
    ],
    [
      'version: 1\nmonth: { days: 32, hours: 0 }\n',
      [
        '2:16 manifest-quantity: `month.days`: `32` is more than 31 days.',
        '2:27 manifest-quantity: `month.hours`: `0` is not more than 0 hours.',
      ],
    ],
  ]);
});

describe('quantities', () => {
  check([
    [
      'requests: 10000',
      [
        '3:18 manifest-quantity: `requests` of workload `w`: `10000` has no time unit; expected a rate of requests such as `10000 per month`. | requests: 10000 per month',
      ],
    ],
    [
      'requests:',
      [
        '3:8 manifest-missing: `requests` of workload `w`: no value was found; expected a rate of requests such as `10000 per month`. | requests: 10000 per month',
      ],
    ],
    [
      'requests: 1,000 per day',
      [
        '3:18 manifest-quantity: `requests` is cut in pieces by YAML: `1,000 per day` has a separator between its digits. | requests: 1000 per day',
      ],
    ],
    [
      'input_tokens: 1,000',
      [
        '3:22 manifest-quantity: `input_tokens` is cut in pieces by YAML: `1,000` has a separator between its digits. | input_tokens: 1000',
      ],
    ],
    [
      'input_tokens: 1,000,000, output_tokens: 5',
      [
        '3:22 manifest-quantity: `input_tokens` is cut in pieces by YAML: `1,000,000` has a separator between its digits. | input_tokens: 1000000',
      ],
    ],
    [
      'input_tokens: 0x3E8',
      [
        '3:22 manifest-quantity: `input_tokens` of workload `w`: `0x3E8` is not in plain decimal digits; expected a number of tokens such as `2000`. | input_tokens: 1000',
      ],
    ],
    [
      'input_tokens: 010',
      [
        '3:22 manifest-quantity: `input_tokens` of workload `w`: `010` is not in plain decimal digits; expected a number of tokens such as `2000`. | input_tokens: 10',
      ],
    ],
    [
      'input_tokens: -5',
      [
        '3:22 manifest-quantity: `input_tokens` of workload `w`: `-5` is negative; expected a number of tokens such as `2000`. | input_tokens: 2000',
      ],
    ],
    [
      'input_tokens: 5/day',
      [
        '3:22 manifest-quantity: `input_tokens` of workload `w`: `5/day` has a time unit, and none is wanted here; expected a number of tokens such as `2000`. | input_tokens: 5',
      ],
    ],
    [
      'input_tokens: { low: 1, high: 3 }',
      [
        '3:8 manifest-missing: `input_tokens.expected` of workload `w`: a range needs all of `low`, `expected` and `high`, and `expected` has no value. | expected: 2000',
      ],
    ],
    [
      'input_tokens: { low: 1, expectd: 2, high: 3 }',
      [
        '3:32 manifest-unknown-key: `input_tokens` of workload `w` has the unknown key `expectd`; did you mean `expected`? | input_tokens: { low: 1, expected: 2, high: 3 }',
      ],
    ],
    [
      'input_tokens: { low: 5, expected: 2, high: 3 }',
      [
        '3:22 manifest-quantity: `input_tokens` of workload `w`: the range is out of order, low must be at most expected and expected at most high; expected a number of tokens such as `2000`. | input_tokens: 2000',
      ],
    ],
    [
      'requests: 5..10k/day',
      [
        '3:18 manifest-quantity: `requests` of workload `w`: `5..10k` can be read in two ways; expected a rate of requests such as `10000 per month`. | requests: 5k..10k per day',
      ],
    ],
    [
      'knowledge_base: { vector_store: { type: large, storage: 10 } }',
      [
        '3:64 manifest-quantity: `knowledge_base.vector_store.storage` of workload `w`: `10` has no unit of size; expected a size such as `10 GB`. | storage: 10 GB',
      ],
    ],
    [
      'knowledge_base: { vector_store: { type: large } }',
      [
        '3:26 manifest-missing: `knowledge_base.vector_store.storage` of workload `w`: no value was found; expected a size such as `10 GB`. | storage: 10 GB',
      ],
    ],
    [
      'cache: { tokens: 5, hit_rate: 80 }',
      [
        '3:38 manifest-quantity: `cache.hit_rate` of workload `w`: `80` is more than the whole, which is 100% or 1; expected a share such as `80%`. | hit_rate: 80%',
      ],
    ],
    [
      'calls: { a: { per_request: 2x } }',
      [
        '3:35 manifest-quantity: `calls.a.per_request` of workload `w`: `2x` has an unknown suffix (k, M and B are known); expected a number of calls such as `3`. | per_request: 3',
      ],
    ],
  ]);
});

describe('models', () => {
  check([
    [
      'model: {}',
      [
        '3:8 manifest-missing: `model` of workload `w` names neither a file nor a resource. | model: { file: services/chat/handler.py }',
      ],
    ],
    [
      'model: { file: a, address: b.c }',
      [
        '3:8 manifest-conflict: `model` of workload `w` names both a file and a resource; expected one of them.',
      ],
    ],
    [
      'model: { file: a, attribute: b }',
      ['3:26 manifest-conflict: `model` of workload `w` has an attribute, which a file has not.'],
    ],
    [
      'model: { file: ../../../x }',
      ['3:17 file-refused: `model` of workload `w` names `../../../x`, which is outside the tree.'],
    ],
    [
      'model: { file: /etc/passwd }',
      ['3:17 file-refused: `model` of workload `w` names `/etc/passwd`, which is outside the tree.'],
    ],
    [
      'model: { fil: a }',
      [
        '3:17 manifest-unknown-key: `model` of workload `w` has the unknown key `fil`; did you mean `file`? | model: { file: a }',
      ],
    ],
  ]);
});

describe('conflicts', () => {
  check([
    [
      'calls: { a: {} }, calls_per_request: 2',
      [
        '3:26 manifest-conflict: `calls_per_request` of workload `w` stands beside `calls`, which say it call by call. | per_request: 2',
      ],
    ],
    [
      'input_tokens: 5, cache: { tokens: 6, hit_rate: 5% }',
      [
        '3:34 manifest-conflict: `cache.tokens` of workload `w` is more than the input tokens, of which it is a part.',
      ],
    ],
    [
      'cache: { tokens: 6, hit_rate: 5% }, calls: { a: { input_tokens: 5 } }',
      [
        '3:17 manifest-conflict: `cache.tokens` of workload `w` is more than the input tokens of the call `a`, of which it is a part.',
      ],
    ],
    [
      'calls: { a: { input_tokens: 5, cache: { tokens: 6, hit_rate: 5% } } }',
      [
        '3:48 manifest-conflict: `calls.a.cache.tokens` of workload `w` is more than the input tokens of the call `a`, of which it is a part.',
      ],
    ],
    [
      'version: 1\nworkloads: { chat: {} }\nbudgets: { workloads: { caht: { monthly: 5 } } }\n',
      [
        '3:25 budget-unmatched: A budget names the workload `caht`, which does not exist; did you mean `chat`? | chat:',
      ],
    ],
  ]);
});

describe('infrastructure code', () => {
  check([
    [
      'version: 1\niac: [5]\n',
      ['2:7 manifest-type: Entry 1 of `iac` is `5`; expected a map. | - { terraform: infra/prod }'],
    ],
    [
      'version: 1\niac: [{}]\n',
      [
        '2:7 manifest-missing: Entry 1 of `iac` names no kind of infrastructure code; expected one of `terraform`, `terraform_plan`, `cloudformation`, `cdk`, `serverless`, `pulumi`. | - { terraform: infra/prod }',
      ],
    ],
    [
      'version: 1\niac: [{ terraform: a, cdk: b }]\n',
      [
        '2:7 manifest-conflict: Entry 1 of `iac` names two kinds of infrastructure code; expected one of `terraform`, `terraform_plan`, `cloudformation`, `cdk`, `serverless`, `pulumi`. | - { terraform: a }\n- { cdk: b }',
      ],
    ],
    [
      'version: 1\niac: [{ terraform: ../../../a }]\n',
      ['2:9 file-refused: Entry 1 of `iac` names `../../../a`, which is outside the tree.'],
    ],
    [
      'version: 1\niac: [{ terraform: a, parameters: { b: c } }]\n',
      [
        '2:23 manifest-unknown-key: Entry 1 of `iac` has the unknown key `parameters`; did you mean `variables`? | - { terraform: a, variables: { b: c } }',
      ],
    ],
    [
      'version: 1\niac: [{ terraform: a, variables: { account: 012345678901 } }]\n',
      [
        '2:45 manifest-quantity: `variables.account` of entry 1 of `iac`: `012345678901` is not in plain decimal digits; put it in quotes if it is text. | account: "012345678901"',
      ],
    ],
    [
      'version: 1\niac: [{ terraform: 5 }]\n',
      ['2:20 manifest-type: `terraform` of entry 1 of `iac`: found `5`; expected text. | terraform: "5"'],
    ],
  ]);
});

describe('resources', () => {
  check([
    [
      'version: 1\nresources: { aws_large_collection.kb: { storage: 10 } }\n',
      [
        '2:50 manifest-quantity: `storage` of resource `aws_large_collection.kb`: `10` has no unit of size; expected a size such as `10 GB`. | storage: 10 GB',
      ],
    ],
    [
      'version: 1\nresources: { aws_large_collection.kb: { storag: 10 GB } }\n',
      [
        '2:41 manifest-unknown-key: Resource `aws_large_collection.kb` has the unknown key `storag`; did you mean `storage`? | aws_large_collection.kb: { storage: 10 GB }',
      ],
    ],
    [
      'version: 1\nresources: { aws_large_collection.kb: { queries: 5/day } }\n',
      [
        '2:41 manifest-unknown-key: Resource `aws_large_collection.kb` has the unknown key `queries`; known keys are `storage`, `shared_with`, `priced_by`, `instances`, `source`.',
      ],
    ],
    [
      'version: 1\nresources: { aws_larg_collection.kb: { storage: 10 GB } }\n',
      [
        '2:14 manifest-unknown-key: Resource `aws_larg_collection.kb`: there is no usage of `aws_larg_collection` to state; there is some of `aws_small_index`, `AWS::Small::Index`, `aws_large_collection`, `AWS::Large::Collection`, `aws_log_group`, `AWS::Log::Group`. | aws_large_collection.kb: { storage: 10 GB }',
      ],
    ],
    [
      'version: 1\nresources: { aws_lambda_function.f: { storage: 10 GB } }\n',
      [
        '2:14 manifest-unknown-key: Resource `aws_lambda_function.f`: there is no usage of `aws_lambda_function` to state; there is some of `aws_small_index`, `AWS::Small::Index`, `aws_large_collection`, `AWS::Large::Collection`, `aws_log_group`, `AWS::Log::Group`.',
      ],
    ],
    [
      'version: 1\nresources: { Logs: { ingestd: 10 GB } }\n',
      [
        '2:22 manifest-unknown-key: Resource `Logs` has the unknown key `ingestd`; did you mean `ingested`? | Logs: { ingested: 10 GB }',
      ],
    ],
    [
      'version: 1\nresources: { Logs: { ingested: 10 GB } }\n',
      [
        '2:32 manifest-quantity: `ingested` of resource `Logs`: `10 GB` has no time unit; expected a size for a time such as `40 GB per month`. | ingested: 10 GB per month',
      ],
    ],
    [
      'version: 1\nresources: { Logs: { ingested: 10 GB/day, queries: 5/day } }\n',
      [
        '2:22 manifest-unknown-key: Resource `Logs` has the unknown key `ingested`; known keys are `vectors`, `queries`, `priced_by`, `instances`, `source`.',
      ],
    ],
    [
      'version: 1\nresources: { aws_log_group.a: 5 }\n',
      ['2:31 manifest-type: Resource `aws_log_group.a` is `5`; expected a map.'],
    ],
    [
      'version: 1\nresources: { aws_log_group.a: { priced_by: Pinecone } }\n',
      [
        '2:33 manifest-conflict: `priced_by` of resource `aws_log_group.a` names `Pinecone`, which is not one of the monthly extra charges. | extra_charges: [{ name: Pinecone, monthly: 70, layer: features }]',
      ],
    ],
    [
      'version: 1\nresources: { aws_log_group.a: { priced_by: Pinecon } }\nextra_charges: [{ name: Pinecone, monthly: 5, layer: features }]\n',
      [
        '2:33 manifest-conflict: `priced_by` of resource `aws_log_group.a` names `Pinecon`, which is not one of the monthly extra charges. | priced_by: Pinecone',
      ],
    ],
  ]);
});

describe('extra charges', () => {
  check([
    [
      'version: 1\nextra_charges: [{ monthly: 5, layer: features }]\n',
      [
        '2:17 manifest-missing: `name` of extra charge 1: no value was found; expected text. | name: Pinecone',
      ],
    ],
    [
      'version: 1\nextra_charges: [{ name: A, layer: features }]\n',
      ['2:17 manifest-missing: Extra charge 1 has neither `monthly` nor `one_time`. | monthly: 70'],
    ],
    [
      'version: 1\nextra_charges: [{ name: A, monthly: 5 }]\n',
      [
        '2:17 manifest-missing: `layer` of extra charge 1: no value was found; expected one of `inference`, `features`, `operations`. | layer: inference',
      ],
    ],
    [
      'version: 1\nextra_charges: [{ name: A, monthly: 5 EUR, layer: feature }]\n',
      [
        '2:37 manifest-quantity: `monthly` of extra charge 1: `5 EUR` is not in US dollars; expected an amount in US dollars such as `70`. | monthly: 70',
        '2:51 manifest-type: `layer` of extra charge 1: found `feature`; expected one of `inference`, `features`, `operations`. | layer: features',
      ],
    ],
    [
      'version: 1\nextra_charges:\n  - { name: A, monthly: 5, layer: features }\n  - { name: A, monthly: 6, layer: features }\n',
      ['4:7 manifest-conflict: Extra charge 2 has the name `A`, which another one has on line 3.'],
    ],
    [
      'version: 1\nextra_charges: [{ name: "a\\u202eb", monthly: 5, layer: features }]\n',
      [
        '2:25 manifest-type: `name` of extra charge 1: found `a�b`; expected a name such as `Pinecone`. | name: Pinecone',
      ],
    ],
    [
      'version: 1\nextra_charges: { a: 5 }\n',
      [
        '2:16 manifest-type: `extra_charges` is a map; expected a list. | extra_charges: [{ name: a, monthly: 5, layer: features }]',
      ],
    ],
  ]);
});

describe('advice', () => {
  check([
    [
      'version: 1\nadvice: { minimum: lots }\n',
      [
        '2:20 manifest-quantity: `advice.minimum`: `lots` does not begin with a number; expected an amount in US dollars such as `70`. | minimum: 70',
      ],
    ],
    [
      'version: 1\nadvice: { models: amazon.nova-lite-v1 }\n',
      [
        '2:19 manifest-type: `advice.models`: found `amazon.nova-lite-v1`; expected a list. | models: [amazon.nova-lite-v1]',
      ],
    ],
    [
      'version: 1\nadvice: { least: 10 }\n',
      [
        '2:11 manifest-unknown-key: `advice` has the unknown key `least`; known keys are `minimum`, `models`.',
      ],
    ],
  ]);
});

describe('budgets and prices', () => {
  check([
    [
      'version: 1\nbudgets: { monthly: 20,000 }\n',
      [
        '2:21 manifest-quantity: `monthly` is cut in pieces by YAML: `20,000` has a separator between its digits. | monthly: 20000',
      ],
    ],
    [
      'version: 1\nbudgets: { monthly: -5 }\n',
      [
        '2:21 manifest-quantity: `budgets.monthly`: `-5` is negative; expected an amount in US dollars such as `70`. | monthly: 70',
      ],
    ],
    [
      'version: 1\nbudgets: { monthly: 5..10 }\n',
      ['2:21 manifest-quantity: `budgets.monthly`: a range is not possible here; expected one number.'],
    ],
    [
      'version: 1\nbudgets: { monthly: { max: 5, acton: warn } }\n',
      [
        '2:31 manifest-unknown-key: `budgets.monthly` has the unknown key `acton`; did you mean `action`? | monthly: { max: 5, action: warn }',
      ],
    ],
    [
      'version: 1\nbudgets: { monthly: { action: warn } }\n',
      [
        '2:12 manifest-missing: `budgets.monthly.max`: no value was found; expected an amount in US dollars such as `70`. | max: 70',
      ],
    ],
    [
      'version: 1\nbudgets: { increase_percent: lots }\n',
      [
        '2:30 manifest-quantity: `budgets.increase_percent`: `lots` does not begin with a number; expected a percentage such as `10`. | increase_percent: 10',
      ],
    ],
    [
      'version: 1\nbudgets: { action: maybe }\n',
      ['2:20 manifest-type: `budgets.action`: found `maybe`; expected one of `fail`, `warn`. | action: fail'],
    ],
    [
      'version: 1\nbudgets: { layers: { features: [5] } }\n',
      ['2:32 manifest-quantity: `budgets.layers.features`: found a list; expected one number.'],
    ],
    [
      'version: 1\nbudgets: { layers: { features: { montly: 5 } } }\n',
      [
        '2:34 manifest-unknown-key: `budgets.layers.features` has the unknown key `montly`; did you mean `monthly`? | features: { monthly: 5 }',
      ],
    ],
    [
      'version: 1\nprices: { discount: 8 }\n',
      [
        '2:21 manifest-quantity: `prices.discount`: `8` is more than the whole, which is 100% or 1; expected a share such as `80%`. | discount: 8%',
      ],
    ],
    [
      'version: 1\nprices: { discount: 5%..10% }\n',
      ['2:21 manifest-quantity: `prices.discount`: a range is not possible here; expected one number.'],
    ],
    [
      'version: 1\nprices: { providers: { anthropic: 120% } }\n',
      [
        '2:35 manifest-quantity: `prices.providers.anthropic`: `120%` is more than the whole, which is 100% or 1; expected a share such as `80%`. | anthropic: 80%',
      ],
    ],
    [
      'version: 1\nprices: { exact: [{ subject: a, dimension: input, usd: 1, per: 0, source: x, scope: globle }] }\n',
      [
        '2:64 manifest-quantity: `per` of entry 1 of `prices.exact`: `0` is not more than 0 units.',
        '2:85 manifest-type: `scope` of entry 1 of `prices.exact`: found `globle`; expected one of `in-region`, `geographic`, `global`. | scope: global',
      ],
    ],
    ['version: 1\nprices: 5\n', ['2:9 manifest-type: `prices` is `5`; expected a map.']],
  ]);
});
