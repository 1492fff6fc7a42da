import { describe, expect, test } from 'vitest';
import { estimated, lines, numbers, problems, total } from './estimating.ts';
import { estimatedTemplate } from './templates.ts';

const base = (...sections: readonly string[]) =>
  [
    'workloads:',
    '  w:',
    '    requests: 1000 per month',
    '    knowledge_base:',
    ...sections.map((line) => `      ${line}`),
    '',
  ].join('\n');

const notEmbedded = (all: readonly string[]) => all.filter((line) => !line.includes('embedding tokens'));

const source = (parsing: string, feeds = '"KB12345678"') => `
resource "aws_bedrockagent_data_source" "docs" {
  name              = "docs"
  knowledge_base_id = ${feeds}
  vector_ingestion_configuration {
    ${parsing}
  }
}
`;

const BY_MODEL = `parsing_configuration {
  parsing_strategy = "BEDROCK_FOUNDATION_MODEL"
  bedrock_foundation_model_configuration {
    model_arn = "arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0"
  }
}`;

describe('parsing', () => {
  test('the pricing page: 1,000 pages by Data Automation cost 10, once', async () => {
    const made = await estimated(
      base('ingestion: { pages: 1000, resync_share: 0%, parsing: { strategy: data-automation } }'),
    );
    expect(notEmbedded(lines(made))).toEqual(['parsed pages, first ingestion: 10', 'parsed pages: 0']);
    expect(made.charges.find(({ component }) => component === 'parsed pages, first ingestion')?.period).toBe(
      'one-time',
    );
  });

  test('a model reads each page for its tokens', async () => {
    const parsing = 'parsing: { model: amazon.nova-lite-v1:0, input_tokens: 2000, output_tokens: 500 }';
    const made = await estimated(base(`ingestion: { pages: 1M, resync_share: 10%, ${parsing} }`));
    // 1M × 2,000 × 0.06 / 1M = 120, 1M × 500 × 0.24 / 1M = 120, and a tenth of it each month.
    expect(notEmbedded(lines(made))).toEqual([
      'parsing input tokens, first ingestion: 120',
      'parsing input tokens: 12',
      'parsing output tokens, first ingestion: 120',
      'parsing output tokens: 12',
    ]);
    expect(
      made.charges
        .filter(({ feature }) => feature === 'knowledge-bases')
        .every(({ layer }) => layer === 'inference'),
    ).toBe(true);
  });

  test('the strategy and the model come from the data source', async () => {
    const made = await estimated(
      'resources: { aws_bedrockagent_data_source.docs: { pages: 1000, resync_share: 0%, parsing: { input_tokens: 1000, output_tokens: 100 } } }\n',
      { files: { 'main.tf': source(BY_MODEL) } },
    );
    expect(notEmbedded(lines(made))).toEqual([
      'parsing input tokens, first ingestion: 0.06',
      'parsing input tokens: 0',
      'parsing output tokens, first ingestion: 0.024',
      'parsing output tokens: 0',
    ]);
  });

  test.each([
    ['', []],
    ['parsing_configuration {\n parsing_strategy = "SMART_PARSING"\n }', []],
    [
      'parsing_configuration {\n parsing_strategy = "BEDROCK_DATA_AUTOMATION"\n }',
      [
        'parsed pages: not priced: how many pages the documents have is not stated | resources: { aws_bedrockagent_data_source.docs: { pages: 40k } }',
      ],
    ],
    [
      'parsing_configuration {\n parsing_strategy = var.parser\n }',
      ['parsed pages: not priced: how many pages the documents have is not stated'],
    ],
  ])('a data source without usage: %s', async (parsing, expected) => {
    const made = await estimated('', { files: { 'main.tf': source(parsing) + '\nvariable "parser" {}\n' } });
    expect(lines(made).map((line) => line.slice(0, expected[0]?.length))).toEqual(expected);
    // The price stands there all the same, where there is one.
    expect(made.charges.every(({ price }) => price === undefined || price.usd.eq('0.01'))).toBe(true);
  });

  test('data sources that read pages in different ways', async () => {
    const other = source(BY_MODEL, 'aws_bedrockagent_knowledge_base.docs.id').replaceAll('"docs"', '"other"');
    const files = {
      'main.tf': `${source('', 'aws_bedrockagent_knowledge_base.docs.id')}${other}
resource "aws_bedrockagent_knowledge_base" "docs" {
  knowledge_base_configuration {
    type = "VECTOR"
  }
}
`,
    };
    const made = await estimated(
      base('address: aws_bedrockagent_knowledge_base.docs', 'ingestion: { pages: 10, resync_share: 0% }'),
      { files },
    );
    expect(notEmbedded(lines(made))[0]).toBe(
      'parsed pages, first ingestion: not priced: its data sources read pages in different ways | knowledge_base: { ingestion: { parsing: { strategy: data-automation } } }',
    );
  });

  test('a model that enriches every chunk', async () => {
    const enrichment = 'enrichment: { model: amazon.nova-lite-v1:0, input_tokens: 30M, output_tokens: 5M }';
    const made = await estimated(base(`ingestion: { resync_share: 10%, ${enrichment} }`));
    expect(notEmbedded(lines(made))).toEqual([
      'enrichment input tokens, first ingestion: 1.8',
      'enrichment input tokens: 0.18',
      'enrichment output tokens, first ingestion: 1.2',
      'enrichment output tokens: 0.12',
    ]);
  });
});

