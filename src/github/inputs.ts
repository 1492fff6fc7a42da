/** What the workflow file gives the action, checked. Nothing is coerced; every mistake shows the right spelling. */
import type { Budget } from '../model/budget.ts';
import { type Decimal, ZERO } from '../model/decimal.ts';
import { type InputName, misnamed } from './input-names.ts';
import {
  amountInput,
  choiceInput,
  type InputProblem,
  keyInput,
  pathInput,
  percentInput,
  type Read,
  switchInput,
} from './input-values.ts';

const COMMENT_MODES = ['changes', 'increase', 'over-budget', 'always', 'never'] as const;
const UNPRICED_MODES = ['warn', 'fail'] as const;
export type CommentMode = (typeof COMMENT_MODES)[number];

export interface Inputs {
  /** Empty where there is none. */
  readonly token: string;
  /** From the root of the repository; absent for the root itself. */
  readonly workingDirectory?: string;
  readonly manifests?: readonly string[];
  /** Revisions, or directories where they start with `./`. */
  readonly base?: string;
  readonly head?: string;
  readonly budgets: readonly Budget[];
  readonly onUnpriced?: 'warn' | 'fail';
  readonly comment: CommentMode;
  /** US dollars a month: a smaller change makes no new comment. */
  readonly commentMinimum: Decimal;
  readonly commentKey: string;
  readonly overrideLabel?: string;
  /** Path of a file of prices, from the root of the repository. */
  readonly prices?: string;
  readonly annotations: boolean;
  readonly summary: boolean;
}

/** The workflow file gives something that cannot be used. All problems at once, so that one run shows them all. */
export class InputError extends Error {
  readonly problems: readonly InputProblem[];

  constructor(problems: readonly InputProblem[]) {
    super(problems.map((problem) => problem.message).join('\n'));
    this.name = 'InputError';
    this.problems = problems;
  }
}

/**
 * `getInput` gives the trimmed text of an input, empty where it is absent. `given` holds the names of all inputs
 * of the step as the runner spells them (`INPUT_MAX-INCREASE`), to find those that are misspelt. Throws an
 * InputError.
 */
export function readInputs(getInput: (name: string) => string, given: readonly string[] = []): Inputs {
  const problems = misnamed(given);

  function read<Value>(
    name: InputName,
    reader: (name: string, text: string) => Read<Value>,
  ): Value | undefined {
    const text = getInput(name);
    if (text === '') return undefined;
    const result = reader(name, text);
    if ('value' in result) return result.value;
    problems.push(result.problem);
    return undefined;
  }

  const workingDirectory = read('working-directory', pathInput);
  const inputs: Inputs = {
    token: getInput('token'),
    ...optional('workingDirectory', workingDirectory === '.' ? undefined : workingDirectory),
    ...optional('manifests', read('manifests', listInput)),
    ...optional('base', read('base', textInput)),
    ...optional('head', read('head', textInput)),
    budgets: [
      limit('monthly', read('budget', amountInput)),
      limit('increase', read('max-increase', amountInput)),
      limit('increase_percent', read('max-increase-percent', percentInput)),
    ].filter((budget) => budget !== undefined),
    ...optional('onUnpriced', read('on-unpriced', choiceInput(UNPRICED_MODES))),
    comment: read('comment', choiceInput(COMMENT_MODES)) ?? 'changes',
    commentMinimum: read('comment-minimum', amountInput) ?? ZERO,
    commentKey: read('comment-key', keyInput) ?? keyOf(workingDirectory),
    ...optional('overrideLabel', read('override-label', textInput)),
    ...optional('prices', read('prices', pathInput)),
    annotations: read('annotations', switchInput) ?? true,
    summary: read('summary', switchInput) ?? true,
  };
  if (problems.length > 0) throw new InputError(problems);
  return inputs;
}

function textInput(_name: string, text: string): Read<string> {
  return { value: text };
}

/** One a line. */
function listInput(name: string, text: string): Read<readonly string[]> {
  const items: string[] = [];
  for (const line of text.split('\n').map((part) => part.trim())) {
    if (line === '') continue;
    const result = pathInput(name, line);
    if ('problem' in result) return result;
    items.push(result.value);
  }
  return { value: items };
}

function limit(measure: Budget['measure'], max: Decimal | undefined): Budget | undefined {
  return max === undefined
    ? undefined
    : { scope: { kind: 'total' }, measure, max, action: 'fail', from: 'input' };
}

/** Two steps for two directories must not fight over one comment. */
function keyOf(workingDirectory: string | undefined): string {
  const words = (workingDirectory ?? '').toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return words.join('-').slice(0, 40).replace(/-$/, '') || 'default';
}

function optional<Key extends string, Content>(
  key: Key,
  content: Content | undefined,
): { [K in Key]?: Content } {
  return content === undefined ? {} : ({ [key]: content } as { [K in Key]: Content });
}
