/** The JSON Schema of a manifest, for editors. Reading does not use it: it says less than the reader checks. */
import { z } from 'zod';
import type { Feature, ResourceSection } from '../model/feature.ts';
import { byName, byText, section } from '../model/fields.ts';
import { LAYERS } from '../model/layer.ts';
import {
  adviceShape,
  discountShape,
  exactPriceShape,
  extraChargeShape,
  figureSource,
  instances,
  limit,
  limitsShape,
  monthShape,
  pricedBy,
  region,
  unpricedShare,
} from './core-schema.ts';
import { IAC_KINDS, iacSchema } from './iac-schema.ts';
import { manifestSchemas, schemaOf, wholeWorkloadSchema } from './schema.ts';

export type JsonSchema = Readonly<Record<string, unknown>>;

const { optional } = z;

/** The schema of version 1 with the sections of the features; the same keys in the same order every time. */
export function manifestJsonSchema(features: readonly Feature[]): JsonSchema {
  const { $schema, ...body } = toJson(wholeSchema(features));
  return {
    $schema,
    $id: 'urn:bedrock-cost-diff:manifest:1',
    title: 'Usage manifest of bedrock-cost-diff, version 1',
    description: 'What runs on Amazon Bedrock and how much it is used: bedrock-cost.yml.',
    ...body,
  };
}

function wholeSchema(features: readonly Feature[]): z.ZodType {
  const { resourceSections } = manifestSchemas(features);
  const workload = wholeWorkloadSchema(features);
  const limits = limitsShape();
  const layer = z.union([limit('dollars'), section(limits)]);
  const budgets = section({
    ...limits,
    unpriced_share: optional(unpricedShare()),
    layers: optional(section(Object.fromEntries(LAYERS.map((name) => [name, optional(layer)])))),
    environments: optional(byText(section(limits)).describe('Limits on all workloads of an environment.')),
    workloads: optional(byName(section(limits))),
  });
  const prices = section({ ...discountShape(), exact: optional(z.array(section(exactPriceShape()))) });
  return section({
    version: z.literal(1).describe('The version of the manifest.'),
    region: optional(region().describe('AWS region of workloads that name none.')),
    month: optional(section(monthShape()).describe('How long a month is.')),
    workloads: optional(byName(workload).describe('What runs, by name.')),
    iac: optional(
      z
        .array(z.union(IAC_KINDS.map(iacSchema)))
        .describe('Where to read infrastructure code. Found where absent.'),
    ),
    resources: optional(
      byText(resourceSchema(resourceSections)).describe('Usage of single resources, by address.'),
    ),
    extra_charges: optional(
      z.array(section(extraChargeShape())).describe('What is paid beside, as amounts.'),
    ),
    budgets: optional(budgets.describe('Limits. A pull request can only tighten them.')),
    prices: optional(prices.describe('Negotiated or missing prices.')),
    advice: optional(section(adviceShape()).describe('Which cheaper options are worth a line.')),
  });
}

/** The type of a resource does not show in every address, so an entry may be any of the sections. */
function resourceSchema(sections: readonly ResourceSection[]): z.ZodType {
  const core = {
    priced_by: optional(pricedBy()),
    instances: optional(instances()),
    source: optional(figureSource()),
  };
  const options = sections.map((entry) => {
    const schema = schemaOf(entry);
    return (schema instanceof z.ZodObject ? schema.safeExtend(core) : schema).describe(entry.description);
  });
  const bare = section(core).describe('A resource that an extra charge covers, or how many of it there are.');
  return z.union([...options, bare]);
}

function toJson(schema: z.ZodType): Record<string, unknown> {
  return z.toJSONSchema(schema, {
    io: 'input',
    target: 'draft-7',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      // zod leaves out the examples of what it transforms; they are those of the input here.
      const examples = z.globalRegistry.get(zodSchema as unknown as z.ZodType)?.['examples'];
      if (examples !== undefined) jsonSchema.examples = examples as unknown[];
      if (!(zodSchema instanceof z.ZodMap)) return;
      const { $schema: _, ...content } = toJson(zodSchema.valueType as z.ZodType);
      const { $schema: __, type: ___, ...names } = toJson(zodSchema.keyType as z.ZodType);
      Object.assign(jsonSchema, { type: 'object', additionalProperties: content });
      if (Object.keys(names).length > 0) Object.assign(jsonSchema, { propertyNames: names });
    },
  }) as Record<string, unknown>;
}
