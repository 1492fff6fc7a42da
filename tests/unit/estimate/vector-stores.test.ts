import { describe, expect, test } from 'vitest';
import { arithmetic, bookOf, estimated, lines, numbers, problems, total } from './estimating.ts';
import { estimatedTemplate } from './templates.ts';

const workload = (...keys: readonly string[]) =>
  ['workloads:', '  w:', ...keys.map((key) => `    ${key}`), ''].join('\n');

const store = (keys: string) => workload(`knowledge_base: { vector_store: { ${keys} } }`);

const stores = (all: readonly string[]) => all.filter((line) => !line.startsWith('embedding'));

const cluster = (scaling: string, more = '') => `
resource "aws_rds_cluster" "kb" {
  engine = "aurora-postgresql"
  ${scaling === '' ? '' : `serverlessv2_scaling_configuration {\n    ${scaling}\n  }`}
  ${more}
}
`;

const instances = (count: number | string, size = 'db.serverless') => `
resource "aws_rds_cluster_instance" "kb" {
  count              = ${count}
  cluster_identifier = aws_rds_cluster.kb.cluster_identifier
  instance_class     = "${size}"
}
`;

const KNOWLEDGE_BASE = `
resource "aws_bedrockagent_knowledge_base" "kb" {
  knowledge_base_configuration {
    type = "VECTOR"
  }
  storage_configuration {
    type = "RDS"
    rds_configuration {
      resource_arn = aws_rds_cluster.kb.arn
    }
  }
}
`;

const scaling = (minimum: number | string, maximum: number | string = 8) =>
  `min_capacity = ${minimum}\n    max_capacity = ${maximum}`;

const ofCluster = async (files: string, manifest = '', prices?: ReturnType<typeof bookOf>) => {
  const options = { files: { 'main.tf': files }, ...(prices === undefined ? {} : { prices }) };
  return stores(lines(await estimated(manifest, options)));
};

test('of collections that share capacity, one whose storage is not stated is named', async () => {
  const collection = (name: string) =>
    `resource "aws_opensearchserverless_collection" "${name}" {\n  name = "${name}"\n  type = "VECTORSEARCH"\n}\n`;
  const usage = 'resources: { aws_opensearchserverless_collection.a: { ocus: 3, storage: 10 GB } }\n';
  const files = { 'main.tf': collection('a') + collection('b') };
  expect(lines(await estimated(usage, { files }))).toEqual([
    'capacity floor: 350.4',
    'capacity above the floor: 175.2',
    'storage: 0.24',
    'storage of the others: not priced: how much aws_opensearchserverless_collection.b holds is not stated | resources: { aws_opensearchserverless_collection.b: { ocus: 2, storage: 10 GB } }',
  ]);
  const store = 'vector_store: { type: opensearch-serverless }';
  const workload = `workloads:\n  w:\n    knowledge_base: { embedding: { model: "amazon.titan-embed-text-v2:0", tokens: 0 per month }, ${store} }\n`;
  const one = await estimated(workload + usage, { files: { 'main.tf': collection('a') } });
  expect(lines(one).at(-1)).toBe(
    'storage of the others: not priced: how much w vector store holds is not stated | vector_store: { type: opensearch-serverless, ocus: 2, storage: 10 GB }',
  );
});

describe('S3 Vectors', () => {
  // 1,048,576 vectors of 4 KB are 4 GB at 0.20; a PUT is at least 128 KB, so 32 of them together, or 32 times as much.
  test.each([
    ['', '0.8'],
    [', vectors_per_put: 500', '0.8'],
    [', vectors_per_put: 32', '0.8'],
    [', vectors_per_put: 8', '3.2'],
    [', vectors_per_put: 1', '25.6'],
  ])('what a PUT is billed as at least: %s', async (together, cost) => {
    const keys = `type: s3-vectors, vectors: 0, dimensions: 1024, queries: 0 per month, writes: 1048576 per month${together}`;
    const made = await estimated(store(keys));
    expect(lines(made)).toContain(`vectors written: ${cost}`);
  });

  test('there is no store of no index', async () => {
    const made = await estimated(store('type: s3-vectors, vectors: 1, dimensions: 1, indexes: 0'));
    expect(problems(made)).toContain(
      'manifest-quantity: `knowledge_base.vector_store.indexes` of workload `w`: `0` is less than 1.',
    );
  });
});

