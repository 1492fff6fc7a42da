/**
 * Reads one large JSON text in pieces and hands out the values at chosen paths, so that an offer file of many megabytes
 * never stands in memory as a whole. A value that nobody wants is passed over without being parsed.
 */

export interface JsonStreamReader {
  /** The next piece of the text. Throws where it cannot be JSON. */
  push(text: string): void;
  /** After the last piece. Throws where the text is not whole. */
  end(): void;
}

/**
 * Asked with the path of each object member: `take` hands its value to `found`, `enter` looks at the members of its
 * object, `skip` passes over it.
 */
export type Wanted = (path: readonly string[]) => 'take' | 'enter' | 'skip';
export type Found = (path: readonly string[], value: unknown) => void;

/** Deeper nesting than any offer file has. */
const DEEPEST = 64;
/** A single value that is larger than this is no product and no price. */
const LONGEST_VALUE = 4 * 1024 * 1024;

const QUOTE = 34;
const COMMA = 44;
const COLON = 58;
const BACKSLASH = 92;
const OPEN_LIST = 91;
const CLOSE_LIST = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;

type Mode =
  | 'start'
  | 'name or end'
  | 'name'
  | 'in name'
  | 'colon'
  | 'value'
  | 'in value'
  | 'comma or end'
  | 'done';

export function jsonStreamReader(wanted: Wanted, found: Found): JsonStreamReader {
  /** Names of the members that lead to where the reader stands, outermost first. */
  const path: string[] = [];
  let mode: Mode = 'start';
  /** Objects that were entered and not left. */
  let entered = 0;
  /** Brackets open within the value that is being read. */
  let nested = 0;
  let inText = false;
  let escaped = false;
  /** The text of a name, or of a value that is taken; undefined while a value is passed over. */
  let collected: string | undefined;

  function leaveObject(): void {
    entered -= 1;
    if (entered === 0) mode = 'done';
    else {
      path.pop();
      mode = 'comma or end';
    }
  }

  function endName(): void {
    path.push(String(JSON.parse(collected ?? '""')));
    collected = undefined;
    mode = 'colon';
  }

  function endValue(): void {
    if (collected !== undefined) found([...path], JSON.parse(collected));
    collected = undefined;
    path.pop();
    mode = 'comma or end';
  }

  /** One character between values. Says whether it was used up; a value's first character is not. */
  function between(code: number): boolean {
    if (code === 32 || (code >= 9 && code <= 13)) return true;
    if (mode === 'start' && code === OPEN_OBJECT) {
      entered = 1;
      mode = 'name or end';
    } else if (mode === 'name or end' && code === CLOSE_OBJECT) leaveObject();
    else if ((mode === 'name or end' || mode === 'name') && code === QUOTE) {
      collected = '"';
      mode = 'in name';
    } else if (mode === 'colon' && code === COLON) mode = 'value';
    else if (mode === 'comma or end' && code === COMMA) mode = 'name';
    else if (mode === 'comma or end' && code === CLOSE_OBJECT) leaveObject();
    else if (mode === 'value') {
      const decision = wanted(path);
      if (decision === 'enter' && code === OPEN_OBJECT) {
        entered += 1;
        mode = 'name or end';
      } else {
        collected = decision === 'take' ? '' : undefined;
        nested = 0;
        mode = 'in value';
        return false;
      }
    } else
      throw new Error(
        `the text is no JSON object: "${String.fromCharCode(code)}" stands where ${mode} was expected`,
      );
    return true;
  }

  /** Reads on in a name from `from`; gives where it went on to. */
  function throughName(text: string, from: number): number {
    let at = from;
    while (at < text.length) {
      const code = text.charCodeAt(at);
      at += 1;
      if (escaped) escaped = false;
      else if (code === BACKSLASH) escaped = true;
      else if (code === QUOTE) {
        collected += text.slice(from, at);
        endName();
        return at;
      }
    }
    collected += text.slice(from);
    return at;
  }

  /** Reads on in a value from `from`; gives where it went on to. */
  function throughValue(text: string, from: number): number {
    for (let at = from; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (inText) {
        if (escaped) escaped = false;
        else if (code === BACKSLASH) escaped = true;
        else if (code === QUOTE) {
          inText = false;
          if (nested === 0) return finish(text, from, at + 1);
        }
      } else if (code === QUOTE) inText = true;
      else if (code === OPEN_OBJECT || code === OPEN_LIST) {
        nested += 1;
        if (entered + nested > DEEPEST) throw new Error('the text is nested too deeply');
      } else if (code === CLOSE_OBJECT || code === CLOSE_LIST) {
        // A number, true, false or null ends where its object does.
        if (nested === 0) return finish(text, from, at);
        nested -= 1;
        if (nested === 0) return finish(text, from, at + 1);
      } else if (code === COMMA && nested === 0) return finish(text, from, at);
    }
    collect(text.slice(from));
    return text.length;
  }

  function finish(text: string, from: number, to: number): number {
    collect(text.slice(from, to));
    endValue();
    return to;
  }

  function collect(piece: string): void {
    if (collected === undefined) return;
    collected += piece;
    if (collected.length > LONGEST_VALUE) throw new Error(`the value of ${path.join('.')} is too long`);
  }

  return {
    push(text) {
      let at = 0;
      while (at < text.length) {
        if (mode === 'in value') at = throughValue(text, at);
        else if (mode === 'in name') at = throughName(text, at);
        else if (between(text.charCodeAt(at))) at += 1;
      }
    },
    end() {
      if (mode !== 'done') throw new Error('the text ends before its JSON object does');
    },
  };
}
