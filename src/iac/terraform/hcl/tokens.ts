/**
 * Kinds of tokens. A token of one ASCII character has that character's code as its kind; the others start at 256.
 */
export const END: number = 0;
export const NEWLINE: number = 0x0a;
export const BANG: number = 0x21;
export const QUOTE: number = 0x22;
export const PERCENT: number = 0x25;
export const OPEN_PAREN: number = 0x28;
export const CLOSE_PAREN: number = 0x29;
export const STAR: number = 0x2a;
export const PLUS: number = 0x2b;
export const COMMA: number = 0x2c;
export const MINUS: number = 0x2d;
export const DOT: number = 0x2e;
export const SLASH: number = 0x2f;
export const COLON: number = 0x3a;
export const LESS: number = 0x3c;
export const EQUALS: number = 0x3d;
export const GREATER: number = 0x3e;
export const QUESTION: number = 0x3f;
export const OPEN_BRACKET: number = 0x5b;
export const CLOSE_BRACKET: number = 0x5d;
export const OPEN_BRACE: number = 0x7b;
export const CLOSE_BRACE: number = 0x7d;

export const NAME: number = 256;
export const NUMBER: number = 257;
/** `<<NAME` or `<<-NAME` with the line break after it. */
export const HEREDOC: number = 258;
export const EQUAL_EQUAL: number = 259;
export const NOT_EQUAL: number = 260;
export const LESS_EQUAL: number = 261;
export const GREATER_EQUAL: number = 262;
export const AND: number = 263;
export const OR: number = 264;
export const ARROW: number = 265;
export const ELLIPSIS: number = 266;
export const DOUBLE_COLON: number = 267;
/** `~}`, which ends a template sequence and strips the white space after it. */
export const STRIP_END: number = 268;

/**
 * The kind of the token at `at` that is neither a name nor a number nor white space; `END` where there is none.
 * `code` is the character there.
 */
export function operatorAt(text: string, at: number, code: number): number {
  const next = text.charCodeAt(at + 1);
  switch (code) {
    case EQUALS:
      return next === EQUALS ? EQUAL_EQUAL : next === GREATER ? ARROW : code;
    case BANG:
      return next === EQUALS ? NOT_EQUAL : code;
    case GREATER:
      return next === EQUALS ? GREATER_EQUAL : code;
    case LESS:
      return next === EQUALS ? LESS_EQUAL : next === LESS ? HEREDOC : code;
    case COLON:
      return next === COLON ? DOUBLE_COLON : code;
    case DOT:
      return next === DOT && text.charCodeAt(at + 2) === DOT ? ELLIPSIS : code;
    case 0x26:
      return next === code ? AND : END;
    case 0x7c:
      return next === code ? OR : END;
    case 0x7e:
      return next === CLOSE_BRACE ? STRIP_END : END;
    case QUOTE:
    case PERCENT:
    case OPEN_PAREN:
    case CLOSE_PAREN:
    case STAR:
    case PLUS:
    case COMMA:
    case MINUS:
    case SLASH:
    case QUESTION:
    case OPEN_BRACKET:
    case CLOSE_BRACKET:
    case OPEN_BRACE:
    case CLOSE_BRACE:
      return code;
    default:
      return END;
  }
}

/** How many characters the token of a fixed text has. */
export function lengthOf(kind: number): number {
  return kind === ELLIPSIS ? 3 : kind < NAME ? 1 : 2;
}

const SHOWN = 40;

/** A token as a message names it, cut where it is long. */
export function describeToken(kind: number, text: string): string {
  if (kind === END) return 'the end of the file';
  if (kind === NEWLINE) return 'a line break';
  if (kind === QUOTE) return 'a quoted text';
  if (kind === HEREDOC) return 'a heredoc';
  const shown = text.length > SHOWN ? text.slice(0, SHOWN) + '…' : text;
  return kind === NAME ? `the name \`${shown}\`` : `\`${shown}\``;
}
