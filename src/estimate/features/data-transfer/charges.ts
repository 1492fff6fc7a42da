import { type Charge, charge, type Factor } from '../../../model/charge.ts';
import { Decimal, ZERO } from '../../../model/decimal.ts';
import { declaredFactor } from '../../../model/factors.ts';
import type { FeatureCharges, FeatureInput } from '../../../model/feature.ts';
import type { Month } from '../../../model/month.ts';
import { addRanges, mapRange, NOTHING, type Range, subtractRanges } from '../../../model/range.ts';
import { statedFactor } from '../../../model/resource-usage.ts';
import type { SourceLocation } from '../../../model/source-location.ts';
import { isUnknown, type Unknown } from '../../../model/value.ts';
import type { Workload } from '../../../model/workload.ts';

export const TRANSFER_SECTION = 'data_transfer';

/**
 * GB to the internet that an account has free each month, over all regions and services; the price of the book is
 * that of the first 10 TB above them (Amazon EC2 on-demand pricing page, data transfer, 2026).
 */
const FREE_GIGABYTES = new Decimal(100);
const FIRST_STEP = new Decimal(10 * 1024);

/** What all workloads of one region send together. */
interface Traffic {
  readonly region: string | Unknown;
  readonly at: SourceLocation;
  readonly workloads: string[];
  total: Range;
}

/**
 * Data out to the internet. What is free is free once for the account, so the workloads of a region are one charge;
 * where there are several regions, what is free goes to the first by name, and where there are several projects, to the
 * first by directory. They may be of several accounts, or the account may send more than the manifests say: neither
 * is known here.
 */
export function charges(input: FeatureInput<unknown>): FeatureCharges {
  const traffic = [...byRegion(input)].sort(([one], [other]) => (one < other ? -1 : 1));
  // Most projects send nothing to the internet, and then it does not matter what others leave.
  if (traffic.length === 0) return { charges: [], diagnostics: [] };
  const made: Charge[] = [];
  let free = freeAfter(input.earlier);
  for (const [, regional] of traffic) {
    const { total } = regional;
    const taken = mapRange(total, (sent, scenario) => Decimal.min(sent, free[scenario]));
    made.push(transferCharge(input, regional, subtractRanges(total, taken)));
    free = subtractRanges(free, taken);
  }
  return { charges: made, diagnostics: [] };
}

/** What the projects before this one leave of the free gigabytes, in each scenario. */
function freeAfter(earlier: FeatureInput<unknown>['earlier']): Range {
  const sent = earlier.flatMap(({ workloads, month }) =>
    workloads.flatMap((workload) => sentBy(workload, month)?.value ?? []),
  );
  return mapRange(addRanges(NOTHING, ...sent), (total) => Decimal.max(FREE_GIGABYTES.minus(total), ZERO));
}

function sentBy({ sections }: Workload, month: Month): Factor | undefined {
  return statedFactor(sections.get(TRANSFER_SECTION), 'internet_out', 'GB out', month);
}

function byRegion(input: FeatureInput<unknown>): ReadonlyMap<string, Traffic> {
  const found = new Map<string, Traffic>();
  for (const workload of input.workloads) {
    const usage = workload.sections.get(TRANSFER_SECTION);
    const sent = sentBy(workload, input.month);
    if (usage === undefined || sent === undefined) continue;
    const key = isUnknown(workload.region) ? 'region not known' : workload.region;
    const regional = found.get(key);
    if (regional === undefined) {
      found.set(key, {
        region: workload.region,
        at: usage.at(),
        workloads: [workload.name],
        total: sent.value,
      });
    } else {
      regional.workloads.push(workload.name);
      regional.total = addRanges(regional.total, sent.value);
    }
  }
  return found;
}

function transferCharge(
  input: FeatureInput<unknown>,
  { region, at, workloads, total }: Traffic,
  billed: Range,
): Charge {
  const [only] = workloads;
  const alone = workloads.length === 1 && only !== undefined;
  const place = isUnknown(region) ? 'region not known' : region;
  const sent = words(total);
  const free = words(subtractRanges(total, billed));
  const notes = [
    `${sent} sent, of which ${free} are free: an account has ${FREE_GIGABYTES.toFixed()} GB a month, counted once for all projects here`,
  ];
  if (billed.expected.gt(FIRST_STEP))
    notes.push('priced as the first 10 TB throughout: what is above costs less');
  return charge({
    project: input.project,
    layer: 'operations',
    feature: 'data-transfer',
    owner: alone
      ? { kind: 'workload', name: only }
      : { kind: 'shared', name: `Data transfer out of ${place}` },
    identity: `data-transfer/${place}`,
    component: 'data out to the internet',
    region,
    unit: 'GB',
    factors: [declaredFactor('GB out beyond the free ones', billed, at)],
    notes,
    price: input.prices.price({ subject: 'data-transfer', dimension: 'internet-out', region }),
    at,
  });
}

function words({ low, expected, high }: Range): string {
  const range = low.eq(high) ? expected.toFixed() : `${low.toFixed()} to ${high.toFixed()}`;
  return `${range} GB`;
}
