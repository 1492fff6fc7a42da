import {
  type Charge,
  type ChargeDraft,
  charge,
  type Factor,
  type MissingFactor,
} from '../../../model/charge.ts';
import { type Decimal, ZERO } from '../../../model/decimal.ts';
import { factorFrom } from '../../../model/factors.ts';
import type { FeatureInput } from '../../../model/feature.ts';
import { ownPriceLine } from '../../../model/own-price.ts';
import { statedFactor } from '../../../model/resource-usage.ts';
import { isUnknown, type Unknown, unknown } from '../../../model/value.ts';
import type { CoreFacts } from './facts.ts';
import type { Counted } from './parts.ts';
import type { Common, Use } from './use.ts';

type Price = (dimension: string) => ChargeDraft['price'];

/**
 * What is stated of a part, and what its code says it has but nobody counts. Where neither says anything, the first
 * of its counts stands for all.
 */
export function countedCharges(
  input: FeatureInput<CoreFacts>,
  use: Use,
  common: Common,
  price: Price,
): readonly Charge[] {
  const stated = use.part.counted.flatMap(
    (counted): readonly (readonly [Counted, Factor | MissingFactor])[] => {
      const factor =
        statedFactor(use.usage, counted.key, counted.name, input.month) ??
        (isExpected(use, counted.key) ? fromCode(use, counted) : undefined);
      return factor === undefined ? [] : [[counted, factor]];
    },
  );
  const [first] = use.part.counted;
  const list = stated.length > 0 || first === undefined ? stated : [[first, absent(use, first)] as const];
  return list.map(([counted, factor]) =>
    charge({
      ...common,
      component: counted.component,
      unit: counted.unit,
      factors: [factor],
      price: settled(counted, price(counted.dimension)),
      ...(counted.isFloor === true ? { kind: 'floor', notes: ['billed even when idle'] } : {}),
      ...(counted.note === undefined ? {} : { notes: [counted.note] }),
    }),
  );
}

/**
 * The price, unless sources differ on it by a factor of ten and the book has no better one than theirs: a price of
 * the Price List or of the manifest is relied on.
 */
function settled({ dimension, unsettled }: Counted, answer: ReturnType<Price>): ReturnType<Price> {
  if (unsettled === undefined || !answer.found || answer.price.confidence !== 'C') return answer;
  const hint = ownPriceLine({ subject: 'agentcore', dimension });
  return { found: false, why: unsettled, hint };
}

/** Whether the code says that there is something of this to count. */
function isExpected({ declared, attached, isRepeated }: Use, key: string): boolean {
  if (declared === undefined || isRepeated) return false;
  const { part, isSearchable } = declared.facts;
  if (part === 'gateway') return key === 'invocations' || isSearchable === true;
  if (part === 'evaluations') return key !== 'custom';
  if (part !== 'memory') return key === 'requests' || key === 'authorizations';
  if (key === 'events') return true;
  const strategies = [...(declared.facts.strategies ?? []), ...attached.map(({ strategy }) => strategy)];
  const isCustom = (strategy: string | Unknown | undefined) => strategy === 'CUSTOM';
  if (key === 'custom_records') return strategies.some(isCustom);
  if (key === 'records') return strategies.some((strategy) => strategy !== undefined && !isCustom(strategy));
  return strategies.length > 0;
}

/** Tools of a gateway stand in the code; all else only the manifest can say. */
function fromCode(use: Use, counted: Counted): Factor | MissingFactor {
  if (counted.key !== 'tools') return absent(use, counted);
  const tools = use.attached.reduce<Decimal | Unknown>(
    (sum, { tools: more = unknown('a target does not show its tools') }) =>
      isUnknown(sum) ? sum : isUnknown(more) ? more : sum.plus(more),
    ZERO,
  );
  if (isUnknown(tools)) {
    const missing = `how many tools are indexed is not known: ${tools.why}`;
    return { name: counted.name, missing, hint: use.line(counted.example) };
  }
  return tools.isZero()
    ? absent(use, counted)
    : factorFrom('iac', counted.name, tools.toFixed(), use.declared?.resource.at);
}

function absent(use: Use, { name, component, example }: Counted): MissingFactor {
  return { name, missing: `the number of ${component} is not stated`, hint: use.line(example) };
}
