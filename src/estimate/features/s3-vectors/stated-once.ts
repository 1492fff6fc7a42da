/** What several places of a manifest state of one vector index, which has it once. */
import type { Diagnostic } from '../../../model/diagnostic.ts';
import { existingOnce, type SharedKey } from '../../../model/shared-use.ts';
import { placeOf } from '../../../model/source-location.ts';
import type { Stating } from '../../../model/statements.ts';
import { isUnknown } from '../../../model/value.ts';
import type { VectorIndex, VectorUsage } from './usage.ts';

interface Named {
  readonly what: string;
  readonly all: readonly Stating[];
  readonly line: (usage: string) => string;
}

/**
 * The shape of an index: statements that agree are one. Of those that differ the one counts that costs more: more
 * dimensions and bytes, and fewer indexes, of which each query then reads a larger one.
 */
export function shapeOf(
  named: Named,
  index: VectorIndex | undefined,
): { readonly shape: VectorUsage; readonly diagnostics: readonly Diagnostic[] } {
  const dimensions = numberOnce(
    { ...named, line: (usage) => `vector_store: { type: s3-vectors, ${usage} }` },
    'dimensions',
    'larger',
  );
  const indexes = numberOnce(named, 'indexes', 'smaller');
  const bytes = (key: 'metadata' | 'non_filterable_metadata') => {
    const shared: SharedKey = { key, kind: { kind: 'byte-count' } };
    return existingOnce(named.what, shared, named.all, named.line);
  };
  const [metadata, nonFilterable] = [bytes('metadata'), bytes('non_filterable_metadata')];
  return {
    shape: {
      dimensions: dimensions.value,
      indexes: indexes.value,
      metadata: contentOf(metadata.stating)?.metadata,
      non_filterable_metadata: contentOf(nonFilterable.stating)?.non_filterable_metadata,
    },
    diagnostics: [
      ...dimensions.diagnostics,
      ...disagreement(named, dimensions.from, index),
      ...indexes.diagnostics,
      ...metadata.diagnostics,
      ...nonFilterable.diagnostics,
    ],
  };
}

interface Once {
  readonly value: number | undefined;
  readonly from: Stating | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

function numberOnce(
  { what, all, line }: Named,
  key: 'dimensions' | 'indexes',
  counts: 'larger' | 'smaller',
): Once {
  const found = all.flatMap((stating) => {
    const value = contentOf(stating)?.[key];
    return value === undefined ? [] : [{ stating, value }];
  });
  const counted = found.reduce<(typeof found)[number] | undefined>((best, next) => {
    if (best === undefined) return next;
    return (counts === 'larger' ? next.value > best.value : next.value < best.value) ? next : best;
  }, undefined);
  if (counted === undefined) return { value: undefined, from: undefined, diagnostics: [] };
  const said = ({ stating: { by, stated }, value }: (typeof found)[number]) =>
    `${value} by ${by} (${placeOf(stated.at(key))})`;
  const diagnostics = found
    .filter(({ value }) => value !== counted.value)
    .map(
      (other): Diagnostic => ({
        code: 'charge-counted-once',
        severity: 'warning',
        message: `The ${key} of ${what} are stated as ${said(other)} and as ${said(counted)}: it exists once, and the ${counts} number counts.`,
        at: other.stating.stated.at(key),
        hint: `${line(`${key}: ${counted.value}`)}  # alike for everybody who uses it`,
      }),
    );
  return { value: counted.value, from: counted.stating, diagnostics };
}

/** The code knows how many dimensions an index has; a manifest that says otherwise is priced, and told. */
function disagreement(
  { what }: Named,
  from: Stating | undefined,
  index: VectorIndex | undefined,
): readonly Diagnostic[] {
  const stated = contentOf(from)?.dimensions;
  const declared = index?.dimensions;
  if (from === undefined || stated === undefined || declared === undefined || isUnknown(declared)) return [];
  if (declared.eq(stated)) return [];
  return [
    {
      code: 'manifest-disagrees',
      severity: 'warning',
      message: `The dimensions of ${what} are ${stated} in the manifest and ${declared.toFixed()} in the infrastructure code; the manifest's are priced.`,
      at: from.stated.at('dimensions'),
      hint: `vector_store: { type: s3-vectors, dimensions: ${declared.toFixed()} }`,
    },
  ];
}

function contentOf(stating: Stating | undefined): VectorUsage | undefined {
  return stating?.stated.content as VectorUsage | undefined;
}
