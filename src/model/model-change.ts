/** Model ids that change in code and that no workload of a manifest names: shown, and in no total. */
import { type Decimal, decimal } from './decimal.ts';
import type { ModelUse } from './model-use.ts';
import type { SourceLocation } from './source-location.ts';

/** What a binding says beside its file: a name or a path, or nothing where the file has one id only. */
export interface FilePick {
  readonly name?: string;
  readonly path?: string;
}

/** A model id as one side of a file names it. */
export interface NamedModel {
  readonly id: string;
  readonly use: ModelUse;
  /** The variable, key or argument that it is given to. */
  readonly name?: string;
  readonly at: SourceLocation;
  /** The profile prefix is put before the id when the program runs. */
  readonly prefixUnknown?: true;
  /** How a binding to the file finds it; absent where none finds it alone. */
  readonly pick?: FilePick;
}

/** What the code of some projects names. */
export interface ModelsInCode {
  /** Of each project whose files were all read. */
  readonly named: ReadonlyMap<string, readonly NamedModel[]>;
  /** The projects of which not all files may be read, with why. */
  readonly unread: ReadonlyMap<string, Unread>;
}

/** `files` of a project, each a request, or `bytes` of them, are more than are read. */
export interface Unread {
  readonly over: 'files' | 'bytes';
  readonly count: number;
}

/** An id that changed in one place of a file, that came, or that went. One side at least is there. */
export interface CodeChange {
  /** The directory of the project that the file belongs to. */
  readonly project: string;
  /** The file may be read as infrastructure code as well. */
  readonly isInfrastructure: boolean;
  readonly before?: NamedModel;
  readonly after?: NamedModel;
}

/** The tokens of one request that effects are stated for. */
export interface RequestSize {
  readonly input: Decimal;
  readonly output: Decimal;
}

/** What tokens of one model cost in one profile, in US dollars. */
export interface TokenPrices {
  /** `us profile`, `in region`. */
  readonly profile: string;
  /** For 1M tokens. */
  readonly input: Decimal;
  /** Absent where the model makes no tokens. */
  readonly output?: Decimal;
  /** For 1,000 requests of the stated size. */
  readonly requests: Decimal;
}

/** A model id with what its tokens cost. */
export interface PricedModel {
  readonly id: string;
  /** The name of the model, where the catalogue has it. */
  readonly title?: string;
  /** One where the id says the profile; all that are sold where it does not; none where there is no price. */
  readonly prices: readonly TokenPrices[];
  /** Why there is no price. */
  readonly why?: string;
}

/** What a change makes of the price of 1,000 requests of the stated size. */
export interface RequestEffect {
  readonly before: TokenPrices;
  readonly after: TokenPrices;
  /** The parts of the difference, where both the model and the profile change and prices tell them apart. */
  readonly parts?: { readonly model: Decimal; readonly profile: Decimal };
}

/** The same text has another number of tokens in the other model. */
export interface TokenCount {
  /** So many times the former number; absent where nothing is known. */
  readonly range?: { readonly low: Decimal; readonly high: Decimal };
  readonly source?: string;
}

export interface ChangePlace {
  readonly at: SourceLocation;
  readonly name?: string;
  readonly use: ModelUse;
}

/** One change of models in code, with all the places where it is made. */
export interface ModelChange {
  readonly project: string;
  readonly before?: PricedModel;
  readonly after?: PricedModel;
  /** Where the id stands now, else where it stood. */
  readonly places: readonly ChangePlace[];
  readonly region: string;
  /** No region is stated, so a usual one was taken. */
  readonly regionAssumed: boolean;
  /** One for each way in which the profiles can be; none where a side has no price or is not there. */
  readonly effects: readonly RequestEffect[];
  readonly tokens?: TokenCount;
  /** The workload whose model the manifest states as it was before. */
  readonly staleWorkload?: string;
  /** What that workload costs in a month as it is stated, and with the model that the code names now. */
  readonly restated?: { readonly before: Decimal; readonly after: Decimal };
  /** The lines of the manifest that would price it. */
  readonly lines: readonly string[];
}

/** A change in code that a workload makes as well, and that its charges count. */
export interface CountedChange {
  readonly project: string;
  readonly workload: string;
  /** The named call of the workload that makes it. */
  readonly call?: string;
  readonly place: ChangePlace;
}

export interface ModelChanges {
  /** In no total, since no workload names them. */
  readonly uncounted: readonly ModelChange[];
  readonly counted: readonly CountedChange[];
  /** How many changes there are in tests, comments, documentation, policies and lists of models. */
  readonly lesser: number;
  readonly request: RequestSize;
}

/** What effects are stated for: a question with some context, and an answer of a few paragraphs. */
export const USUAL_REQUEST: RequestSize = { input: decimal(2_000), output: decimal(500) };

/** Where code changes no model. */
export const NO_MODEL_CHANGES: ModelChanges = {
  uncounted: [],
  counted: [],
  lesser: 0,
  request: USUAL_REQUEST,
};
