/** Lines of text, as heredocs need them. */
import { isSpace } from './characters.ts';

/** The offset after the line break that ends the line of `at`; the end of the text where there is none. */
export function endOfLine(text: string, at: number): number {
  const lineBreak = text.indexOf('\n', at);
  return lineBreak === -1 ? text.length : lineBreak + 1;
}

/** Whether the line from `start` to `end`, its line break included, holds the marker of a heredoc and nothing else. */
export function isMarkerLine(text: string, start: number, end: number, marker: string): boolean {
  let first = start;
  while (first < end && isSpace(text.charCodeAt(first))) first++;
  if (first + marker.length >= end || !text.startsWith(marker, first)) return false;
  for (let at = first + marker.length; at < end; at++) {
    if (!isSpace(text.charCodeAt(at))) return false;
  }
  return text.charCodeAt(end - 1) === 0x0a;
}
