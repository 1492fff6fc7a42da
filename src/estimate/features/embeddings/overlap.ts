import { type Decimal, ZERO } from '../../../model/decimal.ts';
import { ingestionSettings } from '../../../model/ingestion.ts';
import type { Resource } from '../../../model/resource.ts';
import {
  isUnknown,
  itemsAt,
  numberAt,
  textAt,
  type Unknown,
  unknown,
  valueAt,
} from '../../../model/value.ts';

/** Attribute names as one vocabulary spells them. */
const SPELLINGS = {
  terraform: {
    chunking: 'chunking_configuration',
    strategy: 'chunking_strategy',
    fixed: 'fixed_size_chunking_configuration',
    percentage: 'overlap_percentage',
    hierarchical: 'hierarchical_chunking_configuration',
    levels: 'level_configuration',
    maximum: 'max_tokens',
    overlap: 'overlap_tokens',
  },
  cloudformation: {
    chunking: 'ChunkingConfiguration',
    strategy: 'ChunkingStrategy',
    fixed: 'FixedSizeChunkingConfiguration',
    percentage: 'OverlapPercentage',
    hierarchical: 'HierarchicalChunkingConfiguration',
    levels: 'LevelConfigurations',
    maximum: 'MaxTokens',
    overlap: 'OverlapTokens',
  },
} as const;

/** The share of a chunk that the one before it holds too, 0 to 1; undefined where the data source leaves it open. */
export function overlapOf(resource: Resource): Decimal | Unknown | undefined {
  const spelling = SPELLINGS[resource.vocabulary];
  const chunking = valueAt(resource.attributes, ingestionSettings(resource), spelling.chunking);
  const strategy = textAt(chunking, spelling.strategy);
  if (strategy === undefined || isUnknown(strategy)) return strategy;
  if (strategy === 'NONE') return ZERO;
  if (strategy === 'FIXED_SIZE') {
    const percentage = numberAt(chunking, spelling.fixed, spelling.percentage);
    return percentage === undefined || isUnknown(percentage) ? percentage : checked(percentage.div(100));
  }
  if (strategy === 'HIERARCHICAL') return hierarchicalOverlap(resource);
  return unknown(
    `chunks of the strategy ${strategy} take more embedding than the corpus has tokens, and how much more is not published`,
    { at: resource.at },
  );
}

/** Only the chunks of the second level, the children, are embedded. */
function hierarchicalOverlap(resource: Resource): Decimal | Unknown | undefined {
  const spelling = SPELLINGS[resource.vocabulary];
  const path = [ingestionSettings(resource), spelling.chunking, spelling.hierarchical];
  const children = itemsAt(resource.attributes, ...path, spelling.levels)[1];
  const size = numberAt(children, spelling.maximum);
  const overlap = numberAt(resource.attributes, ...path, spelling.overlap);
  if (size === undefined || isUnknown(size)) return size;
  if (overlap === undefined || isUnknown(overlap)) return overlap;
  return size.isZero() ? undefined : checked(overlap.div(size));
}

function checked(share: Decimal): Decimal | Unknown {
  if (share.gte(0) && share.lt(1)) return share;
  return unknown(
    `an overlap of ${share.times(100).toDecimalPlaces(2).toFixed()}% leaves no room for new text`,
  );
}
