import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FEATURES } from '../estimate/features/registry.ts';
import type { Initialized } from '../init/initialize.ts';
import { PRESETS, type Preset } from '../init/presets.ts';
import { openDirectory } from '../snapshot/directory.ts';
import { EXIT, UsageError } from './exit.ts';
import { terminalStyle, writeError, writeResult } from './terminal.ts';

export interface InitOptions {
  readonly preset?: string;
  readonly stdout?: boolean;
}

/**
 * Writes a manifest for what the code of a directory declares, or puts what is new into the one that is there. What
 * people wrote is never changed.
 */
export async function runInit(path: string, options: InitOptions): Promise<number> {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new UsageError(`there is no directory "${path}"`, 'bedrock-cost-diff init services/chat');
  const preset = presetNamed(options.preset);
  const { initialize } = await import('../init/initialize.ts');
  const made = await initialize(await openDirectory(path), FEATURES, preset);
  const target = join(path, made.file);
  if (options.stdout === true) writeResult(made.text, undefined);
  else if (made.isNew) write(target, made.text, 'wx');
  else if (made.added.length > 0) write(target, made.text, 'w');
  const { renderInitialized } = await import('../render/initialized.ts');
  writeError(
    renderInitialized({ ...made, target, shown: options.stdout === true }, terminalStyle(process.env)),
  );
  return isUnreadable(made) ? EXIT.unusable : EXIT.ok;
}

/** A manifest that cannot be read is not added to. */
function isUnreadable({ isNew, diagnostics, file }: Initialized): boolean {
  return !isNew && diagnostics.some(({ at }) => at?.file === file);
}

function presetNamed(name: string | undefined): Preset | undefined {
  if (name === undefined) return undefined;
  const preset = PRESETS.find((candidate) => candidate.name === name);
  if (preset !== undefined) return preset;
  const names = PRESETS.map((candidate) => candidate.name).join(', ');
  throw new UsageError(`there is no preset "${name}"`, `one of ${names}`);
}

/** A new file never takes the place of one that came up in between, and a link is not followed. */
function write(target: string, text: string, flag: 'wx' | 'w'): void {
  try {
    writeFileSync(target, text, { flag });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${target} cannot be written: ${reason}`, 'bedrock-cost-diff init --stdout');
  }
}
