import { describe, expect, test } from 'vitest';
import { arithmetic, estimated, lines, numbers, problems, total } from './estimating.ts';
import { estimatedTemplate } from './templates.ts';

const TITAN = 'amazon.titan-embed-text-v2:0';

const knowledgeBase = (...sections: readonly string[]) =>
  [
    'workloads:',
    '  handbook:',
    '    requests: 10k per day',
    '    knowledge_base:',
    ...sections.map((section) => `      ${section}`),
    '',
  ].join('\n');

const source = (chunking: string, name = 'docs') => `
resource "aws_bedrockagent_data_source" "${name}" {
  name              = "${name}"
  knowledge_base_id = aws_bedrockagent_knowledge_base.docs.id
  vector_ingestion_configuration {
    ${chunking}
  }
}
`;

const BASE = `
resource "aws_bedrockagent_knowledge_base" "docs" {
  name = "docs"
  knowledge_base_configuration {
    type = "VECTOR"
    vector_knowledge_base_configuration {
      embedding_model_arn = "arn:aws:bedrock:us-east-1::foundation-model/${TITAN}"
    }
  }
}
`;

const USING = 'address: aws_bedrockagent_knowledge_base.docs';
const INGESTION = 'ingestion: { corpus: 20M tokens, resync_share: 10% }';

describe('questions', () => {
  test('a question is embedded with its own tokens, not with those of the whole prompt', async () => {
    const made = await estimated(
      knowledgeBase(`embedding: { model: "${TITAN}", question_tokens: 100 }`, INGESTION),
    );
    // 300,000 requests × 100 tokens × 0.02 / 1M; the pricing guide's 600M tokens would have been 12.
    expect(lines(made)).toEqual([
      'question embedding tokens: 0.6',
      'document embedding tokens, first ingestion: 0.4',
      'document embedding tokens: 0.04',
    ]);
  });

  test('the question of the prompt stands in for question_tokens', async () => {
    const prompt = 'prompt: { system: 500, question: 120 }';
    const manifest = knowledgeBase(`embedding: { model: "${TITAN}", questions_per_request: 2 }`, INGESTION);
    const made = await estimated(
      manifest.replace(
        '    knowledge_base',
        `    model: amazon.nova-lite-v1:0\n    output_tokens: 1\n    ${prompt}\n    knowledge_base`,
      ),
    );
    const asked = made.charges.find(({ component }) => component === 'question embedding tokens');
    expect(asked === undefined ? '' : arithmetic(asked)).toBe(
      '300000 requests × 2 questions per request × 120 question tokens',
    );
  });

  test('without the documents, they are what is missing', async () => {
    const made = await estimated(knowledgeBase(`embedding: { model: "${TITAN}", question_tokens: 100 }`));
    expect(lines(made)).toEqual([
      'question embedding tokens: 0.6',
      'document embedding tokens: not priced: how many tokens of documents are embedded is not stated | knowledge_base: { ingestion: { corpus: 20M, resync_share: 10% } }',
    ]);
  });
});

