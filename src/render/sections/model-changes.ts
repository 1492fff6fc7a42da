/** Models that change in code and that no workload names: in no total, and in sight all the same. */
import { LIMITS } from '../../model/limits.ts';
import type {
  ChangePlace,
  ModelChange,
  ModelChanges,
  PricedModel,
  RequestEffect,
  TokenPrices,
} from '../../model/model-change.ts';
import type { Report } from '../../model/report.ts';
import {
  type Block,
  type Cell,
  counted,
  joinLines,
  type Line,
  line,
  name,
  paragraph,
  place,
  prose,
  type Section,
  strong,
} from '../document.ts';
import { changePercent, count, multiple, quantity, signedUsd, unitPrice, usd } from '../money.ts';

/** Changes that are named at the top; places of one change that are named; changes with lines to write. */
const NAMED = 2;
const PLACES = 4;
const EXAMPLES = 3;

/** One line at the top: how many there are, and the first of them. */
export function modelChangeLines({ modelChanges }: Report): readonly Block[] {
  const { uncounted } = modelChanges;
  if (uncounted.length === 0) return [];
  const number = uncounted.length;
  const models = counted(
    number,
    count(number),
    line`model change in code is`,
    line`model changes in code are`,
  );
  const named = uncounted
    .slice(0, NAMED)
    .map((change) => line`${placesWords(change, 1)} ${switchWords(change)}`);
  const rest = number - named.length;
  const some = joinLines(rest > 0 ? [...named, line`${count(rest)} more`] : named, line`; `);
  const because = line`because no workload of a manifest says how often ${number === 1 ? line`it runs` : line`they run`}`;
  return [paragraph(line`⚠️ ${strong(line`${models} not counted`)}, ${because}: ${some}`)];
}

/** Each change with what it makes of 1M tokens and of 1,000 requests; absent where nothing in code changes. */
export function modelChangeSection({ modelChanges }: Report): readonly Section[] {
  const { uncounted, counted: done, lesser } = modelChanges;
  const notes = [...countedNotes(modelChanges), ...lesserNotes(lesser)];
  if (uncounted.length + done.length + lesser === 0) return [];
  const listed = uncounted.slice(0, LIMITS.modelChangesListed);
  const items = listed.map((change, rank) => ({
    rank,
    cell: changeCell(change, modelChanges, rank < EXAMPLES),
  }));
  const left = uncounted.length - listed.length;
  if (left > 0) notes.unshift(line`${count(left)} more are in the JSON report.`);
  return [
    {
      title: line`Model changes in code`,
      open: uncounted.length > 0,
      blocks: () => [
        ...(items.length === 0 ? [] : [{ kind: 'list', items } as const]),
        ...notes.map((note) => paragraph(note)),
      ],
      rank: 1,
    },
  ];
}

function countedNotes({ counted: done }: ModelChanges): readonly Line[] {
  if (done.length === 0) return [];
  const shown = done
    .slice(0, PLACES)
    .map(({ workload, place: { at } }) => line`${place(at)} (${name(workload)})`);
  const rest = done.length - shown.length;
  const places = joinLines(rest > 0 ? [...shown, line`${count(rest)} more`] : shown, line`, `);
  return [line`The same switch as a workload's, which is counted: ${places}.`];
}

function lesserNotes(lesser: number): Line[] {
  if (lesser === 0) return [];
  const changes = counted(lesser, count(lesser), line`other change is`, line`other changes are`);
  return [line`${changes} in tests, comments, documentation, policies or lists of models, and not listed.`];
}

function changeCell(change: ModelChange, all: ModelChanges, withExample: boolean): Cell {
  const given = change.places.find(({ name: own }) => own !== undefined)?.name;
  const to = given === undefined ? line`` : line` ${name(given)}`;
  const { what, facts: below } = changeFacts(change, all);
  const main = line`${placesWords(change, PLACES)}${to}: ${strong(what)}`;
  if (!withExample || change.lines.length === 0) return { main, below };
  const where =
    change.staleWorkload === undefined
      ? line`to count it, below ${prose('`workloads:`')} of the manifest and with your own numbers:`
      : line`to count it, in the manifest:`;
  return { main, below: [...below, where], example: change.lines };
}

/** What a change is, and what it makes of prices and tokens. */
export function changeFacts(
  change: ModelChange,
  all: ModelChanges,
): { readonly what: Line; readonly facts: readonly Line[] } {
  return {
    what: switchWords(change),
    facts: [...effectLines(change, all), ...tokenLines(change), ...whyLines(change), ...priceLines(change)],
  };
}

/** `Claude Sonnet 4.5, us profile → global profile`; `Nova Pro, in region, new`. */
function switchWords({ before, after }: ModelChange): Line {
  if (before === undefined) return line`${modelWords(after)}, new`;
  if (after === undefined) return line`${modelWords(before)}, removed`;
  return line`${modelWords(before)} → ${modelWords(after)}`;
}

function modelWords(model: PricedModel | undefined): Line {
  if (model === undefined) return line``;
  if (model.title === undefined) return line`${name(model.id)}`;
  const [only, ...others] = model.prices;
  if (only === undefined) return line`${prose(model.title)} (${name(model.id)})`;
  return others.length > 0
    ? line`${prose(model.title)}, profile not known`
    : line`${prose(model.title)}, ${prose(only.profile)}`;
}

