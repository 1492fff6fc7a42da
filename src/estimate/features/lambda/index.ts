/** Functions of AWS Lambda behind agents: action groups, flow nodes, gateway targets, transformations of documents. */
import { z } from 'zod';
import type { Feature } from '../../../model/feature.ts';
import { amount, rate, section } from '../../../model/fields.ts';
import { charges } from './charges.ts';
import { caller, type LambdaFacts, mapAlias, mapFunction } from './functions.ts';

const TRANSFORMATION = [
  'vector_ingestion_configuration',
  'custom_transformation_configuration',
  'transformation',
  'transformation_function',
  'transformation_lambda_configuration',
  'lambda_arn',
];
const TRANSFORMATION_PROPERTIES = [
  'VectorIngestionConfiguration',
  'CustomTransformationConfiguration',
  'Transformations',
  'TransformationFunction',
  'TransformationLambdaConfiguration',
  'LambdaArn',
];

export const lambda: Feature<LambdaFacts> = {
  id: 'lambda',
  title: 'Functions',
  layer: 'operations',
  resourceSections: [
    {
      types: ['aws_lambda_function', 'AWS::Lambda::Function', 'AWS::Serverless::Function'],
      description:
        'How often a function is called, and how long a call takes. Its memory comes from the code.',
      schema: () =>
        section({
          requests: z.optional(rate('requests').describe('Calls of the function.')),
          duration_ms: z.optional(amount('milliseconds').describe('Billed duration of one call. The mean.')),
        }),
    },
  ],
  mappings: {
    terraform: {
      aws_lambda_function: mapFunction,
      aws_lambda_alias: mapAlias,
      aws_bedrockagent_agent: caller([['prompt_override_configuration', 'override_lambda']]),
      aws_bedrockagent_agent_action_group: caller([['action_group_executor', 'lambda']], ['agent_id']),
      aws_bedrockagent_data_source: caller([TRANSFORMATION], ['knowledge_base_id']),
      aws_bedrockagent_flow: caller([
        ['definition', 'node', 'configuration', 'lambda_function', 'lambda_arn'],
      ]),
      aws_bedrockagentcore_gateway_target: caller(
        [['target_configuration', 'mcp', 'lambda', 'lambda_arn']],
        ['gateway_identifier'],
      ),
    },
    cloudformation: {
      'AWS::Lambda::Function': mapFunction,
      'AWS::Serverless::Function': mapFunction,
      'AWS::Lambda::Alias': mapAlias,
      'AWS::Bedrock::Agent': caller([
        ['ActionGroups', 'ActionGroupExecutor', 'Lambda'],
        ['PromptOverrideConfiguration', 'OverrideLambda'],
        ['CustomOrchestration', 'Executor', 'Lambda'],
      ]),
      'AWS::Bedrock::DataSource': caller([TRANSFORMATION_PROPERTIES], ['KnowledgeBaseId']),
      'AWS::Bedrock::Flow': caller([['Definition', 'Nodes', 'Configuration', 'LambdaFunction', 'LambdaArn']]),
      'AWS::BedrockAgentCore::GatewayTarget': caller(
        [['TargetConfiguration', 'Mcp', 'Lambda', 'LambdaArn']],
        ['GatewayIdentifier'],
      ),
    },
  },
  charges,
};
