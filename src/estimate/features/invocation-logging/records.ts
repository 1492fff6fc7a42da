import type { MissingFactor } from '../../../model/charge.ts';
import { decimal } from '../../../model/decimal.ts';
import type { ModelCatalogue } from '../../../model/price.ts';
import type { Quantity } from '../../../model/quantity.ts';
import { addRanges, exactly, mapRange, NOTHING, type Range } from '../../../model/range.ts';
import { isUnknown } from '../../../model/value.ts';
import type { ModelCall } from '../../../model/workload.ts';
import type { DataKind } from './targets.ts';

/**
 * Bytes of a record beside the texts, and of each token of the texts. An assumption: it gives 3.3 KB for records of
 * a public log that have 3.5 KB (219 tokens in, 105 out), and JSON around the texts can make more of it.
 */
const RECORD_BYTES = 2048;
const TOKEN_BYTES = 4;

/**
 * A text above this is not part of the record: it goes to an object in Amazon S3, or is dropped where none is
 * configured (Amazon Bedrock user guide, model invocation logging, 2026: bodies up to 100 KB).
 */
const LARGEST_BODY = 100 * 1024;

/** The record of one call, in bytes. */
export interface LogRecord {
  readonly bytes: Range;
  /** Texts too large for the record: how many a call has, and their bytes together. */
  readonly large: { readonly bodies: number; readonly bytes: Range };
}

/** What the record of a call holds, by what its model makes. */
export function dataKind(call: ModelCall, models: ModelCatalogue): DataKind {
  if (isUnknown(call.model.id)) return 'text';
  const answer = models.resolve(call.model.id);
  const output =
    answer.kind === 'model' ? (answer.model.modalities?.output ?? []).map((kind) => kind.toLowerCase()) : [];
  const kinds: readonly DataKind[] = ['embedding', 'image', 'video'];
  return kinds.find((kind) => output.includes(kind)) ?? 'text';
}

/** The size of the record of a call, or what is missing to know it. */
export function recordOf(call: ModelCall, kind: DataKind): LogRecord | MissingFactor {
  const name = 'GB per record';
  if (kind === 'embedding') {
    return { name, missing: 'how many bytes a vector has in a log record is not known' };
  }
  const { inputTokens, outputTokens } = call;
  const who = call.name === undefined ? 'a model call' : `the call ${call.name}`;
  // Pictures are no part of a record: they go to Amazon S3 alone.
  if (kind === 'text' && inputTokens === undefined) {
    return { name, missing: `input_tokens of ${who} is not stated`, hint: 'input_tokens: 1000' };
  }
  if (kind === 'text' && outputTokens === undefined) {
    return { name, missing: `output_tokens of ${who} is not stated`, hint: 'output_tokens: 1000' };
  }
  const bodies = [inputTokens, outputTokens].map(bodyBytes);
  // By the mean alone, as all tokens are: of calls about this long some are above and some below.
  const large = bodies.filter(({ expected }) => expected.gt(LARGEST_BODY));
  const within = bodies.filter(({ expected }) => expected.lte(LARGEST_BODY));
  return {
    bytes: addRanges(exactly(RECORD_BYTES), ...within),
    large: { bodies: large.length, bytes: addRanges(...large) },
  };
}

function bodyBytes(tokens: Quantity | undefined): Range {
  return tokens === undefined ? NOTHING : mapRange(tokens.range, (value) => value.times(TOKEN_BYTES));
}

/** How a record's size is assumed, for people. */
export const RECORD_NOTE = `model invocation logs; assumed: a record has ${decimal(RECORD_BYTES).div(1024).toFixed()} KB and ${TOKEN_BYTES} bytes for each token`;

/** What is to be said of the records of a call in CloudWatch Logs. */
export function recordNotes(record: LogRecord | MissingFactor): readonly string[] {
  const large = 'large' in record && record.large.bodies > 0;
  return large
    ? [RECORD_NOTE, 'texts over 100 KB are left out: they never come to CloudWatch Logs']
    : [RECORD_NOTE];
}
