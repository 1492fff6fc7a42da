// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates are written here, and theirs look like those of JavaScript.
import { describe, expect, test } from 'vitest';
import type { Charge } from '../../../../src/model/charge.ts';
import { arithmetic, costOf, estimated } from '../../estimate/estimating.ts';

interface Scenario {
  readonly terraform: string;
  readonly cloudformation: string;
  /** Logical ids by the Terraform addresses of the same things. */
  readonly names: Readonly<Record<string, string>>;
  /** With the logical ids of the template in it. */
  readonly manifest: string;
  /** How many charges there are at least: two empty estimates are equal, too. */
  readonly atLeast: number;
}

const RAG: Scenario = {
  names: {
    'aws_bedrockagent_agent.support': 'Support',
    'aws_bedrock_guardrail.safe': 'Safe',
    'aws_bedrockagent_knowledge_base.manuals': 'Manuals',
    'aws_bedrockagent_data_source.documents': 'Documents',
    'aws_opensearchserverless_collection.vectors': 'Vectors',
    'aws_cloudwatch_log_group.invocations': 'Invocations',
    'aws_kms_key.main': 'Main',
  },
  atLeast: 10,
  manifest: `workloads:
  support:
    agent: Support
    requests: 5000 per day
    calls_per_request: 6
    input_tokens: 3000
    output_tokens: 800
    guardrail: { filters: [content, denied-topics], text_units_per_request: 3 }
    uses: [Manuals]
    knowledge_base:
      embedding: { tokens: 20M per month }
resources:
  Invocations: { ingested: 40 GB per month }
  Vectors: { storage: 10 GB }
`,
  terraform: `
variable "model" { default = "us.anthropic.claude-haiku-4-5-20251001-v1:0" }
provider "aws" { region = "us-east-1" }
data "aws_region" "here" {}
resource "aws_kms_key" "main" {}
resource "aws_bedrock_guardrail" "safe" {
  name = "safe"
  content_policy_config {
    filters_config {
      type            = "HATE"
      input_strength  = "HIGH"
      output_strength = "NONE"
    }
  }
  topic_policy_config {
    topics_config {
      name       = "advice"
      type       = "DENY"
      definition = "Investment advice"
    }
  }
}
resource "aws_opensearchserverless_collection" "vectors" {
  name             = "vectors"
  type             = "VECTORSEARCH"
  standby_replicas = "DISABLED"
}
resource "aws_bedrockagent_knowledge_base" "manuals" {
  name = "manuals"
  knowledge_base_configuration {
    type = "VECTOR"
    vector_knowledge_base_configuration {
      embedding_model_arn = "arn:aws:bedrock:\${data.aws_region.here.region}::foundation-model/amazon.titan-embed-text-v2:0"
    }
  }
  storage_configuration {
    type = "OPENSEARCH_SERVERLESS"
    opensearch_serverless_configuration {
      collection_arn = aws_opensearchserverless_collection.vectors.arn
    }
  }
}
resource "aws_bedrockagent_data_source" "documents" {
  knowledge_base_id = aws_bedrockagent_knowledge_base.manuals.id
  vector_ingestion_configuration {
    chunking_configuration {
      chunking_strategy = "FIXED_SIZE"
      fixed_size_chunking_configuration {
        max_tokens         = 300
        overlap_percentage = 20
      }
    }
  }
}
resource "aws_bedrockagent_agent" "support" {
  foundation_model = var.model
  guardrail_configuration {
    guardrail_identifier = aws_bedrock_guardrail.safe.guardrail_id
    guardrail_version    = "DRAFT"
  }
}
resource "aws_bedrockagent_agent_knowledge_base_association" "manuals" {
  agent_id          = aws_bedrockagent_agent.support.id
  knowledge_base_id = aws_bedrockagent_knowledge_base.manuals.id
}
resource "aws_cloudwatch_log_group" "invocations" {
  retention_in_days = 30
  kms_key_id        = aws_kms_key.main.arn
}
`,
  cloudformation: `
Parameters:
  Model: { Type: String, Default: "us.anthropic.claude-haiku-4-5-20251001-v1:0" }
Resources:
  Main: { Type: "AWS::KMS::Key" }
  Safe:
    Type: AWS::Bedrock::Guardrail
    Properties:
      Name: safe
      ContentPolicyConfig: { FiltersConfig: [{ Type: HATE, InputStrength: HIGH, OutputStrength: NONE }] }
      TopicPolicyConfig: { TopicsConfig: [{ Name: advice, Type: DENY, Definition: Investment advice }] }
  Vectors:
    Type: AWS::OpenSearchServerless::Collection
    Properties: { Name: vectors, Type: VECTORSEARCH, StandbyReplicas: DISABLED }
  Manuals:
    Type: AWS::Bedrock::KnowledgeBase
    Properties:
      Name: manuals
      KnowledgeBaseConfiguration:
        Type: VECTOR
        VectorKnowledgeBaseConfiguration:
          EmbeddingModelArn: !Sub arn:\${AWS::Partition}:bedrock:\${AWS::Region}::foundation-model/amazon.titan-embed-text-v2:0
      StorageConfiguration:
        Type: OPENSEARCH_SERVERLESS
        OpensearchServerlessConfiguration: { CollectionArn: !GetAtt Vectors.Arn }
  Documents:
    Type: AWS::Bedrock::DataSource
    Properties:
      KnowledgeBaseId: !Ref Manuals
      VectorIngestionConfiguration:
        ChunkingConfiguration:
          ChunkingStrategy: FIXED_SIZE
          FixedSizeChunkingConfiguration: { MaxTokens: 300, OverlapPercentage: 20 }
  Support:
    Type: AWS::Bedrock::Agent
    Properties:
      FoundationModel: !Ref Model
      GuardrailConfiguration: { GuardrailIdentifier: !Ref Safe, GuardrailVersion: DRAFT }
      KnowledgeBases: [{ KnowledgeBaseId: !Ref Manuals, Description: manuals }]
  Invocations:
    Type: AWS::Logs::LogGroup
    Properties: { RetentionInDays: 30, KmsKeyId: !GetAtt Main.Arn }
`,
};