describe('documents', () => {
  const costs = async (chunking: string, ingestion = INGESTION) => {
    const files = { 'main.tf': BASE + source(chunking) };
    const made = await estimated(knowledgeBase(USING, 'embedding: { question_tokens: 0 }', ingestion), {
      files,
    });
    return lines(made).filter((line) => line.startsWith('document'));
  };
  const fixed = (overlap: number) =>
    `chunking_configuration {
      chunking_strategy = "FIXED_SIZE"
      fixed_size_chunking_configuration {
        max_tokens         = 300
        overlap_percentage = ${overlap}
      }
    }`;

  test.each([
    // 20M × 0.02 / 1M = 0.4, and a tenth of it again each month.
    ['no overlap', 'chunking_configuration {\n chunking_strategy = "NONE"\n }', ['0.4', '0.04']],
    ['the default chunking', '', ['0.4', '0.04']],
    ['a fifth of a chunk repeated: 1 / 0.8', fixed(20), ['0.5', '0.05']],
    ['half a chunk repeated: 1 / 0.5', fixed(50), ['0.8', '0.08']],
    [
      'only the children of hierarchical chunks: 300 / (300 - 60)',
      `chunking_configuration {
        chunking_strategy = "HIERARCHICAL"
        hierarchical_chunking_configuration {
          overlap_tokens = 60
          level_configuration {
            max_tokens = 1500
          }
          level_configuration {
            max_tokens = 300
          }
        }
      }`,
      ['0.5', '0.05'],
    ],
  ])('%s', async (_, chunking, [first, again]) => {
    expect(await costs(chunking)).toEqual([
      `document embedding tokens, first ingestion: ${first}`,
      `document embedding tokens: ${again}`,
    ]);
  });

  test.each([
    ['chunks that are all overlap', fixed(100), 'an overlap of 100% leaves no room for new text'],
    [
      'semantic chunks',
      'chunking_configuration {\n chunking_strategy = "SEMANTIC"\n }',
      'chunks of the strategy SEMANTIC take more embedding than the corpus has tokens, and how much more is not published',
    ],
  ])('%s are not priced', async (_, chunking, why) => {
    const hint = 'knowledge_base: { ingestion: { chunk_overlap: 20% } }';
    const line = `not priced: the overlap of its chunks is not known: ${why} | ${hint}`;
    expect(await costs(chunking)).toEqual([
      `document embedding tokens, first ingestion: ${line}`,
      `document embedding tokens: ${line}`,
    ]);
  });

  test('the manifest has the last word on the overlap, and says how often a sync runs', async () => {
    const ingestion = 'ingestion: { corpus: 20M, resync_share: 10%, syncs: 1 per week, chunk_overlap: 50% }';
    // 20M × 2 × 0.1 × 30 / 7 syncs × 0.02 / 1M
    expect(await costs(fixed(20), ingestion)).toEqual([
      'document embedding tokens, first ingestion: 0.8',
      'document embedding tokens: 0.342857142857',
    ]);
  });

  test('data sources that differ give a range', async () => {
    const files = { 'main.tf': BASE + source(fixed(20)) + source(fixed(50), 'more') };
    const made = await estimated(knowledgeBase(USING, 'embedding: { question_tokens: 0 }', INGESTION), {
      files,
    });
    expect(lines(made)).toContain('document embedding tokens, first ingestion: 0.5 0.65 0.8');
  });

  test('a data source states its own ingestion', async () => {
    const address = 'aws_bedrockagent_data_source.docs';
    const made = await estimated(`resources: { ${address}: { corpus: 20M, resync_share: 100% } }\n`, {
      files: { 'main.tf': BASE + source(fixed(20)) },
    });
    expect(made.charges.map(({ owner }) => owner.name)).toEqual([
      address,
      address,
      'aws_bedrockagent_knowledge_base.docs',
    ]);
    expect(lines(made).slice(0, 2)).toEqual([
      'document embedding tokens, first ingestion: 0.5',
      'document embedding tokens: 0.5',
    ]);
    expect(lines(made)[2]).toMatch(/^question embedding tokens: not priced: how many questions/);
  });
});

describe('nothing twice', () => {
  test('all tokens as stated: what a sync embeds is among them, the first ingestion is not', async () => {
    const made = await estimated(
      knowledgeBase(`embedding: { model: "${TITAN}", tokens: 600M per month }`, INGESTION),
    );
    expect(lines(made)).toEqual(['embedding tokens: 12', 'document embedding tokens, first ingestion: 0.4']);
    expect(numbers(total(made))).toBe('12');
    expect(problems(made).map((line) => line.split(':')[0])).toEqual(['charge-counted-once']);
  });

  test('a data source beside the ingestion of the workload that uses it', async () => {
    const made = await estimated(
      `${knowledgeBase(USING, 'embedding: { question_tokens: 0 }', INGESTION)}resources: { aws_bedrockagent_data_source.docs: { corpus: 1B, resync_share: 0% } }\n`,
      { files: { 'main.tf': BASE + source('') } },
    );
    expect(lines(made)).toContain('document embedding tokens, first ingestion: 0.4');
    expect(problems(made)).toHaveLength(1);
    expect(problems(made)[0]).toMatch(
      /^charge-counted-once: The ingestion of handbook \(bedrock-cost\.yml:\d+\) covers aws_bedrockagent_data/,
    );
  });
});

describe('what is not known', () => {
  test.each([
    ['nothing', 'embedding: {}', 'embedding tokens: not priced: how many tokens are embedded is not stated'],
    [
      'the model',
      'embedding: { tokens: 1M per month }',
      'embedding tokens: not priced: the embedding model is not stated',
    ],
  ])('%s is stated', async (_, section, expected) => {
    const [line] = lines(await estimated(knowledgeBase(section)));
    expect(line?.startsWith(expected)).toBe(true);
  });
});

describe('templates', () => {
  test('a knowledge base embeds with its model; a managed one with a model that its price covers', async () => {
    const arn = `arn:aws:bedrock:us-east-1::foundation-model/${TITAN}`;
    const made = await estimatedTemplate({
      Vectors: {
        type: 'AWS::Bedrock::KnowledgeBase',
        properties: {
          KnowledgeBaseConfiguration: {
            Type: 'VECTOR',
            VectorKnowledgeBaseConfiguration: { EmbeddingModelArn: arn },
          },
        },
      },
      Managed: {
        type: 'AWS::Bedrock::KnowledgeBase',
        properties: { KnowledgeBaseConfiguration: { Type: 'MANAGED' } },
      },
    });
    const embedded = made.charges.filter(({ feature }) => feature === 'embeddings');
    expect(embedded.map(({ owner, item }) => [owner.name, item])).toEqual([
      ['Vectors', 'Titan Text Embeddings V2'],
    ]);
    expect(numbers({ ...total({ charges: embedded }) })).toBe('0');
    expect(embedded[0]?.price?.usd.toFixed()).toBe('0.02');
  });
});
