/** Documents that a knowledge base takes in count once, whoever states them. */
import { describe, expect, test } from 'vitest';
import { costOf, estimated, problems } from './estimating.ts';

const owned = async (manifest: string, main: string) => {
  const made = await estimated(manifest, { files: { 'main.tf': main } });
  const charges = made.charges.map(
    (charge) => `${charge.owner.name}: ${charge.component} = ${costOf(charge)}`,
  );
  return { charges, problems: problems(made) };
};

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
  expect(seen.problems).toEqual([]);
  const more = INGESTION.replace('10M', '20M');
  const differing = await owned(`workloads:\n${asking('a', INGESTION)}${asking('b', more)}`, BASE);
  expect(taken(differing.charges)).toEqual(taken(seen.charges));
  expect(differing.problems).toEqual([
    `charge-counted-once: The ingestion of ${KB} is stated twice, and not alike: that of a (bedrock-cost.yml:7) counts, that of b (bedrock-cost.yml:11) does not. | remove knowledge_base.ingestion of b: that of a speaks for all that it uses`,
  ]);
});

test.each([[KB], [DOCS]])('ingestion of %s that an extra charge covers', async (address) => {
  const covered = `extra_charges: [{ name: search, monthly: 5, layer: features }]\nresources: { ${address}: { priced_by: search } }\n`;
  const open = await owned(`workloads:\n${asking('a', INGESTION)}`, BASE);
  expect(taken(open.charges)).toHaveLength(2);
  const seen = await owned(`workloads:\n${asking('a', INGESTION)}${covered}`, BASE);
  expect(taken(seen.charges)).toEqual([]);
});

/** A second knowledge base, which the same model embeds for, and a second data source of the first one. */
const OTHER = BASE.replaceAll('"kb"', '"other"')
  .replaceAll('"docs"', '"manuals"')
  .replaceAll('.kb.', '.other.');
const SECOND = `
resource "aws_bedrockagent_data_source" "second" {
  knowledge_base_id = aws_bedrockagent_knowledge_base.kb.id
}
`;
const OTHER_KB = 'aws_bedrockagent_knowledge_base.other';
const MANUALS = 'aws_bedrockagent_data_source.manuals';
const over = (name: string, bases: readonly string[], keys: string) =>
  `  ${name}:\n    uses: [${bases.join(', ')}]\n    knowledge_base: { ${keys} }\n`;
const documents = (corpus: string) =>
  `ingestion: { corpus: ${corpus}, resync_share: 10% }, embedding: { question_tokens: 0 }`;
const embedded = (charges: readonly string[]) =>
  charges.filter((line) => line.includes('embedding tokens') && !line.includes('question embedding'));

describe('two workloads over some of the same knowledge bases', () => {
  // 100M tokens at 0.02 a million are 2, and a tenth of it again each month.
  test('one over both counts, and not one over the first alone beside it, in either order', async () => {
    const narrow = over('narrow', [KB], documents('50M'));
    const wide = over('wide', [KB, OTHER_KB], documents('100M'));
    for (const order of [narrow + wide, wide + narrow]) {
      const seen = await owned(`workloads:\n${order}`, BASE + OTHER);
      expect(embedded(seen.charges)).toEqual([
        'wide: document embedding tokens, first ingestion = 2',
        'wide: document embedding tokens = 0.2',
      ]);
      expect(seen.problems.map((text) => text.replaceAll(/:\d+/g, ':1'))).toEqual([
        `charge-counted-once: The ingestion of ${KB} is stated twice, and not alike: that of wide (bedrock-cost.yml:1) counts, that of narrow (bedrock-cost.yml:1) does not. | remove knowledge_base.ingestion of narrow: that of wide speaks for all that it uses`,
      ]);
    }
  });

  test('each over one of its own and one of both: what the second has beside it is not known', async () => {
    const third = OTHER.replaceAll('other', 'third').replaceAll('manuals', 'notes');
    const seen = await owned(
      `workloads:\n${over('a', [KB, OTHER_KB], documents('100M'))}${over('b', [OTHER_KB, 'aws_bedrockagent_knowledge_base.third'], documents('100M'))}`,
      BASE + OTHER + third,
    );
    const why = `not priced: a states the ingestion of ${OTHER_KB} too, and what b takes in beside it is not stated | resources: { ${MANUALS}: { corpus: 20M, resync_share: 10% } }  # and so for each data source, in place of knowledge_base.ingestion of b and a`;
    expect(embedded(seen.charges)).toEqual([
      'a: document embedding tokens, first ingestion = 2',
      'a: document embedding tokens = 0.2',
      `b: document embedding tokens, first ingestion = ${why}`,
      `b: document embedding tokens = ${why}`,
    ]);
  });

  test('one that only asks says nothing of the documents that the other states', async () => {
    const seen = await owned(
      `workloads:\n${asking('a', INGESTION)}${asking('b', 'embedding: { question_tokens: 100 }')}`,
      BASE,
    );
    expect(embedded(seen.charges).map((line) => line.split(':')[0])).toEqual(['a', 'a']);
    expect(seen.problems).toEqual([]);
  });
});