const VECTORS: Scenario = {
  names: {
    'aws_bedrock_inference_profile.chat': 'Chat',
    'aws_bedrockagent_knowledge_base.faq': 'Faq',
    'aws_bedrockagent_data_source.pages': 'Pages',
    'aws_s3vectors_index.faq': 'FaqIndex',
    'aws_bedrockagentcore_agent_runtime.main': 'Runtime',
    'aws_bedrockagentcore_memory.main': 'Memory',
    'aws_bedrockagentcore_gateway.tools': 'Tools',
    'aws_lambda_function.lookup': 'Lookup',
    'aws_vpc_endpoint.runtime': 'RuntimeEndpoint',
    'aws_nat_gateway.out': 'Out',
  },
  atLeast: 18,
  manifest: `workloads:
  chat:
    model: { address: Chat }
    requests: 200000 per month
    input_tokens: 1500
    output_tokens: 300
    uses: [Faq, Runtime, Tools, Memory]
    agentcore:
      runtime: { sessions: 5000 per month, active_seconds: 30, session_seconds: 300, vcpus: 1, memory: 2 GB }
    knowledge_base:
      embedding: { tokens: 5M per month }
      vector_store: { type: s3-vectors, vectors: 1M, dimensions: 1024, queries: 300k per month }
resources:
  Lookup: { requests: 100000 per month, duration_ms: 200 }
  RuntimeEndpoint: { data: 20 GB per month }
`,
  terraform: `
provider "aws" { region = "eu-west-1" }
variable "profile" {
  default = "eu.amazon.nova-lite-v1:0"
}
resource "aws_bedrock_inference_profile" "chat" {
  name = "chat"
  model_source {
    copy_from = "arn:aws:bedrock:eu-west-1:111122223333:inference-profile/\${var.profile}"
  }
}
resource "aws_s3vectors_vector_bucket" "all" {
  vector_bucket_name = "all"
}
resource "aws_s3vectors_index" "faq" {
  vector_bucket_name = aws_s3vectors_vector_bucket.all.vector_bucket_name
  dimension          = 1024
  data_type          = "float32"
}
resource "aws_bedrockagent_knowledge_base" "faq" {
  knowledge_base_configuration {
    type = "VECTOR"
    vector_knowledge_base_configuration {
      embedding_model_arn = "arn:aws:bedrock:eu-west-1::foundation-model/cohere.embed-multilingual-v3"
    }
  }
  storage_configuration {
    type = "S3_VECTORS"
    s3_vectors_configuration {
      index_arn = aws_s3vectors_index.faq.index_arn
    }
  }
}
resource "aws_bedrockagent_data_source" "pages" {
  knowledge_base_id = aws_bedrockagent_knowledge_base.faq.id
  vector_ingestion_configuration {
    parsing_configuration {
      parsing_strategy = "BEDROCK_DATA_AUTOMATION"
    }
  }
}
resource "aws_bedrockagentcore_agent_runtime" "main" {
  agent_runtime_name = "main"
}
resource "aws_bedrockagentcore_memory" "main" {
  name                  = "main"
  event_expiry_duration = 30
}
resource "aws_bedrockagentcore_gateway" "tools" {
  name          = "tools"
  protocol_type = "MCP"
  protocol_configuration {
    mcp {
      search_type = "SEMANTIC"
    }
  }
}
resource "aws_lambda_function" "lookup" {
  function_name = "lookup"
  memory_size   = 512
  architectures = ["arm64"]
}
resource "aws_vpc_endpoint" "runtime" {
  service_name      = "com.amazonaws.eu-west-1.bedrock-runtime"
  vpc_endpoint_type = "Interface"
  subnet_ids        = ["subnet-1", "subnet-2"]
}
resource "aws_nat_gateway" "out" {
  subnet_id = "subnet-1"
}
`,
  cloudformation: `
Parameters:
  Profile: { Type: String, Default: "eu.amazon.nova-lite-v1:0" }
Resources:
  Chat:
    Type: AWS::Bedrock::ApplicationInferenceProfile
    Properties:
      InferenceProfileName: chat
      ModelSource: { CopyFrom: !Sub "arn:aws:bedrock:\${AWS::Region}:\${AWS::AccountId}:inference-profile/\${Profile}" }
  All:
    Type: AWS::S3Vectors::VectorBucket
    Properties: { VectorBucketName: all }
  FaqIndex:
    Type: AWS::S3Vectors::Index
    Properties: { VectorBucketName: !Ref All, Dimension: 1024, DataType: float32 }
  Faq:
    Type: AWS::Bedrock::KnowledgeBase
    Properties:
      KnowledgeBaseConfiguration:
        Type: VECTOR
        VectorKnowledgeBaseConfiguration:
          EmbeddingModelArn: !Join [":", ["arn:aws:bedrock", !Ref AWS::Region, "", foundation-model/cohere.embed-multilingual-v3]]
      StorageConfiguration: { Type: S3_VECTORS, S3VectorsConfiguration: { IndexArn: !GetAtt FaqIndex.IndexArn } }
  Pages:
    Type: AWS::Bedrock::DataSource
    Properties:
      KnowledgeBaseId: !Ref Faq
      VectorIngestionConfiguration: { ParsingConfiguration: { ParsingStrategy: BEDROCK_DATA_AUTOMATION } }
  Runtime:
    Type: AWS::BedrockAgentCore::Runtime
    Properties: { AgentRuntimeName: main }
  Memory:
    Type: AWS::BedrockAgentCore::Memory
    Properties: { Name: main, EventExpiryDuration: 30 }
  Tools:
    Type: AWS::BedrockAgentCore::Gateway
    Properties: { Name: tools, ProtocolType: MCP, ProtocolConfiguration: { Mcp: { SearchType: SEMANTIC } } }
  Lookup:
    Type: AWS::Lambda::Function
    Properties: { FunctionName: lookup, MemorySize: 512, Architectures: [arm64] }
  RuntimeEndpoint:
    Type: AWS::EC2::VPCEndpoint
    Properties:
      ServiceName: !Sub com.amazonaws.\${AWS::Region}.bedrock-runtime
      VpcEndpointType: Interface
      SubnetIds: [subnet-1, subnet-2]
  Out:
    Type: AWS::EC2::NatGateway
    Properties: { SubnetId: subnet-1 }
`,
};

