import type { Manifest } from '../manifest/manifest.ts';
import type { Resource } from '../model/resource.ts';

/** What was read of one project, before its parts are joined. */
export interface ProjectParts {
  readonly directory: string;
  /** Undefined where there is none, or where there is one that cannot be read at all. */
  readonly manifest: Manifest | undefined;
  /** The manifest that cannot be read at all. */
  readonly unreadable?: string;
  readonly resources: readonly Resource[];
  /** Names of the roots that were read. */
  readonly roots: readonly string[];
  /** Texts of the files that workloads name as the place of their model id. */
  readonly sources: ReadonlyMap<string, string>;
}