describe('Aurora', () => {
  test('a cluster that keeps no vectors is none of our business', async () => {
    expect(await ofCluster(cluster(scaling(2)) + instances(1))).toEqual([]);
  });

  test.each([
    // 0.5 ACUs × 730 hours × 0.12
    [0.5, 1, '43.8'],
    [0.5, 2, '87.6'],
    [1, 1, '87.6'],
  ])('a minimum of %s with %s instances', async (minimum, count, floor) => {
    expect(await ofCluster(cluster(scaling(minimum)) + instances(count) + KNOWLEDGE_BASE)).toEqual([
      `capacity floor: ${floor}`,
      'capacity above the floor: not priced: how many ACUs it uses on average is not stated | resources: { aws_rds_cluster.kb: { acus: 1 } }',
      'storage: not priced: how much it stores is not stated | resources: { aws_rds_cluster.kb: { storage: 20 GB } }',
      'I/O: not priced: how many I/O requests it makes is not stated | resources: { aws_rds_cluster.kb: { io: 5M per month } }',
    ]);
  });

  test('a minimum of 0 pauses: no floor', async () => {
    const usage = 'resources: { aws_rds_cluster.kb: { acus: 0.25, storage: 0 GB, io: 0 per month } }\n';
    expect(await ofCluster(cluster(scaling(0)) + instances(1) + KNOWLEDGE_BASE, usage)).toEqual([
      'capacity above the floor: 21.9',
      'storage: 0',
      'I/O: 0',
    ]);
  });

  test('usage above the floor, storage and I/O', async () => {
    const usage = 'resources: { aws_rds_cluster.kb: { acus: 1..3, storage: 100 GB, io: 10M per month } }\n';
    expect(await ofCluster(cluster(scaling(1)) + instances(2) + KNOWLEDGE_BASE, usage)).toEqual([
      'capacity floor: 175.2',
      'capacity above the floor: 0 0 87.6',
      'storage: 10',
      'I/O: 2',
    ]);
  });

  test('where minimum and maximum are one, nothing is above the floor', async () => {
    const made = await ofCluster(cluster(scaling(2, 2)) + instances(1) + KNOWLEDGE_BASE);
    expect(made.map((line) => line.split(':')[0])).toEqual(['capacity floor', 'storage', 'I/O']);
  });

  test.each([
    ['no instance', cluster(scaling(1)), 'no instance of it is declared'],
    [
      'an unknown number of instances',
      `${cluster(scaling(1))}${instances('var.readers')}variable "readers" {}\n`,
      'how many instances there are is not known',
    ],
    [
      'an unknown minimum',
      `${cluster(scaling('var.min'))}${instances(1)}variable "min" {}\n`,
      'var.min has no default',
    ],
    [
      'the first version',
      cluster('', 'engine_mode = "serverless"'),
      'capacity of Aurora Serverless v1 is not priced',
    ],
  ])('%s makes the floor unknown', async (_, files, why) => {
    const [floor] = await ofCluster(files + KNOWLEDGE_BASE);
    expect(floor).toContain(`capacity floor: not priced: its capacity floor is not known: ${why}`);
  });

  test('a stated average covers a floor that is not known', async () => {
    const usage = 'resources: { aws_rds_cluster.kb: { acus: 2 } }\n';
    expect((await ofCluster(cluster(scaling(1)) + KNOWLEDGE_BASE, usage))[0]).toBe(
      'capacity above the floor: 175.2',
    );
  });

  test('instances with a size of their own, and I/O-Optimized storage, have prices that the book lacks', async () => {
    const files =
      cluster('', 'storage_type = "aurora-iopt1"') + instances(2, 'db.r7g.large') + KNOWLEDGE_BASE;
    const made = await ofCluster(files);
    expect(made.map((line) => line.split(':')[0])).toEqual(['storage', 'instances of db.r7g.large']);
    expect(made[1]).toContain('prices: { exact: [{ subject: aurora, dimension: instance-hour-db.r7g.large,');
    const own = bookOf([{ subject: 'aurora', dimension: 'instance-hour-db.r7g.large', usd: '0.276' }]);
    expect(await ofCluster(files, '', own)).toContain('instances of db.r7g.large: 402.96');
  });

  test('a store that only the manifest states', async () => {
    const made = await estimated(
      store('type: aurora, min_acus: 0.5, instances: 2, acus: 2, storage: 10 GB, io: 1M per month'),
    );
    expect(lines(made)).toEqual([
      'capacity floor: 87.6',
      'capacity above the floor: 87.6',
      'storage: 1',
      'I/O: 0.2',
    ]);
    expect(made.charges.map(({ owner }) => owner.name)).toEqual(['w', 'w', 'w', 'w']);
  });

  test('a range of its minimum: the stated average stays what it is', async () => {
    const made = await estimated(
      store('type: aurora, min_acus: 1..3, acus: 5, storage: 0 GB, io: 0 per month'),
    );
    expect(lines(made)[0]).toBe('capacity floor: 87.6 175.2 262.8');
    expect(numbers(total(made))).toBe('438');
    const idle = await estimated(
      store('type: aurora, min_acus: 1..3, acus: 0, storage: 0 GB, io: 0 per month'),
    );
    expect(numbers(total(idle))).toBe('87.6 175.2 262.8');
  });

  test('a range of the metadata of a vector', async () => {
    // 1,048,576 vectors of 1,024 × 4 bytes and 1 to 3 KB: 5, 6 and 7 GB at 0.06.
    const made = await estimated(
      store(
        'type: s3-vectors, vectors: 1048576, dimensions: 1024, queries: 0 per month, metadata: 1024..3072 bytes',
      ),
    );
    expect(lines(made)[0]).toBe('vector storage: 0.3 0.36 0.42');
  });

  test('two workloads that state one cluster: the larger capacity counts, and the storage that both state once', async () => {
    const files = { 'main.tf': cluster(scaling(1)) + instances(1) + KNOWLEDGE_BASE };
    const one = (name: string, acus: number) =>
      `  ${name}:\n    uses: [aws_bedrockagent_knowledge_base.kb]\n    knowledge_base: { vector_store: { type: aurora, acus: ${acus}, storage: 1 GB, io: 0 per month } }\n`;
    const made = await estimated(`workloads:\n${one('a', 1)}${one('b', 2)}`, { files });
    expect(stores(lines(made))).toEqual([
      'capacity floor: 87.6',
      'capacity above the floor: 87.6',
      'storage: 0.1',
      'I/O: 0',
    ]);
  });

  test('in a template', async () => {
    const made = await estimatedTemplate({
      Cluster: {
        type: 'AWS::RDS::DBCluster',
        properties: { ServerlessV2ScalingConfiguration: { MinCapacity: 0.5, MaxCapacity: 0.5 } },
      },
      Instance: {
        type: 'AWS::RDS::DBInstance',
        properties: { DBClusterIdentifier: { ref: 'Cluster' }, DBInstanceClass: 'db.serverless' },
      },
      Base: {
        type: 'AWS::Bedrock::KnowledgeBase',
        properties: {
          KnowledgeBaseConfiguration: { Type: 'VECTOR' },
          StorageConfiguration: { Type: 'RDS', RdsConfiguration: { ResourceArn: { ref: 'Cluster' } } },
        },
      },
    });
    expect(stores(lines(made))[0]).toBe('capacity floor: 43.8');
  });
});

