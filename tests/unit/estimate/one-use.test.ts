/** What one resource is used for counts once, whoever states it. */
import { describe, expect, test } from 'vitest';
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

test('a cluster that two workloads and its own entry state has one use', async () => {
  const store = (storage: number) =>
    `    knowledge_base: { address: aws_rds_cluster.kb, vector_store: { type: aurora, acus: 1, storage: ${storage} GB, io: 0 per month } }\n`;
  const manifest = `workloads:\n  a:\n${store(20)}  b:\n${store(40)}resources: { aws_rds_cluster.kb: { storage: 80 GB } }\n`;
  const seen = await owned(manifest, CLUSTER);
  // 20 GB at 0.10
  expect(seen.charges.filter((line) => line.includes('storage'))).toEqual([
    'aws_rds_cluster.kb: storage = 2',
  ]);
  const warning = 'charge-counted-once: The storage of aws_rds_cluster.kb is stated twice';
  expect(seen.problems.filter((line) => line.startsWith(warning))).toHaveLength(2);
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

  test('one that two workloads state has one use, key by key', async () => {
    const more = 'storage: 20 GB, agentic_retrieves: 10k per month';
    const seen = await owned(`workloads:\n${asks('a', [FAQ], all)}${asks('b', [FAQ], more)}`, MANAGED);
    // 10 GB at 5, 100k at 1 a thousand, 10k at 4 a thousand.
    expect(ofOwner(seen.charges, 'a', 'b', FAQ ?? '')).toEqual([
      'a: managed storage = 50',
      'a: retrieves = 100',
      'a: agentic retrieves = 40',
    ]);
    expect(seen.problems).toEqual([
      `charge-counted-once: ${FAQ} has storage stated twice; that of knowledge_base.managed of b is not counted. | remove storage of knowledge_base.managed of b: knowledge_base.managed of a states it for everybody who uses ${FAQ}`,
    ]);
  });

  test('a workload and the entry under resources complete each other', async () => {
    const usage = `resources: { ${FAQ}: { storage: 30 GB, retrieves: 1k per month } }\n`;
    const seen = await owned(`workloads:\n${asks('a', [FAQ], 'storage: 10 GB')}${usage}`, MANAGED);
    expect(ofOwner(seen.charges, 'a', FAQ ?? '')).toEqual(['a: managed storage = 50', 'a: retrieves = 1']);
    expect(seen.problems).toEqual([
      expect.stringMatching(/^charge-counted-once: \S+ has storage stated twice; that of \S+ under reso/),
    ]);
  });

  test('a statement of two bases counts before one of the first alone', async () => {
    const seen = await owned(`workloads:\n${asks('a', [FAQ], all)}${asks('b', [FAQ, WIKI], all)}`, MANAGED);
    expect(ofOwner(seen.charges, 'a', 'b', FAQ ?? '', WIKI ?? '')).toEqual([
      'b: managed storage = 50',
      'b: retrieves = 100',
    ]);
    expect(seen.problems).toEqual([
      `charge-counted-once: The use of ${FAQ} is stated twice; that of a is not counted. | remove knowledge_base.managed of a: that of b speaks for all bases that it asks`,
    ]);
  });

  test('statements that share one base are not added up', async () => {
    const seen = await owned(
      `workloads:\n${asks('a', [FAQ, WIKI], all)}${asks('b', [WIKI, HANDBOOK], all)}`,
      MANAGED,
    );
    const [storage, retrieves, ...others] = ofOwner(seen.charges, 'b');
    expect(others).toEqual([]);
    for (const line of [storage, retrieves]) {
      expect(line).toContain(
        `not priced: a states the use of ${WIKI} too, and that of the others that b asks`,
      );
    }
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
    ]);
    expect(seen.problems).toEqual([
      `charge-counted-once: The queries of ${FAQ} are stated by b too; those under resources are not counted. | remove the entry of ${FAQ} under resources, or knowledge_base.structured_data of b`,
    ]);
  });

  test('what an extra charge covers costs nothing beside it', async () => {
    const covered = `extra_charges: [{ name: search, monthly: 5, layer: features }]\nresources: { ${FAQ}: { priced_by: search } }\n`;
    const seen = await owned(`workloads:\n${generates('a')}${covered}`, SQL);
    expect(ofOwner(seen.charges, 'a', FAQ ?? '')).toEqual([]);
  });
});