const STORES: Scenario = {
  names: {
    'aws_bedrockagent_knowledge_base.legal': 'Legal',
    'aws_rds_cluster.vectors': 'Cluster',
    'aws_rds_cluster_instance.writer': 'Writer',
    'aws_bedrockagent_knowledge_base.search': 'Search',
    'aws_kendra_index.search': 'SearchIndex',
    'aws_bedrockagent_flow.intake': 'Intake',
    'aws_bedrockagent_prompt.summary': 'Summary',
  },
  atLeast: 9,
  manifest: `workloads:
  intake:
    requests: 1000 per day
    model: us.amazon.nova-pro-v1:0
    input_tokens: 2000
    output_tokens: 500
    uses: [Legal, Intake]
    flow: { executions_per_request: 1 }
`,
  terraform: `
provider "aws" { region = "us-west-2" }
resource "aws_rds_cluster" "vectors" {
  engine = "aurora-postgresql"
  serverlessv2_scaling_configuration {
    min_capacity = 0.5
    max_capacity = 4
  }
}
resource "aws_rds_cluster_instance" "writer" {
  cluster_identifier = aws_rds_cluster.vectors.id
  engine             = "aurora-postgresql"
  instance_class     = "db.serverless"
}
resource "aws_bedrockagent_knowledge_base" "legal" {
  knowledge_base_configuration {
    type = "VECTOR"
    vector_knowledge_base_configuration {
      embedding_model_arn = "arn:aws:bedrock:us-west-2::foundation-model/amazon.titan-embed-text-v2:0"
    }
  }
  storage_configuration {
    type = "RDS"
    rds_configuration {
      resource_arn = aws_rds_cluster.vectors.arn
    }
  }
}
resource "aws_kendra_index" "search" {
  edition = "ENTERPRISE_EDITION"
}
resource "aws_bedrockagent_knowledge_base" "search" {
  knowledge_base_configuration {
    type = "KENDRA"
    kendra_knowledge_base_configuration {
      kendra_index_arn = aws_kendra_index.search.arn
    }
  }
}
resource "aws_bedrockagent_prompt" "summary" {
  variant {
    name     = "a"
    model_id = "amazon.nova-micro-v1:0"
  }
}
resource "aws_bedrockagent_flow" "intake" {
  definition {
    node {
      name = "In"
      type = "Input"
    }
    node {
      name = "Ask"
      type = "Prompt"
    }
    node {
      name = "Out"
      type = "Output"
    }
    connection {
      name   = "a"
      source = "In"
      target = "Ask"
      type   = "Data"
    }
    connection {
      name   = "b"
      source = "Ask"
      target = "Out"
      type   = "Data"
    }
  }
}
`,
  cloudformation: `
Mappings: { Sizes: { us-west-2: { Least: 0.5, Most: 4 } } }
Conditions: { Searches: !Equals [!Ref "AWS::Region", us-west-2] }
Resources:
  Cluster:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-postgresql
      ServerlessV2ScalingConfiguration:
        MinCapacity: !FindInMap [Sizes, !Ref "AWS::Region", Least]
        MaxCapacity: !FindInMap [Sizes, !Ref "AWS::Region", Most]
  Writer:
    Type: AWS::RDS::DBInstance
    Properties: { DBClusterIdentifier: !Ref Cluster, Engine: aurora-postgresql, DBInstanceClass: db.serverless }
  Legal:
    Type: AWS::Bedrock::KnowledgeBase
    Properties:
      KnowledgeBaseConfiguration:
        Type: VECTOR
        VectorKnowledgeBaseConfiguration: { EmbeddingModelArn: !Sub "arn:aws:bedrock:\${AWS::Region}::foundation-model/amazon.titan-embed-text-v2:0" }
      StorageConfiguration: { Type: RDS, RdsConfiguration: { ResourceArn: !GetAtt Cluster.DBClusterArn } }
  SearchIndex:
    Type: AWS::Kendra::Index
    Condition: Searches
    Properties: { Edition: ENTERPRISE_EDITION }
  Search:
    Type: AWS::Bedrock::KnowledgeBase
    Condition: Searches
    Properties:
      KnowledgeBaseConfiguration: { Type: KENDRA, KendraKnowledgeBaseConfiguration: { KendraIndexArn: !GetAtt SearchIndex.Arn } }
  Summary:
    Type: AWS::Bedrock::Prompt
    Properties: { Variants: [{ Name: a, ModelId: "amazon.nova-micro-v1:0" }] }
  Intake:
    Type: AWS::Bedrock::Flow
    Properties:
      Definition:
        Nodes: [{ Name: In, Type: Input }, { Name: Ask, Type: Prompt }, { Name: Out, Type: Output }]
        Connections:
          - { Name: a, Source: In, Target: Ask, Type: Data }
          - { Name: b, Source: Ask, Target: Out, Type: Data }
`,
};

