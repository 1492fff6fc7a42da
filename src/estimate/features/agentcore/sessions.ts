import type { Factor, MissingFactor } from '../../../model/charge.ts';
import { Decimal, decimal, ONE } from '../../../model/decimal.ts';
import { declaredFactor, factorFrom, requestsOf } from '../../../model/factors.ts';
import type { Month } from '../../../model/month.ts';
import type { PriceAnswer } from '../../../model/price.ts';
import { mapRange } from '../../../model/range.ts';
import { statedFactor, statedUsage } from '../../../model/resource-usage.ts';
import { isUnknown } from '../../../model/value.ts';
import type { Use } from './use.ts';

const SECONDS_PER_HOUR = decimal(3600);

/** A session is billed for a second and for 128 MB at the least (Amazon Bedrock AgentCore pricing page, 2026). */
const LEAST_SECONDS = ONE;
const LEAST_GIGABYTES = decimal('0.125');

type Factors = readonly (Factor | MissingFactor)[];

/** vCPU-seconds: only the seconds in which the CPU works count, not those of waiting for a model or a tool. */
export function processorFactors(use: Use, month: Month): Factors {
  const vcpus = statedFactor(use.usage, 'vcpus', 'vCPU', month) ?? factorFrom('assumed', 'vCPU', 1, use.at);
  const active = seconds(
    use,
    'active_seconds',
    'active seconds',
    'in how many seconds of a session its CPU works',
    '5',
  );
  return [...sessions(use, month), active, vcpus];
}

/** GB-seconds: memory at its peak, for as long as the session lives. */
export function memoryFactors(use: Use, month: Month): Factors {
  const stated = statedUsage(use.usage, 'memory');
  const name = 'GB of memory';
  const memory =
    stated === undefined
      ? {
          name,
          missing: 'how much memory a session takes at its peak is not stated',
          hint: use.line('memory: 2 GB'),
        }
      : declaredFactor(
          name,
          mapRange(stated.range, (value) => Decimal.max(value, LEAST_GIGABYTES)),
          use.usage?.at('memory'),
        );
  const lived = seconds(use, 'session_seconds', 'session seconds', 'how many seconds a session lives', '60');
  return [...sessions(use, month), lived, memory];
}

/** What the idle timeout of the code says of the seconds that a session lives. */
export function memoryNotes(use: Use): readonly string[] {
  const timeout = use.declared?.facts.idleTimeout;
  const idle = timeout === undefined || isUnknown(timeout) ? '' : `, up to ${timeout.toFixed()} seconds here`;
  return [`billed while a session is idle too${idle}`];
}

/** As stated for the month, else so many for each request of the workload, one where nobody says. */
function sessions(use: Use, month: Month): Factors {
  const all = statedFactor(use.usage, 'sessions', 'sessions', month);
  if (all !== undefined) return [all];
  if (use.workload === undefined) {
    const missing = 'how many sessions it has is not stated';
    return [{ name: 'sessions', missing, hint: use.line('sessions: 10k per month') }];
  }
  const name = 'sessions per request';
  const each =
    statedFactor(use.usage, 'sessions_per_request', name, month) ?? factorFrom('assumed', name, 1, use.at);
  return [requestsOf(use.workload), each];
}

/** Stated seconds; never less than one. */
function seconds(use: Use, key: string, name: string, what: string, example: string): Factor | MissingFactor {
  const stated = statedUsage(use.usage, key);
  if (stated === undefined)
    return { name, missing: `${what} is not stated`, hint: use.line(`${key}: ${example}`) };
  const value = mapRange(stated.range, (range) => Decimal.max(range, LEAST_SECONDS));
  return declaredFactor(name, value, use.usage?.at(key));
}

/** The price of an hour as that of 3,600 seconds, so that what is counted in seconds stays exact. */
export function bySeconds(answer: PriceAnswer): PriceAnswer {
  if (!answer.found) return answer;
  const { price } = answer;
  const unit = price.unit.replace('hours', 'seconds');
  return { found: true, price: { ...price, per: price.per.times(SECONDS_PER_HOUR), unit } };
}
