/** What one resource is used for counts once, whoever states it. */
import { describe, expect, test } from 'vitest';
import { decimal } from '../../../src/model/decimal.ts';
import { costOf, estimated, problems } from './estimating.ts';

const owned = async (manifest: string, main: string) => {
  const made = await estimated(manifest, { files: { 'main.tf': main } });
  const charges = made.charges.map(
    (charge) => `${charge.owner.name}: ${charge.component} = ${costOf(charge)}`,
  );
  return { charges, problems: problems(made) };
};

const CLUSTER = `
resource "aws_rds_cluster" "kb" {
  engine = "aurora-postgresql"
  serverlessv2_scaling_configuration {
    min_capacity = 0
    max_capacity = 8
  }
}
resource "aws_rds_cluster_instance" "kb" {
  cluster_identifier = aws_rds_cluster.kb.cluster_identifier
  instance_class     = "db.serverless"
}
`;

const INDEX = 'resource "aws_s3vectors_index" "kb" {\n  dimension = 1024\n}\n';
const DOMAIN =
  'resource "aws_opensearchserverless_collection" "kb" {\n  name = "kb"\n  type = "VECTORSEARCH"\n}\n';

test('the shape of a vector index is one, and the manifest is held against the code', async () => {
  const store = (more: string) =>
    `{ requests: 1 per day, uses: [aws_s3vectors_index.kb], knowledge_base: { vector_store: { type: s3-vectors, vectors: 262144, ${more} } } }`;
  const manifest = `region: us-east-1\nworkloads:\n  a: ${store('dimensions: 1024, indexes: 4')}\n  b: ${store('dimensions: 2048, indexes: 2, metadata: 100')}\n  c: ${store('metadata: 200')}\n`;
  const { charges, problems: found } = await owned(manifest, INDEX);
  // 262,144 vectors of 2,048 × 4 + 200 bytes are 2.048828125 GB at 0.06.
  expect(charges).toContain('a: vector storage = 0.1229296875');
  expect(found).toEqual([
    'charge-counted-once: The dimensions of aws_s3vectors_index.kb are stated as 1024 by a (bedrock-cost.yml:4) and as 2048 by b (bedrock-cost.yml:5): it exists once, and the larger number counts. | vector_store: { type: s3-vectors, dimensions: 2048 }  # alike for everybody who uses it',
    "manifest-disagrees: The dimensions of aws_s3vectors_index.kb are 2048 in the manifest and 1024 in the infrastructure code; the manifest's are priced. | vector_store: { type: s3-vectors, dimensions: 1024 }",
    'charge-counted-once: The indexes of aws_s3vectors_index.kb are stated as 4 by a (bedrock-cost.yml:4) and as 2 by b (bedrock-cost.yml:5): it exists once, and the smaller number counts. | resources: { aws_s3vectors_index.kb: { indexes: 2 } }  # alike for everybody who uses it',
    'charge-counted-once: The metadata of aws_s3vectors_index.kb is stated as 100 by b (bedrock-cost.yml:5) and as 200 by c (bedrock-cost.yml:6): it exists once, and the larger counts. | resources: { aws_s3vectors_index.kb: { metadata: 200 } }  # once, for everybody who uses it',
  ]);
});

/** Each store of vectors that workloads may share: what it is, and what is stated of it and done with it. */
const STORES = [
  {
    kind: 'a vector index',
    address: 'aws_s3vectors_index.kb',
    code: INDEX,
    type: 's3-vectors',
    // 262,144 vectors of 4,096 bytes are one GB-month at 0.06; a million queries cost 2.50, and read their vectors.
    stock: ['vectors', '262144', '524288'],
    stored: ['vector storage', '0.06', '0.12'],
    flow: ['queries', 'queries', '2.5'],
  },
  {
    kind: 'a cluster',
    address: 'aws_rds_cluster.kb',
    code: CLUSTER,
    type: 'aurora',
    // 0.10 a GB-month, 0.20 a million requests.
    stock: ['storage', '20 GB', '40 GB'],
    stored: ['storage', '2', '4'],
    flow: ['io', 'I/O', '0.2'],
  },
  {
    kind: 'a collection',
    address: 'aws_opensearchserverless_collection.kb',
    code: DOMAIN,
    type: 'opensearch-serverless',
    // 0.024 a GB-month. Queries cost nothing beside its capacity.
    stock: ['storage', '10 GB', '20 GB'],
    stored: ['storage', '0.24', '0.48'],
    flow: undefined,
  },
] as const;

