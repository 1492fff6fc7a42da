import type { Charge, ChargeDraft } from '../../../model/charge.ts';
import type { Unknown } from '../../../model/value.ts';
import type { Declared, Section, Workload } from '../../../model/workload.ts';
import type { Attachment, Component } from './facts.ts';
import type { Part } from './parts.ts';

/** One use of one part: by a workload, or of a component in code that no workload states. */
export interface Use {
  readonly part: Part;
  readonly owner: Charge['owner'];
  readonly region: string | Unknown;
  readonly usage: Section | undefined;
  readonly workload?: Workload;
  readonly declared?: Declared<Component>;
  /** True where an earlier workload states the same component: what the code says it has is counted there. */
  readonly isRepeated: boolean;
  /** What is attached to the component in the code. */
  readonly attached: readonly Attachment[];
  readonly at: NonNullable<Charge['at']>;
  readonly line: (keys: string) => string;
}

/** What all charges of one use share. */
export type Common = Pick<ChargeDraft, 'project' | 'layer' | 'feature' | 'owner' | 'region' | 'at'> & {
  readonly region: string | Unknown;
};
