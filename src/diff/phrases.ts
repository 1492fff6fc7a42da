/** A change of one figure, as a colleague would say it. */
import type { Charge } from '../model/charge.ts';
import type { Cause } from '../model/report.ts';
import { valueWords, type Words } from '../model/words.ts';

/** Figures whose short names say too little outside of the arithmetic. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['calls per request', 'model calls per request'],
  ['input tokens', 'input tokens per call'],
  ['output tokens', 'output tokens per call'],
  ['cached tokens', 'cached tokens per call'],
  ['system prompt tokens', 'system prompt tokens per call'],
  ['chunks', 'retrieved chunks per call'],
  ['tokens of a chunk', 'tokens per retrieved chunk'],
  ['requests', 'requests a month'],
  ['share over the reserved capacity', 'share of calls over the reserved capacity'],
]);

/** `model calls per request 5 → 6`, `global profile instead of us, −9.1%`; behind the name of the owner. */
export function changePhrase(charge: Charge, cause: Cause): readonly Words[] {
  const { kind, from = '', to = '' } = cause;
  const effect: readonly Words[] =
    cause.percent === undefined ? [] : [{ plain: ', ' }, { figure: cause.percent, as: 'change' }];
  switch (kind) {
    case 'profile':
      return [{ plain: `${to} instead of ${insteadOf(from, to)}` }, ...effect];
    case 'tier':
      return [{ plain: `${to} tier instead of ${from}` }, ...effect];
    case 'context':
      return [
        { plain: to === 'long' ? 'long-context price' : `${to} price instead of long context` },
        ...effect,
      ];
    case 'image':
      return [{ plain: `images ${to} instead of ${from}` }, ...effect];
    case 'share routed to this model':
      return [{ plain: `share routed to ${modelOf(charge)} ` }, ...arrow(kind, from, to)];
    default:
      return [{ plain: `${NAMES.get(kind) ?? kind} ` }, ...arrow(kind, from, to), ...effect];
  }
}

/** `us` of `us profile` where both are profiles. */
function insteadOf(from: string, to: string): string {
  return to.endsWith(' profile') ? from.replace(/ profile$/, '') : from;
}

function modelOf({ terms, item }: Charge): string {
  return terms?.find(({ name }) => name === 'model')?.value ?? item ?? 'this model';
}

function arrow(kind: string, from: string, to: string): readonly Words[] {
  return [valueWords(kind, from), { plain: ' → ' }, valueWords(kind, to)];
}
