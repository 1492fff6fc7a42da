/** What the schema of a manifest does not say: what goes with what, and which infrastructure code an entry is for. */
import type { Json } from './schema-quantities.ts';

const CHAT = 'global.anthropic.claude-haiku-5-5';
const TITAN = 'amazon.titan-embed-text-v2:0';
const NOVA = 'amazon.nova-lite-v1:0';
const CALL = { model: CHAT, input_tokens: 20_000, output_tokens: 100 };
const EMBEDDING = { knowledge_base: { embedding: { model: TITAN, question_tokens: 10 } } };

const SESSIONS = [[['sessions'], ['sessions_per_request']]];
const PROMPT_KEYS =
  'system history history.turns history.user history.assistant chunks chunks.count chunks.tokens images images.count images.tokens video video.seconds video.tokens question'.split(
    ' ',
  );

/** Keys of the workload, or of the manifest, that stand beside a section or a quantity. */
export const CONTEXT: Readonly<Record<string, Readonly<Record<string, Json>>>> = {
  workload: { model: CHAT },
  prompt: { model: CHAT, output_tokens: 100 },
  cache: CALL,
  calls: { model: CHAT },
  reserved: { ...CALL, model: 'us.anthropic.claude-sonnet-4-6', tier: 'reserved' },
  prompt_routing: { input_tokens: 20_000, output_tokens: 100 },
  web_grounding: { ...CALL, model: 'us.amazon.nova-2-lite-v1:0' },
  guardrail: CALL,
  'knowledge_base.ingestion': EMBEDDING,
  'custom_model: training_hours': { custom_model: { method: 'reinforcement' } },
  'custom_model: teacher.input_tokens': { custom_model: { method: 'distillation' } },
  'custom_model: teacher.output_tokens': { custom_model: { method: 'distillation' } },
};

/** Values in place of the schema's examples and of 10: by section and path. */
export const GIVEN: Readonly<Record<string, Json>> = {
  'workload: input_tokens': 20_000,
  'workload: long_context_tokens': 150_000,
  'workload: long_context_share': 0.0625,
  'prompt: system': 4096,
  'prompt: history.turns': 10,
  'cache: tokens': 8000,
  'calls: a.input_tokens': 20_000,
  'calls: a.long_context_tokens': 150_000,
  'calls: a.long_context_share': 0.0625,
  'calls: a.cache.tokens': 8000,
  'reserved: input_tpm': 100_000,
  'reserved: output_tpm': 10_000,
  'media_embeddings: model': 'amazon.nova-2-multimodal-embeddings-v1:0',
  'images: model': 'amazon.nova-canvas-v1:0',
  'images: size': 1024,
  'video: model': 'amazon.nova-reel-v1:1',
  'speech: model': 'amazon.nova-sonic-v1:0',
  'prompt_routing: split': { [NOVA]: 0.5, 'amazon.nova-pro-v1:0': 0.5 },
  'provisioned_throughput: model': 'amazon.nova-lite-v1:0',
  'provisioned_throughput: commitment': '1-month',
  'custom_model: base_model': NOVA,
  'guardrail: filters': ['content', 'denied-topics', 'contextual-grounding', 'automated-reasoning'],
  'data_automation: custom_documents.a.fields': 40,
  'resources AWS::Bedrock::DataAutomationProject: custom_documents.a.fields': 40,
  'knowledge_base.embedding: model': TITAN,
  'knowledge_base.ingestion: enrichment.model': NOVA,
  'knowledge_base.ingestion: parsing.model': NOVA,
  'knowledge_base.ingestion: parsing.strategy': 'foundation-model',
  'resources aws_bedrockagent_data_source: enrichment.model': NOVA,
  'resources aws_bedrockagent_data_source: parsing.model': NOVA,
  'resources aws_bedrockagent_data_source: parsing.strategy': 'foundation-model',
  'knowledge_base.vector_store s3-vectors: vectors': 1_000_000,
  'knowledge_base.vector_store s3-vectors: dimensions': 1024,
  'knowledge_base.vector_store aurora: instances': 1,
  'knowledge_base.vector_store aurora: min_acus': 1,
  'knowledge_base.vector_store opensearch-domain: instance_type': 'r7g.large.search',
  'knowledge_base.rerank: chunk_tokens': 400,
  'knowledge_base.rerank: chunks_per_query': 100,
  'knowledge_base.rerank: model': 'amazon.rerank-v1:0',
};

