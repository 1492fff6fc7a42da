/** What a usage manifest says, read and checked, before it is joined with the infrastructure code. */

import type { Budget, UnpricedShare } from '../model/budget.ts';
import type { Decimal } from '../model/decimal.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Month } from '../model/month.ts';
import type { CacheTimeToLive, Scope, Tier } from '../model/price.ts';
import type { StatedSource } from '../model/quantity.ts';
import type { Range } from '../model/range.ts';
import type { SourceLocation } from '../model/source-location.ts';
import type { Stated } from '../model/stated.ts';
import type { Value } from '../model/value.ts';
import type { ExtraCharge, Section } from '../model/workload.ts';

export interface Manifest {
  /** Path from the root of the tree. */
  readonly file: string;
  /** The directory of the file, `.` for the root. */
  readonly directory: string;
  readonly region?: string;
  readonly month: Month;
  readonly workloads: readonly ManifestWorkload[];
  /** What stands in the manifest and has a fault: it exists, and what it costs is not known. */
  readonly unreadable: readonly UnreadableEntry[];
  /** Absent: whatever infrastructure code is found below the manifest. */
  readonly iac?: readonly IacEntry[];
  /** By address, as the manifest writes it. */
  readonly resources: ReadonlyMap<string, ResourceEntry>;
  readonly extraCharges: readonly ExtraCharge[];
  readonly budgets: readonly Budget[];
  readonly unpricedShare?: UnpricedShare;
  /** Set where a fault may hide a limit. */
  readonly budgetsUnreadable?: SourceLocation;
  readonly prices?: PriceAdjustments;
  readonly advice?: AdviceWishes;
  /** Where a key stands, or the nearest key above it that exists. */
  locate(...path: readonly (string | number)[]): SourceLocation;
  /** What is said of the source of the figure that stands at a place. */
  sourceAt(at: SourceLocation): StatedSource | undefined;
}

/** What advice is wanted. */
export interface AdviceWishes {
  /** US dollars a month. */
  readonly minimum?: Decimal;
  /** Model ids to compare every call with. */
  readonly models: readonly string[];
  readonly at: SourceLocation;
}

/** A workload, the usage of a resource, or an extra charge; without a name, any of its kind. */
export interface UnreadableEntry {
  readonly kind: 'workload' | 'resource' | 'extra';
  readonly name?: string;
  /** Of a workload, the name that it says it had before, where no other entry has or claims that. */
  readonly renamedFrom?: string;
  readonly at: SourceLocation;
}

export interface ManifestWorkload {
  readonly name: string;
  readonly at: SourceLocation;
  readonly requests?: Stated;
  readonly region?: string;
  readonly environment?: string;
  /** The name that it had before. */
  readonly renamedFrom?: string;
  readonly model?: ModelBinding;
  /** The agent that the workload is. */
  readonly agent?: NamedResource;
  /** The knowledge base that the workload asks. */
  readonly knowledgeBase?: NamedResource;
  /** Further resources that the workload uses. */
  readonly uses: readonly NamedResource[];
  /** Per model call; the default of `calls`. */
  readonly inputTokens?: Stated;
  readonly outputTokens?: Stated;
  /** Never together with `inputTokens`. */
  readonly prompt?: PromptUse;
  readonly tier?: Tier | Place;
  readonly cache?: CacheUse;
  readonly longContext?: LongContextUse;
  /** Share of the calls that are billed once more. */
  readonly retries?: Stated;
  /** The named calls of one request; empty where there is one kind of call. */
  readonly calls: readonly ManifestCall[];
  /** Never together with `calls`. */
  readonly callsPerRequest?: Stated;
  /** By the dotted key that a feature registered. */
  readonly sections: ReadonlyMap<string, Section>;
  /** Where a key of the workload stands, or the nearest key above it that exists. */
  locate(...path: readonly (string | number)[]): SourceLocation;
}

/** One named call. What it does not state it takes from its workload. */
export interface ManifestCall {
  readonly name: string;
  readonly at: SourceLocation;
  readonly model?: ModelBinding;
  readonly inputTokens?: Stated;
  readonly outputTokens?: Stated;
  /** Once, where the manifest says nothing. */
  readonly perRequest?: Stated;
  /** Never together with `inputTokens`. */
  readonly prompt?: PromptUse;
  readonly tier?: Tier | Place;
  readonly cache?: CacheUse;
  readonly longContext?: LongContextUse;
}

