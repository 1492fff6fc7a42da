/** The shape of the JSON report, for whoever reads it. Amounts are decimal text: unrounded, never floats. */
import { z } from 'zod';

const text = z.string();
const decimal = z
  .string()
  .regex(/^-?\d+(?:\.\d+)?$/)
  .describe('A decimal number as text, unrounded.');
const amounts = z.strictObject({ low: decimal, expected: decimal, high: decimal });
const lineAmounts = amounts.extend({
  scenario: z
    .strictObject({ low: decimal, high: decimal })
    .optional()
    .describe(
      'Where the line runs against the total, as tokens read from a cache do: its part in the low and the high of the totals, which are sums of these. Absent where that is its own low and high.',
    ),
});
const money = amounts.describe('US dollars at low, expected and high usage.');
const lineMoney = lineAmounts.describe('US dollars, from the least to the most.');
const change = amounts.describe(
  'US dollars: head less base in each of the three states of the month. Where that is a decrease, low is often above high.',
);
const layer = z.enum(['inference', 'features', 'operations']);
const location = z.strictObject({
  file: text,
  line: z.int().positive().optional(),
  column: z.int().positive().optional(),
});
const origin = z.enum(['measured', 'declared', 'convention', 'iac', 'code', 'assumed']);
const period = z.enum(['monthly', 'one-time']);
const cause = z.strictObject({
  kind: text.describe(
    'What changed: the name of a factor; model, profile, tier, region, context or price; added or removed.',
  ),
  from: text.optional(),
  to: text.optional(),
  percent: decimal
    .optional()
    .describe('Its effect on the price of a unit, where that does not depend on what else changed.'),
  amount: decimal.describe(
    'The part of the expected delta that it makes. The causes of one charge add up to it.',
  ),
});
const owners = {
  workload: text
    .optional()
    .describe('The owner. Exactly one of workload, resource, shared and extra is there.'),
  resource: text.optional(),
  shared: text.optional(),
  extra: text.optional(),
};
const groupCause = z
  .strictObject({
    project: text.optional(),
    ...owners,
    call: text.optional().describe('The named call.'),
    feature: text.optional().describe('Of what was added or removed.'),
    ...cause.shape,
  })
  .describe(
    'Causes of several charges that are one change. Those of one group add up to its expected delta.',
  );
const factor = z.strictObject({
  name: text,
  value: lineAmounts,
  origin,
  source: text.optional().describe('What the manifest says of its source: CloudWatch 2026-11.'),
  at: location.optional(),
});

/** What a charge is, apart from what it costs at either commit. */
const chargeIdentity = {
  id: text.describe('Stable between commits.'),
  project: text.describe('The directory of the manifest, . for the root.'),
  layer,
  ...owners,
  feature: text,
  component: text,
  item: text.optional(),
  region: text.optional(),
  kind: z.enum(['usage', 'floor']),
  period,
  factors: z.array(factor).describe('The arithmetic, of the head where the charge stands there.'),
  quantity: lineAmounts
    .nullable()
    .describe('The product of the factors; null where the charge has no cost, as one may be missing.'),
  unit: text,
  unitPrice: decimal.nullable().describe('US dollars for one unit; null where there is no price.'),
  priceSource: text.nullable(),
  priceAsOf: text.nullable(),
  notes: z.array(text),
  at: location.nullable(),
};

const charge = z.strictObject({
  ...chargeIdentity,
  base: lineMoney.nullable().describe('Null where it does not exist at base or has no price there.'),
  head: lineMoney.nullable(),
  delta: change.nullable().describe('Null where either side has no price.'),
  status: z.enum(['added', 'removed', 'changed', 'unchanged']),
  causes: z.array(cause),
});
const estimatedCharge = z.strictObject({ ...chargeIdentity, cost: lineMoney.nullable() });

