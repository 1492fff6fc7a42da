/** The only reader of the terminal and writer to it. */
import { writeFileSync } from 'node:fs';
import { UsageError } from './exit.ts';

export interface TerminalStyle {
  readonly color: boolean;
  readonly width: number;
}

const WIDTH_WITHOUT_TERMINAL = 100;

/** Colour where a person looks and has not said NO_COLOR (no-color.org); FORCE_COLOR overrides for pipes. */
export function terminalStyle(environment: NodeJS.ProcessEnv): TerminalStyle {
  const { NO_COLOR, FORCE_COLOR, COLUMNS } = environment;
  const refused = NO_COLOR !== undefined && NO_COLOR !== '';
  const forced = FORCE_COLOR !== undefined && FORCE_COLOR !== '' && FORCE_COLOR !== '0';
  const width = Number(COLUMNS) || process.stdout.columns || WIDTH_WITHOUT_TERMINAL;
  return {
    color: !refused && (forced || process.stdout.isTTY === true),
    width: Math.max(60, Math.min(width, 160)),
  };
}

/** Writes a result to standard output, or to a file where one is named. */
export function writeResult(text: string, file: string | undefined): void {
  if (file === undefined) {
    process.stdout.write(text);
    return;
  }
  try {
    writeFileSync(file, text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(
      `the result cannot be written to ${file}: ${reason}`,
      'name a file in a directory that exists',
    );
  }
}

export function writeError(text: string): void {
  process.stderr.write(text);
}
