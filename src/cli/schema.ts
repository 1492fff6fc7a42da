import { FEATURES } from '../estimate/features/registry.ts';
import { EXIT, UsageError } from './exit.ts';
import type { OutputOptions } from './options.ts';
import { writeResult } from './terminal.ts';

/** Prints a JSON Schema, as an editor or a reader of the report wants it. */
export async function runSchema(what: string, options: Pick<OutputOptions, 'output'>): Promise<number> {
  writeResult(`${JSON.stringify(await schemaOf(what), undefined, 2)}\n`, options.output);
  return EXIT.ok;
}

async function schemaOf(what: string): Promise<unknown> {
  if (what === 'manifest') return (await import('../manifest/json-schema.ts')).manifestJsonSchema(FEATURES);
  if (what === 'report') return (await import('../render/report-schema.ts')).reportJsonSchema();
  throw new UsageError(
    `there is no schema "${what}"`,
    'bedrock-cost-diff schema manifest, or: bedrock-cost-diff schema report',
  );
}
