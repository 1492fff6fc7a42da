/** Ways in which a pull request could get past the limits of its base: each is red, or said aloud. */
import { describe, expect, test } from 'vitest';
import { compare } from '../../../src/compare.ts';
import { treeOf } from '../bind/trees.ts';

type Files = Readonly<Record<string, string>>;

const workload = (name: string, requests: string) =>
  `  ${name}: { requests: ${requests}, model: "amazon.nova-pro-v1:0", input_tokens: 1000, output_tokens: 100 }\n`;
const manifest = (workloads: string, more = '') =>
  `version: 1\nregion: us-east-1\nworkloads:\n${workloads}${more}`;
const LIMITS =
  'budgets: { monthly: 100, increase: 10, workloads: { chat: { monthly: 100, per_1k_requests: 6 } } }\n';
const CHEAP = workload('chat', '100 per day');
const DEAR = workload('chat', '100k per day');
const COLLECTION = 'resource "aws_opensearchserverless_collection" "kb" {\n  type = "VECTORSEARCH"\n}\n';
const BASE: Files = { 'bedrock-cost.yml': manifest(CHEAP, LIMITS) };
const WITH_CODE: Files = {
  'bedrock-cost.yml': manifest(CHEAP, 'budgets: { monthly: 1000 }\n'),
  'infra/main.tf': COLLECTION,
};

async function judged(base: Files, head: Files) {
  const { verdict, diagnostics, diff } = await compare(treeOf(base), treeOf(head));
  return {
    ...verdict,
    codes: diagnostics.map(({ code }) => code),
    delta: diff.delta.monthly.expected.toNumber(),
  };
}

describe('is red', () => {
  test.each<[string, Files, Files]>([
    [
      'the limit is raised',
      BASE,
      {
        'bedrock-cost.yml': manifest(
          DEAR,
          LIMITS.replace('monthly: 100', 'monthly: 1000000').replace('increase: 10', 'increase: 1000000'),
        ),
      },
    ],
    ['the manifest is moved down, without its limits', BASE, { 'sub/bedrock-cost.yml': manifest(DEAR) }],
    [
      'the manifest is moved aside, without its limits',
      { 'a/bedrock-cost.yml': manifest(CHEAP, LIMITS) },
      { 'b/bedrock-cost.yml': manifest(DEAR) },
    ],
    [
      'a manifest is added further down',
      BASE,
      { ...BASE, 'sub/bedrock-cost.yml': manifest(workload('more', '100k per day')) },
    ],
    [
      'the workload is renamed',
      { 'bedrock-cost.yml': manifest(CHEAP, 'budgets: { workloads: { chat: { monthly: 100 } } }\n') },
      { 'bedrock-cost.yml': manifest(workload('talk', '100k per day')) },
    ],
    [
      'the workload is renamed, and its limit is by requests',
      { 'bedrock-cost.yml': manifest(CHEAP, 'budgets: { workloads: { chat: { per_1k_requests: 6 } } }\n') },
      { 'bedrock-cost.yml': manifest(workload('talk', '100 per day')) },
    ],
    [
      'nobody asks any more, and it costs',
      { 'bedrock-cost.yml': manifest(workload('chat', '100 per day'), LIMITS) },
      {
        'bedrock-cost.yml': manifest(
          '  chat: { requests: 0 per day, provisioned_throughput: { model: "amazon.nova-lite-v1:0", model_units: 1, commitment: 1-month } }\n',
          LIMITS,
        ),
      },
    ],
    [
      'the manifest is broken',
      BASE,
      { 'bedrock-cost.yml': manifest(DEAR, LIMITS).replace('workloads:', 'workloads: [') },
    ],
    [
      'the base is broken, and the head has its own prices',
      { 'bedrock-cost.yml': `${manifest(CHEAP, LIMITS)}: [` },
      { 'bedrock-cost.yml': manifest(DEAR, `${LIMITS}prices: { discount: 99% }\n`) },
    ],
    [
      'resources move into a module that cannot be read',
      WITH_CODE,
      { ...WITH_CODE, 'infra/main.tf': 'module "m" {\n  source = "git::https://example.com/m.git"\n}\n' },
    ],
    ['a broken file', WITH_CODE, { ...WITH_CODE, 'infra/main.tf': `${COLLECTION}resource "x" {` }],
  ])('%s', async (_, base, head) => {
    const { fails, status } = await judged(base, head);
    expect({ fails, status }).toEqual({
      fails: true,
      status: expect.stringMatching(/^(?:fail|indeterminate)$/),
    });
  });
});