const groupFigures = {
  base: money,
  head: money,
  delta: change.describe(
    'Of what is known on both sides, as the delta of the whole: head less base in each of the three states.',
  ),
  complete: z.boolean().describe('As that of the delta of the whole, for this part of it.'),
  unpriced: z.int().nonnegative(),
  causes: z.array(groupCause),
};
const unpriced = z.strictObject({ id: text, why: text, hint: text.optional(), at: location.nullable() });
const diagnostic = z.strictObject({
  code: text,
  severity: z.enum(['error', 'warning', 'notice']),
  message: text,
  at: location.optional(),
  hint: text.optional(),
});
const side = z.strictObject({
  revision: text,
  monthly: money,
  oneTime: money,
  unpriced: z
    .int()
    .nonnegative()
    .describe('Charges without a price; the totals are then lower than the bill.'),
});
const scope = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('total'), project: text.optional() }),
  z.strictObject({ kind: z.literal('layer'), layer, project: text.optional() }),
  z.strictObject({ kind: z.literal('workload'), project: text, workload: text }),
  z.strictObject({ kind: z.literal('environment'), project: text, environment: text }),
]);
const breach = z.strictObject({
  limit: z.enum(['monthly', 'increase', 'increase_percent', 'per_1k_requests']),
  actual: decimal,
  max: decimal,
  scope,
  action: z.enum(['fail', 'warn']),
  on: z.enum(['low', 'expected', 'high']).describe('The usage that was held against the limit.'),
  message: text.optional().describe('What the team says to whoever crosses it.'),
});
const given = { label: text, actor: text, at: text.describe('When the label was set, ISO 8601.') };
const upTo = decimal.describe('US dollars a month that were approved.');
const override = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('covers'), ...given, upTo }),
    z.strictObject({
      kind: z.literal('exceeded'),
      ...given,
      upTo,
      because: z.enum(['dearer', 'other-limit', 'not-decidable']),
    }),
    z.strictObject({ kind: z.literal('not-recorded'), ...given }),
    z.strictObject({ kind: z.literal('unreadable'), label: text, why: text }),
  ])
  .describe('What became of an approval; absent where nobody approved, or where the build would not fail.');
const tokenPrices = z.strictObject({
  profile: text,
  input: decimal.describe('US dollars for 1M tokens, as is output.'),
  output: decimal.nullable(),
  requests: decimal.describe('US dollars for 1,000 requests of the stated size.'),
});
const codeModel = z.strictObject({
  id: text,
  model: text.nullable().describe('The name of the model; null where the catalogue does not have it.'),
  prices: z
    .array(tokenPrices)
    .describe('Several where the profile prefix is made at run time; none where there is no price.'),
  why: text.nullable(),
});
const modelUse = z.enum([
  'argument',
  'constant',
  'environment-default',
  'configuration',
  'expression',
  'comparison',
  'catalogue',
  'allowed-values',
  'permission',
  'test',
  'comment',
  'documentation',
]);
const codePlace = z.strictObject({ at: location, name: text.nullable(), use: modelUse });
const modelChanges = z.strictObject({
  request: z
    .strictObject({ input: decimal, output: decimal })
    .describe('Tokens of one request of the effects.'),
  uncounted: z
    .array(
      z.strictObject({
        project: text,
        before: codeModel.nullable(),
        after: codeModel.nullable(),
        places: z.array(codePlace),
        region: text,
        regionAssumed: z.boolean(),
        effects: z.array(
          z.strictObject({
            before: tokenPrices,
            after: tokenPrices,
            delta: decimal.describe('Of 1,000 requests, if the number of tokens stays the same.'),
            parts: z.strictObject({ model: decimal, profile: decimal }).nullable(),
          }),
        ),
        tokens: z
          .strictObject({ low: decimal.nullable(), high: decimal.nullable(), source: text.nullable() })
          .nullable()
          .describe('So many times the tokens for the same text; null where both count alike.'),
        staleWorkload: text.nullable(),
        restated: z
          .strictObject({ before: decimal, after: decimal })
          .nullable()
          .describe(
            'US dollars a month of that workload, as it is stated and with the model that the code names.',
          ),
        lines: z.array(text).describe('What the manifest would need.'),
      }),
    )
    .describe('Model ids that change in code and that no workload names: in no total.'),
  counted: z
    .array(z.strictObject({ workload: text, place: codePlace }))
    .describe('The same switch as that of a workload, in another file.'),
  lesser: z
    .int()
    .nonnegative()
    .describe('Changes in tests, comments, documentation, policies and lists of models.'),
});
const prices = z.strictObject({
  asOf: text.describe('The date of the newest price in the book, YYYY-MM-DD.'),
  book: text.describe('The edition of the price book.'),
});
const month = z.strictObject({ days: decimal, hours: decimal });

