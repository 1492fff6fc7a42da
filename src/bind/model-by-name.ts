/** Which model id of a file belongs to a constant, a key or a variable. */
import type { PlacedModelId } from '../code/found-model-id.ts';

/** Lines above an id on which its name may stand: formatters put long texts on a line of their own. */
const LINES_ABOVE = 3;

/**
 * The ids that stand behind the name: on its line, else where a name stands on the lines just above and no other id
 * comes between. `MODEL` is not found in `CHAT_MODEL`.
 */
export function pickByName(
  text: string,
  name: string,
  references: readonly PlacedModelId[],
): readonly PlacedModelId[] {
  const lines = text.split('\n');
  const before = references.map((reference) => beforeOnLine(lines, reference));
  const onLine = references.filter((_, index) => hasWord(before[index] ?? '', name));
  if (onLine.length > 0) return onLine;
  return references.filter(({ line }, index) => {
    const previous = references[index - 1]?.line ?? 0;
    const first = Math.max(previous + 1, line - LINES_ABOVE);
    return lines.slice(first - 1, line - 1).some((above) => hasWord(above, name));
  });
}

/** The words before an id on its line that could be its name, the nearest first. */
export function namesBefore(text: string, reference: PlacedModelId): readonly string[] {
  const before = beforeOnLine(text.split('\n'), reference);
  const words: string[] = [];
  let word = '';
  for (const character of `${before} `) {
    if (isPartOfName(character)) word += character;
    else if (word !== '') {
      words.push(word);
      word = '';
    }
  }
  return words.reverse().filter((candidate) => /^[A-Za-z_]/.test(candidate) && candidate.length > 1);
}

function beforeOnLine(lines: readonly string[], { line, column }: PlacedModelId): string {
  return (lines[line - 1] ?? '').slice(0, column - 1);
}

function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const [left = '', right = ''] = [text[at - 1], text[at + word.length]];
    if (!isPartOfName(left) && !isPartOfName(right)) return true;
  }
  return false;
}

function isPartOfName(character: string): boolean {
  return /^[A-Za-z0-9_]$/.test(character);
}
