import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findModelIds } from '../../src/code/find-model-ids.ts';
import { modelReferences } from '../../src/code/model-references.ts';
import { pairReferences } from '../../src/code/pair-references.ts';

const PIECES = [
  '"us.amazon.nova-pro-v1:0"',
  'anthropic.claude-v2',
  'arn:aws:bedrock:us-east-1:1:application-inference-profile/abc',
  'BedrockFoundationModel.AMAZON_NOVA_PRO_V1',
  'MODEL = ',
  'modelId: ',
  'os.getenv("M", ',
  '# ',
  '// ',
  '/* ',
  '"""',
  '`',
  "'",
  '[\n',
  '(',
  '{"cells": [{"cell_type": "code", "source": ["',
  '\\',
  '\n',
  '    ',
  '${',
  '}.',
  ',',
];
const text = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 5 })), { maxLength: 40 })
  .map((parts) => parts.join(''));
const path = fc.constantFrom(
  'a.py',
  'a.ts',
  'a.yaml',
  '.env',
  'a.ipynb',
  'a.json',
  'a.tf',
  'a.sh',
  'a.md',
  'x',
);

test('an id stands where it is said to, in order', () => {
  fc.assert(
    fc.property(text, (source) => {
      const found = findModelIds(source);
      const lines = source.split('\n');
      for (const { id, line, column, start, end } of found) {
        const written = source.slice(start, end);
        expect(lines[line - 1]?.slice(column - 1)).toSatisfy((rest: string) => rest.startsWith(written));
        if (!written.includes('Model.')) expect(written).toBe(id);
      }
      expect(found.map(({ start }) => start)).toEqual(found.map(({ start }) => start).sort((a, b) => a - b));
    }),
  );
});

test('any text of any kind of file can be read, and does not differ from itself', () => {
  fc.assert(
    fc.property(path, text, (file, source) => {
      const side = { text: source, references: modelReferences(file, source) };
      expect(pairReferences(side, side)).toEqual([]);
    }),
  );
});

test('every id of either side is in one change at most', () => {
  fc.assert(
    fc.property(path, text, text, (file, before, after) => {
      const sides = [before, after].map((source) => ({
        text: source,
        references: modelReferences(file, source),
      }));
      const [old, current] = sides;
      if (old === undefined || current === undefined) return;
      const changes = pairReferences(old, current);
      const starts = (side: 'before' | 'after') => changes.flatMap((change) => change[side]?.start ?? []);
      for (const side of ['before', 'after'] as const) {
        expect(new Set(starts(side)).size).toBe(starts(side).length);
      }
    }),
  );
});
