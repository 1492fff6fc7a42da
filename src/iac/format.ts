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
  /** Of a plan, the path of its file. */
  readonly directory: string;
  /** Relative to the directory, in the order in which later ones win. */
  readonly varFiles?: readonly string[];
  /** These win over all files. */
  readonly variables?: ReadonlyMap<string, Value>;
  /** Where the code itself names no region. */
  readonly region?: string;
  readonly workspace?: string;
  /** Of Pulumi the stack, of the Serverless Framework the stage. */
  readonly stack?: string;
  /** The place in the manifest that names the root. */
  readonly at?: SourceLocation;
}

export interface IacReading {
  readonly resources: readonly Resource[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A format: one folder, and one line in the registry. */
export interface IacFormat {
  readonly id: 'terraform' | 'terraform-plan' | 'pulumi';
  /** Cheap, by path alone: may this file matter to the format? */
  wants(path: string): boolean;
  /** Root directories among the files; directories that others call as local modules are none. */
  findRoots(texts: ReadonlyMap<string, string>, cache: ParseCache): readonly IacRoot[];
  /** Everything that the root declares. Problems are diagnostics; it never throws. */
  read(root: IacRoot, texts: ReadonlyMap<string, string>, cache: ParseCache): IacReading;
}
