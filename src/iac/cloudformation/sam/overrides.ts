/** `parameter_overrides` as text: `Stage=prod Title="two words"`, or `ParameterKey=Stage,ParameterValue=prod`. */

export type Override = { readonly name: string; readonly value: string } | { readonly file: string };

/** The overrides in a text, in order. Words that are none are left out. Linear in the text. */
export function overridesIn(written: string): readonly Override[] {
  return wordsOf(written).flatMap((word): readonly Override[] => {
    if (word.startsWith('file://')) return [{ file: word.slice('file://'.length) }];
    const long = /^ParameterKey=([A-Za-z0-9]{1,255}),ParameterValue=/.exec(word);
    if (long !== null) return [{ name: long[1] ?? '', value: unquoted(word.slice(long[0].length)) }];
    const equals = word.indexOf('=');
    return equals > 0 ? [{ name: word.slice(0, equals), value: unquoted(word.slice(equals + 1)) }] : [];
  });
}

/** The words between spaces; spaces within double quotes, and behind a backslash, are of the word. */
function wordsOf(written: string): readonly string[] {
  const words: string[] = [];
  let start = 0;
  let isQuoted = false;
  for (let at = 0; at <= written.length; at++) {
    const sign = written.charAt(at);
    if (sign === '\\') at++;
    else if (sign === '"') isQuoted = !isQuoted;
    else if (at === written.length || (!isQuoted && /\s/.test(sign))) {
      if (at > start) words.push(written.slice(start, at));
      start = at + 1;
    }
  }
  if (start < written.length) words.push(written.slice(start));
  return words;
}

/** Without the quotes around it, and without the backslashes before quotes and spaces. */
function unquoted(value: string): string {
  const quote = value.charAt(0);
  const isQuoted = value.length > 1 && (quote === '"' || quote === "'") && value.endsWith(quote);
  return (isQuoted ? value.slice(1, -1) : value).replaceAll(/\\([\s"\\])/g, '$1');
}
