/** Model evaluation: tasks of people, and the tokens of a model that judges. Scores of algorithms are free. */
import { z } from 'zod';
import { type Charge, charge, type Factor, type MissingFactor } from '../../../model/charge.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import { declaredFactor } from '../../../model/factors.ts';
import type { Feature, FeatureCharges, FeatureInput } from '../../../model/feature.ts';
import { amount, modelId, rate, section } from '../../../model/fields.ts';
import { addressInYaml } from '../../../model/resource-usage.ts';
import { monthly, type Stated } from '../../../model/stated.ts';
import type { Section, Workload } from '../../../model/workload.ts';

const SECTION = 'evaluation';
const EVALUATION_JOB = 'evaluation-job';
const HINT = 'evaluation: { human_tasks: 500 per month }';

interface EvaluationSection {
  readonly human_tasks?: Stated | undefined;
  readonly judge?: JudgeSection | undefined;
}

interface JudgeSection {
  readonly model: string;
  readonly prompts: Stated;
  readonly input_tokens: Stated;
  readonly output_tokens: Stated;
}

export const evaluation: Feature = {
  id: 'evaluation',
  title: 'Model evaluation',
  layer: 'inference',
  workloadSections: [
    {
      key: SECTION,
      description: 'Tasks that people complete, and what a judge model reads and writes.',
      schema: () =>
        section({
          human_tasks: z.optional(
            rate('tasks').describe('Completed tasks: one prompt, one or two answers, all metrics.'),
          ),
          judge: z.optional(
            section({
              model: modelId().describe('The judge.'),
              prompts: rate('prompts').describe('Judged answers.'),
              input_tokens: amount('tokens').describe('Tokens that the judge reads for one of them.'),
              output_tokens: amount('tokens').describe('Tokens that it writes.'),
            }),
          ),
        }),
    },
  ],
  mappings: {
    terraform: { aws_bedrock_evaluation_job: () => ({ role: EVALUATION_JOB, facts: undefined }) },
  },
  charges: evaluationCharges,
};

function evaluationCharges(input: FeatureInput<unknown>): FeatureCharges {
  const diagnostics: Diagnostic[] = [];
  const charges = input.workloads.flatMap((workload) => {
    const stated = workload.sections.get(SECTION);
    return stated === undefined ? [] : chargesOf(input, workload, stated, diagnostics);
  });
  return { charges: [...charges, ...unstatedJobs(input)], diagnostics };
}

/** Jobs of the code whose judge or people no workload states. */
function unstatedJobs(input: FeatureInput<unknown>): readonly Charge[] {
  const stating = new Set(
    input.workloads.flatMap(({ name, sections }) => (sections.has(SECTION) ? [name] : [])),
  );
  return input.resources.flatMap(({ resource, usedBy, pricedBy }) => {
    if (pricedBy !== undefined || usedBy.some((name) => stating.has(name))) return [];
    const missing = 'what this job evaluates is not stated: neither tasks of people nor tokens of a judge';
    const hint = [
      'workloads:',
      '  evaluation:',
      `    uses: [${addressInYaml(resource.address)}]`,
      '    evaluation: { judge: { model: amazon.nova-pro-v1:0, prompts: 500 per month, input_tokens: 2000, output_tokens: 300 } }',
    ].join('\n');
    return [
      charge({
        project: input.project,
        layer: 'inference',
        feature: 'evaluation',
        owner: { kind: 'resource', name: resource.address },
        component: 'evaluation job',
        region: resource.region ?? input.region,
        period: 'one-time',
        unit: 'tokens',
        factors: [{ name: 'judged answers', missing, hint }],
        price: { found: false, why: missing, hint },
        at: resource.at,
      }),
    ];
  });
}

/** People are billed by the completed task, a judge at its on-demand price (Amazon Bedrock pricing page, 2026-07-24). */
function chargesOf(
  input: FeatureInput<unknown>,
  workload: Workload,
  stated: Section,
  diagnostics: Diagnostic[],
): readonly Charge[] {
  const { human_tasks: tasks, judge } = stated.content as EvaluationSection;
  const { region } = workload;
  const common = {
    project: input.project,
    layer: 'inference',
    feature: 'evaluation',
    owner: { kind: 'workload', name: workload.name },
    region,
    at: stated.at(),
  } as const;
  const list: Charge[] = [];
  if (tasks !== undefined || judge === undefined) {
    const factor: Factor | MissingFactor =
      tasks === undefined
        ? { name: 'tasks', missing: 'what is evaluated is not stated', hint: HINT }
        : declaredFactor('tasks', monthly(tasks, input.month), stated.at('human_tasks'));
    const price = input.prices.price({ subject: 'evaluation', dimension: 'human-task', region });
    list.push(charge({ ...common, component: 'human tasks', unit: 'tasks', factors: [factor], price }));
  }
  if (judge === undefined) return list;
  const answer = input.models.resolve(judge.model);
  if (answer.kind !== 'model') {
    diagnostics.push({
      code: 'model-unknown',
      severity: 'warning',
      message: `${answer.why}.`,
      at: stated.at('judge', 'model'),
    });
  }
  const prompts = declaredFactor(
    'judged answers',
    monthly(judge.prompts, input.month),
    stated.at('judge', 'prompts'),
  );
  for (const side of ['input', 'output'] as const) {
    const key = `${side}_tokens` as const;
    const price =
      answer.kind === 'model'
        ? input.prices.price({ subject: answer.model.key, dimension: side, region, scope: answer.scope })
        : ({ found: false, why: answer.why } as const);
    const tokens = declaredFactor(`judge ${side} tokens`, judge[key].range, stated.at('judge', key));
    const item = answer.kind === 'model' ? { item: answer.model.name } : {};
    list.push(
      charge({
        ...common,
        component: `judge ${side} tokens`,
        ...item,
        unit: 'tokens',
        factors: [prompts, tokens],
        price,
      }),
    );
  }
  return list;
}
