import {
  type Charge,
  type ChargeDraft,
  charge,
  type Factor,
  type MissingFactor,
} from '../../../model/charge.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import { declaredFactor, factorFrom } from '../../../model/factors.ts';
import type { FeatureCharges, FeatureInput } from '../../../model/feature.ts';
import { priceOrOwn } from '../../../model/own-price.ts';
import type { PriceAnswer } from '../../../model/price.ts';
import { exactly } from '../../../model/range.ts';
import { resourceLine } from '../../../model/resource-usage.ts';
import type { Stated } from '../../../model/stated.ts';
import { type Statement, standings } from '../../../model/statements.ts';
import { isUnknown, type Unknown } from '../../../model/value.ts';
import type { Section } from '../../../model/workload.ts';
import { type CustomModel, type CustomModelSection, type Method, SECTION } from './model.ts';

const FEATURE = 'model-customization';

/** One custom model, wherever it is stated. */
interface Customized {
  readonly owner: Charge['owner'];
  readonly region: string | Unknown;
  readonly base: string | Unknown | undefined;
  readonly method: Method | Unknown;
  readonly usage: CustomModelSection;
  readonly stated: Section | undefined;
  readonly models: Factor;
  readonly epochs: Factor | MissingFactor;
  readonly at: Charge['at'] & object;
  hint(usage: string): string;
}

/** Storage a month, and training once, of every custom model. */
export function customModelCharges(input: FeatureInput<CustomModel>): FeatureCharges {
  const diagnostics: Diagnostic[] = [];
  const charges = [...statedModels(input, diagnostics), ...declaredModels(input, diagnostics)].flatMap(
    (model) => [storageCharge(input, model), ...trainingCharges(input, model, diagnostics)],
  );
  return { charges, diagnostics };
}

function statedModels(input: FeatureInput<CustomModel>, diagnostics: Diagnostic[]): readonly Customized[] {
  const statements = input.workloads.flatMap((workload): readonly Statement[] => {
    const stated = workload.sections.get(SECTION);
    if (stated === undefined) return [];
    const used = workload.uses.filter(({ role }) => role === 'custom-model');
    const open = used.filter(({ pricedBy }) => pricedBy === undefined);
    if (used.length > 0 && open.length === 0) return [];
    return [{ workload, stated, about: new Set(open.map(({ resource }) => resource.address)) }];
  });
  return standings(statements).flatMap(({ statement, saidBy, overlap }): readonly Customized[] => {
    const { workload, stated, about } = statement;
    const other = saidBy ?? overlap?.other;
    if (other !== undefined) {
      const address = overlap?.address ?? [...about][0];
      diagnostics.push(...statedByTwo(workload.name, other.workload.name, address, stated));
      return [];
    }
    const usage = stated.content as CustomModelSection;
    const { models } = usage;
    return [
      {
        owner: { kind: 'workload', name: workload.name },
        region: workload.region,
        base: usage.base_model,
        method: usage.method ?? 'fine-tuning',
        usage,
        stated,
        models: declaredFactor('models', models?.range ?? exactly(1), stated.at('models')),
        epochs: epochsOf(usage.epochs, stated, undefined),
        at: stated.at(),
        hint: (words) => `custom_model: { ${words} }`,
      },
    ];
  });
}

function declaredModels(input: FeatureInput<CustomModel>, diagnostics: Diagnostic[]): readonly Customized[] {
  const covering = coveringWorkloads(input);
  return input.resources.flatMap(({ resource, facts, usage: stated, pricedBy }): readonly Customized[] => {
    if (pricedBy !== undefined) return [];
    const cover = covering.get(resource.address);
    if (cover !== undefined) {
      if (stated !== undefined) diagnostics.push(statedTwice(cover, resource.address, stated));
      return [];
    }
    const usage = (stated?.content ?? {}) as CustomModelSection;
    return [
      {
        owner: { kind: 'resource', name: resource.address },
        region: resource.region ?? input.region,
        base: facts.base,
        method: facts.method,
        usage,
        stated,
        models: factorFrom('iac', 'models', 1, resource.at),
        epochs: epochsOf(usage.epochs, stated, facts.epochs, resource.at),
        at: resource.at,
        hint: (words) => resourceLine(resource.address, words),
      },
    ];
  });
}