describe('OpenSearch domains', () => {
  test('are not in the price book, and are priced as the manifest says', async () => {
    const usage = store(
      'type: opensearch-domain, instance_type: r7g.large.search, instances: 2, volume: 100 GB',
    );
    expect(lines(await estimated(usage))[0]).toBe(
      'data nodes: not priced: the price book has no prices for opensearch-domain | prices: { exact: [{ subject: opensearch-domain, dimension: node-hour-r7g.large.search, usd: PRICE, per: 1, source: AWS pricing page }] }',
    );
    const prices = bookOf([
      { subject: 'opensearch-domain', dimension: 'node-hour-r7g.large.search', usd: '0.167' },
      { subject: 'opensearch-domain', dimension: 'storage-gp3', usd: '0.122' },
    ]);
    expect(lines(await estimated(usage, { prices }))).toEqual(['data nodes: 243.82', 'volumes: 24.4']);
  });

  test('masters and defaults of the code', async () => {
    const made = await estimatedTemplate({
      Domain: {
        type: 'AWS::OpenSearchService::Domain',
        properties: {
          ClusterConfig: {
            InstanceType: 'r7g.large.search',
            DedicatedMasterEnabled: true,
            DedicatedMasterType: 'm7g.medium.search',
            DedicatedMasterCount: 3,
          },
        },
      },
      Base: {
        type: 'AWS::Bedrock::KnowledgeBase',
        properties: {
          KnowledgeBaseConfiguration: { Type: 'VECTOR' },
          StorageConfiguration: {
            Type: 'OPENSEARCH_MANAGED_CLUSTER',
            OpensearchManagedClusterConfiguration: { DomainArn: { ref: 'Domain' } },
          },
        },
      },
    });
    const domain = made.charges.filter(({ feature }) => feature === 'opensearch-domains');
    expect(domain.map((charge) => `${charge.component}: ${arithmetic(charge)}`)).toEqual([
      'data nodes: 730 hours',
      'dedicated master nodes: 3 nodes × 730 hours',
    ]);
  });
});

