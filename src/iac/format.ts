/** What a format of infrastructure code is to the rest of the product. */
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Resource } from '../model/resource.ts';
import type { SourceLocation } from '../model/source-location.ts';
import type { Value } from '../model/value.ts';
import type { ParseCache } from './parse-cache.ts';

/** Where reading starts: a root module or a plan, with what is given to it from outside. */
export interface IacRoot {
  /** Which format reads it; Terraform's configuration where it is not said. */
  readonly format?: IacFormat['id'];
  /** Of a plan or a template, the path of its file. */
  readonly directory: string;
  /**
   * In the order in which later ones win. Terraform: files of variables, relative to the directory. CloudFormation:
   * files of parameters, from the root of the tree.
   */
  readonly varFiles?: readonly string[];
  /** Variables or parameters. These win over all files. */
  readonly variables?: ReadonlyMap<string, Value>;
  /** Where the code itself names no region. */
  readonly region?: string;
  readonly workspace?: string;
  /** What the resources of the root say of where they come from; no two roots of a project have the same. */
  readonly name?: string;
  /** Of CloudFormation the name of the stack, of Pulumi the stack, of the Serverless Framework the stage. */
  readonly stack?: string;
  /** Of a plan, whether what stood before it is read instead of what it makes. */
  readonly prior?: boolean;
  /** Calls whose modules are not to be read although they are installed: the other side does not have them. */
  readonly closedModules?: ReadonlySet<string>;
  /** Of a template of SAM, the environment of its settings. */
  readonly configEnvironment?: string;
  /** The place in the manifest that names the root. */
  readonly at?: SourceLocation;
  /** Directory of the manifest that reads it, for lines to write there. */
  readonly project?: string;
  /** All roots of the same project: a stack may import what another one exports. */
  readonly siblings?: readonly IacRoot[];
}

export interface ModulesFromElsewhere {
  /** Read from where they are installed. */
  readonly installed: readonly string[];
  readonly unread: readonly string[];
}

export interface IacReading {
  readonly resources: readonly Resource[];
  readonly diagnostics: readonly Diagnostic[];
  /** Files of the tree that the code asks for and that are not among the texts: with them, more is known. */
  readonly asked?: readonly string[];
  /** Calls of modules from elsewhere, by the names that lead to them: `platform.vpc`. */
  readonly modules?: ModulesFromElsewhere;
}

/** A format: one folder, and one line in the registry. */
export interface IacFormat {
  readonly id: 'terraform' | 'terraform-plan' | 'cloudformation' | 'cdk' | 'serverless' | 'pulumi';
  /** Cheap, by path alone: may this file matter to the format? */
  wants(path: string): boolean;
  /** By path alone: may this file matter where its text says so? Such files are passed over where they are too large. */
  mayWant?(path: string): boolean;
  /** By text, cheaply and without parsing: does a file that may matter do so? */
  recognizes?(path: string, text: string): boolean;
  /** Files that belong to its roots: what they declare is declared there, and they are no roots of other formats. */
  parts?(texts: ReadonlyMap<string, string>): ReadonlySet<string>;
  /** Root directories among the files; directories that others call as local modules are none. */
  findRoots(texts: ReadonlyMap<string, string>, cache: ParseCache): readonly IacRoot[];
  /**
   * Everything that the root declares. Problems are diagnostics; it never throws. `paths` are all files of the tree,
   * also those that were not read.
   */
  read(
    root: IacRoot,
    texts: ReadonlyMap<string, string>,
    cache: ParseCache,
    paths: ReadonlySet<string>,
  ): IacReading;
}
