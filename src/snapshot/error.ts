/**
 * What a person asked for cannot be read: not a repository, an unknown revision, no such directory. The shells
 * print it and end with exit code 2; it is never a bug of ours.
 */
export class SnapshotError extends Error {
  /** The next step, with the exact line to write where there is one. */
  readonly hint: string;

  constructor(message: string, hint: string) {
    super(message);
    this.name = 'SnapshotError';
    this.hint = hint;
  }
}