/** Groups of keys of which one manifest states only one; the first stands where none of them is tried. */
export const ALTERNATIVES: Readonly<Record<string, readonly (readonly (readonly string[])[])[]>> = {
  calls: [
    [
      [
        'a.input_tokens',
        'a.cache',
        'a.cache.tokens',
        'a.cache.hit_rate',
        ...['share', 'tokens'].map((end) => `a.long_context_${end}`),
      ],
      ['a.prompt', ...PROMPT_KEYS.map((key) => `a.prompt.${key}`)],
    ],
  ],
  nova_act: [[['agent_hours'], ['minutes_per_request']]],
  custom_model: [
    [
      ['training_tokens', 'epochs'],
      ['training_hours'],
      ['teacher', 'teacher.input_tokens', 'teacher.output_tokens'],
    ],
  ],
  custom_model_import: [[['active_minutes'], ['bursts', 'minutes_per_burst']]],
  guardrail: [[['input_chars', 'output_chars', 'grounding_source_chars'], ['text_units_per_request']]],
  guardrail_checks: [
    [['calls'], ['calls_per_request']],
    [['text_units_per_call'], ['chars']],
  ],
  flow: [[['executions'], ['executions_per_request']]],
  'knowledge_base.embedding': [[['tokens'], ['question_tokens', 'questions_per_request']]],
  'knowledge_base.structured_data': [[['queries'], ['queries_per_request']]],
  'agentcore.runtime': SESSIONS,
  'agentcore.browser': SESSIONS,
  'agentcore.code_interpreter': SESSIONS,
  'resources aws_bedrock_custom_model': [
    [
      ['training_tokens', 'epochs'],
      ['training_hours'],
      ['teacher', 'teacher.input_tokens', 'teacher.output_tokens'],
    ],
  ],
  'resources aws_bedrockagent_knowledge_base': [[['storage', 'retrieves', 'agentic_retrieves'], ['queries']]],
};

/** The points where a quantity is tried, where 0, 1, 10, 20, 1,000 and 100,000 do not fit. */
export const POINTS: Readonly<Record<string, readonly number[]>> = {
  'workload: long_context_share': [0, 0.03125, 0.0625],
  'workload: long_context_tokens': [100_001, 120_000, 150_000],
  'calls: a.long_context_share': [0, 0.03125, 0.0625],
  'calls: a.long_context_tokens': [100_001, 120_000, 150_000],
  'data_transfer: internet_out': [0, 100, 200, 1000],
  'data_automation: custom_documents.a.fields': [0, 30, 60, 1000],
  'resources AWS::Bedrock::DataAutomationProject: custom_documents.a.fields': [0, 30, 60, 1000],
  'custom_model_import: minutes_per_burst': [0, 4, 6, 12],
  'resources aws_cloudwatch_log_delivery_source: delivered': [0, 10_000, 20_000, 60_000],
  'knowledge_base.vector_store s3-vectors: vectors': [0, 1_000_000, 2_000_000, 200_000_000],
  'resources aws_s3vectors_index: vectors': [0, 1_000_000, 2_000_000, 200_000_000],
  'cache: tokens': [0, 1, 10, 20, 1000, 20_000],
  'workload: input_tokens': [20_000, 22_000, 24_000],
  'calls: a.input_tokens': [20_000, 22_000, 24_000],
  'reserved: input_tpm': [100_000, 150_000, 200_000],
  'reserved: output_tpm': [10_000, 15_000, 20_000],
  'calls: a.cache.tokens': [0, 1, 10, 20, 1000, 20_000],
  'images: size': [0, 512, 1024, 2048],
  'knowledge_base.rerank: chunk_tokens': [100, 400, 600, 1200],
  'knowledge_base.rerank: question_tokens': [0, 10, 20, 200],
  'knowledge_base.vector_store s3-vectors: dimensions': [1, 257, 513, 1025],
};

