/**
 * Takes a model id apart: what people and programs put before and after it. All by plain text operations, in linear
 * time.
 */
import type { Scope } from '../model/price.ts';

/**
 * Prefixes of inference profiles. Only a known list can be cut off, since the names of providers and models hold dots
 * too. `global` serves anywhere; every other one serves in its geography. Seen in the model cards of 2026-08-22, in the
 * interface's own list of 2026-08-21, and in application code.
 */
export const PROFILE_PREFIXES = ['us', 'us-gov', 'eu', 'apac', 'jp', 'au', 'ca', 'in', 'global'] as const;

/** What the libraries LiteLLM and CrewAI put before the id to choose Bedrock. */
const LIBRARY_PREFIXES = ['bedrock/converse/', 'bedrock/converse_like/', 'bedrock/'];

/** Longer texts are not ids. The longest ARN of Bedrock is far below this. */
const LONGEST_ID = 300;

/** Kinds of ARN that name no model by themselves, with what they are and where the model behind them stands. */
const OPAQUE_KINDS: ReadonlyMap<string, readonly [what: string, why: string]> = new Map([
  [
    'application-inference-profile',
    ['application inference profile', 'the model behind it is stated where the profile is created'],
  ],
  [
    'provisioned-model',
    ['provisioned model', 'it is billed by model units, and its model is stated where it is bought'],
  ],
  [
    'provisioned-model-v2',
    ['provisioned model', 'it is billed by model units, and its model is stated where it is bought'],
  ],
  ['custom-model', ['custom model', 'its base model is stated where it was trained']],
  ['custom-model-deployment', ['custom model deployment', 'its base model is stated where it was trained']],
  ['imported-model', ['imported model', 'it is billed by custom model units']],
  ['default-prompt-router', ['prompt router', 'it chooses between several models']],
  ['prompt-router', ['prompt router', 'it chooses between several models']],
  ['prompt', ['prompt', 'its model is stated where the prompt is created']],
]);

export type ParsedId =
  | { readonly kind: 'id'; readonly id: string; readonly scope: Scope; readonly prefix?: string }
  | { readonly kind: 'opaque'; readonly what: string; readonly why: string }
  | { readonly kind: 'not-an-id'; readonly why: string };

/** The bare id in small letters, without profile prefix; or what else the text is. */
export function parseModelId(text: string): ParsedId {
  if (text.length > LONGEST_ID)
    return { kind: 'not-an-id', why: `a text of ${text.length} characters is no model id` };
  let id = text.replaceAll(/\s/g, '').toLowerCase();
  for (const prefix of LIBRARY_PREFIXES) if (id.startsWith(prefix)) id = id.slice(prefix.length);
  if (id.startsWith('arn:')) {
    const parts = id.split(':');
    const [, , service, , , ...rest] = parts;
    const resource = rest.join(':');
    const slash = resource.indexOf('/');
    const kind = slash < 0 ? '' : resource.slice(0, slash);
    if (service !== 'bedrock' || kind === '')
      return { kind: 'not-an-id', why: `${id} is no ARN of Amazon Bedrock` };
    const opaque = OPAQUE_KINDS.get(kind);
    if (opaque !== undefined) return { kind: 'opaque', what: opaque[0], why: opaque[1] };
    if (kind !== 'foundation-model' && kind !== 'inference-profile') {
      return { kind: 'not-an-id', why: `an ARN of the kind ${kind} names no model` };
    }
    id = resource.slice(slash + 1);
  }
  if (id === '') return { kind: 'not-an-id', why: 'the model id is empty' };
  const dot = id.indexOf('.');
  const prefix = PROFILE_PREFIXES.find((name) => name === id.slice(0, dot));
  if (prefix === undefined) return { kind: 'id', id, scope: 'in-region' };
  return { kind: 'id', id: id.slice(dot + 1), scope: prefix === 'global' ? 'global' : 'geographic', prefix };
}

/**
 * The ways in which a full id is written sloppily: itself, without `:N`, without `-vN:N`, without the date, without
 * `-instruct`. An id that has no version of its own is also known with `-v1` and `-v1:0`, which libraries append.
 */
export function spellingsOf(id: string): readonly string[] {
  const withoutMinor = id.replace(/:\d+$/, '');
  const withoutVersion = withoutMinor.replace(/-v\d+$/, '');
  const undated = id.replace(/-\d{8}(?=-v\d)/, '');
  const withoutDate = withoutVersion.replace(/-\d{4}(\d{4})?$/, '');
  const versioned =
    withoutVersion === id ? [`${id}-v1`, `${id}-v1:0`] : withoutMinor === id ? [`${id}:0`] : [];
  return [
    ...new Set([
      id,
      ...versioned,
      undated,
      withoutMinor,
      withoutVersion,
      withoutDate,
      withoutDate.replace(/-instruct$/, ''),
    ]),
  ];
}

/** An id without the context suffix of provisioned models: `…-v1:0:200k` gives `…-v1:0`. Also `:mm` and `:512`. */
export function withoutContextSuffix(id: string): string {
  const parts = id.split(':');
  return parts.length > 2 ? parts.slice(0, 2).join(':') : id;
}
