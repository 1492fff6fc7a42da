/** Text of a manifest in the sentences of diagnostics: on one line, without characters that could not be seen, cut. */
import type { Node } from './tree.ts';

const SHOWN_CHARACTERS = 80;

/** Control, format (zero width, direction) and private characters, lone surrogates, and Unicode line ends. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u2028\u2029]/gu;

/** Characters that cannot be seen become U+FFFD. The result is text still, not markup. */
export function visible(text: string): string {
  return text.replace(UNSEEN, '\uFFFD');
}

/** The same with line ends and tabs kept, for values that may have several lines. */
export function visibleLines(text: string): string {
  return text.replace(UNSEEN, (unseen) => (/[\n\r\t]/.test(unseen) ? unseen : '\uFFFD'));
}

/** A found text between code marks. */
export function quoted(text: string): string {
  const points = Array.from(text.slice(0, SHOWN_CHARACTERS * 2));
  const cut = points.length > SHOWN_CHARACTERS || text.length > SHOWN_CHARACTERS * 2;
  const shown = cut ? points.slice(0, SHOWN_CHARACTERS).join('') + '\u2026' : text;
  return `\`${visible(shown).replaceAll('`', '\uFFFD')}\``;
}

/** A short text as it stands, to be part of a line to write; `undefined` for one that is too long for a line. */
export function inline(text: string): string | undefined {
  return text.length <= SHOWN_CHARACTERS ? visible(text) : undefined;
}

/** What stands in the file, in a few words: `` `abc` ``, `a list`, `nothing`. */
export function found(node: Node | undefined): string {
  if (node === undefined || node.kind === 'refused') return 'nothing';
  if (node.kind === 'list') return 'a list';
  if (node.kind === 'map') return 'a map';
  return node.value === null ? 'nothing' : quoted(node.source);
}
