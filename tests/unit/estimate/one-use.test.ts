/** What one resource is used for counts once, whoever states it. */
import { expect, test } from 'vitest';
import { estimated, problems } from './estimating.ts';

const owned = async (manifest: string, main: string) => {
  const made = await estimated(manifest, { files: { 'main.tf': main } });
  const charges = made.charges.map(
    ({ owner, component, cost }) =>
      `${owner.name}: ${component} = ${cost.kind === 'priced' ? cost.amount.expected.toFixed() : '?'}`,
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

test('a cluster that two workloads and its own entry state has one use', async () => {
  const store = (storage: number) =>
    `    knowledge_base: { address: aws_rds_cluster.kb, vector_store: { type: aurora, acus: 1, storage: ${storage} GB, io: 0 per month } }\n`;
  const manifest = `workloads:\n  a:\n${store(20)}  b:\n${store(40)}resources: { aws_rds_cluster.kb: { storage: 80 GB } }\n`;
  const seen = await owned(manifest, CLUSTER);
  // 20 GB at 0.10
  expect(seen.charges.filter((line) => line.includes('storage'))).toEqual([
    'aws_rds_cluster.kb: storage = 2',
  ]);
  const warning = 'manifest-conflict: The storage of aws_rds_cluster.kb is stated twice';
  expect(seen.problems.filter((line) => line.startsWith(warning))).toHaveLength(2);
});

const BASE = `
resource "aws_bedrockagent_knowledge_base" "kb" {
  knowledge_base_configuration {
    type = "VECTOR"
    vector_knowledge_base_configuration {
      embedding_model_arn = "arn:aws:bedrock:us-east-1::foundation-model/amazon.titan-embed-text-v2:0"
    }
  }
}
resource "aws_bedrockagent_data_source" "docs" {
  knowledge_base_id = aws_bedrockagent_knowledge_base.kb.id
}
`;
const KB = 'aws_bedrockagent_knowledge_base.kb';
const DOCS = 'aws_bedrockagent_data_source.docs';
const asking = (name: string, keys: string) =>
  `  ${name}:\n    requests: 1000 per month\n    uses: [${KB}]\n    knowledge_base: { ${keys} }\n`;
const INGESTION =
  'ingestion: { corpus: 10M, resync_share: 10%, pages: 100, parsing: { strategy: data-automation } }, embedding: { question_tokens: 100 }';
const taken = (charges: readonly string[]) =>
  charges.filter((line) => line.includes('first ingestion')).map((line) => line.split(' = ')[0]);

test('two workloads that state the ingestion of one knowledge base', async () => {
  const seen = await owned(`workloads:\n${asking('a', INGESTION)}${asking('b', INGESTION)}`, BASE);
  expect(new Set(taken(seen.charges))).toEqual(
    new Set(['a: document embedding tokens, first ingestion', 'a: parsed pages, first ingestion']),
  );
  // Each still asks its own questions.
  expect(seen.charges.filter((line) => line.includes('question embedding'))).toHaveLength(2);
  expect(seen.problems.filter((line) => line.startsWith('manifest-conflict'))).toEqual([
    expect.stringMatching(/The ingestion of \S+ is stated twice; that of b is not counted\./),
  ]);
});

test.each([[KB], [DOCS]])('ingestion of %s that an extra charge covers', async (address) => {
  const covered = `extra_charges: [{ name: search, monthly: 5, layer: features }]\nresources: { ${address}: { priced_by: search } }\n`;
  const open = await owned(`workloads:\n${asking('a', INGESTION)}`, BASE);
  expect(taken(open.charges)).toHaveLength(2);
  const seen = await owned(`workloads:\n${asking('a', INGESTION)}${covered}`, BASE);
  expect(taken(seen.charges)).toEqual([]);
});