describe('embedding tokens that are stated as a whole', () => {
  const whole = 'embedding: { tokens: 600M per month }';
  const warning = (whose: string) =>
    `charge-counted-once: The embedding tokens of a are stated as a whole, so what ${whose} embeds again each month is not added to them. | knowledge_base: { embedding: { question_tokens: 100 } }  # in a, in place of tokens, so that documents are priced by themselves`;

  test('hold what its data source states under resources, but for the first ingestion', async () => {
    const seen = await owned(
      `workloads:\n${over('a', [KB], whole)}resources: { ${DOCS}: { corpus: 100M, resync_share: 10% } }\n`,
      BASE,
    );
    expect(seen.charges).toEqual([
      'a: embedding tokens = 12',
      `${DOCS}: document embedding tokens, first ingestion = 2`,
    ]);
    expect(seen.problems).toEqual([warning(DOCS)]);
  });

  test('hold what another workload states of the same knowledge base', async () => {
    const seen = await owned(
      `workloads:\n${over('a', [KB], whole)}${over('b', [KB], documents('100M'))}`.replace(
        ', embedding: { question_tokens: 0 }',
        '',
      ),
      BASE,
    );
    expect(embedded(seen.charges)).toEqual([
      'a: embedding tokens = 12',
      'b: document embedding tokens, first ingestion = 2',
    ]);
    expect(seen.problems).toEqual([warning('b')]);
  });

  test('of one knowledge base, beside the ingestion of two', async () => {
    const seen = await owned(
      `workloads:\n${over('a', [KB], whole)}${over('b', [KB, OTHER_KB], documents('100M'))}`,
      BASE + OTHER,
    );
    expect(embedded(seen.charges)).toEqual([
      'a: embedding tokens = 12',
      'b: document embedding tokens, first ingestion = 2',
      expect.stringMatching(
        /^b: document embedding tokens = not priced: the embedding tokens of a are stated as a whole, with those of \S+, and what b embeds beside it is not stated \| knowledge_base: /,
      ),
    ]);
  });

  test('by two workloads are both counted, and it is said that documents must be in one of them', async () => {
    const seen = await owned(`workloads:\n${over('a', [KB], whole)}${over('b', [KB], whole)}`, BASE);
    expect(seen.charges).toEqual(['a: embedding tokens = 12', 'b: embedding tokens = 12']);
    expect(seen.problems).toEqual([
      expect.stringMatching(
        /^manifest-conflict: a and b both state all embedding tokens of \S+, with its docu/,
      ),
    ]);
  });
});

describe('what an extra charge covers', () => {
  const covered = (address: string, more = '') =>
    `extra_charges: [{ name: search, monthly: 5, layer: features }]\nresources: { ${address}: { priced_by: search }${more} }\n`;

  test('a knowledge base, with the usage that its data source states by itself', async () => {
    const usage = `, ${DOCS}: { corpus: 100M, resync_share: 10%, pages: 100, parsing: { strategy: data-automation } }`;
    const seen = await owned(covered(KB, usage), BASE);
    expect(seen.charges).toEqual(['search: stated amount = 5']);
  });

  test('one of two data sources: the ingestion of the workload is that of the other', async () => {
    const seen = await owned(
      `workloads:\n${over('a', [KB], documents('100M'))}${covered(DOCS)}`,
      BASE + SECOND,
    );
    expect(embedded(seen.charges)).toEqual([
      'a: document embedding tokens, first ingestion = 2',
      'a: document embedding tokens = 0.2',
    ]);
    expect(seen.problems.filter((line) => line.startsWith('charge-counted-once'))).toEqual([
      `charge-counted-once: The extra charge search covers ${DOCS}, so the ingestion of a is taken as that of its other data sources alone. | resources: { aws_bedrockagent_data_source.second: { corpus: 20M, resync_share: 10% } }  # in place of knowledge_base.ingestion of a, to say whose documents they are`,
    ]);
  });

  test('one of two knowledge bases: questions still cost at the other', async () => {
    const keys = 'embedding: { question_tokens: 100 }, ingestion: { corpus: 100M, resync_share: 10% }';
    const seen = await owned(
      `workloads:\n${over('a', [KB, OTHER_KB], keys).replace('    uses', '    requests: 1M per month\n    uses')}${covered(KB)}`,
      BASE + OTHER,
    );
    expect(seen.charges).toEqual([
      'a: question embedding tokens = 2',
      'a: document embedding tokens, first ingestion = 2',
      'a: document embedding tokens = 0.2',
      'search: stated amount = 5',
    ]);
  });
});

describe('nothing vanishes', () => {
  test('a second data source without usage, beside one that states its own', async () => {
    const seen = await owned(`resources: { ${DOCS}: { corpus: 100M, resync_share: 10% } }\n`, BASE + SECOND);
    expect(embedded(seen.charges)).toEqual([
      `${DOCS}: document embedding tokens, first ingestion = 2`,
      `${DOCS}: document embedding tokens = 0.2`,
      'aws_bedrockagent_data_source.second: document embedding tokens = not priced: how many tokens its documents have is not stated | resources: { aws_bedrockagent_data_source.second: { corpus: 20M, resync_share: 10% } }',
    ]);
  });

  test('knowledge bases of one workload that embed with different models', async () => {
    const cohere = OTHER.replace('amazon.titan-embed-text-v2:0', 'cohere.embed-english-v3');
    const seen = await owned(`workloads:\n${over('a', [KB, OTHER_KB], documents('100M'))}`, BASE + cohere);
    expect(embedded(seen.charges)).toEqual([
      'a: document embedding tokens, first ingestion = not priced: its knowledge bases embed with different models | embedding: { model: amazon.titan-embed-text-v2:0 }',
      'a: document embedding tokens = not priced: its knowledge bases embed with different models | embedding: { model: amazon.titan-embed-text-v2:0 }',
    ]);
  });
});