describe('is said aloud', () => {
  test.each<[string, Files, Files, string]>([
    [
      'the month is shortened',
      BASE,
      { 'bedrock-cost.yml': manifest(CHEAP, `${LIMITS}month: { days: 28, hours: 672 }\n`) },
      'month-changed',
    ],
    [
      'the prices are changed',
      BASE,
      { 'bedrock-cost.yml': manifest(CHEAP, `${LIMITS}prices: { discount: 99% }\n`) },
      'prices-changed',
    ],
    ['the manifest is removed', BASE, { 'README.md': '' }, 'manifest-removed'],
    ['the manifest is spelt differently', BASE, { 'Bedrock-Cost.yml': manifest(DEAR) }, 'manifest-removed'],
    [
      'the code is not read any more',
      WITH_CODE,
      { ...WITH_CODE, 'bedrock-cost.yml': `${WITH_CODE['bedrock-cost.yml']}iac: []\n` },
      'iac-changed',
    ],
    [
      'a root is called by another, no times',
      WITH_CODE,
      { ...WITH_CODE, 'z/main.tf': 'module "m" {\n  source = "../infra"\n  count  = 0\n}\n' },
      'iac-changed',
    ],
    [
      'a resource is covered by an amount',
      WITH_CODE,
      {
        ...WITH_CODE,
        'bedrock-cost.yml': `${WITH_CODE['bedrock-cost.yml']}extra_charges: [{ name: Quote, monthly: 1, layer: features }]\nresources: { aws_opensearchserverless_collection.kb: { priced_by: Quote } }\n`,
      },
      'charge-replaced',
    ],
  ])('%s', async (_, base, head, code) => {
    const { codes } = await judged(base, head);
    expect(codes).toContain(code);
  });

  test('a shorter month changes nothing', async () => {
    const head = { 'bedrock-cost.yml': manifest(CHEAP, `${LIMITS}month: { days: 28, hours: 672 }\n`) };
    expect((await judged(BASE, head)).delta).toBe(0);
  });
});

describe('is counted once', () => {
  test('a module that two projects share', async () => {
    const team = 'module "kb" {\n  source = "../modules/kb"\n}\n';
    const files = {
      'bedrock-cost.yml': manifest(CHEAP),
      'modules/kb/main.tf': COLLECTION,
      'a/bedrock-cost.yml': manifest(CHEAP),
      'a/main.tf': team,
      'b/bedrock-cost.yml': manifest(CHEAP),
      'b/main.tf': team,
    };
    const { diff } = await compare(treeOf(files), treeOf(files));
    expect(diff.charges.filter(({ head }) => head?.component === 'capacity floor')).toHaveLength(2);
  });

  test('a root that one manifest names and another finds', async () => {
    const files = {
      'bedrock-cost.yml': manifest(CHEAP, 'iac: [{ terraform: sub/infra }]\n'),
      'sub/bedrock-cost.yml': manifest(CHEAP),
      'sub/infra/main.tf': COLLECTION,
    };
    const { diff } = await compare(treeOf(files), treeOf(files));
    expect(diff.charges.filter(({ head }) => head?.component === 'capacity floor')).toHaveLength(1);
  });

  test('one root with two sets of variables is two, alike on both sides', async () => {
    const files = {
      'bedrock-cost.yml': manifest(
        CHEAP,
        'iac: [{ terraform: infra, var_files: [a.tfvars] }, { terraform: infra, var_files: [b.tfvars] }]\n',
      ),
      'infra/main.tf':
        'variable "n" {}\nresource "aws_bedrock_provisioned_model_throughput" "t" {\n  model_arn = "amazon.nova-lite-v1:0"\n  commitment_duration = "OneMonth"\n  model_units = var.n\n}\n',
      'infra/a.tfvars': 'n = 1\n',
      'infra/b.tfvars': 'n = 4\n',
    };
    const { diff } = await compare(treeOf(files), treeOf(files));
    expect(diff.reasons).toEqual([]);
    const units = diff.charges.filter(({ head }) => head?.component === 'model units');
    expect(
      units.map(({ head }) => (head?.cost.kind === 'priced' ? head.cost.amount.expected.toNumber() : 0)),
    ).toEqual([40150, 160600]);
  });

  test('code outside of every manifest is not lost', async () => {
    const files = { 'svc/bedrock-cost.yml': manifest(CHEAP), 'infra/main.tf': COLLECTION };
    const { diff } = await compare(treeOf({ 'infra/main.tf': COLLECTION }), treeOf(files));
    expect(diff.charges.filter(({ head }) => head?.component === 'capacity floor')).toHaveLength(1);
  });
});

