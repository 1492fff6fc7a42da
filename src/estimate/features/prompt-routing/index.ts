/** Intelligent prompt routing: a fee for each request that a router sends to one of its models. */
import { z } from 'zod';
import { callFactors, servedRequests } from '../../../model/call-factors.ts';
import { type Charge, charge } from '../../../model/charge.ts';
import type { Feature, FeatureCharges, FeatureInput, Mapped } from '../../../model/feature.ts';
import { byText, section, share } from '../../../model/fields.ts';
import { modelIdOf } from '../../../model/model-reference.ts';
import type { Resource } from '../../../model/resource.ts';
import { addressInYaml } from '../../../model/resource-usage.ts';
import { isUnknown, itemsAt, valueAt } from '../../../model/value.ts';
import type { Workload } from '../../../model/workload.ts';
import { alternatives } from './alternatives.ts';

const SECTION = 'prompt_routing';

export const promptRouting: Feature = {
  id: 'prompt-routing',
  title: 'Prompt routing',
  layer: 'inference',
  workloadSections: [
    {
      key: SECTION,
      description: 'A prompt router in front of the models of the workload.',
      schema: () =>
        section({
          split: z.optional(
            byText(share()).describe(
              'The share of the calls that each model gets, by model id; together 100%.',
            ),
          ),
        }),
    },
  ],
  mappings: { cloudformation: { 'AWS::Bedrock::IntelligentPromptRouter': mapRouter } },
  charges: routingCharges,
  alternatives: (input) => alternatives(SECTION, input),
};

/** Which of its models a router chooses how often stands in no code, so the model of its callers is not known. */
function mapRouter({ attributes, at }: Resource): Mapped<undefined> {
  const models = itemsAt(attributes, 'Models').map((model) => modelIdOf(valueAt(model, 'ModelArn')));
  const names = models.map((id) =>
    id === undefined || isUnknown(id) ? 'a model' : (id.split('/').at(-1) ?? id),
  );
  const between = names.length === 0 ? 'several models' : names.join(' and ');
  const why = `a prompt router divides the calls between ${between}, and the split is not stated`;
  return { role: 'prompt-router', facts: undefined, model: { kind: 'unknown', why, at } };
}

function routingCharges(input: FeatureInput<unknown>): FeatureCharges {
  const charges: Charge[] = [];
  for (const workload of input.workloads) {
    const routers = workload.uses.filter(({ role }) => role === 'prompt-router');
    const open = routers.filter(({ pricedBy }) => pricedBy === undefined);
    const isStated = workload.sections.has(SECTION) && routers.length === 0;
    if (isStated || open.length > 0) charges.push(routedCharge(input, workload));
  }
  for (const { resource, usedBy, pricedBy } of input.resources) {
    if (usedBy.length > 0 || pricedBy !== undefined) continue;
    const missing = {
      name: 'requests',
      missing: 'no workload names this router, so its requests are not stated',
      hint: `uses: [${addressInYaml(resource.address)}]`,
    };
    const region = resource.region ?? input.region;
    const owner = { kind: 'resource', name: resource.address } as const;
    charges.push(fee(input, { owner, region, factors: [missing], at: resource.at }));
  }
  return { charges, diagnostics: [] };
}

/** Every call that is no named one goes through the router. */
function routedCharge(input: FeatureInput<unknown>, workload: Workload): Charge {
  const call = workload.calls.find(({ name }) => name === undefined);
  const factors = call === undefined ? servedRequests(workload) : callFactors(workload, call);
  const at = workload.sections.get(SECTION)?.at() ?? workload.at;
  return fee(input, {
    owner: { kind: 'workload', name: workload.name },
    region: workload.region,
    factors,
    at,
  });
}

function fee(
  { project, prices }: FeatureInput<unknown>,
  {
    region,
    ...rest
  }: Pick<Parameters<typeof charge>[0], 'owner' | 'factors' | 'at'> & Pick<Workload, 'region'>,
): Charge {
  return charge({
    ...rest,
    project,
    layer: 'inference',
    feature: 'prompt-routing',
    component: 'routed requests',
    region,
    unit: 'requests',
    price: prices.price({ subject: 'prompt-routing', dimension: 'request', region }),
  });
}
