/** One workload as lines of a manifest. */
import type { Candidate, KnownKey, OpenKey } from './candidate.ts';
import type { Preset } from './presets.ts';
import { inComment } from './yaml-text.ts';

/** The lines of a workload, indented for the place below `workloads:`. `step` is the indentation of its name. */
export function workloadLines(
  name: string,
  candidate: Candidate,
  preset: Preset | undefined,
  step: string,
): readonly string[] {
  const { known, sizes, open } = contentOf(candidate, preset);
  const inner = `${step}  `;
  return [
    `${step}${name}:`,
    `${inner}# ${inComment(candidate.about)}`,
    ...known.flatMap((key) => knownLines(key, inner)),
    ...(preset === undefined || sizes.length === 0
      ? []
      : [`${inner}source:`, ...sourceLines(preset, sizes).map((line) => `${inner}  ${line}`)]),
    ...sizes.map(([key, value]) => `${inner}${key}: ${value}`),
    ...open.map((key) => openLine(key, inner)),
  ];
}

/** The same inside of braces: every line that is stated ends with a comma, and so would those that are filled in. */
export function workloadEntry(
  name: string,
  candidate: Candidate,
  preset: Preset | undefined,
  step: string,
): readonly string[] {
  const { known, sizes, open } = contentOf(candidate, preset);
  const inner = `${step}  `;
  const inBraces = (key: string, lines: readonly string[]) => [
    `${inner}${key}: {`,
    ...lines.map((line) => `${inner}  ${line},`),
    `${inner}},`,
  ];
  return [
    `${step}${name}: {`,
    `${inner}# ${inComment(candidate.about)}`,
    ...known.flatMap(({ key, value }) =>
      key === 'calls' ? inBraces(key, value.split('\n')) : [`${inner}${key}: ${value},`],
    ),
    ...(preset === undefined || sizes.length === 0 ? [] : inBraces('source', sourceLines(preset, sizes))),
    ...sizes.map(([key, value]) => `${inner}${key}: ${value},`),
    ...open.map((key) => openLine({ ...key, value: `${key.value},` }, inner)),
    `${step}},`,
  ];
}

/** What is known, what a preset fills in, and what is left open. */
function contentOf(
  candidate: Candidate,
  preset: Preset | undefined,
): {
  readonly known: readonly KnownKey[];
  readonly sizes: Preset['keys'];
  readonly open: readonly OpenKey[];
} {
  const sizes = preset === undefined ? [] : filledBy(preset, candidate);
  const filled = new Set(sizes.map(([key]) => key));
  const open = candidate.open.filter(({ key }) => !filled.has(key));
  return { known: candidate.known, sizes, open };
}

/** The sizes of a preset that fit a workload: those of chats are none for a model that embeds or draws. */
function filledBy(preset: Preset, { purposes, severalCalls }: Candidate): Preset['keys'] {
  const fits =
    preset.name === 'embedding' ? purposes.size === 1 && purposes.has('embedding') : purposes.has('text');
  if (!fits) return [];
  return preset.keys.filter(([key]) => key !== 'calls_per_request' || !severalCalls);
}

/** Sizes of a preset are assumed, and say so wherever they are shown. */
function sourceLines(preset: Preset, sizes: Preset['keys']): readonly string[] {
  const said = JSON.stringify(`assumed, ${preset.name} preset: ${preset.source}`);
  return sizes.map(([key]) => `${key}: ${said}`);
}

function knownLines({ key, value }: KnownKey, inner: string): readonly string[] {
  if (key !== 'calls') return [`${inner}${key}: ${value}`];
  return [`${inner}${key}:`, ...value.split('\n').map((line) => `${inner}  ${line}`)];
}

function openLine({ key, value, note }: OpenKey, inner: string): string {
  return `${inner}# ${key}: ${value}  # fill in: ${inComment(note)}`;
}
