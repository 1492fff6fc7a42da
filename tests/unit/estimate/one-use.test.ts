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
