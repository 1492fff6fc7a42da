import { InvalidArgumentError, Option } from 'commander';
import type { Budget, BudgetMeasure } from '../model/budget.ts';
import { decimal } from '../model/decimal.ts';

export const FORMATS = ['terminal', 'markdown', 'json', 'html'] as const;
export type Format = (typeof FORMATS)[number];

export interface OutputOptions {
  readonly format: Format;
  readonly output?: string;
  readonly details?: boolean;
  readonly manifest?: readonly string[];
  readonly prices?: string;
}

export interface DiffOptions extends OutputOptions {
  readonly budget?: string;
  readonly maxIncrease?: string;
  readonly maxIncreasePercent?: string;
  readonly onUnpriced: 'fail' | 'warn';
}

export const formatOption = () =>
  new Option('--format <format>', 'what to write').choices(FORMATS).default('terminal');
export const outputOption = () => new Option('--output <file>', 'write to a file instead of the terminal');
export const detailsOption = () => new Option('--details', 'show every line item with its arithmetic');
export const manifestOption = () =>
  new Option('--manifest <globs...>', 'which files are manifests (default: bedrock-cost.yml, anywhere)');

export const pricesOption = () =>
  new Option('--prices <file>', 'discounts and agreed prices, for manifests that state none');

export const budgetOptions = () => [
  new Option('--budget <usd>', 'most that the head may cost a month').argParser(plainNumber),
  new Option('--max-increase <usd>', 'most that it may cost more than the base').argParser(plainNumber),
  new Option('--max-increase-percent <percent>', 'the same in percent of the base').argParser(plainNumber),
  new Option('--on-unpriced <action>', 'when the verdict cannot be decided')
    .choices(['fail', 'warn'])
    .default('fail'),
];

/** Digits with a decimal point: 20000 or 99.50. Anything else is refused rather than guessed at. */
function plainNumber(text: string): string {
  if (/^\d{1,15}(?:\.\d{1,10})?$/.test(text)) return text;
  throw new InvalidArgumentError('It must be a plain number, such as 20000 or 99.50.');
}

/** The limits that the command line states, of the whole estimate. */
export function budgetsOf(options: DiffOptions): readonly Budget[] {
  const stated: readonly [BudgetMeasure, string | undefined][] = [
    ['monthly', options.budget],
    ['increase', options.maxIncrease],
    ['increase_percent', options.maxIncreasePercent],
  ];
  return stated.flatMap(([measure, max]) =>
    max === undefined
      ? []
      : [{ scope: { kind: 'total' }, measure, max: decimal(max), action: 'fail', from: 'input' } as const],
  );
}
