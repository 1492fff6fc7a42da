/** Which inputs the monthly cost depends on most. */
import type { Charge, Factor } from '../model/charge.ts';
import { type Decimal, decimal, ONE, ZERO } from '../model/decimal.ts';
import type { Sensitivity } from '../model/report.ts';

const SHOWN = 3;
const TENTH = decimal('0.1');

/**
 * The inputs of which ten percent more cost most. A cost is the product of its factors, so ten percent more of one of
 * them is ten percent more of every charge that it is a factor of. Conventions such as the hours of a month are no
 * inputs, and neither is what is left of something, as the share of a prompt that is not cached.
 */
export function sensitivityOf(charges: readonly Charge[], severalProjects: boolean): readonly Sensitivity[] {
  const found = new Map<
    string,
    { readonly charge: Charge; readonly call: string; readonly name: string; cost: Decimal }
  >();
  const cached = new Set(
    charges.flatMap((charge) =>
      charge.factors.some(({ name }) => name === 'cached tokens') ? [callKey(charge)] : [],
    ),
  );
  for (const charge of charges) {
    if (charge.cost.kind !== 'priced' || charge.period !== 'monthly') continue;
    const { expected } = charge.cost.amount;
    for (const name of new Set(charge.factors.filter(isInput).map((factor) => factor.name))) {
      const call = callOf(charge, name);
      const key = [charge.project, charge.owner.kind, charge.owner.name, call, name].join('\n');
      const entry = found.get(key) ?? { charge, call, name, cost: ZERO };
      entry.cost = entry.cost.plus(expected);
      found.set(key, entry);
    }
  }
  return [...found.values()]
    .filter(({ cost }) => cost.gt(ZERO))
    .toSorted((a, b) => b.cost.cmp(a.cost))
    .slice(0, SHOWN)
    .map(({ charge, call, name, cost }) => ({
      words: [
        ...(severalProjects ? [{ name: charge.project }] : []),
        { name: charge.owner.name },
        ...(call === '' ? [] : [{ name: call }]),
        // Beside cached tokens, the figure is that of the others alone.
        { plain: name === 'input tokens' && cached.has(callKey(charge)) ? 'uncached input tokens' : name },
      ],
      tenPercent: cost.times(TENTH),
    }));
}

/** More cached tokens are fewer plain ones, and more misses fewer hits: by themselves they are no inputs. */
const NO_INPUTS = /share|^times |^tries |^cached tokens$|^(?:hit|miss) rate$/;

/** One call for each request is how things are, where nobody says otherwise. */
function isInput({ name, origin, value }: Factor): boolean {
  return (
    origin !== 'convention' &&
    !NO_INPUTS.test(name) &&
    !(name === 'calls per request' && value.expected.eq(ONE))
  );
}

/** The named call that a component belongs to, where the factor is of that call and not of the whole workload. */
function callOf({ component }: Charge, factor: string): string {
  if (factor === 'requests' || !TOKENS.test(component)) return '';
  return component.replace(TOKENS, '');
}

function callKey(charge: Charge): string {
  return [charge.project, charge.owner.kind, charge.owner.name, callOf(charge, '')].join('\n');
}

const TOKENS = / ?(?:long-context )?(?:input|output|cache read|cache write) tokens$/;
