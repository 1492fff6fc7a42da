import * as core from '@actions/core';
import { vi } from 'vitest';
import { createLog, type Log } from '../../src/github/log.ts';

/** What reaches the job's log, through the real writer, while `use` runs. */
export function logged(use: (log: Log) => void): string {
  let output = '';
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    output += String(chunk);
    return true;
  });
  use(createLog(core, true));
  spy.mockRestore();
  return output;
}
