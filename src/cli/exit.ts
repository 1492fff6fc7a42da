/** What the command line's exit codes mean; they never change. */
export const EXIT = {
  /** Within budget, or nothing to judge. */
  ok: 0,
  /** Over budget, or not decidable. */
  overBudget: 1,
  /** Wrong usage, or input that cannot be read at all. */
  unusable: 2,
  /** A bug of this program. */
  bug: 70,
} as const;

/** The command line was used in a way that it cannot follow. */
export class UsageError extends Error {
  readonly hint: string;

  constructor(message: string, hint: string) {
    super(message);
    this.name = 'UsageError';
    this.hint = hint;
  }
}
