/** What would do the same for less. Nobody states what it saves: that is found by pricing the project with it done. */
import type { Words } from './words.ts';
import type { Declared, Workload } from './workload.ts';

export interface Alternative {
  /** Stable, for programs: `batch`, `standby-replicas`. */
  readonly kind: string;
  /** What to do and where, as in `rag-chatbot: batch jobs`. */
  readonly words: readonly Words[];
  /** What must hold for it to be right, in words that go on after `right where`. */
  readonly condition: string;
  /** What it changes. Of two alternatives about one thing, only one can be followed. */
  readonly about: string;
  /** Workloads that take the place of their namesakes. */
  readonly workloads?: readonly Workload[];
  /**
   * What becomes of a resource: itself, another one, or `undefined` where it goes. Without this function, the
   * alternative touches nothing that several workloads share, and its workloads are priced by themselves.
   */
  readonly resource?: (declared: Declared) => Declared | undefined;
}
