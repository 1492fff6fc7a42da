import type { Range } from '../../../model/range.ts';
import type { Unknown } from '../../../model/value.ts';

export const FLOW = 'flow';

export interface Flow {
  /** Node transitions of one execution. */
  readonly transitions: Range | Unknown;
  readonly callsModels: boolean;
}
