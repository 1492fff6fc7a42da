import type { Diagnostic } from '../../model/diagnostic.ts';
import type { DataNode } from './node.ts';

/** What reading a data file gives. */
export interface DocumentReading {
  /** Absent where nothing can be read. */
  readonly root?: DataNode;
  readonly diagnostics: readonly Diagnostic[];
}
