import type { Alternative } from '../../../model/alternative.ts';
import type { FeatureInput } from '../../../model/feature.ts';
import type { Section, Workload } from '../../../model/workload.ts';
import { type Commitment, type Facts, SECTION } from './reservations.ts';

const LONGER: Readonly<Record<Commitment, readonly Commitment[]>> = {
  none: ['1-month', '6-months'],
  '1-month': ['6-months'],
  '6-months': [],
};

/** Longer commitments for the same model units, and the same calls on demand. */
export function alternatives(input: FeatureInput<Facts>): readonly Alternative[] {
  return [...input.workloads.flatMap(ofWorkload), ...input.resources.flatMap(ofResource)];
}

function ofWorkload(workload: Workload): readonly Alternative[] {
  const section = workload.sections.get(SECTION);
  const content = section?.content as { readonly commitment: Commitment } | undefined;
  if (section === undefined || content === undefined) return [];
  const about = `${workload.name}/model units`;
  const { name } = workload;
  const sections = new Map([...workload.sections].filter(([key]) => key !== SECTION));
  const calls = workload.calls.map(({ capacity: _capacity, ...call }) => call);
  return [
    ...LONGER[content.commitment].map((commitment) => {
      const longer: Section = { ...section, content: { ...content, commitment } };
      return {
        ...committed(name, commitment, about),
        workloads: [{ ...workload, sections: new Map([...workload.sections, [SECTION, longer]]) }],
      };
    }),
    {
      kind: 'on-demand',
      words: [{ name }, { plain: ': on demand instead of model units' }],
      condition: 'the quotas of on-demand calls are enough, and the model is called as it is sold',
      about,
      workloads: [{ ...workload, sections, calls }],
    },
  ];
}

function ofResource({
  resource,
  feature,
  facts,
}: FeatureInput<Facts>['resources'][number]): readonly Alternative[] {
  if (facts.kind !== 'throughput' || typeof facts.commitment !== 'string') return [];
  const { address } = resource;
  return LONGER[facts.commitment].map((commitment) => ({
    ...committed(address, commitment, address),
    resource: (other) =>
      other.resource.address === address && other.feature === feature
        ? { ...other, facts: { ...facts, commitment } }
        : other,
  }));
}

function committed(name: string, commitment: Commitment, about: string) {
  const term = commitment.replace('-', ' ');
  return {
    kind: 'commitment',
    words: [{ name }, { plain: `: model units committed for ${term}` }],
    condition: `they are needed for ${term} whatever happens`,
    about,
  };
}
