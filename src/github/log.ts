/**
 * The only writer to the log of a job. The runner reads commands out of that log in two forms: `::name::` at the
 * start of a line, and the older `##[name]` anywhere in one. Whatever a pull request can put into a text, neither
 * form leaves this file, except for the commands that it writes itself.
 */

/** What @actions/core offers for the log. */
export interface LogSink {
  info(message: string): void;
  debug(message: string): void;
  error(message: string, properties?: SinkProperties): void;
  warning(message: string, properties?: SinkProperties): void;
  notice(message: string, properties?: SinkProperties): void;
  startGroup(name: string): void;
  endGroup(): void;
}

interface SinkProperties {
  title?: string;
  file?: string;
  startLine?: number;
}

/** A remark that GitHub shows at a line of the pull request, or at the run where it has no file. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly message: string;
  readonly title?: string;
  /** From the root of the repository. */
  readonly file?: string;
  readonly line?: number;
}

export interface Log {
  /** Any text, of one line or many. */
  info(text: string): void;
  /** Shown where the job runs with debug logging; the text is made only then. */
  debug(text: () => string): void;
  /** A text behind a title that unfolds it. */
  group(title: string, text: string): void;
  annotate(annotation: Annotation): void;
}

/** GitHub cuts the message of an annotation after so many characters. */
const MESSAGE_CHARACTERS = 4_096;
const TITLE_CHARACTERS = 200;
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}]/gu;
/** Between the characters that would make a command. The runner does not count it as white space. */
const BREAK = '\u200B';

export function createLog(sink: LogSink, showsDebug: boolean): Log {
  return {
    info(text) {
      for (const line of inertLines(text)) sink.info(line);
    },
    debug(text) {
      if (showsDebug) for (const line of inertLines(text())) sink.debug(line);
    },
    group(title, text) {
      sink.startGroup(inertLines(title).join(' '));
      for (const line of inertLines(text)) sink.info(line);
      sink.endGroup();
    },
    annotate({ level, message, title, file, line }) {
      const properties: SinkProperties = {};
      if (title !== undefined) properties.title = cut(inertLines(title).join(' '), TITLE_CHARACTERS);
      const place = file === undefined ? '' : inertLines(file).join(' ');
      if (file !== undefined && place === file && isInside(file)) {
        properties.file = file;
        if (line !== undefined) properties.startLine = line;
      }
      const where = file !== undefined && properties.file === undefined ? `${place}: ` : '';
      sink[level](cut(where + inertLines(message).join('\n'), MESSAGE_CHARACTERS), properties);
    },
  };
}

/**
 * The lines of a text as the runner would split it, each without a character that cannot be seen and without
 * either form of a command.
 */
export function inertLines(text: string): string[] {
  return text.split(/\r\n|[\r\n]/).map((line) => {
    const visible = line.replaceAll('\t', '  ').replace(HIDDEN, '\uFFFD').replaceAll('##[', `##${BREAK}[`);
    return visible.trimStart().startsWith('::') ? visible.replace('::', `:${BREAK}:`) : visible;
  });
}

function isInside(path: string): boolean {
  return path !== '' && path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}

/** At most so many characters, and never half of one. */
function cut(text: string, characters: number): string {
  if (text.length <= characters) return text;
  return `${text.slice(0, characters - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
