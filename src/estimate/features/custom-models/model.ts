/** What is known of a custom model: from the manifest, or from the infrastructure code. */
import { z } from 'zod';
import { amount, modelId, oneOf, section } from '../../../model/fields.ts';
import type { Stated } from '../../../model/stated.ts';
import { isUnknown, type Unknown } from '../../../model/value.ts';

export const SECTION = 'custom_model';

const METHODS = ['fine-tuning', 'continued-pre-training', 'reinforcement', 'distillation'] as const;
export type Method = (typeof METHODS)[number];

/** As infrastructure code declares it. */
export interface CustomModel {
  readonly base: string | Unknown | undefined;
  readonly method: Method | Unknown;
  readonly epochs: string | Unknown | undefined;
}

/** As a manifest states it. */
export interface CustomModelSection {
  readonly base_model?: string | undefined;
  readonly method?: Method | undefined;
  readonly training_tokens?: Stated | undefined;
  readonly epochs?: Stated | undefined;
  readonly training_hours?: Stated | undefined;
  readonly teacher?: TeacherSection | undefined;
  readonly models?: Stated | undefined;
}

export interface TeacherSection {
  readonly model: string;
  readonly input_tokens: Stated;
  readonly output_tokens: Stated;
}

function trainingShape() {
  const teacher = section({
    model: modelId(),
    input_tokens: amount('tokens').describe('Tokens of all prompts together.'),
    output_tokens: amount('tokens').describe('Tokens of all answers together.'),
  });
  return {
    training_tokens: z.optional(amount('tokens').describe('Tokens of the training data, once through.')),
    epochs: z.optional(amount('epochs').describe('How often the training goes through the data.')),
    training_hours: z.optional(amount('hours').describe('Hours of reinforcement fine-tuning.')),
    teacher: z.optional(teacher.describe('Distillation: what the teacher is asked for training data.')),
  };
}

export const RESOURCE_SCHEMA = () => section(trainingShape());

export const WORKLOAD_SCHEMA = () =>
  section({
    base_model: modelId().describe('The model that is customized.'),
    method: z.optional(oneOf(METHODS).describe('`fine-tuning` where absent.')),
    ...trainingShape(),
    models: z.optional(amount('models').describe('How many custom models are kept. 1 where absent.')),
  });

/** Absent is fine-tuning, the default of the interface. */
export function methodOf(type: string | Unknown | undefined): Method | Unknown {
  if (isUnknown(type)) return type;
  const word = type?.toLowerCase().replaceAll('_', '-') ?? 'fine-tuning';
  if (word === 'reinforcement-fine-tuning') return 'reinforcement';
  const known = METHODS.find((method) => method === word);
  return known ?? { kind: 'unknown', why: `customization_type is ${type}, which is not known` };
}
