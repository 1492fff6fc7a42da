/** Reads `extra_charges`: what the user pays beside, as amounts. */
import { section } from '../model/fields.ts';
import { LIMITS } from '../model/limits.ts';
import type { ExtraCharge } from '../model/workload.ts';
import { check } from './check.ts';
import { extraChargeShape } from './core-schema.ts';
import { once } from './once.ts';
import { quoted, visible } from './shown.ts';
import { listPaths, type ManifestSource, nodeAt, report } from './source.ts';
import { subject } from './subject.ts';
import { locate, type Path } from './tree.ts';

const extraCharge = once(() => section(extraChargeShape()));

/** The entries without a fault; one with both amounts makes two charges of one name. */
export function readExtraCharges(source: ManifestSource): readonly ExtraCharge[] {
  const charges = new Map<string, readonly ExtraCharge[]>();
  for (const path of listPaths(source, ['extra_charges'])) {
    const content = check(source, extraCharge(), path);
    if (content === undefined) continue;
    const { name, layer } = content;
    const at = locate(source.root, path);
    const fault = nameFault(name);
    const first = charges.get(name);
    if (fault !== undefined) {
      report(source, {
        code: 'manifest-name',
        at: nameAt(source, path),
        message: `${subject(path)}: ${fault}`,
      });
    } else if (first !== undefined) {
      const message = `${subject(path)} has the name ${quoted(name)}, which another one has on line ${first[0]?.at.line}`;
      report(source, { code: 'manifest-conflict', at: nameAt(source, path), message });
    } else if (content.monthly === undefined && content.one_time === undefined) {
      const message = `${subject(path)} has neither \`monthly\` nor \`one_time\``;
      report(source, { code: 'manifest-missing', at, message, hint: 'monthly: 70' });
    } else {
      const amounts = [
        { period: 'monthly', stated: content.monthly },
        { period: 'one-time', stated: content.one_time },
      ] as const;
      const made = amounts.flatMap(({ period, stated }) =>
        stated === undefined ? [] : [{ name, layer, period, amount: stated.range, at }],
      );
      charges.set(name, made);
    }
  }
  return [...charges.values()].flat();
}

/** The names of all monthly entries, those with a fault too: what refers to them has none. */
export function extraChargeNames(source: ManifestSource): ReadonlySet<string> {
  const list = nodeAt(source, ['extra_charges']);
  const items = list?.kind === 'list' ? list.items : [];
  // What is billed every month cannot be covered by an amount that is paid once.
  const names = items.map((item) =>
    item.kind === 'map' && item.entries.has('monthly') ? item.entries.get('name')?.node : undefined,
  );
  return new Set(
    names.flatMap((node) => (node?.kind === 'scalar' && typeof node.value === 'string' ? [node.value] : [])),
  );
}

function nameAt(source: ManifestSource, path: Path) {
  return locate(source.root, [...path, 'name']);
}

/** Names of products have spaces and letters of all scripts, but nothing that cannot be seen. */
function nameFault(name: string): string | undefined {
  if (Array.from(name).length > LIMITS.nameCharacters)
    return `a name has at most ${LIMITS.nameCharacters} characters`;
  if (name !== visible(name) || name.includes('\uFFFD') || name !== name.trim() || /[^\S ]/.test(name)) {
    return 'a name has no spaces around it and no characters that cannot be seen';
  }
  return undefined;
}
