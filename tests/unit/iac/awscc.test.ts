import { describe, expect, test } from 'vitest';
import { number, plain, read, resourceAt } from './support.ts';

describe('resources of the awscc provider', () => {
  test('a place in a bucket has its name in capitals', () => {
    const reading = read({
      'main.tf':
        'resource "awscc_bedrock_knowledge_base" "x" {\n  s3_location = { uri = "s3://a", s3_uri = "b" }\n}\n',
    });
    expect(plain(resourceAt(reading, 'awscc_bedrock_knowledge_base.x').attributes)).toEqual({
      S3Location: { URI: 's3://a', S3Uri: 'b' },
    });
  });

  test('a value that stands in many places is renamed once', () => {
    const doubled = Array.from(
      { length: 40 },
      (_, index) => `  v${index + 1} = [local.v${index}, local.v${index}]`,
    );
    const text = `locals {\n  v0 = "x"\n${doubled.join('\n')}\n}\nresource "awscc_kms_key" "k" {\n  key_policy = local.v40\n}\n`;
    expect(read({ 'main.tf': text }).resources).toHaveLength(1);
  });

  test.each([
    ['awscc_bedrock_agent', 'AWS::Bedrock::Agent'],
    ['awscc_bedrock_application_inference_profile', 'AWS::Bedrock::ApplicationInferenceProfile'],
    ['awscc_bedrockagentcore_browser_custom', 'AWS::BedrockAgentCore::BrowserCustom'],
    ['awscc_opensearchserverless_collection_group', 'AWS::OpenSearchServerless::CollectionGroup'],
    ['awscc_opensearchserverless_vpc_endpoint', 'AWS::OpenSearchServerless::VpcEndpoint'],
    ['awscc_ec2_vpc_endpoint', 'AWS::EC2::VPCEndpoint'],
    ['awscc_ec2_nat_gateway', 'AWS::EC2::NatGateway'],
    ['awscc_rds_db_cluster', 'AWS::RDS::DBCluster'],
    ['awscc_s3vectors_vector_bucket', 'AWS::S3Vectors::VectorBucket'],
    ['awscc_kms_key', 'AWS::KMS::Key'],
    ['awscc_stepfunctions_state_machine', 'AWS::StepFunctions::StateMachine'],
  ])('%s is %s', (type, expected) => {
    const { resources } = read({ 'main.tf': `resource "${type}" "x" {}\n` });
    expect(resources).toMatchObject([{ address: `${type}.x`, vocabulary: 'cloudformation', type: expected }]);
  });

  test.each(['awscc_iam_role', 'awscc_bedrock', 'awscc', 'aws_bedrock_guardrail', 'awsccx_bedrock_agent'])(
    '%s stays what it is',
    (type) => {
      const { resources } = read({ 'main.tf': `resource "${type}" "x" {\n  some_name = 1\n}\n` });
      expect(resources).toMatchObject([{ vocabulary: 'terraform', type }]);
      expect(plain(resources[0]?.attributes)).toEqual({ some_name: number(1) });
    },
  );

  test('attributes are spelled as in CloudFormation, names that the author chose are not', () => {
    const main = `provider "awscc" {
  region = "eu-west-1"
}
resource "awscc_bedrock_guardrail" "g" {}
resource "awscc_bedrock_knowledge_base" "k" {
  knowledge_base_configuration = {
    vector_knowledge_base_configuration = { embedding_model_arn = "a" }
  }
  storage_configuration = { mongo_db_atlas_configuration = { text_index_name = "t" } }
  tags = { my_team = "x" }
  list_of_things = [{ some_value = var.unset }]
  guardrail_id = awscc_bedrock_guardrail.g.guardrail_id
  role = aws_iam_role.r.arn
}
resource "aws_iam_role" "r" {}
resource "awscc_rds_db_instance" "d" {
  db_instance_class = "db.r6g.large"
}
resource "awscc_lambda_function" "f" {
  environment = { variables = { MODEL_ID = "m", lower_case = "n" } }
}
`;
    const reading = read({ 'main.tf': main });
    const base = resourceAt(reading, 'awscc_bedrock_knowledge_base.k');
    expect(base.region).toBe('eu-west-1');
    expect(plain(base.attributes)).toEqual({
      KnowledgeBaseConfiguration: { VectorKnowledgeBaseConfiguration: { EmbeddingModelArn: 'a' } },
      StorageConfiguration: { MongoDbAtlasConfiguration: { TextIndexName: 't' } },
      Tags: { my_team: 'x' },
      ListOfThings: [{ SomeValue: { unknown: 'var.unset is not declared' } }],
      GuardrailId: { unknown: expect.any(String) },
      Role: { unknown: expect.any(String) },
    });
    expect(base.attributes.entries.get('GuardrailId')).toMatchObject({
      refersTo: 'awscc_bedrock_guardrail.g',
      attribute: 'GuardrailId',
    });
    expect(base.attributes.entries.get('Role')).toMatchObject({
      refersTo: 'aws_iam_role.r',
      attribute: 'arn',
    });
    expect(plain(resourceAt(reading, 'awscc_rds_db_instance.d').attributes)).toEqual({
      DBInstanceClass: 'db.r6g.large',
    });
    expect(plain(resourceAt(reading, 'awscc_lambda_function.f').attributes)).toEqual({
      Environment: { Variables: { MODEL_ID: 'm', lower_case: 'n' } },
    });
  });
});