function trained(how: string): string {
  return `resource "aws_bedrock_custom_model" "one" {
  base_model_identifier = "${NOVA}"
  customization_type    = "${how}"
}
`;
}

function base(type: string): string {
  return `resource "aws_bedrockagent_knowledge_base" "one" {
  knowledge_base_configuration {
    type = "${type}"
  }
}
`;
}

/** Infrastructure code by the quantity or the type of resource; an empty resource where there is none. */
export const RESOURCES: Readonly<Record<string, string>> = {
  aws_bedrock_custom_model: trained('FINE_TUNING'),
  'resources aws_bedrock_custom_model: training_hours': trained('REINFORCEMENT_FINE_TUNING'),
  'resources aws_bedrock_custom_model: teacher.input_tokens': trained('DISTILLATION'),
  'resources aws_bedrock_custom_model: teacher.output_tokens': trained('DISTILLATION'),
  aws_bedrockagent_knowledge_base: base('MANAGED'),
  'resources aws_bedrockagent_knowledge_base: queries': base('SQL'),
  aws_bedrockagent_data_source: `resource "aws_bedrockagent_data_source" "one" {
  knowledge_base_id = aws_bedrockagent_knowledge_base.one.id
}
resource "aws_bedrockagent_knowledge_base" "one" {
  knowledge_base_configuration {
    type = "VECTOR"
    vector_knowledge_base_configuration {
      embedding_model_arn = "arn:aws:bedrock:us-east-1::foundation-model/${TITAN}"
    }
  }
}
`,
  aws_s3vectors_index: 'resource "aws_s3vectors_index" "one" {\n  dimension = 1024\n}\n',
  aws_rds_cluster: `resource "aws_rds_cluster" "one" {
  engine = "aurora-postgresql"
  serverlessv2_scaling_configuration {
    min_capacity = 0
    max_capacity = 64
  }
}
`,
  aws_bedrock_model_invocation_logging_configuration: `resource "aws_bedrock_model_invocation_logging_configuration" "one" {
  logging_config {
    text_data_delivery_enabled = true
    cloudwatch_config {
      log_group_name = aws_cloudwatch_log_group.one.name
    }
    s3_config {
      bucket_name = aws_s3_bucket.one.id
    }
  }
}
resource "aws_cloudwatch_log_group" "one" {
  name = "/one"
  retention_in_days = 30
}
resource "aws_s3_bucket" "one" {
  bucket = "one"
}
`,
  aws_cloudwatch_log_delivery_source: `resource "aws_cloudwatch_log_delivery_source" "one" {
  name = "one"
  log_type = "APPLICATION_LOGS"
  resource_arn = aws_bedrockagent_knowledge_base.one.arn
}
resource "aws_bedrockagent_knowledge_base" "one" {
  name = "one"
}
resource "aws_cloudwatch_log_group" "one" {
  name = "/one"
}
resource "aws_cloudwatch_log_delivery_destination" "one" {
  name = "one"
  delivery_destination_configuration {
    destination_resource_arn = aws_cloudwatch_log_group.one.arn
  }
}
resource "aws_cloudwatch_log_delivery" "one" {
  delivery_source_name = aws_cloudwatch_log_delivery_source.one.name
  delivery_destination_arn = aws_cloudwatch_log_delivery_destination.one.arn
}
`,
  aws_vpc_endpoint: `resource "aws_vpc_endpoint" "one" {
  service_name = "com.amazonaws.us-east-1.bedrock-runtime"
  vpc_endpoint_type = "Interface"
}
`,
};
