/**
 * Templates of our own that together use everything that is read, each with what it declares. Run with UPDATE_WRITTEN=1
 * to write what is read now; then read every changed file before it is committed.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readInfrastructure } from '../../../../src/iac/read.ts';
import { isUnknown, type Value } from '../../../../src/model/value.ts';

const HERE = join(import.meta.dirname, 'written');
const names = (folder: string) =>
  readdirSync(join(HERE, folder))
    .filter((name) => /\.(?:ya?ml|json)$/.test(name) && !name.endsWith('.expected.json'))
    .sort();
const TEXTS = new Map(
  [...names('.'), ...names('parts').map((name) => `parts/${name}`)].map((path) => [
    path,
    readFileSync(join(HERE, path), 'utf8'),
  ]),
);

test.each(names('.'))('%s', (directory) => {
  const root = { format: 'cloudformation', directory, region: 'us-east-1' } as const;
  const shared = { ...root, directory: 'parts/shared.yaml' };
  const { resources, diagnostics } = readInfrastructure(TEXTS, [{ ...root, siblings: [root, shared] }]);
  const seen = {
    resources: Object.fromEntries(
      resources.map(({ address, type, attributes, uncertain }) => [
        address,
        {
          type,
          ...(uncertain === undefined ? {} : { uncertain: uncertain.why }),
          properties: shown(attributes),
        },
      ]),
    ),
    diagnostics: diagnostics.map(({ code, message, at }) => `${at?.line}: ${code}: ${message}`),
  };
  const path = join(HERE, `${directory.replace(/\.[a-z]+$/, '')}.expected.json`);
  if (process.env['UPDATE_WRITTEN'] === '1') writeFileSync(path, `${JSON.stringify(seen, null, 2)}\n`);
  expect(seen).toEqual(JSON.parse(readFileSync(path, 'utf8')));
});

/** Numbers and texts look different; what is not known says why, what it refers to, and what of it is known. */
function shown(value: Value): unknown {
  if (value.kind === 'map')
    return Object.fromEntries([...value.entries].map(([key, item]) => [key, shown(item)]));
  if (value.kind === 'list') return value.items.map(shown);
  if (value.kind === 'number') return value.value.toNumber();
  if (value.kind === 'null') return null;
  if (!isUnknown(value)) return value.value;
  const { why, refersTo, attribute, pieces } = value;
  const known = pieces?.map((piece) => (typeof piece === 'string' ? piece : '*')).join('');
  const to =
    refersTo === undefined
      ? undefined
      : [refersTo, ...(attribute === undefined ? [] : [attribute])].join(' . ');
  return { unknown: why, ...(to === undefined ? {} : { to }), ...(known === undefined ? {} : { known }) };
}
