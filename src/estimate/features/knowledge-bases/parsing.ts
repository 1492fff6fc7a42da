import {
  type Charge,
  type ChargeDraft,
  charge,
  type Factor,
  type MissingFactor,
} from '../../../model/charge.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { FeatureCharges, FeatureInput } from '../../../model/feature.ts';
import { resyncFactors } from '../../../model/ingestion.ts';
import { type Ingestion, ingestionsOf } from '../../../model/ingestions.ts';
import { modelPrice } from '../../../model/model-price.ts';
import { targetsAmong } from '../../../model/references.ts';
import { resourceLine, statedFactor } from '../../../model/resource-usage.ts';
import type { SourceLocation } from '../../../model/source-location.ts';
import { isUnknown, type Unknown, unknown } from '../../../model/value.ts';
import type { Declared, Section, Workload } from '../../../model/workload.ts';
import type { KnowledgeBaseFacts, Parser, Parsing } from './facts.ts';

/** Documents that pass through a parser, once when they are first taken in and again at every sync. */
interface Parsed {
  readonly owner: Charge['owner'];
  readonly region: string | Unknown;
  readonly stated: Section | undefined;
  readonly parsing: Parsing;
  /** Set where the documents are shared with another statement. */
  readonly undivided: readonly MissingFactor[];
  /** Beside the factors of the quantity; undefined where no usage is stated, so that one charge says it all. */
  readonly resync: readonly (Factor | MissingFactor)[] | undefined;
  readonly at: SourceLocation;
  readonly line: (usage: string) => string;
}

/**
 * Reading of pages before they are embedded. The service's own parser is free. Amazon Bedrock Data Automation costs
 * its standard price a page, a foundation model the tokens of each page (Amazon Bedrock pricing page, 2026).
 */
export function parsingCharges(input: FeatureInput<KnowledgeBaseFacts>): FeatureCharges {
  const sources = input.resources.filter(({ facts }) => facts.kind === 'data-source');
  const bases = input.resources.filter(({ facts }) => facts.kind === 'knowledge-base');
  const baseOf = targetsAmong(bases);
  // The price of a managed base covers how its documents are read.
  const isPaid = ({ facts, resource }: Declared<KnowledgeBaseFacts>) =>
    !baseOf(facts.feeds, resource).some((base) => base.facts.type === 'MANAGED');
  const ingestions = ingestionsOf(input, bases, sources.filter(isPaid));
  const parsed = [
    ...ingestions.list
      .filter(({ workload }) => workload === undefined || !isManagedOnly(workload))
      .map((ingestion) => statedParsing(input, ingestion)),
    ...ingestions.uncovered.map((source) => unstatedParsing(input, source)),
  ];
  const charges: Charge[] = [];
  const diagnostics: Diagnostic[] = [...ingestions.diagnostics];
  for (const documents of parsed) {
    for (const made of [pageCharges(input, documents), enrichmentCharges(input, documents)]) {
      charges.push(...made.charges);
      diagnostics.push(...made.diagnostics);
    }
  }
  return { charges, diagnostics };
}

/** The price of managed bases covers how their documents are read, whatever a workload states of it. */
function isManagedOnly({ uses }: Workload): boolean {
  const bases = uses.filter(({ role }) => role === 'knowledge-base');
  return bases.length > 0 && bases.every(({ facts }) => (facts as KnowledgeBaseFacts).type === 'MANAGED');
}

interface StatedModel {
  readonly strategy?: Parser;
  readonly model?: string;
}

function statedParsing(
  input: FeatureInput<KnowledgeBaseFacts>,
  ingestion: Ingestion<KnowledgeBaseFacts>,
): Parsed {
  const { owner, region, stated, sources } = ingestion;
  const content = stated.content as { readonly parsing?: StatedModel; readonly enrichment?: StatedModel };
  const own = content.parsing;
  const strategies = new Set(sources.map(({ facts }) => facts.parsing.strategy));
  const [strategy = 'default', ...others] = strategies;
  const mixed = unknown('its data sources read pages in different ways');
  const declared = others.length === 0 ? strategy : mixed;
  const parsing: Parsing = {
    strategy: own?.strategy ?? (own?.model === undefined ? declared : 'foundation-model'),
    model:
      own?.model ??
      onlyModel(
        sources.map(({ facts }) => facts.parsing.model),
        'its data sources read pages with different models',
      ),
    enrichment:
      content.enrichment?.model ??
      onlyModel(
        sources.map(({ facts }) => facts.parsing.enrichment),
        'its data sources enrich chunks with different models',
      ) ??
      (content.enrichment === undefined
        ? undefined
        : unknown('the model that enriches chunks is not stated')),
  };
  const { line, undivided } = ingestion;
  return {
    owner,
    region,
    stated,
    parsing,
    undivided: undivided === undefined ? [] : [undivided],
    resync: resyncFactors(ingestion, input.month),
    at: stated.at(),
    line,
  };
}