describe.each(STORES)('$kind', ({ address, code, type, stock, stored, flow }) => {
  const [key, little, much] = stock;
  const [component, cheap, dear] = stored;
  const store = (name: string, usage: string) =>
    `  ${name}:\n    knowledge_base: { address: ${address}, vector_store: { type: ${type}, ${usage} } }\n`;
  const costs = (charges: readonly string[], what: string) =>
    charges.filter((line) => line.includes(`: ${what} = `)).map((line) => line.split(' = ')[1]);
  const use = (count: string) => (flow === undefined ? '' : `, ${flow[0]}: ${count} per month`);

  test('two workloads that agree on what it holds', async () => {
    const both = `${store('a', `${key}: ${little}`)}${store('b', `${key}: ${little}`)}`;
    const seen = await owned(`workloads:\n${both}`, code);
    expect(costs(seen.charges, component)).toEqual([cheap]);
    expect(seen.problems.filter((line) => line.startsWith('charge-counted'))).toEqual([]);
  });

  test('two that differ: the larger counts, in either order, and both places are named', async () => {
    for (const [first, second] of [
      [little, much],
      [much, little],
    ] as const) {
      const both = `${store('a', `${key}: ${first}`)}${store('b', `${key}: ${second}`)}`;
      const seen = await owned(`workloads:\n${both}`, code);
      expect(costs(seen.charges, component)).toEqual([dear]);
      const [small, large] = first === little ? ['a', 'b'] : ['b', 'a'];
      const line = (name: string) => `bedrock-cost.yml:${name === 'a' ? 5 : 7}`;
      expect(seen.problems.filter((text) => text.startsWith('charge-counted'))).toEqual([
        `charge-counted-once: The ${key} of ${address} is stated as ${little} by ${small} (${line(small)}) and as ${much} by ${large} (${line(large)}): it exists once, and the larger counts. | resources: { ${address}: { ${key}: ${much} } }  # once, for everybody who uses it`,
      ]);
    }
  });

  test('a workload and the entry under resources', async () => {
    const entry = `resources: { ${address}: { ${key}: ${much} } }\n`;
    const seen = await owned(`workloads:\n${store('a', `${key}: ${little}`)}${entry}`, code);
    expect(costs(seen.charges, component)).toEqual([dear]);
    const same = await owned(`workloads:\n${store('a', `${key}: ${much}`)}${entry}`, code);
    expect(costs(same.charges, component)).toEqual([dear]);
    expect(same.problems.filter((line) => line.startsWith('charge-counted'))).toEqual([]);
  });

  test.runIf(flow !== undefined)('what two workloads do with it adds up', async () => {
    const [, what = '', each = ''] = flow ?? [];
    const both = `${store('a', `${key}: ${little}${use('1M')}`)}${store('b', use('2M').slice(2))}`;
    const sum = (charges: readonly string[]) =>
      costs(charges, what)
        .reduce((total, cost) => total.plus(cost ?? 0), decimal(0))
        .toFixed();
    const seen = await owned(`workloads:\n${both}`, code);
    expect(sum(seen.charges)).toBe(decimal(each).times(3).toFixed());
    expect(seen.problems.filter((line) => line.startsWith('charge-counted'))).toEqual([]);
    // The entry states all of it: what is left is nobody's.
    const entry = (count: string) => `resources: { ${address}: { ${flow?.[0]}: ${count} per month } }\n`;
    const beside = await owned(`workloads:\n${both}${entry('7M')}`, code);
    expect(sum(beside.charges)).toBe(decimal(each).times(7).toFixed());
    const same = await owned(`workloads:\n${both}${entry('3M')}`, code);
    expect(sum(same.charges)).toBe(decimal(each).times(3).toFixed());
    const less = await owned(`workloads:\n${both}${entry('2M')}`, code);
    expect(sum(less.charges)).toBe(decimal(each).times(3).toFixed());
    expect(less.problems.filter((line) => line.startsWith('charge-counted'))).toEqual([
      `charge-counted-once: The ${flow?.[0]} of ${address} under resources, 2000000 per month (bedrock-cost.yml:8), are not all of them: a and b state 3000000 per month, and those count. | resources: { ${address}: { ${flow?.[0]}: 3000000 per month } }  # all of them, those of a and b included`,
    ]);
  });
});