/** The workload whose own section states a model, by the address of each model that it uses. */
function coveringWorkloads({ workloads }: FeatureInput<CustomModel>): ReadonlyMap<string, string> {
  const covering = new Map<string, string>();
  for (const { name, sections, uses } of workloads) {
    if (!sections.has(SECTION)) continue;
    for (const { role, resource } of uses) {
      if (role === 'custom-model' && !covering.has(resource.address)) covering.set(resource.address, name);
    }
  }
  return covering;
}

function statedTwice(workload: string, address: string, stated: Section): Diagnostic {
  return {
    code: 'charge-counted-once',
    severity: 'warning',
    message: `${SECTION} of ${workload} states the custom model that it uses, and so does resources for ${address}: that of the workload counts.`,
    at: stated.at(),
    hint: `state it once: under ${SECTION} of ${workload}, or for ${address} under resources`,
  };
}

/** One model is kept and trained once. A section that only names its base model says how calls to it are priced. */
function statedByTwo(
  workload: string,
  other: string,
  address: string | undefined,
  stated: Section,
): readonly Diagnostic[] {
  const { base_model, method: _, ...more } = stated.content as CustomModelSection;
  if (Object.values(more).every((value) => value === undefined)) return [];
  return [
    {
      code: 'charge-counted-once',
      severity: 'warning',
      message: `${SECTION} of ${workload} and that of ${other} are of ${address}; its storage and training are counted for ${other}.`,
      at: stated.at(),
      hint: `custom_model: { base_model: ${base_model} }  # in ${workload}, without the training`,
    },
  ];
}

/** As stated, else as the infrastructure code has it. What a model takes by default differs, so nothing is assumed. */
function epochsOf(
  epochs: Stated | undefined,
  stated: Section | undefined,
  declared: string | Unknown | undefined,
  at?: Charge['at'],
): Factor | MissingFactor {
  const name = 'epochs';
  if (epochs !== undefined && stated !== undefined)
    return declaredFactor(name, epochs.range, stated.at('epochs'));
  if (typeof declared === 'string' && /^\d{1,6}$/.test(declared))
    return factorFrom('iac', name, declared, at);
  const why = isUnknown(declared) ? `: ${declared.why}` : '';
  return { name, missing: `how many epochs the training has is not stated${why}`, hint: 'epochs: 3' };
}

function common(input: FeatureInput<CustomModel>, { owner, region, at }: Customized) {
  return { project: input.project, layer: 'inference', feature: 'custom-models', owner, region, at } as const;
}

function storageCharge(input: FeatureInput<CustomModel>, model: Customized): Charge {
  return charge({
    ...common(input, model),
    component: 'model storage',
    kind: 'floor',
    unit: 'model-months',
    factors: [model.models],
    price: input.prices.price({ subject: FEATURE, dimension: 'storage', region: model.region }),
    notes: ['billed even when idle'],
  });
}

/**
 * Training costs tokens × epochs, reinforcement fine-tuning hours, and distillation the teacher's answers at its
 * on-demand price beside the student's training (Amazon Bedrock pricing page, model customization, 2026).
 */
function trainingCharges(
  input: FeatureInput<CustomModel>,
  model: Customized,
  diagnostics: Diagnostic[],
): readonly Charge[] {
  const { method, usage, stated } = model;
  const once = { ...common(input, model), period: 'one-time' } as const;
  diagnostics.push(...otherMethods(model));
  if (isUnknown(method)) {
    const factors = [{ name: 'training', missing: `how it is trained is not known: ${method.why}` }];
    return [charge({ ...once, component: 'training', unit: 'tokens', factors, price: NO_PRICE })];
  }
  if (method === 'reinforcement') {
    const price = input.prices.price({
      subject: FEATURE,
      dimension: 'reinforcement-training-hour',
      region: model.region,
    });
    const hours = statedOr(
      usage.training_hours,
      stated,
      'training_hours',
      'hours',
      model.hint('training_hours: 10'),
    );
    return [charge({ ...once, component: 'reinforcement training', unit: 'hours', factors: [hours], price })];
  }
  const tokens = statedOr(
    usage.training_tokens,
    stated,
    'training_tokens',
    'training tokens',
    model.hint('training_tokens: 20M, epochs: 3'),
  );
  const { price, item } = trainingPrice(input, model, diagnostics);
  const training = charge({
    ...once,
    component: 'training tokens',
    ...(item === undefined ? {} : { item }),
    unit: 'tokens',
    factors: [tokens, model.epochs],
    price,
  });
  return method === 'distillation'
    ? [...teacherCharges(input, model, once, diagnostics), training]
    : [training];
}

