import { type Charge, charge, type Factor, type MissingFactor } from '../../../model/charge.ts';
import { factorFrom } from '../../../model/factors.ts';
import type { FeatureCharges, FeatureInput } from '../../../model/feature.ts';
import type { PriceAnswer } from '../../../model/price.ts';
import { exactly, mapRange } from '../../../model/range.ts';
import { resourceDraft, resourceLine, statedFactor } from '../../../model/resource-usage.ts';
import { isUnknown, type Unknown } from '../../../model/value.ts';
import type { Declared } from '../../../model/workload.ts';
import { calledFunctions, type LambdaFacts, type LambdaFunction } from './functions.ts';

const BEFORE_FREE = 'before what an account has free each month';

/** Functions that resources of Amazon Bedrock call, and others for which the manifest states usage. */
export function charges(input: FeatureInput<LambdaFacts>): FeatureCharges {
  const called = calledFunctions(input.resources);
  const made = input.resources
    .filter((one): one is Declared<LambdaFunction> => one.facts.kind === 'function')
    .filter((one) => one.pricedBy === undefined && (one.usage !== undefined || called.has(one)))
    .flatMap((one) => functionCharges(input, one));
  return { charges: made, diagnostics: [] };
}

/** Requests, and seconds × GB of the memory that the function has (AWS Lambda pricing page, 2026). */
function functionCharges(
  input: FeatureInput<LambdaFacts>,
  declared: Declared<LambdaFunction>,
): readonly Charge[] {
  const { facts, resource, usage } = declared;
  const common = resourceDraft(input, declared, 'lambda', 'operations');
  const price = (dimension: string) =>
    input.prices.price({ subject: 'lambda', dimension, region: common.region });
  const hint = resourceLine(resource.address, 'requests: 100k per month, duration_ms: 300');
  const requests = statedFactor(usage, 'requests', 'requests', input.month) ?? {
    name: 'requests',
    missing: 'how often this function is called is not stated',
    hint,
  };
  const notes = [BEFORE_FREE];
  return [
    charge({
      ...common,
      component: 'function requests',
      unit: 'requests',
      factors: [requests],
      notes,
      price: price('request'),
    }),
    charge({
      ...common,
      component: 'function duration',
      unit: 'GB-seconds',
      factors: [requests, secondsOf(input, declared, hint), memoryOf(facts, resource)],
      notes,
      price: durationPrice(facts.architecture, price),
    }),
  ];
}

function secondsOf(
  input: FeatureInput<LambdaFacts>,
  { usage }: Declared<LambdaFunction>,
  hint: string,
): Factor | MissingFactor {
  const stated = statedFactor(usage, 'duration_ms', 'ms per request', input.month);
  const name = 'seconds per request';
  if (stated === undefined) return { name, missing: 'how long one call of it takes is not stated', hint };
  const value = mapRange(stated.value, (milliseconds) => milliseconds.div(1000));
  return { ...stated, name, value, shownAs: { name: stated.name, value: stated.value } };
}

function memoryOf({ memory }: LambdaFunction, { at }: Declared['resource']): Factor | MissingFactor {
  const name = 'GB of memory';
  if (isUnknown(memory)) {
    return { name, missing: `how much memory it has is not known: ${memory.why}`, hint: 'memory_size = 256' };
  }
  const factor = factorFrom('iac', name, exactly(memory.div(1024)), at);
  return { ...factor, shownAs: { name: 'MB of memory', value: exactly(memory) } };
}

function durationPrice(
  architecture: string | Unknown,
  price: (dimension: string) => PriceAnswer,
): PriceAnswer {
  if (isUnknown(architecture)) {
    return {
      found: false,
      why: `its architecture is not known: ${architecture.why}`,
      hint: 'architectures = ["arm64"]',
    };
  }
  return price(architecture === 'arm64' ? 'gb-second-arm' : 'gb-second');
}
