/** What became of an approval, in one sentence. */
import type { OverrideOutcome } from '../../model/override.ts';
import type { Report } from '../../model/report.ts';
import { type Block, type Line, line, name, paragraph, prose } from '../document.ts';
import { usd } from '../money.ts';

/** In sight always: a build that is green in spite of its figures, or red in spite of an approval, needs its reason. */
export function overrideBlocks({ verdict }: Report): readonly Block[] {
  return verdict.override === undefined ? [] : [paragraph(overrideWords(verdict.override))];
}

function overrideWords(outcome: OverrideOutcome): Line {
  if (outcome.kind === 'unreadable')
    return line`The label ${name(outcome.label)} could not be read, so it counts as not set: ${prose(outcome.why)}`;
  const day = outcome.at.slice(0, 10);
  const given = line`pproved by ${name(outcome.actor)} on ${prose(day)}`;
  const again = line`Remove the label ${name(outcome.label)} and set it again to approve what stands here now.`;
  switch (outcome.kind) {
    case 'covers':
      return line`A${given} for up to ${usd(outcome.upTo)} a month, with the label ${name(outcome.label)}: the build does not fail.`;
    case 'not-recorded':
      return line`A${given}, but the cost that stood then is not on record, so the approval does not hold. ${again}`;
    case 'exceeded':
      return line`A${given} for up to ${usd(outcome.upTo)} a month, ${EXCEEDED[outcome.because]}, so the approval does not hold any more. ${again}`;
  }
}

const EXCEEDED: Readonly<Record<Extract<OverrideOutcome, { kind: 'exceeded' }>['because'], Line>> = {
  dearer: line`and the cost has risen since`,
  'other-limit': line`and another limit is exceeded since`,
  'not-decidable': line`and the head has changed since, whose cost cannot be told`,
};
