/** How the diff grows with its charges, each of which changes for several reasons at once. */
import { diffEstimates } from '../../src/diff/diff.ts';
import { charge } from '../../src/model/charge.ts';
import { declaredFactor } from '../../src/model/factors.ts';
import { DEFAULT_MONTH } from '../../src/model/month.ts';
import type { PriceBook } from '../../src/model/price.ts';
import { exactly } from '../../src/model/range.ts';
import type { Estimate } from '../../src/model/report.ts';
import { loadPriceBook } from '../../src/prices/book.ts';

/** Processor time of 1,000 and of 10,000 charges, the best of five, in turn so that both see the same noise. */
export async function benchmarkCauses(): Promise<readonly string[]> {
  const book = await loadPriceBook();
  const counts = [1_000, 10_000] as const;
  const pairs = counts.map(
    (count) => [estimateOf(book, count, false), estimateOf(book, count, true)] as const,
  );
  const spent = counts.map(() => Number.POSITIVE_INFINITY);
  for (let run = 0; run < 5; run++) {
    for (const [index, [base, head]] of pairs.entries()) {
      const start = process.cpuUsage();
      diffEstimates(base, head, { titles: new Map(), bookFor: () => book });
      const { user, system } = process.cpuUsage(start);
      spent[index] = Math.min(spent[index] ?? 0, (user + system) / 1000);
    }
  }
  const [few = 1, many = 1] = spent;
  return [
    ...counts.map(
      (count, index) =>
        `${String(count).padStart(6)} charges diffed     ${(spent[index] ?? 0).toFixed(0)} ms, seven causes each`,
    ),
    `growth per charge         ${(many / few / 10).toFixed(2)} x from 1,000 to 10,000 (aim: at most 1.2)`,
  ];
}

function estimateOf(book: PriceBook, count: number, changed: boolean): Estimate {
  const [subject, scope, tier] = changed
    ? (['anthropic.claude-sonnet-4-6', 'geographic', 'batch'] as const)
    : (['anthropic.claude-haiku-4-5', 'global', 'standard'] as const);
  const price = book.price({ subject, scope, tier, region: 'us-east-1', dimension: 'input' });
  const charges = Array.from({ length: count }, (_, index) =>
    charge({
      project: '.',
      layer: 'inference',
      feature: 'inference',
      owner: { kind: 'workload', name: `workload-${index}` },
      component: 'input tokens',
      unit: 'tokens',
      factors: [
        declaredFactor('requests', exactly(30_000 + index + (changed ? 1 : 0))),
        declaredFactor('calls per request', exactly(changed ? 6 : 5)),
        declaredFactor('input tokens', exactly(changed ? 3100 : 3000)),
        declaredFactor('tries per call', exactly(changed ? '1.03' : '1.02')),
      ],
      price,
    }),
  );
  return {
    revision: changed ? 'head' : 'base',
    charges,
    diagnostics: [],
    projects: ['.'],
    month: DEFAULT_MONTH,
    workloads: new Set(charges.map(({ owner }) => `./${owner.name}`)),
    renamedFrom: new Map(),
    environments: new Map(),
    requests: new Map(),
    unreadable: [],
    models: [],
    regionOf: new Map(),
  };
}
