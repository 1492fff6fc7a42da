/** Texts with `${…}` in Pulumi's YAML. */

/** `${name.attribute[0]["key"]}`: where it starts, and the steps from there. */
export interface Access {
  readonly root: string;
  readonly steps: readonly (string | number)[];
}

/** The pieces of a text, in order; `undefined` where one of them is not closed or cannot be read. `$${` is a plain `${`. */
export function parseInterpolation(text: string): readonly (string | Access)[] | undefined {
  const pieces: (string | Access)[] = [];
  let plain = '';
  let at = 0;
  for (let start = text.indexOf('${'); start !== -1; start = text.indexOf('${', at)) {
    if (start > 0 && text[start - 1] === '$') {
      plain += text.slice(at, start - 1) + '${';
      at = start + 2;
      continue;
    }
    plain += text.slice(at, start);
    const reader: Reader = { text, at: start + 2 };
    const access = readAccess(reader);
    if (access === undefined) return undefined;
    if (plain !== '') pieces.push(plain);
    plain = '';
    pieces.push(access);
    at = reader.at;
  }
  plain += text.slice(at);
  if (plain !== '' || pieces.length === 0) pieces.push(plain);
  return pieces;
}

interface Reader {
  readonly text: string;
  at: number;
}

function readAccess(reader: Reader): Access | undefined {
  const root = readName(reader);
  if (root === '') return undefined;
  const steps: (string | number)[] = [];
  for (;;) {
    const character = reader.text[reader.at++];
    if (character === '}') return { root, steps };
    const step = character === '.' ? readName(reader) : character === '[' ? readIndex(reader) : undefined;
    if (step === undefined || step === '') return undefined;
    steps.push(step);
  }
}

/** Names go up to the next step: they may hold `-`, and those of configuration a colon. */
function readName(reader: Reader): string {
  const start = reader.at;
  while (reader.at < reader.text.length && !'.[]}'.includes(reader.text[reader.at] ?? '')) reader.at++;
  return reader.text.slice(start, reader.at).trim();
}

/** `0]` or `"key"]`. */
function readIndex(reader: Reader): string | number | undefined {
  const pattern = /(?:(\d{1,9})|"((?:[^"\\]|\\.)*)")\]/y;
  pattern.lastIndex = reader.at;
  const found = pattern.exec(reader.text);
  if (found === null) return undefined;
  reader.at = pattern.lastIndex;
  const [, index, key = ''] = found;
  return index === undefined ? key.replaceAll(/\\(.)/g, '$1') : Number(index);
}
