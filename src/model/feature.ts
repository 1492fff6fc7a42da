/**
 * The contract of a billable feature of Amazon Bedrock or beside it. A feature folder imports `model/` and
 * `prices/` and nothing else of this project; everything else reaches features through the registry.
 */
import type { ZodType } from 'zod';
import type { Alternative } from './alternative.ts';
import type { Charge } from './charge.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { Layer } from './layer.ts';
import type { Month } from './month.ts';
import type { ModelCatalogue, PriceBook } from './price.ts';
import type { Resource, Vocabulary } from './resource.ts';
import type { Unknown, Value } from './value.ts';
import type { Declared, ExtraCharge, Workload } from './workload.ts';

/** Keys that a feature adds to every workload of a manifest. */
export interface WorkloadSection {
  /** Dotted, at most two deep: `guardrail`, `knowledge_base.embedding`. */
  readonly key: string;
  /** Where several features share one key, they are told apart by its `type`: `s3-vectors`. */
  readonly variant?: string;
  /** Made when a manifest first uses it: most manifests use few of all sections. */
  readonly schema: () => ZodType;
  /** One line for the manifest's schema: what it states. */
  readonly description: string;
  /** True where it states capacity paid by the hour: calls of its `model` in the same workload cost no tokens. */
  readonly reservesCapacity?: boolean;
  /** True for what is not Amazon Bedrock's by itself, as a log group: its region says nothing of that of the calls. */
  readonly supporting?: boolean;
  /** By a key, those that count nothing where it is stated, as what is stated for one request beside the whole month. */
  readonly setAside?: Readonly<Record<string, readonly string[]>>;
}

/** Usage that a manifest may state for one resource, by address, under `resources:`. */
export interface ResourceSection {
  /** The resource types it is for, in either vocabulary. */
  readonly types: readonly string[];
  /** Made when a manifest first uses it: most manifests use few of all sections. */
  readonly schema: () => ZodType;
  readonly description: string;
}

/** An edge of the graph that a workload follows from what it names. */
export interface Link {
  /** A reference (an unknown that `refersTo` a resource) or a literal id or ARN, which leads nowhere. */
  readonly to: Value | undefined;
  /** The resource the edge starts from, where that is not the mapped resource itself (associations). */
  readonly from?: Value | undefined;
}

/** A step of a resource that calls a model. */
export interface ModelStep {
  readonly name: string;
  /** The attribute of the resource that holds the model, as a manifest names it; absent where none can say it. */
  readonly attribute?: string;
  readonly model: Value;
}

export interface Mapped<Facts> {
  readonly role: string;
  readonly facts: Facts;
  /** The model it calls, which a workload that names it takes over. */
  readonly model?: Value | undefined;
  /** True where it calls its model by itself, as an agent does: a workload that uses it makes those calls. */
  readonly callsModel?: boolean;
  /** Calls that it makes in named steps, as a state machine does; a workload states them one by one. */
  readonly steps?: readonly ModelStep[];
  /** True where it is capacity paid by the hour: calls that it serves cost no tokens. */
  readonly reservesCapacity?: boolean;
  /** True for what is not Amazon Bedrock's by itself, as a log group: its region says nothing of that of the calls. */
  readonly supporting?: boolean;
  readonly links?: readonly Link[];
}

/** Reads the attributes that cost. Absent: not billed by this feature. */
export type ResourceMapping<Facts> = (resource: Resource) => Mapped<Facts> | undefined;

export interface FeatureInput<Facts> {
  /** The directory of the manifest, `.` for the root. */
  readonly project: string;
  readonly month: Month;
  /** The region of resources that name none. */
  readonly region: string | Unknown;
  readonly extraCharges: readonly ExtraCharge[];
  readonly workloads: readonly Workload[];
  /** The resources that this feature mapped. */
  readonly resources: readonly Declared<Facts>[];
  /** The projects of the tree before this one, by directory: what an account has free once is theirs first. */
  readonly earlier: readonly { readonly month: Month; readonly workloads: readonly Workload[] }[];
  readonly prices: PriceBook;
  readonly models: ModelCatalogue;
}

export interface FeatureCharges {
  readonly charges: readonly Charge[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface Feature<Facts = unknown> {
  /** The folder's name. */
  readonly id: string;
  /** As a heading says it: `Guardrails`. */
  readonly title: string;
  readonly layer: Layer;
  readonly workloadSections?: readonly WorkloadSection[];
  readonly resourceSections?: readonly ResourceSection[];
  /** By vocabulary and resource type. */
  readonly mappings?: Partial<Record<Vocabulary, Readonly<Record<string, ResourceMapping<Facts>>>>>;
  charges(input: FeatureInput<Facts>): FeatureCharges;
  /** What would be cheaper in what this feature bills. Only proposals that save are shown. */
  alternatives?(input: FeatureInput<Facts>): readonly Alternative[];
}
