/** Classes of characters, by UTF-16 code unit or code point. */

const NAME_START = 1;
const NAME_PART = 2;

const ASCII_CLASSES = new Uint8Array(128);
for (let code = 0; code < 128; code++) {
  const letter = (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || code === 0x5f;
  const digit = code >= 0x30 && code <= 0x39;
  ASCII_CLASSES[code] = letter ? NAME_START | NAME_PART : digit || code === 0x2d ? NAME_PART : 0;
}

const UNICODE_NAME_START = /^\p{ID_Start}$/u;
const UNICODE_NAME_PART = /^\p{ID_Continue}$/u;

/** Whether a name may start with this code point. */
function startsName(code: number): boolean {
  if (code < 128) return ((ASCII_CLASSES[code] ?? 0) & NAME_START) !== 0;
  return UNICODE_NAME_START.test(String.fromCodePoint(code));
}

/** The offset after the name that starts at `start`; `start` itself where none does. */
export function endOfName(text: string, start: number): number {
  const first = text.codePointAt(start);
  if (first === undefined || !startsName(first)) return start;
  let at = start + (first > 0xffff ? 2 : 1);
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 128) {
      if (((ASCII_CLASSES[code] ?? 0) & NAME_PART) === 0) return at;
      continue;
    }
    const point = text.codePointAt(at) ?? code;
    if (!UNICODE_NAME_PART.test(String.fromCodePoint(point))) return at;
    if (point > 0xffff) at++;
  }
  return at;
}

/** `0` to `9`. */
export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** White space as Unicode defines it. JavaScript's own `trim` differs in U+0085 and U+FEFF. */
export function isSpace(code: number): boolean {
  if (code <= 0x20) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  if (code < 0x1680) return code === 0x85 || code === 0xa0;
  return (
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  );
}

/** How many white space characters `text` starts with. */
export function countLeadingSpaces(text: string): number {
  let count = 0;
  while (count < text.length && isSpace(text.charCodeAt(count))) count++;
  return count;
}

/** Without the white space at its start. */
export function trimStart(text: string): string {
  return text.slice(countLeadingSpaces(text));
}

/** Without the white space at its end. */
export function trimEnd(text: string): string {
  let end = text.length;
  while (end > 0 && isSpace(text.charCodeAt(end - 1))) end--;
  return text.slice(0, end);
}

/** Whether every character is an ASCII one. */
export function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x7f) return false;
  return true;
}

/** Text in Unicode normalisation form C, in which HCL keeps every text. */
export function normalize(text: string): string {
  return isAscii(text) ? text : text.normalize('NFC');
}
