/** Bodies: attributes and blocks. Every error is caught here, so that it costs one attribute or one block. */
import type { Attribute, Block, Body, Expression } from './ast.ts';
import { type Problems, recover, report, resume } from './problems.ts';
import { parseLabel } from './quoted.ts';
import { attributeNameAt, nameAt } from './recovery.ts';
import { Refusal } from './refusal.ts';
import type { Scanner } from './scanner.ts';
import * as token from './tokens.ts';

interface Draft {
  readonly attributes: Map<string, Attribute>;
  readonly blocks: Block[];
  /** Something was lost of which not even the name is known. */
  garbled: boolean;
}

/** Reads the file's body, up to the end of the text. */
export function parseFileBody(scanner: Scanner, problems: Problems): Body {
  const draft = emptyDraft();
  parseItems(scanner, problems, draft, true);
  return draft;
}

/**
 * Reads items up to the end of the file (`isFile`) or the closing brace, which stays current. Answers false where the
 * body was never closed.
 */
function parseItems(scanner: Scanner, problems: Problems, draft: Draft, isFile: boolean): boolean {
  const { depth } = scanner;
  for (;;) {
    const start = scanner.kind === token.NEWLINE ? scanner.position : scanner.start;
    try {
      if (scanner.kind === token.NEWLINE) scanner.advance();
      else if (scanner.kind === token.END) return isFile;
      else if (scanner.kind === token.CLOSE_BRACE && !isFile) return true;
      else parseItem(scanner, problems, draft, isFile);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      scanner.depth = depth;
      keepName(scanner, draft, start);
      recover(scanner, problems, error, start, isFile);
    }
    if (problems.atBoundary) {
      if (!isFile) return false;
      problems.atBoundary = false;
    }
  }
}

function parseItem(scanner: Scanner, problems: Problems, draft: Draft, isFile: boolean): void {
  const { start } = scanner;
  if (scanner.kind !== token.NAME) throw scanner.unexpected('the name of an argument or block');
  const name = scanner.value;
  scanner.advance();
  if (scanner.kind !== token.EQUALS) {
    parseBlock(scanner, problems, draft, name, start, isFile);
    return;
  }
  const attribute = parseAttribute(scanner, name, start);
  if (scanner.kind !== token.NEWLINE && scanner.kind !== token.END) {
    throw scanner.unexpected('a line break after the value of an argument');
  }
  addAttribute(scanner, problems, draft, attribute);
}

/** The value after `=`, which is the current token. */
function parseAttribute(scanner: Scanner, name: string, start: number): Attribute {
  scanner.advance();
  const value = scanner.parseExpression(scanner);
  return { name, value, start, end: value.end };
}

function addAttribute(scanner: Scanner, problems: Problems, draft: Draft, attribute: Attribute): void {
  const { name, start, end } = attribute;
  const first = draft.attributes.get(name);
  if (first === undefined) {
    draft.attributes.set(name, attribute);
    return;
  }
  const { line } = scanner.source.locate(first.start);
  const message = `Found \`${name}\` a second time; it is set in line ${line} already.`;
  report(scanner, problems, 'hcl-syntax', start, message);
  draft.attributes.set(name, {
    ...first,
    value: { kind: 'invalid', why: `${name} is set twice`, start, end },
  });
}

/** Reads a block whose type has been read, from its labels to the line break after it. */
function parseBlock(
  scanner: Scanner,
  problems: Problems,
  draft: Draft,
  type: string,
  start: number,
  isTop: boolean,
): void {
  const labels = parseLabels(scanner);
  const brace = scanner.start;
  const body = emptyDraft();
  let closed: boolean;
  try {
    closed = parseBlockBody(scanner, problems, body);
  } catch (error) {
    draft.blocks.push({ type, labels, start, end: scanner.position, body, broken: true });
    throw error;
  }
  if (closed) {
    draft.blocks.push({ type, labels, start, end: scanner.previousEnd, body, broken: body.garbled });
    return;
  }
  if (isTop) {
    const message = `Found a block \`${type}\` that is never closed; \`}\` was expected.`;
    report(scanner, problems, 'hcl-syntax', brace, message);
    if (!problems.atBoundary) resume(scanner, problems, start, isTop);
  }
  const end = scanner.position;
  draft.blocks.push({ type, labels, start, end, body: isTop ? bodyBefore(body, end) : body, broken: true });
}

function parseLabels(scanner: Scanner): string[] {
  const labels: string[] = [];
  while (scanner.kind !== token.OPEN_BRACE) {
    if (scanner.kind === token.QUOTE) labels.push(parseLabel(scanner));
    else if (scanner.kind === token.NAME) {
      labels.push(scanner.value);
      scanner.advance();
    } else
      throw scanner.unexpected(
        labels.length === 0 ? '`=`, a label or `{`' : 'a label or `{` on the same line',
      );
  }
  return labels;
}

/** Reads from the opening brace to behind the closing one; false where that is missing. */
function parseBlockBody(scanner: Scanner, problems: Problems, body: Draft): boolean {
  scanner.enter();
  scanner.advance();
  if (scanner.kind === token.NAME) {
    const { start, value: name } = scanner;
    scanner.advance();
    if (scanner.kind !== token.EQUALS) throw scanner.unexpected('`=` in a block of one line');
    body.attributes.set(name, parseAttribute(scanner, name, start));
    if (scanner.kind !== token.CLOSE_BRACE) {
      throw scanner.unexpected(
        '`}` at the end of a block of one line',
        'Write each argument on a line of its own.',
      );
    }
  } else if (!parseItems(scanner, problems, body, false)) {
    scanner.leave();
    return false;
  }
  scanner.leave();
  scanner.advance();
  if (scanner.kind !== token.NEWLINE && scanner.kind !== token.END) {
    throw scanner.unexpected('a line break after a block');
  }
  return true;
}

/** Keeps the name of what was lost, so that it counts as unknown and not as absent. */
function keepName(scanner: Scanner, draft: Draft, start: number): void {
  const { text } = scanner;
  const attribute = attributeNameAt(text, start);
  if (attribute !== undefined) {
    const value: Expression = { kind: 'invalid', why: `${attribute} has a syntax error`, start, end: start };
    draft.attributes.set(attribute, { name: attribute, value, start, end: start });
    return;
  }
  const block = nameAt(text, start);
  if (block === undefined) draft.garbled = true;
  else if (draft.blocks.at(-1)?.start !== start) {
    draft.blocks.push({ type: block, labels: [], start, end: start, body: emptyDraft(), broken: true });
  }
}

/** What of a body stands before an offset: the rest turned out to stand behind the block. */
function bodyBefore(body: Body, offset: number): Body {
  const attributes = [...body.attributes].filter(([, attribute]) => attribute.end <= offset);
  const blocks = body.blocks.filter((block) => block.start < offset);
  const last = blocks.at(-1);
  if (last !== undefined && last.end > offset) {
    // As deep as blocks are nested, which is capped.
    blocks[blocks.length - 1] = { ...last, end: offset, body: bodyBefore(last.body, offset), broken: true };
  }
  return { attributes: new Map(attributes), blocks };
}

function emptyDraft(): Draft {
  return { attributes: new Map(), blocks: [], garbled: false };
}