const MANAGED = ['docs', 'faq', 'wiki']
  .map(
    (name) =>
      `resource "aws_bedrockagent_knowledge_base" "${name}" {\n  knowledge_base_configuration {\n    type = "MANAGED"\n  }\n}\n`,
  )
  .join('');
const [FAQ, WIKI, HANDBOOK] = ['faq', 'wiki', 'docs'].map(
  (name) => `aws_bedrockagent_knowledge_base.${name}`,
);
const asks = (name: string, bases: readonly (string | undefined)[], keys: string) =>
  `  ${name}:\n    uses: [${bases.join(', ')}]\n    knowledge_base: { managed: { ${keys} } }\n`;
const ofOwner = (charges: readonly string[], ...names: readonly string[]) =>
  charges.filter((line) => names.some((name) => line.startsWith(`${name}: `)));

describe('managed knowledge bases', () => {
  const all = 'storage: 10 GB, retrieves: 100k per month';

  test('one that two workloads state stores the larger, and answers each of them', async () => {
    const more = 'storage: 20 GB, agentic_retrieves: 10k per month';
    const seen = await owned(`workloads:\n${asks('a', [FAQ], all)}${asks('b', [FAQ], more)}`, MANAGED);
    // 20 GB at 5, 100k at 1 a thousand, 10k at 4 a thousand.
    expect(ofOwner(seen.charges, 'a', 'b', FAQ ?? '')).toEqual([
      'a: managed storage = 100',
      'a: retrieves = 100',
      'b: agentic retrieves = 40',
    ]);
    expect(seen.problems).toEqual([
      `charge-counted-once: The storage of ${FAQ} is stated as 10 GB by a (bedrock-cost.yml:6) and as 20 GB by b (bedrock-cost.yml:9): it exists once, and the larger counts. | resources: { ${FAQ}: { storage: 20 GB } }  # once, for everybody who uses it`,
    ]);
  });

  test('retrieves of two workloads add up, and those of its entry are all of them', async () => {
    const two = `${asks('a', [FAQ], all)}${asks('b', [FAQ], all)}`;
    const entry = (count: string) => `resources: { ${FAQ}: { retrieves: ${count} per month } }\n`;
    const seen = await owned(`workloads:\n${two}${entry('250k')}`, MANAGED);
    expect(ofOwner(seen.charges, 'a', 'b', FAQ ?? '')).toEqual([
      'a: managed storage = 50',
      'a: retrieves = 100',
      'b: retrieves = 100',
      `${FAQ}: retrieves = 50`,
    ]);
    expect(seen.problems).toEqual([]);
    const less = await owned(`workloads:\n${two}${entry('150k')}`, MANAGED);
    expect(ofOwner(less.charges, FAQ ?? '')).toEqual([]);
    expect(less.problems).toEqual([
      `charge-counted-once: The retrieves of ${FAQ} under resources, 150000 per month (bedrock-cost.yml:10), are not all of them: a and b state 200000 per month, and those count. | resources: { ${FAQ}: { retrieves: 200000 per month } }  # all of them, those of a and b included`,
    ]);
  });

  test('a workload and the entry under resources complete each other', async () => {
    const usage = `resources: { ${FAQ}: { storage: 30 GB, retrieves: 1k per month } }\n`;
    const seen = await owned(`workloads:\n${asks('a', [FAQ], 'storage: 10 GB')}${usage}`, MANAGED);
    expect(ofOwner(seen.charges, 'a', FAQ ?? '')).toEqual([
      'a: managed storage = 150',
      `${FAQ}: retrieves = 1`,
    ]);
    expect(seen.problems).toEqual([expect.stringContaining('10 GB by a (bedrock-cost.yml:6) and as 30 GB')]);
  });

  test('what a statement of two bases stores counts before that of the first alone', async () => {
    const seen = await owned(`workloads:\n${asks('a', [FAQ], all)}${asks('b', [FAQ, WIKI], all)}`, MANAGED);
    expect(ofOwner(seen.charges, 'a', 'b', FAQ ?? '', WIKI ?? '')).toEqual([
      'a: retrieves = 100',
      'b: managed storage = 50',
      'b: retrieves = 100',
    ]);
    expect(seen.problems).toEqual([
      `charge-counted-once: What ${FAQ} stores is stated twice: that of b (bedrock-cost.yml:9) speaks of more bases and counts, that of a (bedrock-cost.yml:6) does not. | remove storage from knowledge_base.managed of a: that of b holds it`,
    ]);
  });

  test('of statements that share one base the storage is not added up', async () => {
    const seen = await owned(
      `workloads:\n${asks('a', [FAQ, WIKI], all)}${asks('b', [WIKI, HANDBOOK], all)}`,
      MANAGED,
    );
    const [storage, retrieves, ...others] = ofOwner(seen.charges, 'b');
    expect(others).toEqual([]);
    expect(storage).toContain(
      `not priced: a states what ${WIKI} stores too, and what the others that b asks store is not stated`,
    );
    expect(retrieves).toBe('b: retrieves = 100');
    expect(ofOwner(seen.charges, 'a')).toEqual(['a: managed storage = 50', 'a: retrieves = 100']);
  });

  test('what an extra charge covers costs nothing beside it', async () => {
    const covered = `extra_charges: [{ name: search, monthly: 5, layer: features }]\nresources: { ${FAQ}: { priced_by: search } }\n`;
    const seen = await owned(`workloads:\n${asks('a', [FAQ], all)}${covered}`, MANAGED);
    expect(ofOwner(seen.charges, 'a', FAQ ?? '')).toEqual([]);
  });
});

describe('structured data', () => {
  const SQL = MANAGED.replaceAll('"MANAGED"', '"SQL"');
  const generates = (name: string) =>
    `  ${name}:\n    uses: [${FAQ}]\n    knowledge_base: { structured_data: { queries: 1000 per month } }\n`;

  test('queries of each workload add up; those under resources are all of them', async () => {
    const usage = `resources: { ${FAQ}: { queries: 5000 per month } }\n`;
    const seen = await owned(`workloads:\n${generates('a')}${generates('b')}${usage}`, SQL);
    expect(ofOwner(seen.charges, 'a', 'b', FAQ ?? '')).toEqual([
      'a: generated queries = 2',
      'b: generated queries = 2',
      `${FAQ}: generated queries = 6`,
    ]);
    expect(seen.problems).toEqual([]);
  });

  test('what an extra charge covers costs nothing beside it', async () => {
    const covered = `extra_charges: [{ name: search, monthly: 5, layer: features }]\nresources: { ${FAQ}: { priced_by: search } }\n`;
    const seen = await owned(`workloads:\n${generates('a')}${covered}`, SQL);
    expect(ofOwner(seen.charges, 'a', FAQ ?? '')).toEqual([]);
  });
});
