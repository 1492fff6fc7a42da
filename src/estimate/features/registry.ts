/** Every billable feature, in the order in which its charges are listed. One line each; nothing else names them. */
import type { Feature } from '../../model/feature.ts';
import { agentcore } from './agentcore/index.ts';
import { agents } from './agents/index.ts';
import { auroraPgvector } from './aurora-pgvector/index.ts';
import { customModelImport } from './custom-model-import/index.ts';
import { customModels } from './custom-models/index.ts';
import { dataAutomation } from './data-automation/index.ts';
import { dataTransfer } from './data-transfer/index.ts';
import { embeddings } from './embeddings/index.ts';
import { evaluation } from './evaluation/index.ts';
import { extraCharges } from './extra-charges/index.ts';
import { flows } from './flows/index.ts';
import { grounding } from './grounding/index.ts';
import { guardrails } from './guardrails/index.ts';
import { imageGeneration } from './image-generation/index.ts';
import { inference } from './inference/index.ts';
import { invocationLogging } from './invocation-logging/index.ts';
import { kendra } from './kendra/index.ts';
import { kms } from './kms/index.ts';
import { knowledgeBases } from './knowledge-bases/index.ts';
import { lambda } from './lambda/index.ts';
import { mediaEmbeddings } from './media-embeddings/index.ts';
import { natGateway } from './nat-gateway/index.ts';
import { neptuneAnalytics } from './neptune-analytics/index.ts';
import { novaAct } from './nova-act/index.ts';
import { opensearchDomains } from './opensearch-domains/index.ts';
import { opensearchServerless } from './opensearch-serverless/index.ts';
import { promptOptimization } from './prompt-optimization/index.ts';
import { promptRouting } from './prompt-routing/index.ts';
import { provisionedThroughput } from './provisioned-throughput/index.ts';
import { rerank } from './rerank/index.ts';
import { s3Storage } from './s3-storage/index.ts';
import { s3Vectors } from './s3-vectors/index.ts';
import { speech } from './speech/index.ts';
import { stateMachines } from './state-machines/index.ts';
import { vendedLogs } from './vended-logs/index.ts';
import { video } from './video/index.ts';
import { vpcEndpoints } from './vpc-endpoints/index.ts';

/** A feature keeps its own facts; whoever goes through the registry only hands them back. */
export const FEATURES: readonly Feature[] = [
  inference,
  agents,
  stateMachines,
  embeddings,
  mediaEmbeddings,
  imageGeneration,
  video,
  speech,
  promptRouting,
  grounding,
  novaAct,
  evaluation,
  provisionedThroughput,
  customModels,
  customModelImport,
  guardrails,
  knowledgeBases,
  opensearchServerless,
  s3Vectors,
  auroraPgvector,
  opensearchDomains,
  neptuneAnalytics,
  kendra,
  rerank,
  flows,
  promptOptimization,
  dataAutomation,
  agentcore,
  invocationLogging,
  vendedLogs,
  s3Storage,
  dataTransfer,
  vpcEndpoints,
  natGateway,
  kms,
  lambda,
  extraCharges,
] as readonly Feature[];
