/** Writes the JSON Schemas that editors and readers of the report use. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FEATURES } from '../src/estimate/features/registry.ts';
import { manifestJsonSchema } from '../src/manifest/json-schema.ts';
import { reportJsonSchema } from '../src/render/report-schema.ts';

const ROOT = join(import.meta.dirname, '..');

function write(name: string, schema: unknown): void {
  writeFileSync(join(ROOT, name), `${JSON.stringify(schema, undefined, 2)}\n`);
}

write('bedrock-cost.schema.json', manifestJsonSchema(FEATURES));
write('bedrock-cost-report.schema.json', reportJsonSchema());
