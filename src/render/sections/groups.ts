/** The same totals by project and by what causes them. */
import { weakest } from '../../model/certainty.ts';
import type { Owner } from '../../model/charge.ts';
import { addRanges, NOTHING, type Range } from '../../model/range.ts';
import type { GroupDelta, Report } from '../../model/report.ts';
import {
  type Block,
  cell,
  column,
  counted,
  type Line,
  line,
  name,
  paragraph,
  type Row,
  type Section,
} from '../document.ts';
import { type Facts, groupKey, NOTHING_OPEN, type Open } from '../facts.ts';
import { count, usd } from '../money.ts';
import { amountWords, changedGroups, deltaWords } from './totals.ts';

/** Projects that are in sight without unfolding. */
const PROJECTS = 10;

type OwnerGroup = Report['diff']['owners'][number];

/** A table of the projects that change, where there are several projects. */
export function projectTable(report: Report, facts: Facts): readonly Block[] {
  if (report.projects.length < 2) return [];
  const all = byProject(report.diff.owners);
  const changed = sorted(changedGroups(all, ({ key }) => facts.openByProject.get(key)));
  if (changed.length === 0) return [];
  const shown = changed.slice(0, PROJECTS);
  const table = groupTable(
    line`Project`,
    shown,
    ({ key }) => line`${name(key)}`,
    ({ key }) => facts.openByProject.get(key) ?? NOTHING_OPEN,
  );
  const hidden = changed.length - shown.length;
  const same = report.projects.length - changed.length;
  const notes = [
    ...(hidden > 0
      ? [counted(hidden, count(hidden), line`more project changes`, line`more projects change`)]
      : []),
    ...(same > 0
      ? [counted(same, count(same), line`project does not change`, line`projects do not change`)]
      : []),
  ];
  return [table, ...notes.map((note) => paragraph(line`${note}.`))];
}

/** By workload, resource or what is shared: those that change, or all of them. */
export function ownerSection(
  { diff, projects }: Report,
  facts: Facts,
  scope: 'changes' | 'all',
): readonly Section[] {
  const openOf = ({ key }: OwnerGroup) => facts.openByOwner.get(groupKey(key.project, key.owner));
  const changed = sorted(changedGroups(diff.owners, openOf));
  const shown = scope === 'all' ? sorted(diff.owners) : changed;
  if (shown.length === 0) return [];
  const blocks = () => {
    const table = groupTable(
      line`Workload or resource`,
      shown,
      ({ key }) => ownerWords(key, projects.length > 1),
      (group) => openOf(group) ?? NOTHING_OPEN,
    );
    const listed = new Set(shown);
    const rest = diff.owners.filter((group) => !listed.has(group));
    return rest.length === 0 ? [table] : [table, paragraph(line`${restWords(rest)}.`)];
  };
  return [{ title: line`By workload`, open: false, blocks, rank: 3 }];
}

/** `9 others do not change and cost $45.00`; what has no price costs more than that. */
function restWords(rest: readonly OwnerGroup[]): Line {
  const cost = addRanges(NOTHING, ...rest.map(({ head }) => head)).expected;
  const isOpen = rest.some(({ unpriced }) => unpriced > 0);
  const words = (one: Line, many: Line) => counted(rest.length, count(rest.length), one, many);
  if (isOpen && cost.isZero())
    return words(
      line`other does not change and is not priced`,
      line`others do not change and are not priced`,
    );
  const least = isOpen ? line`at least ` : line``;
  return line`${words(line`other does not change and costs`, line`others do not change and cost`)} ${least}${usd(cost)}`;
}

/** Whom a charge belongs to: a workload bare, everything else with its kind. */
export function ownerWords(key: { readonly project: string; readonly owner: Owner }, several: boolean): Line {
  const where = several ? line`${name(key.project)} ` : line``;
  const what = line`${where}${name(key.owner.name)}`;
  switch (key.owner.kind) {
    case 'workload':
    case 'resource':
      return what;
    case 'shared':
      return line`${what}, shared`;
    case 'extra':
      return line`${what}, extra charge`;
  }
}

function groupTable<Key>(
  title: Line,
  groups: readonly GroupDelta<Key>[],
  words: (group: GroupDelta<Key>) => Line,
  openOf: (group: GroupDelta<Key>) => Open,
): Block {
  const rows = groups.map((group, rank): Row => {
    const open = openOf(group);
    const figures = [
      amountWords(group.base, open.base),
      amountWords(group.head, group.unpriced),
      deltaWords(group.delta, group.base, open),
    ];
    return { rank, cells: [cell(words(group)), ...figures.map((figure) => cell(figure))] };
  });
  const columns = [
    column(title),
    column(line`Base`, 'right'),
    column(line`Head`, 'right'),
    column(line`Change`, 'right'),
  ];
  return { kind: 'table', columns, rows };
}

function byProject(owners: readonly OwnerGroup[]): readonly GroupDelta<string>[] {
  const groups = new Map<string, OwnerGroup[]>();
  for (const owner of owners) {
    const found = groups.get(owner.key.project);
    if (found === undefined) groups.set(owner.key.project, [owner]);
    else found.push(owner);
  }
  return [...groups].map(([key, parts]) => ({
    key,
    base: sum(parts.map(({ base }) => base)),
    head: sum(parts.map(({ head }) => head)),
    delta: sum(parts.map(({ delta }) => delta)),
    certainty: weakest(parts.map(({ certainty }) => certainty)),
    unpriced: parts.reduce((total, { unpriced }) => total + unpriced, 0),
    causes: parts.flatMap(({ causes }) => causes),
  }));
}

function sum(ranges: readonly Range[]): Range {
  return addRanges(...ranges);
}

/** How far the priced sums are apart: what has lost its price is as much in need of a look as what has changed. */
function movement<Key>({ base, head }: GroupDelta<Key>) {
  return head.expected.minus(base.expected).abs();
}

/** The largest change first, then the largest cost; equal ones stay in the order they came. */
function sorted<Key>(groups: readonly GroupDelta<Key>[]): readonly GroupDelta<Key>[] {
  return [...groups].sort((a, b) => movement(b).cmp(movement(a)) || b.head.expected.cmp(a.head.expected));
}
