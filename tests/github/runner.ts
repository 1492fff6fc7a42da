/**
 * How the runner reads a step's log and command files, written after its documented behaviour: two command forms,
 * lines that end at LF, CR LF or a lone CR, and outputs between delimiters.
 */
export interface RunnerCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

/** Every command that the runner would find in a log. */
export function commandsIn(log: string): RunnerCommand[] {
  return log.split(/\r\n|\r|\n/).flatMap((line) => {
    const found = newForm(line) ?? oldForm(line);
    return found === undefined ? [] : [found];
  });
}

/** `::name key=value,key=value::data` at the start of a line, after white space of any kind. */
function newForm(line: string): RunnerCommand | undefined {
  const trimmed = line.replace(/^[\s\u0085]+/, '');
  const end = trimmed.indexOf('::', 2);
  if (!trimmed.startsWith('::') || end === -1) return undefined;
  return command(trimmed.slice(2, end), ',', trimmed.slice(end + 2));
}

/** `##[name key=value;key=value]data` anywhere in a line. */
function oldForm(line: string): RunnerCommand | undefined {
  const start = line.indexOf('##[');
  const end = line.indexOf(']', start);
  if (start === -1 || end === -1) return undefined;
  return command(line.slice(start + 3, end), ';', line.slice(end + 1));
}

function command(head: string, separator: string, data: string): RunnerCommand | undefined {
  const space = head.indexOf(' ');
  const name = space === -1 ? head : head.slice(0, space);
  if (name === '') return undefined;
  const properties: Record<string, string> = {};
  for (const pair of space === -1 ? [] : head.slice(space + 1).split(separator)) {
    const equals = pair.indexOf('=');
    if (equals > 0) properties[pair.slice(0, equals).trim()] = decoded(pair.slice(equals + 1));
  }
  return { name, properties, data: decoded(data) };
}

function decoded(text: string): string {
  return text
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%3B', ';')
    .replaceAll('%5D', ']')
    .replaceAll('%25', '%');
}

/** The outputs in a command file: `name=value`, or `name<<delimiter` and lines up to the delimiter. */
export function outputsIn(file: string): Map<string, string> {
  const outputs = new Map<string, string>();
  const lines = file.split(/\r?\n/);
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    const [, name, delimiter] = /^([^=]+?)<<(.+)$/.exec(line) ?? [];
    if (name !== undefined && delimiter !== undefined) {
      const end = lines.indexOf(delimiter, index + 1);
      if (end === -1) throw new Error(`no end for ${name}`);
      outputs.set(name, lines.slice(index + 1, end).join('\n'));
      index = end;
    } else if (line.includes('=')) {
      outputs.set(line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1));
    } else if (line !== '') {
      throw new Error(`not an output: ${line}`);
    }
  }
  return outputs;
}