/** What the input of one call is made of, in tokens. */
export interface PromptUse {
  readonly system?: Stated;
  readonly history?: { readonly turns: Stated; readonly user: Stated; readonly assistant?: Stated };
  readonly chunks?: { readonly count: Stated; readonly tokens: Stated };
  readonly images?: { readonly count: Stated; readonly tokens: Stated };
  /** Tokens are those of one second. */
  readonly video?: { readonly seconds: Stated; readonly tokens: Stated };
  readonly question?: Stated;
}

/** Calls over the long-context threshold of their model. */
export interface LongContextUse {
  /** Their share of all calls. */
  readonly share: Stated;
  /** Input tokens of one of them. */
  readonly tokens?: Stated;
}

/** Prompt caching of one call. */
export interface CacheUse {
  /** Tokens of the input that stand behind a cache checkpoint; part of the input tokens. */
  readonly tokens: Stated;
  /** Share of the calls that find them cached. */
  readonly hitRate: Stated;
  /** `5m` where the manifest says nothing. */
  readonly timeToLive?: CacheTimeToLive | Place;
}

/**
 * A source or configuration file, by path from the root of the tree; `written` is the path as the manifest has it. Of
 * several values in it, the one of a constant, key or variable, or the one at a path of JSON or YAML.
 */
export interface FilePlace {
  readonly kind: 'file';
  readonly file: string;
  readonly written: string;
  readonly name?: string;
  readonly path?: string;
}

/** An attribute of a resource, or the environment variable that it sets. */
export interface AddressPlace {
  readonly kind: 'address';
  readonly address: string;
  readonly attribute?: string;
  readonly env?: string;
}

/** Where a value is followed to. */
export type Place = FilePlace | AddressPlace;

/** A resource: by its address, or by what a variable of another one or of a program names. */
export type NamedResource = string | Place;

/** Where the model id of a call comes from. */
export type ModelBinding = { readonly kind: 'id'; readonly id: string } | Place;

export type IacKind = 'terraform' | 'terraform_plan' | 'cloudformation' | 'cdk' | 'serverless' | 'pulumi';

/** One thing to read infrastructure code from. */
export interface IacEntry {
  readonly kind: IacKind;
  /** File or directory, from the root of the tree. */
  readonly path: string;
  readonly region?: string;
  /** Terraform: files of variables, relative to the directory of the root module, in the order in which they apply. */
  readonly varFiles: readonly string[];
  /** Terraform: variables of the root module. They win over the files. */
  readonly variables: ReadonlyMap<string, Value>;
  readonly workspace?: string;
  /** CloudFormation: parameters of the template. */
  readonly parameters: ReadonlyMap<string, Value>;
  /** CloudFormation: files of parameters, from the root of the tree, in the order in which they apply. */
  readonly parameterFiles: readonly string[];
  /** CloudFormation and Pulumi: the stack; Serverless: the stage. */
  readonly stack?: string;
  /** SAM: the environment of its settings. */
  readonly configEnvironment?: string;
  readonly at: SourceLocation;
}

/** What the manifest says of one resource. */
export interface ResourceEntry {
  readonly address: string;
  readonly at: SourceLocation;
  /** Name of the extra charge that covers the resource. */
  readonly pricedBy?: string;
  /** How many of it there are, where the code does not say; `low` and `high` are whole. */
  readonly instances?: Range;
  /**
   * The stated usage: as the section of the resource's type reads it where the address shows the type (Terraform),
   * else as the first section that accepts it does; `usageOf` is exact once the type is known.
   */
  readonly usage?: Section;
  /** The usage as a resource of a type; `undefined` where that type has no such usage. */
  usageOf(type: string): Section | undefined;
  /**
   * What is wrong with the usage where the address does not show the type, as that of a resource of `type`; without
   * one, where nothing declares the resource, as that of the type that comes nearest. Of other addresses it has been
   * reported with the manifest.
   */
  faultsOf(type: string | undefined): readonly Diagnostic[];
}

/** Negotiated and missing prices. */
export interface PriceAdjustments {
  /** Off every price, 0 to 1. */
  readonly discount?: Decimal;
  /** Off the prices of models of a provider, in place of `discount`. */
  readonly providers: ReadonlyMap<string, Decimal>;
  /** Off the prices of a model, in place of both. */
  readonly models: ReadonlyMap<string, Decimal>;
  /** Prices as agreed; nothing is taken off them. */
  readonly exact: readonly ExactPrice[];
  readonly at: SourceLocation;
}

export interface ExactPrice {
  readonly subject: string;
  readonly dimension: string;
  readonly region?: string;
  readonly scope?: Scope;
  readonly tier?: Tier;
  /** US dollars for `per` units. */
  readonly usd: Decimal;
  readonly per: Decimal;
  /** Why it holds, in one line for people. */
  readonly source: string;
  readonly at: SourceLocation;
}