/** What people see of a charge, with the names of the template. */
function seen(charges: readonly Charge[], names: Readonly<Record<string, string>>): readonly string[] {
  const renamed = (text: string): string => {
    let written = text;
    for (const [address, id] of Object.entries(names)) written = written.replaceAll(address, id);
    return written;
  };
  return charges
    .map((charge) => {
      const { layer, feature, owner, component, item = '', region, unit } = charge;
      const name = 'name' in owner ? owner.name : '';
      const parts = [layer, feature, name, component, item, JSON.stringify(region), unit];
      return renamed([...parts, arithmetic(charge), costOf(charge)].join(' | '));
    })
    .sort();
}

describe('the same in Terraform and in CloudFormation costs the same, line by line', () => {
  test.each([
    ['an agent with a guardrail, a knowledge base and logs', RAG, 'us-east-1'],
    ['S3 Vectors, AgentCore, functions and a network', VECTORS, 'eu-west-1'],
    ['Aurora, Kendra and a flow', STORES, 'us-west-2'],
  ])('%s', async (_, { terraform, cloudformation, manifest, names, atLeast }, region) => {
    const inTerraform = Object.entries(names).reduce(
      (text, [address, id]) => text.replaceAll(new RegExp(`(?<=[\\[: ])${id}(?=[,\\]: }\\n])`, 'g'), address),
      manifest,
    );
    const first = await estimated(`region: ${region}\n${inTerraform}`, { files: { 'main.tf': terraform } });
    const second = await estimated(`region: ${region}\n${manifest}`, {
      files: { 'app.yaml': cloudformation },
    });
    const serious = ({ severity }: { readonly severity: string }) => severity === 'error';
    expect(first.diagnostics.filter(serious)).toEqual([]);
    expect(second.diagnostics.filter(serious)).toEqual([]);
    expect(second.charges.length).toBeGreaterThanOrEqual(atLeast);
    expect(seen(second.charges, {})).toEqual(seen(first.charges, names));
  });
});
