import type { Diagnostic } from '../model/diagnostic.ts';
import { isUnknown, type Unknown } from '../model/value.ts';
import type { ModelCall } from '../model/workload.ts';

/** Where a geographic profile can be called from, as regions begin (Amazon Bedrock user guide, inference profiles, 2026). */
const CALLED_FROM: ReadonlyMap<string, readonly string[]> = new Map([
  ['us', ['us-', 'ca-']],
  ['us-gov', ['us-gov-']],
  ['ca', ['ca-']],
  ['eu', ['eu-', 'il-']],
  ['apac', ['ap-', 'me-']],
  ['jp', ['ap-northeast-']],
  ['au', ['ap-southeast-']],
  ['in', ['ap-south-']],
]);

/**
 * A model id or ARN that belongs to another part of the world than the workload: the price is that of the workload's
 * region, which can then not be the one that is paid.
 */
export function regionDiagnostics(call: ModelCall, region: string | Unknown): readonly Diagnostic[] {
  const { id, at } = call.model;
  if (isUnknown(id) || isUnknown(region)) return [];
  const problem = arnProblem(id, region) ?? profileProblem(id, region);
  if (problem === undefined) return [];
  const message = `${problem}; it is priced as called from ${region}.`;
  return [
    { code: 'model-region', severity: 'warning', message, at, hint: 'region: us-east-1  # of the workload' },
  ];
}

function arnProblem(id: string, region: string): string | undefined {
  const named = /^arn:[^:]*:bedrock:([a-z0-9-]+):/.exec(id)?.[1];
  return named === undefined || named === region ? undefined : `The ARN ${id} is of ${named}`;
}

function profileProblem(id: string, region: string): string | undefined {
  const name = id.slice(id.lastIndexOf('/') + 1);
  const prefix = name.slice(0, name.indexOf('.'));
  const regions = CALLED_FROM.get(prefix);
  const isGov = region.startsWith('us-gov-') !== (prefix === 'us-gov');
  if (regions === undefined || (regions.some((start) => region.startsWith(start)) && !isGov))
    return undefined;
  return `The profile ${prefix}. of ${name} cannot be called from ${region}`;
}