function placesWords({ places }: ModelChange, most: number): Line {
  const shown = places.slice(0, most).map(({ at }: ChangePlace) => line`${place(at)}`);
  const rest = places.length - shown.length;
  return joinLines(rest > 0 ? [...shown, line`${count(rest)} more`] : shown, line`, `);
}

function effectLines(change: ModelChange, { request }: ModelChanges): readonly Line[] {
  const makesTokens = [change.before, change.after].some((side) =>
    side?.prices.some(({ output }) => output !== undefined),
  );
  const size = makesTokens
    ? line`1,000 requests of ${quantity(request.input)} input and ${quantity(request.output)} output tokens`
    : line`1,000 requests of ${quantity(request.input)} tokens`;
  if (change.effects.length > 0) {
    return change.effects.flatMap((effect) => [perMillion(effect, change), perRequests(effect, size)]);
  }
  const only =
    change.before === undefined ? change.after : change.after === undefined ? change.before : undefined;
  return (only?.prices ?? []).map(
    (prices) =>
      line`${profileOf(only, prices)}1M tokens: ${sidesOf(prices)}; ${size}: ${usd(prices.requests)}`,
  );
}

function perMillion({ before, after }: RequestEffect, change: ModelChange): Line {
  const open = (change.before?.prices.length ?? 0) > 1 || (change.after?.prices.length ?? 0) > 1;
  const where =
    before.profile === after.profile
      ? line`${prose(before.profile)}: `
      : line`${prose(before.profile)} → ${prose(after.profile)}: `;
  const sides = [
    line`input ${unitPrice({ usd: before.input })} → ${unitPrice({ usd: after.input })}`,
    ...(before.output === undefined && after.output === undefined
      ? []
      : [line`output ${priceOrNone(before.output)} → ${priceOrNone(after.output)}`]),
  ];
  return line`${open ? where : line``}per 1M tokens: ${joinLines(sides, line`, `)}`;
}

function perRequests({ before, after, parts }: RequestEffect, size: Line): Line {
  const change = after.requests.minus(before.requests);
  const percent = changePercent(change, before.requests);
  const share = percent === undefined ? line`` : line`, ${percent}`;
  const difference = change.isZero() ? line`no difference` : line`${signedUsd(change)}${share}`;
  const split =
    parts === undefined
      ? line``
      : line`: model ${signedUsd(parts.model)}, profile ${signedUsd(parts.profile)}`;
  return line`${size}: ${usd(before.requests)} → ${usd(after.requests)} (${difference})${split}`;
}

/** The same text is not the same number of tokens. */
function tokenLines({ tokens, before, after, effects }: ModelChange): readonly Line[] {
  if (tokens === undefined || before?.title === undefined || after?.title === undefined) return [];
  const [old, current] = [prose(before.title), prose(after.title)];
  const { range } = tokens;
  if (range === undefined) {
    return [
      line`${current} and ${old} count tokens in ways of their own: the same text may have more or fewer.`,
    ];
  }
  const factors = line`${multiple(range.low)} to ${multiple(range.high)} times`;
  const [first] = effects;
  const cost =
    first === undefined || effects.length > 1
      ? line``
      : line`: for the same text ${usd(first.after.requests.times(range.low))} to ${usd(first.after.requests.times(range.high))}`;
  return [line`${current} counts the same text as ${factors} the tokens of ${old}${cost}`];
}

function whyLines({ before, after, staleWorkload, restated }: ModelChange): readonly Line[] {
  const sides = [before, after].flatMap((side) => (side?.why === undefined ? [] : [side.why]));
  const open = [...new Set(sides)].map((why) => line`no price: ${prose(why)}`);
  if (staleWorkload === undefined) return open;
  const stale = line`the manifest still states the former model for ${name(staleWorkload)}`;
  if (restated === undefined) return [...open, stale];
  const change = restated.after.minus(restated.before);
  const difference = change.isZero() ? line`no difference` : line`${signedUsd(change)}`;
  const cost = line`with its numbers ${usd(restated.before)} → ${usd(restated.after)} a month (${difference})`;
  return [...open, line`${stale}: ${cost}`];
}

function priceLines({ region, regionAssumed, effects, before, after }: ModelChange): readonly Line[] {
  const priced = effects.length > 0 || [before, after].some((side) => (side?.prices.length ?? 0) > 0);
  if (!priced) return [];
  return [
    regionAssumed
      ? line`${prose(region)} prices, as no region is stated; standard tier`
      : line`${prose(region)} prices, standard tier`,
  ];
}

function profileOf(model: PricedModel | undefined, prices: TokenPrices): Line {
  return (model?.prices.length ?? 0) > 1 ? line`${prose(prices.profile)}: ` : line``;
}

function sidesOf({ input, output }: TokenPrices): Line {
  const sides = [line`input ${unitPrice({ usd: input })}`];
  if (output !== undefined) sides.push(line`output ${unitPrice({ usd: output })}`);
  return joinLines(sides, line`, `);
}

function priceOrNone(price: TokenPrices['output']): Line {
  return price === undefined ? line`none` : line`${unitPrice({ usd: price })}`;
}