export const reportSchema = z.strictObject({
  schemaVersion: z.literal(1),
  base: side,
  head: side,
  delta: z.strictObject({
    monthly: change.describe(
      'Head less base in each of the three states, of what is known on both sides: a charge that has a price on one side and stands on the other without one counts on neither, so this can differ from head minus base.',
    ),
    oneTime: change.describe('By the same rule.'),
    percent: decimal
      .nullable()
      .describe(
        'Of the expected monthly figure; null where the base is zero, and where something of the base that changed has no price on one side.',
      ),
    complete: z
      .boolean()
      .describe(
        'False where something that changed has no price on one side: the delta is then of what is known on both sides.',
      ),
  }),
  layers: z.array(z.strictObject({ layer, ...groupFigures })),
  owners: z
    .array(z.strictObject({ project: text, ...owners, ...groupFigures }))
    .describe('Workloads, resources, and what several share.'),
  reasons: z
    .array(z.strictObject({ text, amount: decimal, period }))
    .describe('At most five, the largest first.'),
  otherChanges: z
    .array(z.strictObject({ period, count: z.int().positive(), amount: decimal }))
    .describe('What the reasons do not tell, added up.'),
  charges: z.array(charge),
  unpriced: z
    .array(unpriced)
    .describe('The charges of the head that have no price. Never zero, always listed.'),
  modelChanges,
  diagnostics: z.array(diagnostic.extend({ side: z.enum(['base', 'head', 'both']) })),
  verdict: z.strictObject({
    status: z.enum(['pass', 'warn', 'fail', 'indeterminate']),
    fails: z.boolean(),
    breaches: z.array(breach),
    because: z.array(text),
    override: override.optional(),
  }),
  advice: z.array(
    z.strictObject({
      kind: text,
      saves: money.describe(
        'US dollars a month. Several pieces of advice together save less than their sum.',
      ),
      text,
      condition: text.describe('What must hold for it to be right.'),
      about: text.describe('Of two pieces of advice about one thing, only one can be followed.'),
    }),
  ),
  sensitivity: z
    .array(z.strictObject({ text, tenPercent: decimal }))
    .describe(
      'The inputs that move the cost of the head most, and what ten percent more of each costs a month.',
    ),
  coverage: z.strictObject({
    declared: decimal.describe(
      'Share of the priced monthly cost that rests on no assumption, 0 to 1; its kinds stand in origins.',
    ),
    assumed: decimal,
    origins: z
      .strictObject({
        measured: decimal,
        declared: decimal,
        iac: decimal,
        code: decimal,
        assumed: decimal,
      })
      .describe('Shares by the weakest origin of the figures of each charge.'),
    unpriced: z.int().nonnegative(),
  }),
  prices,
  month,
  regions: z.array(text),
  projects: z.array(text),
});

export const estimateSchema = z.strictObject({
  schemaVersion: z.literal(1),
  revision: text,
  monthly: money,
  oneTime: money,
  layers: z.array(z.strictObject({ layer, monthly: money, unpriced: z.int().nonnegative() })),
  charges: z.array(estimatedCharge),
  unpriced: z.array(unpriced),
  diagnostics: z.array(diagnostic),
  prices,
  month,
  projects: z.array(text),
});

export type JsonReport = z.infer<typeof reportSchema>;
export type JsonEstimate = z.infer<typeof estimateSchema>;
export type JsonChargeIdentity = Omit<JsonEstimate['charges'][number], 'cost'>;

/** The JSON Schema (draft 2020-12) of the JSON report. */
export function reportJsonSchema(): unknown {
  return {
    title: 'Report of bedrock-cost-diff',
    ...z.toJSONSchema(reportSchema),
  };
}