describe('Neptune Analytics and Kendra', () => {
  test.each([
    // 32 units × (the graph and 1 replica) × 730 hours × 0.1
    ['type: neptune-analytics, memory: 32', 'graph memory: 4672'],
    ['type: neptune-analytics, memory: 32, replicas: 0', 'graph memory: 2336'],
    ['type: kendra', 'index: 233.6'],
  ])('%s', async (keys, expected) => {
    const prices = bookOf([
      { subject: 'neptune-analytics', dimension: 'm-ncu-hour', usd: '0.1' },
      { subject: 'kendra', dimension: 'genai-index-hour', usd: '0.32' },
    ]);
    expect(lines(await estimated(store(keys), { prices }))).toEqual([expected]);
    // The price book has no settled price of either.
    const [unpriced] = lines(await estimated(store(keys)));
    expect(unpriced).toMatch(
      /not priced: the (?:price of a Neptune|hourly price of a Kendra).*\| prices: \{ exact:/,
    );
  });

  test('capacity units that are added to an index', async () => {
    const made = await estimatedTemplate({
      Index: {
        type: 'AWS::Kendra::Index',
        properties: { Edition: 'GEN_AI_ENTERPRISE_EDITION', CapacityUnits: { QueryCapacityUnits: 2 } },
      },
      Base: {
        type: 'AWS::Bedrock::KnowledgeBase',
        properties: {
          KnowledgeBaseConfiguration: {
            Type: 'KENDRA',
            KendraKnowledgeBaseConfiguration: { KendraIndexArn: { ref: 'Index' } },
          },
        },
      },
    });
    expect(made.charges.map((charge) => `${charge.component}: ${arithmetic(charge)}`)).toEqual([
      'index: 730 hours',
      'query capacity units: 2 query capacity units × 730 hours',
    ]);
    expect(made.charges.every(({ kind }) => kind === 'floor')).toBe(true);
  });
});

describe('regions', () => {
  test('a database in another region says nothing of where the models are called', async () => {
    const sql = { KnowledgeBaseConfiguration: { Type: 'SQL' } };
    const made = await estimatedTemplate({
      Orders: { type: 'AWS::RDS::DBCluster', region: 'eu-west-1' },
      Search: { type: 'AWS::OpenSearchService::Domain', region: 'eu-west-2' },
      Here: { type: 'AWS::Bedrock::KnowledgeBase', properties: sql, region: 'us-west-2' },
      Unplaced: { type: 'AWS::Bedrock::KnowledgeBase', properties: sql, region: undefined },
    });
    expect(made.charges.map(({ owner, region }) => [owner.name, region])).toEqual([
      ['Here', 'us-west-2'],
      ['Unplaced', 'us-west-2'],
    ]);
  });
});
