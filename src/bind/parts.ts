import type { Manifest } from '../manifest/manifest.ts';
import type { Resource } from '../model/resource.ts';
import type { SourceLocation } from '../model/source-location.ts';
import type { ResourceGraph } from './graph.ts';

/** What was read of one project, before its parts are joined. */
export interface ProjectParts {
  readonly directory: string;
  /** Undefined where there is none, or where there is one that cannot be read at all. */
  readonly manifest: Manifest | undefined;
  /** The manifest that cannot be read at all. */
  readonly unreadable?: string;
  readonly resources: readonly Resource[];
  /** The roots that were read. */
  readonly roots: readonly ReadRoot[];
  /** Texts of the files that workloads name as the place of their model id. */
  readonly sources: ReadonlyMap<string, string>;
}

/** A root of infrastructure code that was read, and with what. */
export interface ReadRoot {
  readonly name: string;
  readonly format: string;
  /** Its directory, or the file of a plan or a template. */
  readonly path: string;
  /** What its manifest gives it, as text, by the key there: `variables.replicas`, `workspace`. */
  readonly inputs: ReadonlyMap<string, string>;
  /** Paths of the files of variables or parameters among them. */
  readonly files: readonly string[];
  /** The place in the manifest that names it. */
  readonly at?: SourceLocation;
}

/** What a name of a workload is looked for in: all of a project, and the graph of its resources. */
export interface Joined {
  readonly parts: ProjectParts;
  readonly graph: ResourceGraph;
}
