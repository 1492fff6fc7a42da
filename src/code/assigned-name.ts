/** To what a text on one line is given: the name of a variable, key or argument, or the function that is called. */

export interface Assigned {
  readonly how: 'assigned' | 'keyed' | 'called' | 'listed' | 'alone' | 'other';
  /** The variable, key, argument or function. */
  readonly name?: string;
}

/** Reads backwards from the end of `head`, the part of a line before a value; in linear time. */
export function assignedName(head: string): Assigned {
  let end = trimmed(head, head.length);
  if (end === 0) return { how: 'alone' };
  let called: string | undefined;
  // `aws.String(`, `String::from(`, `z.string().default(`: a wrapper where something is assigned before it.
  while (head.charAt(end - 1) === '(') {
    const start = wordStart(head, end - 1, CALLEE);
    called ??= lastPart(head.slice(start, end - 1));
    end = trimmed(head, start);
    if (!/[:=>(]/.test(head.charAt(end - 1))) return { how: 'called', ...named(called) };
  }
  const sign = head.charAt(end - 1);
  if (sign === '[' || sign === '{') return { ...ownerOf(head, trimmed(head, end - 1)), how: 'listed' };
  if (sign === ',') return afterComma(head, end - 1);
  if (sign === '-' && trimmed(head, end - 1) === 0) return { how: 'alone' };
  const isArrow = head.slice(0, end).endsWith('=>');
  if ((sign !== '=' && sign !== ':' && !isArrow) || /[=!<>]=$/.test(head.slice(0, end)))
    return inExpression(head);
  const owner = ownerOf(head, end);
  // The end of a text: `big ? "model-v1:0" : "…"`.
  if (/^\d/.test(owner.name ?? '')) return inExpression(head);
  return owner.name === undefined && called !== undefined ? { how: 'called', name: called } : owner;
}

/** A value inside of an expression belongs to the variable that the expression sets; `--model X` sets by a flag. */
function inExpression(head: string): Assigned {
  const flag = /(?:^|\s)(?:(?:ENV|ARG)\s{1,9}|--?)([\w-]{1,60})\s{1,9}$/.exec(head)?.[1];
  if (flag !== undefined) return { how: 'assigned', name: flag };
  const sets = /(?<![=!<>+])=(?![=>])/.exec(head);
  if (sets === null) return { how: 'other' };
  const { name } = ownerOf(head, sets.index + 1);
  return { how: 'other', ...named(name) };
}

/** The name before `=`, `:=`, `=>` or `:`, over a type between them. */
function ownerOf(head: string, from: number): Assigned {
  let end = from;
  const isKey = head.charAt(end - 1) === ':' || head.slice(0, end).endsWith('=>');
  while (end > 0 && /[=:>?|+]/.test(head.charAt(end - 1))) end -= 1;
  end = withoutQuote(head, trimmed(head, end));
  let start = wordStart(head, end, NAME);
  // `MODEL: str = `, `const MODEL: &'static str = `, `String MODEL = `
  if (!isKey) {
    const colon = head.lastIndexOf(':', start - 1);
    const type = colon === -1 ? '' : head.slice(colon + 1, end);
    if (
      colon > 0 &&
      head.charAt(colon - 1) !== ':' &&
      /^[\s\w&'<>[\]|.,]{0,60}$/.test(type) &&
      !type.includes(', ')
    ) {
      end = withoutQuote(head, trimmed(head, colon));
      start = wordStart(head, end, NAME);
    }
  }
  const name = lastPart(head.slice(start, end));
  if (name === '') return { how: 'other' };
  const before = head.slice(0, start).trim();
  return { how: isKey && !/\b(?:const|let|var)$/.test(before) ? 'keyed' : 'assigned', name };
}

/** A further argument of a call, or a further item of a list, on one line. */
function afterComma(head: string, from: number): Assigned {
  let depth = 0;
  for (let at = from - 1; at >= 0; at--) {
    const sign = head.charAt(at);
    if (sign === ')' || sign === ']' || sign === '}') depth += 1;
    else if (sign === '(' || sign === '[' || sign === '{') {
      if (depth > 0) depth -= 1;
      else if (sign === '(')
        return { how: 'called', ...named(lastPart(head.slice(wordStart(head, at, CALLEE), at))) };
      else return { ...ownerOf(head, trimmed(head, at)), how: 'listed' };
    }
  }
  return { how: 'alone' };
}

const NAME = /[\w$.-]/;
const CALLEE = /[\w$.:!<>]/;

function wordStart(text: string, end: number, sign: RegExp): number {
  let start = end;
  while (start > 0 && sign.test(text.charAt(start - 1))) start -= 1;
  return start;
}

function trimmed(text: string, end: number): number {
  let at = end;
  while (at > 0 && /[\s&]/.test(text.charAt(at - 1))) at -= 1;
  return at;
}

function withoutQuote(text: string, end: number): number {
  let at = end;
  while (at > 0 && /["'\]\\]/.test(text.charAt(at - 1))) at -= 1;
  return at;
}

/** `process.env.MODEL` gives `MODEL`; `-` and `--` before a name are none of it. */
function lastPart(name: string): string {
  const part = name.slice(Math.max(name.lastIndexOf('.'), name.lastIndexOf(':')) + 1);
  return part.replace(/^-{1,2}/, '').replace(/[!<>]/g, '');
}

function named(name: string | undefined): { readonly name?: string } {
  return name === undefined || name === '' ? {} : { name };
}
