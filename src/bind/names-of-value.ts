/** The names that a value on a line is given to: variables, keys, functions and blocks around it. */

/** Of a line, what is looked at before the value. */
const CHARACTERS = 2_000;

const KEYWORDS: ReadonlySet<string> = new Set(
  (
    'and as async await break case catch class const continue def default do elif else elsif end enum except export ' +
    'extends false final finally fn for foreach from func function go if implements import in instanceof interface is ' +
    'lambda let match new nil none not null or pass private protected public raise readonly return select self static ' +
    'super switch then this throw true try type typeof undefined unless until val var void when while with yield'
  ).split(' '),
);
/** Words that may stand between the start of a statement and a key or a variable with a type. */
const BEFORE_KEY =
  /(?:^|[{,([;|?-]|\b(?:case|const|let|var|val|readonly|static|public|private|protected|final))$/;
const VALUE_KEY = /^(?:parameter|option)?_?value$/i;
const NAME_KEY =
  /(?:^|[\s{,"'-])(?:parameter_?|option_?)?(?:name|key)["']?\s{0,9}[:=]\s{0,9}["']?([\w./-]{1,100})["']?\s{0,9},?\s{0,9}$/i;

/** Whether a word is one of a language, and so the name of nothing. */
export function isKeyword(word: string): boolean {
  return KEYWORDS.has(word.toLowerCase());
}

/**
 * The names before a value on its line, the nearest first. A name after which a comma or a semicolon ends what it is
 * given, as `a` in `f(a=x, b="value")`, is none of this value; and neither is what a bracket has closed.
 */
export function namesBeforeValue(line: string): readonly string[] {
  const head = line.slice(-CHARACTERS);
  const names: string[] = [];
  // Levels of brackets that were closed, and whether a comma parts the rest of this level from the value.
  let closed = 0;
  let parted = false;
  let end = valueStart(head);
  while (end > 0) {
    const sign = head.charAt(end - 1);
    if (/[)\]}]/.test(sign)) closed += 1;
    else if (/[([{]/.test(sign)) {
      if (closed > 0) closed -= 1;
      else parted = false;
    } else if (/[,;]/.test(sign) && closed === 0) {
      const first = parted || sign === ';' ? undefined : firstArgument(head, end - 1);
      if (first !== undefined) names.push(first);
      if (!parted && VALUE_KEY.test(names[0] ?? '')) names.push(...keyOfValue(head.slice(0, end)));
      parted = true;
    }
    if (sign === '>' && /^\s{0,9}=/.test(head.slice(end, end + 10))) end = typeStart(head, end);
    const start = tokenStart(head, end);
    if (start === end) {
      end -= 1;
      continue;
    }
    const word = head.slice(start, end).replace(/^-+/, '');
    if (word !== '' && closed === 0 && !parted && !isKeyword(word) && owns(head, start, end))
      names.push(word);
    end = start;
  }
  return names;
}

/** The name of a setting whose value stands on the next line: `- name: MODEL_ID` before `value: …`. */
export function keyOfValue(line: string): readonly string[] {
  const name = NAME_KEY.exec(line.slice(-CHARACTERS))?.[1];
  return name === undefined ? [] : [name];
}

/** Whether a key says that what it is given is the value of a setting that is named beside it. */
export function isValueKey(name: string): boolean {
  return VALUE_KEY.test(name);
}

/** Whether a line leaves a bracket, a block or an assignment open for the lines below it. */
export function isOpen(line: string): boolean {
  const text = line.slice(-CHARACTERS).trimEnd();
  if (/[([{:=\\>|]$/.test(text)) return true;
  let depth = 0;
  for (let at = text.length - 1; at >= 0 && depth >= 0; at--) {
    const sign = text.charAt(at);
    if (/[)\]}]/.test(sign)) depth += 1;
    else if (/[([{]/.test(sign)) depth -= 1;
  }
  return depth < 0;
}

/** Before the quote with which the value starts, and a mark of its kind: `f"`. */
function valueStart(head: string): number {
  return head.length - (/(?:(?<!\w)[frbu]{1,2})?["'`]$/i.exec(head)?.[0].length ?? 0);
}

/** `"NAME"` in `f("NAME", value`. */
function firstArgument(head: string, comma: number): string | undefined {
  return /[(]\s{0,9}["']([\w.-]{1,100})["']\s{0,9}$/.exec(head.slice(Math.max(0, comma - 130), comma))?.[1];
}

/** Before the brackets of a type: `Record` in `Record<string, string>`. */
function typeStart(head: string, end: number): number {
  let depth = 0;
  for (let at = end; at > 0; at--) {
    const sign = head.charAt(at - 1);
    if (sign === '>') depth += 1;
    else if (sign === '<') depth -= 1;
    if (depth === 0) return at - 1;
  }
  return end;
}

function tokenStart(head: string, end: number): number {
  let start = end;
  while (start > 0 && /[\w$.-]/.test(head.charAt(start - 1))) start -= 1;
  return start;
}

/** Whether what follows a word gives it what stands behind: `=`, `:`, `=>`, `(`, `"x" {`. */
function owns(head: string, start: number, end: number): boolean {
  const rest = head.slice(end, end + 80);
  const before = head.slice(Math.max(0, start - 80), start).trimEnd();
  if (/^["'`\]]{0,2}\s{0,20}(?:=>|<-|(?:[?|&+:]{0,2}=)(?![=>~]))/.test(rest)) return true;
  if (/^(?:["'`]\s{0,9})?[({]/.test(rest)) return true;
  // `const MODEL string =` of Go
  if (/^\s{1,4}[\w.*[\]]{1,60}\s{0,9}=(?![=>~])/.test(rest) && /(?:^|\b(?:const|var))$/.test(before))
    return true;
  if (rest.trim() === '' || /^\s{1,9}["'`]$/.test(rest))
    return head.charAt(start) === '-' || /\b(?:define|ENV|ARG)$/.test(before);
  if (!/^["'`\]]{0,2}[?!]?\s{0,9}:/.test(rest)) return false;
  return BEFORE_KEY.test(before.replace(/["'`[]$/, '').trimEnd());
}
