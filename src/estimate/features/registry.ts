/** Every billable feature, in the order in which its charges are listed. One line each; nothing else names them. */
import type { Feature } from '../../model/feature.ts';
import { agents } from './agents/index.ts';
import { auroraPgvector } from './aurora-pgvector/index.ts';
import { embeddings } from './embeddings/index.ts';
import { extraCharges } from './extra-charges/index.ts';
import { guardrails } from './guardrails/index.ts';
import { inference } from './inference/index.ts';
import { invocationLogging } from './invocation-logging/index.ts';
import { kendra } from './kendra/index.ts';
import { knowledgeBases } from './knowledge-bases/index.ts';
import { neptuneAnalytics } from './neptune-analytics/index.ts';
import { opensearchDomains } from './opensearch-domains/index.ts';
import { opensearchServerless } from './opensearch-serverless/index.ts';
import { provisionedThroughput } from './provisioned-throughput/index.ts';
import { rerank } from './rerank/index.ts';
import { s3Vectors } from './s3-vectors/index.ts';

/** A feature keeps its own facts; whoever goes through the registry only hands them back. */
export const FEATURES: readonly Feature[] = [
  inference,
  agents,
  embeddings,
  provisionedThroughput,
  guardrails,
  knowledgeBases,
  opensearchServerless,
  s3Vectors,
  auroraPgvector,
  opensearchDomains,
  neptuneAnalytics,
  kendra,
  rerank,
  invocationLogging,
  extraCharges,
] as readonly Feature[];
