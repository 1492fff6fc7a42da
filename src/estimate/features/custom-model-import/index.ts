/** Imported models: custom model units by the minute while a copy is active, and their storage. */
import { z } from 'zod';
import { type Charge, charge, type Factor, type MissingFactor } from '../../../model/charge.ts';
import { declaredFactor, factorFrom } from '../../../model/factors.ts';
import type { Feature, FeatureCharges, FeatureInput } from '../../../model/feature.ts';
import { amount, oneOf, rate, section } from '../../../model/fields.ts';
import { mapRange, multiplyRanges } from '../../../model/range.ts';
import { monthly, type Stated } from '../../../model/stated.ts';
import { countInWords } from '../../../model/wording.ts';
import type { Section, Workload } from '../../../model/workload.ts';

const SECTION = 'custom_model_import';

/** A copy is billed in windows of so many minutes, from its first call on (Amazon Bedrock user guide, import, 2026). */
const WINDOW = 5;

const HINT = 'custom_model_import: { custom_model_units: 2, bursts: 20 per day, minutes_per_burst: 10 }';

interface ImportSection {
  readonly custom_model_units?: Stated | undefined;
  readonly version?: 'v1' | 'v2' | undefined;
  readonly copies?: Stated | undefined;
  readonly active_minutes?: Stated | undefined;
  readonly bursts?: Stated | undefined;
  readonly minutes_per_burst?: Stated | undefined;
}

export const customModelImport: Feature = {
  id: 'custom-model-import',
  title: 'Custom model import',
  layer: 'inference',
  workloadSections: [
    {
      key: SECTION,
      setAside: { active_minutes: ['bursts', 'minutes_per_burst'] },
      description: 'An imported model: the units of a copy, how many copies are active, and for how long.',
      schema: () =>
        section({
          custom_model_units: z.optional(
            amount('units').describe('Custom model units of one copy, as the import says them.'),
          ),
          version: z.optional(
            oneOf(['v1', 'v2']).describe('Version of the units, as the import says it. `v1` where absent.'),
          ),
          copies: z.optional(amount('copies').describe('Copies that are active, the mean. 1 where absent.')),
          active_minutes: z.optional(
            rate('minutes').describe('Minutes in which copies are active, in whole windows of 5.'),
          ),
          bursts: z.optional(
            rate('bursts').describe('Times of use with pauses between them, in place of `active_minutes`.'),
          ),
          minutes_per_burst: z.optional(
            amount('minutes').describe('From the first call to the last of one burst.'),
          ),
        }),
    },
  ],
  // A model import is a job: no resource declares it (provider and resource specification of 2026-11).
  charges: importCharges,
};

function importCharges(input: FeatureInput<unknown>): FeatureCharges {
  const charges = input.workloads.flatMap((workload) => {
    const stated = workload.sections.get(SECTION);
    return stated === undefined ? [] : chargesOf(input, workload, stated);
  });
  return { charges, diagnostics: [] };
}

/** Units of a copy × copies × minutes × price, and the units of one copy × the price of a month of storage. */
function chargesOf(input: FeatureInput<unknown>, workload: Workload, stated: Section): readonly Charge[] {
  const content = stated.content as ImportSection;
  const { region } = workload;
  const common = {
    project: input.project,
    layer: 'inference',
    feature: 'custom-model-import',
    owner: { kind: 'workload', name: workload.name },
    region,
    at: stated.at(),
  } as const;
  const ask = (dimension: string) =>
    input.prices.price({ subject: 'custom-model-import', dimension, region });
  const units = unitsOf(content, stated);
  const copies =
    content.copies === undefined
      ? factorFrom('assumed', 'copies', 1, stated.at())
      : declaredFactor('copies', content.copies.range, stated.at('copies'));
  const { minutes, note } = minutesOf(input, content, stated);
  return [
    charge({
      ...common,
      component: 'active copies',
      unit: 'custom-model-unit minutes',
      factors: [units, copies, minutes],
      price: ask(content.version === 'v2' ? 'custom-model-unit-minute-v2' : 'custom-model-unit-minute'),
      notes: [note],
    }),
    charge({
      ...common,
      component: 'model storage',
      kind: 'floor',
      unit: 'custom-model-unit months',
      factors: [units],
      price: ask('storage'),
      notes: ['billed even when idle'],
    }),
  ];
}

function unitsOf({ custom_model_units: units }: ImportSection, stated: Section): Factor | MissingFactor {
  const name = 'custom model units';
  if (units !== undefined) return declaredFactor(name, units.range, stated.at('custom_model_units'));
  return { name, missing: 'how many custom model units a copy has is not stated', hint: HINT };
}

/** Minutes that a copy is billed in a month, under one name whichever way they are stated, and how they come about. */
function minutesOf(
  { month }: FeatureInput<unknown>,
  { active_minutes: active, bursts, minutes_per_burst: length }: ImportSection,
  stated: Section,
): { readonly minutes: Factor | MissingFactor; readonly note: string } {
  const name = 'billed minutes';
  const note = `billed in windows of ${WINDOW} minutes`;
  if (active !== undefined)
    return { minutes: declaredFactor(name, monthly(active, month), stated.at('active_minutes')), note };
  if (bursts === undefined || length === undefined) {
    return { minutes: { name, missing: 'how long the copies are active is not stated', hint: HINT }, note };
  }
  const times = monthly(bursts, month);
  const windows = mapRange(length.range, (minutes) => minutes.div(WINDOW).ceil().times(WINDOW));
  const words = `${countInWords(times.expected)} bursts of ${countInWords(windows.expected)} minutes, ${note}`;
  return { minutes: declaredFactor(name, multiplyRanges(times, windows), stated.at('bursts')), note: words };
}
