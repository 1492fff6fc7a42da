/** Writes the JSON Schemas that editors and readers of the report use. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FEATURES } from '../src/estimate/features/registry.ts';
import { manifestJsonSchema } from '../src/manifest/json-schema.ts';
import { DIAGNOSTIC_CODES } from '../src/model/diagnostic.ts';
import { reportJsonSchema } from '../src/render/report-schema.ts';

const ROOT = join(import.meta.dirname, '..');

function write(name: string, schema: unknown): void {
  writeFileSync(join(ROOT, name), `${JSON.stringify(schema, undefined, 2)}\n`);
}

write('bedrock-cost.schema.json', manifestJsonSchema(FEATURES));
write('bedrock-cost-report.schema.json', reportJsonSchema());

/** The table of codes, so that a person can look one up. */
function writeDiagnostics(): void {
  const rows = Object.entries(DIAGNOSTIC_CODES).map(([code, meaning]) => `| \`${code}\` | ${meaning} |`);
  const text = `# Diagnostics

Problems are data, not exceptions: each has a stable code, a place, and most have the line to write instead. An error at the head makes the verdict [indeterminate](verdict.md); warnings and notices do not change it.

| code | meaning |
|---|---|
${rows.join('\n')}
`;
  writeFileSync(join(ROOT, 'docs/diagnostics.md'), text);
}

writeDiagnostics();
