/** The outputs of the action: figures, words and paths of ours, never text of the pull request. */
import type { Range } from '../model/range.ts';
import type { Report } from '../model/report.ts';
import { amounts } from '../render/json-parts.ts';

/** By name, in the order of action.yml. Amounts are US dollars a month, unrounded as in the report. */
export function reportOutputs(report: Report): ReadonlyMap<string, string> {
  const { diff, verdict } = report;
  const layers = diff.layers.map(({ key, base, head, delta }) => ({
    layer: key,
    base: amounts(base),
    head: amounts(head),
    delta: amounts(delta),
  }));
  return new Map([
    ...monthly('base-monthly', diff.base.monthly),
    ...monthly('head-monthly', diff.head.monthly),
    ...monthly('delta-monthly', diff.delta.monthly),
    ['delta-percent', diff.delta.percent?.toFixed(2) ?? ''],
    ['layers', JSON.stringify(layers)],
    ['verdict', verdict.status],
    ['over-budget', String(verdict.breaches.length > 0)],
    ['unpriced', String(diff.head.unpriced)],
  ]);
}

function monthly(name: string, range: Range): [string, string][] {
  const { low, expected, high } = amounts(range);
  return [
    [name, expected],
    [`${name}-low`, low],
    [`${name}-high`, high],
  ];
}