/** Keys that say how much another kind of training takes. */
function otherMethods(model: Customized): readonly Diagnostic[] {
  const { method, usage, stated } = model;
  if (isUnknown(method) || stated === undefined) return [];
  const byTokens = ['training_tokens', 'epochs'] as const;
  const strange =
    method === 'reinforcement'
      ? ([...byTokens, 'teacher'] as const)
      : (['training_hours', ...(method === 'distillation' ? [] : (['teacher'] as const))] as const);
  return strange
    .filter((key) => usage[key] !== undefined)
    .map((key) => ({
      code: 'manifest-conflict',
      severity: 'warning',
      message: `${key} counts nothing: the model is trained by ${method.replaceAll('-', ' ')}.`,
      at: stated.at(key),
      hint: model.hint(method === 'reinforcement' ? 'training_hours: 10' : 'training_tokens: 20M, epochs: 3'),
    }));
}

const NO_PRICE: PriceAnswer = { found: false, why: 'not known' };

function statedOr(
  amount: Stated | undefined,
  stated: Section | undefined,
  key: string,
  name: string,
  hint: string,
): Factor | MissingFactor {
  if (amount !== undefined && stated !== undefined) return declaredFactor(name, amount.range, stated.at(key));
  return { name, missing: `how many ${name} it takes is not stated`, hint };
}

interface ItemPrice {
  readonly price: PriceAnswer;
  readonly item?: string;
}

function trainingPrice(
  input: FeatureInput<CustomModel>,
  { base, region, at }: Customized,
  diagnostics: Diagnostic[],
): ItemPrice {
  if (base === undefined || isUnknown(base)) {
    return { price: { found: false, why: base?.why ?? 'the model that is customized is not stated' } };
  }
  const answer = input.models.resolve(base);
  if (answer.kind !== 'model') {
    diagnostics.push({ code: 'model-unknown', severity: 'warning', message: `${answer.why}.`, at });
    return { price: { found: false, why: answer.why } };
  }
  const { key, name } = answer.model;
  return { price: priceOrOwn(input.prices, { subject: key, dimension: 'training', region }), item: name };
}

function teacherCharges(
  input: FeatureInput<CustomModel>,
  model: Customized,
  once: Omit<ChargeDraft, 'component' | 'unit' | 'factors' | 'price'>,
  diagnostics: Diagnostic[],
): readonly Charge[] {
  const { usage, stated, region } = model;
  const { teacher } = usage;
  const hint = model.hint('teacher: { model: amazon.nova-pro-v1:0, input_tokens: 10M, output_tokens: 5M }');
  const answer = teacher === undefined ? undefined : input.models.resolve(teacher.model);
  if (answer !== undefined && answer.kind !== 'model') {
    const at = stated?.at('teacher', 'model') ?? model.at;
    diagnostics.push({ code: 'model-unknown', severity: 'warning', message: `${answer.why}.`, at });
  }
  return (['input', 'output'] as const).map((side) => {
    const name = `teacher ${side} tokens`;
    const amount = teacher?.[`${side}_tokens`];
    const tokens =
      amount === undefined || stated === undefined
        ? { name, missing: 'what the teacher is asked is not stated', hint }
        : declaredFactor(name, amount.range, stated.at('teacher', `${side}_tokens`));
    const price =
      answer?.kind === 'model'
        ? input.prices.price({ subject: answer.model.key, dimension: side, region, scope: answer.scope })
        : ({ found: false, why: answer?.why ?? 'the teacher is not stated', hint } as const);
    const item = answer?.kind === 'model' ? { item: answer.model.name } : {};
    return charge({ ...once, component: name, ...item, unit: 'tokens', factors: [tokens], price });
  });
}
