/** A workload that the code declares, before it is written into a manifest. */
import { type ModelPurpose, purposeOf } from '../code/purpose.ts';
import { plainScalar } from '../manifest/scalars.ts';
import { nameProblem } from '../model/fields.ts';
import { LIMITS } from '../model/limits.ts';

/** A key of a workload that is known, and its value as YAML. */
export interface KnownKey {
  readonly key: string;
  /** Of `calls`, a line for each. */
  readonly value: string;
}

/** A key that somebody has to fill in. It stands as a comment until then, so that it is not priced and not invented. */
export interface OpenKey {
  readonly key: string;
  /** With `N` in the place of each number. */
  readonly value: string;
  readonly note: string;
}

export interface Candidate {
  /** The wanted name; two may want the same. */
  readonly name: string;
  /** What it is and where it stands. */
  readonly about: string;
  readonly known: readonly KnownKey[];
  readonly open: readonly OpenKey[];
  /** What its models make: sizes of chats do not fit one that embeds or draws. */
  readonly purposes: ReadonlySet<ModelPurpose>;
  /** Whether it has several named calls. */
  readonly severalCalls: boolean;
  /** Addresses of the resources that it is bound to. */
  readonly addresses: readonly string[];
  /** Addresses of further resources that it uses. */
  readonly uses: readonly string[];
  /** Environment variables that it takes its models from. */
  readonly variables: readonly string[];
  /** Texts that a manifest which knows it already mentions, were it in a comment. */
  readonly mentions: readonly string[];
  /** Model ids that stand in the file that it is bound to. */
  readonly ids: readonly string[];
}

/** A name after the grammar of names, out of any text. */
export function nameFrom(text: string, otherwise: string): string {
  const plain = text
    .replace(/[^A-Za-z0-9.-]+/g, '-')
    .replace(/^[^A-Za-z0-9]+/, '')
    .slice(0, LIMITS.nameCharacters - 4)
    .replace(/[.-]+$/, '');
  // YAML reads `0`, `1e5` and `true` as something else than a name.
  const isText = typeof plainScalar(plain) === 'string';
  return !isText || nameProblem(plain) !== undefined ? otherwise : plain;
}

/** A name that is not taken: `chat`, `chat-2`. */
export function unusedName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  let count = 2;
  while (taken.has(`${name}-${count}`)) count += 1;
  return `${name}-${count}`;
}

/** What models make by their ids; one whose id is not known is taken to make text. */
export function purposesOf(ids: readonly (string | undefined)[]): ReadonlySet<ModelPurpose> {
  return new Set(ids.map((id) => (id === undefined ? 'text' : purposeOf(id))));
}

/** A model that reranks is billed by the query, and stands in a section of its own. */
export function rerankKey(ids: readonly (string | undefined)[]): readonly KnownKey[] {
  const id = ids.find((one) => one !== undefined && purposeOf(one) === 'reranking');
  if (id === undefined) return [];
  return [{ key: 'knowledge_base', value: `{ rerank: { model: ${JSON.stringify(id)} } }` }];
}