describe('structured data', () => {
  test.each([
    // The pricing page: 10,000 calls of GenerateQuery in an hour are 20.
    ['queries: 10000 per month', 'generated queries: 20'],
    ['queries_per_request: 1', 'generated queries: 2'],
    [
      '',
      'generated queries: not priced: how many queries are generated is not stated | knowledge_base: { structured_data: { queries_per_request: 1 } }',
    ],
  ])('%s', async (keys, expected) => {
    expect(lines(await estimated(base(`structured_data: { ${keys} }`)))).toEqual([expected]);
  });
});

describe('managed knowledge bases', () => {
  test('storage, retrieves, and agentic retrieves on top of them', async () => {
    const made = await estimated(
      base('managed: { storage: 10 GB, retrieves: 100k per month, agentic_retrieves: 20k per month }'),
    );
    expect(lines(made)).toEqual(['managed storage: 50', 'retrieves: 100', 'agentic retrieves: 80']);
    expect(problems(made)).toEqual([]);
  });

  test('more agentic retrieves than retrieves cannot be', async () => {
    const made = await estimated(
      base('managed: { storage: 1 GB, retrieves: 10 per month, agentic_retrieves: 20 per month }'),
    );
    expect(problems(made)).toEqual([
      'manifest-conflict: There are more agentic retrieves than retrieves, though each of them makes at least one. | retrieves: 20 per month',
    ]);
  });

  test('what is taken in is in the price', async () => {
    const made = await estimatedTemplate({
      Base: {
        type: 'AWS::Bedrock::KnowledgeBase',
        properties: { KnowledgeBaseConfiguration: { Type: 'MANAGED' } },
      },
      Source: {
        type: 'AWS::Bedrock::DataSource',
        properties: {
          KnowledgeBaseId: { ref: 'Base' },
          VectorIngestionConfiguration: {
            ParsingConfiguration: { ParsingStrategy: 'BEDROCK_DATA_AUTOMATION' },
          },
        },
      },
    });
    expect(lines(made)).toEqual([
      'managed storage: not priced: how much the managed knowledge base stores is not stated | resources: { Base: { storage: 10 GB } }',
      'retrieves: not priced: how often the managed knowledge base is asked is not stated | resources: { Base: { retrieves: 300k per month } }',
    ]);
    expect(made.charges.map(({ price }) => price?.usd.toFixed())).toEqual(['5', '1']);
  });
});

describe('stores that others bill', () => {
  const pinecone = 'vector_store: { type: pinecone }';

  test('are named, with the line that states what they cost', async () => {
    expect(lines(await estimated(base(pinecone)))).toEqual([
      'vector store: not priced: Pinecone sends a bill of its own, outside of AWS | extra_charges: [{ name: Pinecone, monthly: 70, layer: features }]',
    ]);
  });

  test.each([
    ['pinecone', 'Pinecone'],
    ['mongodb-atlas', 'mongodb atlas'],
    ['redis-enterprise-cloud', 'Redis Enterprise Cloud'],
  ])('%s is covered by an extra charge of its name', async (type, name) => {
    const made = await estimated(
      `${base(`vector_store: { type: ${type} }`)}extra_charges: [{ name: ${name}, monthly: 70, layer: features }]\n`,
    );
    expect(numbers(total(made))).toBe('70');
    expect(lines(made)).toEqual(['stated amount: 70']);
  });

  test('in the code and in the manifest, it is one', async () => {
    const files = {
      'main.tf': `resource "aws_bedrockagent_knowledge_base" "docs" {
  knowledge_base_configuration {
    type = "VECTOR"
  }
  storage_configuration {
    type = "PINECONE"
  }
}
`,
    };
    const made = await estimated(base('address: aws_bedrockagent_knowledge_base.docs', pinecone), { files });
    expect(lines(made).filter((line) => line.startsWith('vector store'))).toHaveLength(1);
  });
});

test('usage that a base of its kind is not billed for is named', async () => {
  const base = (type: string) => ({
    Base: { type: 'AWS::Bedrock::KnowledgeBase', properties: { KnowledgeBaseConfiguration: { Type: type } } },
  });
  const stated = 'resources: { Base: { storage: 10 GB, queries: 1k per month } }\n';
  const told = async (type: string) =>
    (await estimatedTemplate(base(type), stated)).diagnostics.map(({ message }) => message);
  const storage = 'storage of Base counts nothing: it is not a managed knowledge base.';
  const queries = 'queries of Base counts nothing: it is not a knowledge base for structured data.';
  expect(await told('VECTOR')).toEqual([storage, queries]);
  expect(await told('MANAGED')).toEqual([queries]);
  expect(await told('SQL')).toEqual([storage]);
});
