/** Which model id of a file belongs to a constant, a key or a variable. */
import type { ModelReference } from '../code/found-model-id.ts';
import { isKeyword, isOpen, isValueKey, keyOfValue, namesBeforeValue } from './names-of-value.ts';

/** Lines above an id on which what opens its block is looked for. */
const LINES_ABOVE = 40;

/**
 * The ids that are given to the name: on their own line, or by a line above that opens the brackets or the block in
 * which they stand. What a neighbouring line gives to another name is none of it, and `MODEL` is not found in
 * `CHAT_MODEL`.
 */
export function pickByName(
  text: string,
  name: string,
  references: readonly ModelReference[],
): readonly ModelReference[] {
  const lines = text.split('\n');
  return references.filter((reference) => ownersOf(lines, reference).some((owner) => isNamed(owner, name)));
}

/** The names that an id can be picked by, the nearest first. `lines` are those of the text, split once for all of its ids. */
export function namesOf(lines: readonly string[], reference: ModelReference): readonly string[] {
  const names = ownersOf(lines, reference).filter(
    (name) =>
      /^[A-Za-z_][\w.-]*$/.test(name) && (name.length > 1 || name === reference.name) && !isKeyword(name),
  );
  const own = names.filter((name) => name === reference.name || name.endsWith(`.${reference.name ?? ''}`));
  return [...new Set([...own, ...names])];
}

function ownersOf(lines: readonly string[], reference: ModelReference): readonly string[] {
  const { line, column, use, name } = reference;
  const own = (lines[line - 1] ?? '').slice(0, column - 1);
  const onLine = namesBeforeValue(own);
  const isSetting = onLine.length > 0 && isValueKey(onLine[0] ?? '');
  const setting = isSetting ? keyOfValue((lines[line - 2] ?? '').trimEnd()) : [];
  // What is set by a statement of its own belongs to no block around it.
  const isStatement = use === 'constant' && onLine.length > 0;
  const around = isStatement ? [] : ownersAbove(lines, line, own);
  const read = name !== undefined && (use === 'environment-default' || onLine.length === 0) ? [name] : [];
  return [...onLine, ...read, ...setting, ...around];
}

/** What the lines give that open the blocks around a line: each is indented less than what it opens. */
function ownersAbove(lines: readonly string[], line: number, own: string): readonly string[] {
  const owners: string[] = [];
  const isBare = own.trim().length <= 2;
  let indent = indentOf(own);
  for (
    let at = line - 2, first = true;
    at >= 0 && line - at <= LINES_ABOVE + 1 && (indent > 0 || first);
    at--
  ) {
    const above = lines[at] ?? '';
    if (above.trim() === '' || /^\s*(?:#|\/\/|\*)/.test(above)) continue;
    const opens = indentOf(above) < indent || (first && isBare);
    first = false;
    if (!opens) continue;
    indent = Math.min(indent, indentOf(above));
    if (isOpen(above)) owners.push(...namesBeforeValue(above));
  }
  return owners;
}

function isNamed(owner: string, name: string): boolean {
  return owner === name || owner.endsWith(`.${name}`);
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
