/** Nova Act: hours in which an agent works in a browser, without the time that it waits for a person. */
import { z } from 'zod';
import { servedRequests } from '../../../model/call-factors.ts';
import { type Charge, charge, type Factor, type MissingFactor } from '../../../model/charge.ts';
import { declaredFactor } from '../../../model/factors.ts';
import type { Feature, FeatureCharges, FeatureInput } from '../../../model/feature.ts';
import { amount, rate, section } from '../../../model/fields.ts';
import { mapRange } from '../../../model/range.ts';
import { monthly, type Stated } from '../../../model/stated.ts';
import type { Section, Workload } from '../../../model/workload.ts';

const SECTION = 'nova_act';

interface ActSection {
  readonly agent_hours?: Stated | undefined;
  readonly minutes_per_request?: Stated | undefined;
}

export const novaAct: Feature = {
  id: 'nova-act',
  title: 'Nova Act',
  layer: 'inference',
  workloadSections: [
    {
      key: SECTION,
      setAside: { agent_hours: ['minutes_per_request'] },
      description: 'The time that agents work, all together or for one request.',
      schema: () =>
        section({
          agent_hours: z.optional(
            rate('hours').describe('Hours of all agents. Waiting for a person does not count.'),
          ),
          minutes_per_request: z.optional(
            amount('minutes').describe('Minutes of agents for one request, in place of the hours.'),
          ),
        }),
    },
  ],
  charges: actCharges,
};

function actCharges(input: FeatureInput<unknown>): FeatureCharges {
  const charges = input.workloads.flatMap((workload) => {
    const stated = workload.sections.get(SECTION);
    return stated === undefined ? [] : [actCharge(input, workload, stated)];
  });
  return { charges, diagnostics: [] };
}

/** Elapsed hours × price, agents that work at once each for itself (Amazon Nova pricing page, as quoted 2026-02). */
function actCharge(input: FeatureInput<unknown>, workload: Workload, stated: Section): Charge {
  const { region } = workload;
  return charge({
    project: input.project,
    layer: 'inference',
    feature: 'nova-act',
    owner: { kind: 'workload', name: workload.name },
    component: 'agent hours',
    region,
    unit: 'agent-hours',
    factors: hoursOf(input, workload, stated),
    price: input.prices.price({ subject: 'nova-act', dimension: 'agent-hour', region }),
    at: stated.at(),
  });
}

function hoursOf(
  { month }: FeatureInput<unknown>,
  workload: Workload,
  stated: Section,
): readonly (Factor | MissingFactor)[] {
  const { agent_hours: hours, minutes_per_request: minutes } = stated.content as ActSection;
  if (hours !== undefined)
    return [declaredFactor('agent hours', monthly(hours, month), stated.at('agent_hours'))];
  if (minutes === undefined) {
    const hint = 'nova_act: { agent_hours: 100 per month }';
    return [{ name: 'agent hours', missing: 'how long agents work is not stated', hint }];
  }
  const perRequest = mapRange(minutes.range, (value) => value.div(60));
  const factor = declaredFactor('agent hours per request', perRequest, stated.at('minutes_per_request'));
  const shownAs = { name: 'minutes per request (as hours)', value: minutes.range };
  return [...servedRequests(workload), { ...factor, shownAs }];
}
