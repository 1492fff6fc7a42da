/** What a line does that names another model, profile or tier: the first thing that a reviewer of that line asks. */
import { type Decimal, ZERO } from '../model/decimal.ts';
import type { ModelChange } from '../model/model-change.ts';
import type { Report } from '../model/report.ts';
import type { SourceLocation } from '../model/source-location.ts';
import type { Switch } from '../model/switch.ts';
import { type Annotation, LINE_CHARACTERS, lineKey, placed } from './annotation.ts';
import { type Line, line } from './document.ts';
import { plain } from './escape.ts';
import { count, signedUsd } from './money.ts';
import { changeFacts } from './sections/model-changes.ts';
import { spansOf } from './terminal-text.ts';

/** Lines of one change that are marked; workloads of one line that are told one by one. */
const PLACES = 3;
const TOLD = 3;

/**
 * A notice for each line that switches what is billed, those with the largest effect first; then one for each line with
 * a model that no workload names. `isSaid` tells the lines where a problem says already what to write.
 */
export function modelAnnotations(
  report: Report,
  isSaid: (key: string) => boolean,
): readonly (Annotation & { readonly file: string })[] {
  const all = [...switchAnnotations(report.switches), ...uncountedAnnotations(report, isSaid)];
  const seen = new Set<string>();
  return all.flatMap((annotation) => {
    const { file } = annotation;
    const key = lineKey(annotation);
    if (file === undefined || key === undefined || seen.has(key)) return [];
    seen.add(key);
    return [{ ...annotation, file }];
  });
}

/** The switches that an annotation tells: those at a line that can be marked. */
export function isMarked({ at }: Switch): boolean {
  return placed(at).file !== undefined;
}

function switchAnnotations(switches: readonly Switch[]): readonly Annotation[] {
  const lines = new Map<string, { place: ReturnType<typeof placed>; told: Switch[]; isEcho: boolean }>();
  const note = (at: SourceLocation, one: Switch, isEcho: boolean) => {
    const place = placed(at);
    const key = lineKey(place);
    if (key === undefined) return;
    const known = lines.get(key);
    if (known === undefined) lines.set(key, { place, told: [one], isEcho });
    else if (known.isEcho === isEcho) known.told.push(one);
  };
  for (const one of switches) if (one.at !== undefined) note(one.at, one, false);
  for (const one of switches) for (const at of one.elsewhere.slice(0, PLACES)) note(at, one, true);
  return [...lines.values()]
    .map((entry) => ({ ...entry, size: sumOf(entry.told).abs() }))
    .sort((a, b) => Number(a.isEcho) - Number(b.isEcho) || b.size.cmp(a.size))
    .map(({ place, told, isEcho }) => ({
      level: 'notice',
      title: 'Bedrock cost: what this line changes',
      message: switchWords(told, isEcho),
      ...place,
    }));
}

function switchWords(told: readonly Switch[], isEcho: boolean): string {
  const sentences = told.slice(0, TOLD).map((one) => `${isEcho ? ECHO : ''}${switchSentence(one)}`);
  const rest = told.slice(TOLD);
  if (rest.length > 0) sentences.push(`${count(rest.length)} more: ${amountWords(sumOf(rest))}.`);
  return sentences.map((sentence) => plain(sentence)).join('\n');
}

const ECHO = 'The same switch as that of a workload, which is counted there: ';

/** `chat: Nova Pro, us profile → Nova 2 Lite, global profile: −$600.00 a month (model −$560.00, profile −$40.00).` */
function switchSentence(one: Switch): string {
  const { owner, call, from, to, unpriced } = one;
  const who = call === undefined ? owner.name : `${owner.name}, ${call}`;
  const what = `${who}: ${from} → ${to}`;
  const amounts = byKind(one);
  if (unpriced !== undefined && amounts.size === 0)
    return `${what}. What it changes is not known: ${unpriced}.`;
  const split =
    amounts.size < 2
      ? ''
      : ` (${[...amounts].map(([kind, amount]) => `${kind} ${signedUsd(amount)}`).join(', ')})`;
  const missing = unpriced === undefined ? '' : ` Some of it has no price: ${unpriced}.`;
  return `${what}: ${amountWords(sumOf([one]))}${split}.${missing}`;
}

function amountWords(amount: Decimal): string {
  return amount.isZero() ? 'no difference' : `${signedUsd(amount)} a month`;
}

function byKind({ parts }: Switch): ReadonlyMap<string, Decimal> {
  const amounts = new Map<string, Decimal>();
  for (const { kind, amount } of parts) amounts.set(kind, (amounts.get(kind) ?? ZERO).plus(amount));
  return amounts;
}

function sumOf(switches: readonly Switch[]): Decimal {
  return switches.flatMap(({ parts }) => parts).reduce((sum, { amount }) => sum.plus(amount), ZERO);
}

function uncountedAnnotations(
  { modelChanges }: Report,
  isSaid: (key: string) => boolean,
): readonly Annotation[] {
  return modelChanges.uncounted.flatMap((change) => {
    if (change.after === undefined) return [];
    const { what, facts } = changeFacts(change, modelChanges);
    return change.places.slice(0, PLACES).map(({ at }, index) => {
      const place = placed(at);
      const said = isSaid(lineKey(place) ?? '');
      const more = change.places.length - PLACES;
      const further =
        index > 0 || more <= 0
          ? []
          : [line`the same in ${count(more)} more ${more === 1 ? line`place` : line`places`}`];
      const lines = [line`${what}${because(change)}`, ...facts, ...further].map(text);
      if (index === 0 && !said) lines.push(...toWrite(change));
      return {
        level: 'notice' as const,
        title: 'Bedrock cost: model not counted',
        message: lines.join('\n'),
        ...place,
      };
    });
  });
}

function because({ staleWorkload }: ModelChange): Line {
  return staleWorkload === undefined
    ? line`: in no total, as no workload of a manifest says how often it runs`
    : line``;
}

function toWrite({ lines, staleWorkload }: ModelChange): readonly string[] {
  if (lines.length === 0) return [];
  const where =
    staleWorkload === undefined
      ? 'To count it, below workloads: of the manifest and with your own numbers: '
      : 'To count it, in the manifest: ';
  return [where + plain(lines.map((one) => one.trim()).join(' '), LINE_CHARACTERS)];
}

function text(one: Line): string {
  return spansOf(one)
    .map((span) => span.text)
    .join('');
}
