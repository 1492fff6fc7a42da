/** What follows a term: `.name`, `[key]`, `.0`, `.*` and `[*]`. */
import type { NumberExpression, Step } from './ast.ts';
import type { Scanner } from './scanner.ts';
import * as token from './tokens.ts';

/** All steps from the current token on. Nothing comes after a full splat: its steps are taken on each element. */
export function parseSteps(scanner: Scanner): Step[] {
  const steps: Step[] = [];
  for (;;) {
    if (scanner.kind === token.DOT) {
      const { start } = scanner;
      scanner.advance();
      if (scanner.kind === token.STAR) steps.push(parseAttributeSplat(scanner, start));
      else addNamedStep(scanner, start, steps);
    } else if (scanner.kind === token.OPEN_BRACKET) {
      const step = parseBracket(scanner);
      steps.push(step);
      if (step.kind === 'splat') return steps;
    } else return steps;
  }
}

/** `.name` or the old `.0`, after the point. */
function addNamedStep(scanner: Scanner, start: number, steps: Step[]): void {
  const { position: end, value } = scanner;
  if (scanner.kind === token.NAME) steps.push({ kind: 'attribute', name: value, start, end });
  else if (scanner.kind === token.NUMBER) {
    // `a.0.1` would be two old indexes, which HCL refuses, since `0.1` is one number.
    if (!/^[0-9]+$/.test(value)) throw scanner.unexpected('a single index after `.`', 'Write `[0][1]`.');
    const key: NumberExpression = { kind: 'number', source: value, start: scanner.start, end };
    steps.push({ kind: 'index', key, start, end });
  } else throw scanner.unexpected('the name of an attribute after `.`');
  scanner.advance();
}

/** `.*` takes names and old indexes after it, up to the next bracket. */
function parseAttributeSplat(scanner: Scanner, start: number): Step {
  let end = scanner.position;
  scanner.advance();
  const each: Step[] = [];
  while (scanner.kind === token.DOT) {
    const { start: pointStart } = scanner;
    scanner.advance();
    if (scanner.kind === token.STAR)
      throw scanner.unexpected('the name of an attribute', 'To nest, write `[*]`.');
    addNamedStep(scanner, pointStart, each);
    end = each.at(-1)?.end ?? end;
  }
  return { kind: 'splat', full: false, each, start, end };
}

function parseBracket(scanner: Scanner): Step {
  const { start, newlines } = scanner;
  scanner.enter();
  scanner.advance();
  if (scanner.kind === token.STAR) {
    scanner.advance();
    const end = scanner.close(token.CLOSE_BRACKET, '`]` after `[*`', newlines);
    const each = parseSteps(scanner);
    scanner.leave();
    return { kind: 'splat', full: true, each, start, end: each.at(-1)?.end ?? end };
  }
  scanner.newlines = false;
  if (scanner.kind === token.NEWLINE) scanner.advance();
  const key = scanner.parseExpression(scanner);
  const end = scanner.close(token.CLOSE_BRACKET, '`]` after an index', newlines);
  scanner.leave();
  return { kind: 'index', key, start, end };
}
