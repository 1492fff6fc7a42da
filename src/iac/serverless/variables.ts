/** `${…}` in files of the Serverless Framework: where they stand in a text, and what they are made of. */

/** A text, or a variable: sources of which the first that has a value holds. */
export type Piece = string | { readonly sources: readonly string[] };

/**
 * The pieces of a text, in order. What is no variable of the framework is left as it is: `${AWS::Region}` and `${Topic}`
 * are CloudFormation's. Variables may stand in variables; those are still in the sources.
 */
export function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let plain = '';
  let at = 0;
  for (let start = text.indexOf('${'); start !== -1; start = text.indexOf('${', at)) {
    const end = closing(text, start + 2);
    if (end === undefined) break;
    const sources = sourcesOf(text.slice(start + 2, end));
    if (sources === undefined) {
      plain += text.slice(at, start + 2);
      at = start + 2;
      continue;
    }
    plain += text.slice(at, start);
    if (plain !== '') pieces.push(plain);
    plain = '';
    pieces.push({ sources });
    at = end + 1;
  }
  plain += text.slice(at);
  if (plain !== '' || pieces.length === 0) pieces.push(plain);
  return pieces;
}

/** Variables inside of each other; deeper ones are no variables, so that reading takes time linear in the text. */
const MAXIMUM_DEPTH = 20;

/** The offset of the brace that closes the one before `start`; braces of variables inside are skipped. */
function closing(text: string, start: number): number | undefined {
  let depth = 0;
  for (let at = start; at < text.length && depth < MAXIMUM_DEPTH; at++) {
    if (text.startsWith('${', at)) depth++;
    else if (text[at] === '}' && depth-- === 0) return at;
  }
  return undefined;
}

/** Sources between commas; `undefined` where the first is none. */
function sourcesOf(inner: string): readonly string[] | undefined {
  const sources: string[] = [];
  let depth = 0;
  let quote = '';
  let start = 0;
  for (let at = 0; at < inner.length; at++) {
    const character = inner[at] ?? '';
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === "'" || character === '"') quote = character;
    else if (character === '{' || character === '(') depth++;
    else if (character === '}' || character === ')') depth--;
    else if (character === ',' && depth === 0) {
      sources.push(inner.slice(start, at).trim());
      start = at + 1;
    }
  }
  sources.push(inner.slice(start).trim());
  return isSource(sources[0] ?? '') ? sources : undefined;
}

/** `self:custom.model`, `file(models.yml):fast`, `strToBool(true)`, or what is made of further variables. */
function isSource(source: string): boolean {
  return /^[a-z][A-Za-z0-9-]*(?:\(|:(?!:))/.test(source) || source.startsWith('${');
}

/** A source in its parts: `file(models.yml):fast` is `file`, `models.yml` and `fast`. */
export interface Source {
  readonly type: string;
  readonly parameter: string | undefined;
  readonly address: string | undefined;
}

/** The parts of a source; `undefined` for a literal. */
export function parseSource(source: string): Source | undefined {
  const [, type, parameter, address] =
    /^([a-z][A-Za-z0-9-]*)(?:\(([^()]*)\))?(?::(?!:)(.*))?$/s.exec(source) ?? [];
  if (type === undefined || (parameter === undefined && address === undefined)) return undefined;
  return { type, parameter, address };
}