/** The model of all data sources that name one; of several, none can be told to read the whole corpus. */
function onlyModel(
  models: readonly (string | Unknown | undefined)[],
  why: string,
): string | Unknown | undefined {
  const [first, ...others] = new Set(models.filter((model) => model !== undefined));
  return others.length === 0 ? first : unknown(why);
}

function unstatedParsing(
  input: FeatureInput<KnowledgeBaseFacts>,
  source: Declared<KnowledgeBaseFacts>,
): Parsed {
  const { resource, facts } = source;
  return {
    owner: { kind: 'resource', name: resource.address },
    region: resource.region ?? input.region,
    stated: undefined,
    parsing: facts.parsing,
    undivided: [],
    resync: undefined,
    at: resource.at,
    line: (usage) => resourceLine(resource.address, usage),
  };
}

const NONE: FeatureCharges = { charges: [], diagnostics: [] };

function pageCharges(input: FeatureInput<KnowledgeBaseFacts>, documents: Parsed): FeatureCharges {
  const { parsing, stated, region, line } = documents;
  const { strategy } = parsing;
  if (strategy === 'default') return NONE;
  const pages = statedFactor(stated, 'pages', 'pages', input.month) ?? {
    name: 'pages',
    missing: 'how many pages the documents have is not stated',
    hint: line('pages: 40k'),
  };
  if (strategy === 'foundation-model') {
    const model = parsing.model ?? unknown('the model that reads pages is not stated');
    return tokenCharges(input, documents, 'parsing', model, [pages]);
  }
  const hint = line('parsing: { strategy: data-automation }');
  const price = isUnknown(strategy)
    ? ({ found: false, why: strategy.why, hint } as const)
    : input.prices.price({ subject: 'data-automation', dimension: 'page-standard', region });
  const draft = { layer: 'features', component: 'parsed pages', unit: 'pages', price } as const;
  return { charges: onceAndAgain(input, documents, draft, [pages]), diagnostics: [] };
}

/** A model that enriches the context of every chunk, for graphs: its tokens are stated for the whole corpus. */
function enrichmentCharges(input: FeatureInput<KnowledgeBaseFacts>, documents: Parsed): FeatureCharges {
  const { enrichment } = documents.parsing;
  return enrichment === undefined ? NONE : tokenCharges(input, documents, 'enrichment', enrichment, []);
}

/** Input and output tokens of a model that reads what is taken in. */
function tokenCharges(
  input: FeatureInput<KnowledgeBaseFacts>,
  documents: Parsed,
  part: 'parsing' | 'enrichment',
  model: string | Unknown,
  factors: readonly (Factor | MissingFactor)[],
): FeatureCharges {
  const { stated, region, at, line } = documents;
  const of = part === 'parsing' ? 'of a page' : 'of the corpus';
  const example = part === 'parsing' ? { input: '1600', output: '700' } : { input: '30M', output: '5M' };
  const section = partOf(stated, part);
  const charges: Charge[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const side of ['input', 'output'] as const) {
    const made = modelPrice(
      input,
      model,
      side,
      region,
      at,
      line(`${part}: { model: amazon.nova-lite-v1:0 }`),
    );
    if (side === 'input') diagnostics.push(...made.diagnostics);
    const tokens = statedFactor(section, `${side}_tokens`, `${side} tokens ${of}`, input.month) ?? {
      name: `${side} tokens ${of}`,
      missing: `how many ${side} tokens the model takes ${part === 'parsing' ? 'for a page' : 'for the chunks of the corpus'} is not stated`,
      hint: line(`${part}: { input_tokens: ${example.input}, output_tokens: ${example.output} }`),
    };
    const draft = {
      layer: 'inference',
      component: `${part} ${side} tokens`,
      unit: 'tokens',
      price: made.price,
      ...(made.item === undefined ? {} : { item: made.item }),
    } as const;
    charges.push(...onceAndAgain(input, documents, draft, [...factors, tokens]));
  }
  return { charges, diagnostics };
}

type Draft = Pick<ChargeDraft, 'layer' | 'component' | 'unit' | 'price' | 'item'>;

/** Everything when it is first taken in, and every month what a sync takes in again. */
function onceAndAgain(
  input: FeatureInput<KnowledgeBaseFacts>,
  { owner, region, resync, at, undivided }: Parsed,
  draft: Draft,
  quantity: readonly (Factor | MissingFactor)[],
): readonly Charge[] {
  const factors = [...undivided, ...quantity];
  const common = { project: input.project, feature: 'knowledge-bases', owner, region, at, ...draft } as const;
  if (resync === undefined) return [charge({ ...common, factors })];
  const first = `${draft.component}, first ingestion`;
  return [
    charge({ ...common, component: first, period: 'one-time', factors }),
    charge({ ...common, factors: [...factors, ...resync] }),
  ];
}

function partOf(section: Section | undefined, key: string): Section | undefined {
  const content = section?.content as Readonly<Record<string, unknown>> | undefined;
  if (section === undefined || content?.[key] === undefined) return undefined;
  return { content: content[key], at: (...path) => section.at(key, ...path) };
}
