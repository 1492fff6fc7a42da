import type { MissingFactor } from '../../../model/charge.ts';
import { Decimal } from '../../../model/decimal.ts';
import type { Origin, Quantity } from '../../../model/quantity.ts';
import { addRanges, exactly, mapRange, NOTHING } from '../../../model/range.ts';
import type { SourceLocation } from '../../../model/source-location.ts';
import type { Stated } from '../../../model/stated.ts';
import { isUnknown, type Unknown } from '../../../model/value.ts';

/** A vector index as infrastructure code declares it. */
export interface VectorIndex {
  readonly dimensions: Decimal | Unknown | undefined;
}

/** What a manifest says of a vector index. */
export interface VectorUsage {
  readonly type?: string | undefined;
  readonly vectors?: Stated | undefined;
  readonly dimensions?: number | undefined;
  readonly queries?: Stated | undefined;
  readonly writes?: Stated | undefined;
  /** How many vectors one PUT writes. */
  readonly vectors_per_put?: number | undefined;
  readonly indexes?: number | undefined;
  /** Bytes of key and filterable metadata of one vector. */
  readonly metadata?: Stated | undefined;
  readonly non_filterable_metadata?: Stated | undefined;
}

/** Bytes of one component of a vector: S3 Vectors stores float32. */
const BYTES_PER_DIMENSION = 4;

/** Bytes of one vector, or what is missing to know them. */
export function vectorBytes(
  usage: VectorUsage,
  index: VectorIndex | undefined,
  at: SourceLocation,
): { readonly read: Quantity; readonly stored: Quantity } | MissingFactor {
  const declared = index?.dimensions;
  const fromCode = declared !== undefined && !isUnknown(declared) ? declared : undefined;
  const dimensions = usage.dimensions === undefined ? fromCode : exactly(usage.dimensions).expected;
  if (dimensions === undefined) {
    const why = isUnknown(declared) ? `: ${declared.why}` : '';
    return {
      name: 'bytes per vector',
      missing: `the dimensions of its vectors are not known${why}`,
      hint: 'vector_store: { type: s3-vectors, dimensions: 1024 }',
    };
  }
  const components = exactly(dimensions.times(BYTES_PER_DIMENSION));
  const read = addRanges(components, usage.metadata?.range ?? NOTHING);
  const stored = addRanges(read, usage.non_filterable_metadata?.range ?? NOTHING);
  const origin: Origin = usage.dimensions === undefined ? 'iac' : 'declared';
  return { read: { range: read, origin, at }, stored: { range: stored, origin, at } };
}

/** A PUT is billed as at least so many bytes (Amazon S3 pricing page, S3 Vectors, 2026): 128 KB. */
const LEAST_BYTES_PER_PUT = 128 * 1024;

/** What one written vector is billed as: its bytes, or its part of the least that a PUT is billed as. */
export function writtenBytes(
  together: number | undefined,
  stored: Quantity,
): { readonly bytes: Quantity; readonly note: string } {
  if (together === undefined) {
    const note = 'taken to be written together, 128 KB or more in one PUT; vectors_per_put states otherwise';
    return { bytes: stored, note };
  }
  const least = exactly(LEAST_BYTES_PER_PUT).expected.div(together);
  const note = `${together} in one PUT, which is billed as at least 128 KB`;
  return { bytes: { ...stored, range: mapRange(stored.range, (own) => Decimal.max(own, least)) }, note };
}
