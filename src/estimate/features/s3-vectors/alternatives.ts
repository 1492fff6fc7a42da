import type { Alternative } from '../../../model/alternative.ts';
import { decimal } from '../../../model/decimal.ts';
import type { FeatureInput } from '../../../model/feature.ts';
import { exactly, mapRange, type Range } from '../../../model/range.ts';
import type { Stated } from '../../../model/stated.ts';
import { countInWords } from '../../../model/wording.ts';
import type { Section, Workload } from '../../../model/workload.ts';
import type { VectorUsage } from './usage.ts';

const STORE_SECTION = 'knowledge_base.vector_store';

/** A store whose size nobody states is compared at this one, and the advice says so. */
const GIGABYTES: Range = exactly(10);
const DIMENSIONS = 1024;
const BYTES_PER_VECTOR = DIMENSIONS * 4;
const VECTORS_PER_GB = decimal(1024 ** 3).div(BYTES_PER_VECTOR);

/** An index of S3 Vectors in the place of any other vector store of AWS that a workload pays for. */
export function alternatives(input: FeatureInput<unknown>): readonly Alternative[] {
  return input.workloads.flatMap((workload): readonly Alternative[] => {
    const stated = workload.sections.get(STORE_SECTION);
    const content = stated?.content as { readonly type?: string; readonly storage?: Stated } | undefined;
    const stores = workload.uses.filter(({ role }) => role === 'vector-store');
    const shared = stores.some(({ usedBy }) => usedBy.length > 1);
    const here = content?.type === 's3-vectors' || stores.some(({ feature }) => feature === 's3-vectors');
    if (here || shared || workload.requests === undefined || (content === undefined && stores.length === 0))
      return [];
    const storage = content?.storage ?? stores.map(storageOf).find((size) => size !== undefined);
    const isStated = storage !== undefined && !storage.range.expected.isZero();
    const size = isStated ? storage.range : GIGABYTES;
    const vectors = mapRange(size, (gigabytes) => gigabytes.times(VECTORS_PER_GB).floor());
    const usage: VectorUsage = {
      type: 's3-vectors',
      vectors: { range: vectors },
      dimensions: DIMENSIONS,
      queries: { range: workload.requests.range, per: 'month' },
    };
    const gone = new Set(stores.map(({ resource }) => resource.address));
    return [
      {
        kind: 'vector-store',
        words: [{ name: workload.name }, { plain: ': S3 Vectors as the vector store' }],
        condition: `search by meaning alone is enough, in up to a second, for ${sizeWords(size, vectors, isStated)}`,
        about: `${workload.name}/vector store`,
        workloads: [withStore(workload, usage)],
        resource: (declared) => (gone.has(declared.resource.address) ? undefined : declared),
      },
    ];
  });
}

function sizeWords(size: Range, vectors: Range, isStated: boolean): string {
  const words = `${countInWords(size.expected)} GB of vectors (${countInWords(vectors.expected)} of ${countInWords(decimal(DIMENSIONS))} dimensions`;
  return isStated ? `${words})` : `${words}; no size is stated)`;
}

function storageOf({ usage }: Workload['uses'][number]): Stated | undefined {
  return (usage?.content as { readonly storage?: Stated } | undefined)?.storage;
}

function withStore(workload: Workload, content: VectorUsage): Workload {
  const section: Section = { content, at: () => workload.at };
  return { ...workload, sections: new Map([...workload.sections, [STORE_SECTION, section]]) };
}