describe("a month and a root of one's own", () => {
  const LONG = `${manifest(workload('a', '100k per day'), 'budgets: { monthly: 400, increase: 1 }\n')}month: { days: 31, hours: 744 }\n`;

  test('a new manifest has the month of the base above it', async () => {
    const head = {
      'bedrock-cost.yml': LONG.replace('100k', '1'),
      'sub/bedrock-cost.yml': `${manifest(workload('a', '101k per day'))}month: { days: 28, hours: 672 }\n`,
    };
    const { fails, codes } = await judged({ 'bedrock-cost.yml': LONG }, head);
    expect(fails).toBe(true);
    expect(codes).toContain('month-changed');
  });

  test('a root that two manifests name in the same way is counted once', async () => {
    const files = {
      'a/bedrock-cost.yml': manifest(CHEAP, 'iac: [{ terraform: ../infra }]\n'),
      'b/bedrock-cost.yml': manifest(CHEAP, 'iac: [{ terraform: ../infra }]\n'),
      'infra/main.tf': COLLECTION,
    };
    const { diff, diagnostics } = await compare(treeOf(files), treeOf(files));
    expect(diff.charges.filter(({ head }) => head?.component === 'capacity floor')).toHaveLength(1);
    expect(diagnostics.map(({ code }) => code)).toContain('charge-counted-once');
  });
});

describe('an extra charge that begins to stand for a resource', () => {
  const covered = (usd: number): Files => ({
    ...WITH_CODE,
    'bedrock-cost.yml': manifest(
      CHEAP,
      `budgets: { monthly: 1000 }\nresources:\n  aws_opensearchserverless_collection.kb: { priced_by: OS }\nextra_charges:\n  - { name: OS, monthly: ${usd}, layer: features }\n`,
    ),
  });
  const said = async (base: Files, head: Files) => {
    const { diff, diagnostics } = await compare(treeOf(base), treeOf(head));
    return {
      reasons: diff.reasons.map(({ words }) =>
        words.map((word) => ('plain' in word ? word.plain : 'name' in word ? word.name : '')).join(' '),
      ),
      warnings: diagnostics.flatMap(({ code, severity, message, at }) =>
        code === 'charge-replaced' && severity === 'warning' ? [`${at?.line}: ${message}`] : [],
      ),
    };
  };
  const WARNING =
    '9: The extra charge OS stands for aws_opensearchserverless_collection.kb here and adds less than what that costs by the prices used here: the difference is no saving.';

  test('is said to, and is told where it adds less', async () => {
    const { reasons, warnings } = await said(WITH_CODE, covered(1));
    expect(reasons).toContain('aws_opensearchserverless_collection.kb now priced by the extra charge OS');
    expect(warnings).toEqual([WARNING]);
  });

  test('is told for a resource that is new', async () => {
    const { 'infra/main.tf': _, ...base } = WITH_CODE;
    expect((await said(base, covered(0))).warnings).toEqual([WARNING]);
  });

  test('is not told where it adds as much, or stood for it before', async () => {
    expect((await said(WITH_CODE, covered(400))).warnings).toEqual([]);
    expect((await said(covered(1), covered(1))).warnings).toEqual([]);
  });
});
