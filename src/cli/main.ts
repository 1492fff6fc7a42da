import { CommanderError } from 'commander';
import { SnapshotError } from '../snapshot/error.ts';
import { EXIT, UsageError } from './exit.ts';
import { createProgram } from './program.ts';
import { writeError } from './terminal.ts';

/** Runs one command line and answers with its exit code. Never throws. */
export async function main(parameters: readonly string[]): Promise<number> {
  let code: number = EXIT.ok;
  const program = createProgram((result) => {
    code = result;
  });
  try {
    await program.parseAsync([...parameters], { from: 'user' });
    return code;
  } catch (error) {
    return failed(error);
  }
}

function failed(error: unknown): number {
  // Commander has printed its own message, or the help that was asked for.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.unusable;
  if (error instanceof SnapshotError || error instanceof UsageError) {
    writeError(`error: ${error.message}\n${error.hint === '' ? '' : `  hint: ${error.hint}\n`}`);
    return EXIT.unusable;
  }
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  writeError(`internal error: this is a bug of bedrock-cost-diff, not of your input\n${detail}\n`);
  return EXIT.bug;
}
