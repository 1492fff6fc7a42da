/** The line of a manifest without what YAML has and a manifest has not: tags, anchors, aliases. */
import { inline, quoted } from './shown.ts';
import type { Node } from './tree.ts';

/**
 * The line around an offset with a mark (`!env`, `&base`, `*base`) put out of it, or a text put in its place;
 * undefined where the mark is not the start of a value on that line, or where the line is long.
 */
export function lineInstead(text: string, offset: number, mark: string, value = ''): string | undefined {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  const line = text.slice(start, end < 0 ? text.length : end).replace(/\r$/, '');
  const at = line.lastIndexOf(mark, offset - start);
  if (at < 0) return undefined;
  const before = line.slice(0, at).trimStart();
  const rest = line.slice(at + mark.length).trim();
  // What follows may need more than to be left standing: other marks, or a text over several lines.
  if (!/^(?:- )?[\w.-]{1,100}: +$/.test(before) || /^[!&*|>]/.test(rest)) return undefined;
  return inline(`${before}${value}${value !== '' && rest !== '' ? ' ' : ''}${rest}`.trimEnd());
}

/** The line that stands for both where they say the same, else the choice between them. */
export function oneOfTwo(name: string, first: Node, second: string | undefined): string {
  const [one, other] = [
    first.kind === 'scalar' ? inline(`${name}: ${first.source}`) : undefined,
    second === undefined ? undefined : inline(`${name}: ${second}`),
  ];
  if (one === undefined || other === undefined) return 'Remove one of the two.';
  return one === other ? one : `Keep one of the two: ${quoted(one)} or ${quoted(other)}.`;
}
