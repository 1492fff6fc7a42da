import * as core from '@actions/core';
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createLog, inertLines } from '../../src/github/log.ts';
import { logged } from './logged.ts';
import { commandsIn } from './runner.ts';

afterEach(() => vi.restoreAllMocks());

const HOSTILE = [
  'x\n::add-mask::0',
  'x\r::add-mask::0',
  'x\r\n  ::set-output name=verdict::pass',
  '##[set-output name=verdict]pass',
  'text before ##[add-mask]0 and after',
  '###[error]x',
  '##[##[error]x',
  '::stop-commands::t',
  '\u00a0::error::x',
  '\u3000\u2003::error::x',
  '\u0085::error::x',
  '\ufeff::error::x',
  '\u200b::error::x',
  '\t::error file=a,line=1::pwn',
  '\u001b[2K::error::x',
  '\u2028::error::x',
  'costs/::error file=a,line=1::pwn.yml\n::error file=a,line=1::pwn.yml',
  '::::error::x',
  '::debug::%0A::error::x',
];

describe('text of a pull request in the log', () => {
  test.each(HOSTILE)('%j makes no command', (text) => {
    expect(commandsIn(logged((log) => log.info(text)))).toEqual([]);
  });

  test.each(HOSTILE)('%j stays inside the one command that carries it', (text) => {
    const output = logged((log) => {
      log.debug(() => text.replaceAll(/[\r\n]+/g, ' '));
      log.annotate({ level: 'warning', title: text, message: text });
      log.group(text, text);
    });
    expect(commandsIn(output).map(({ name }) => name)).toEqual(['debug', 'warning', 'group', 'endgroup']);
    for (const part of ['\r', '\u001b', '##[']) expect(output).not.toContain(part);
  });

  test('nothing that can be typed makes one', () => {
    const fragment = fc.constantFrom(
      '::',
      '##[',
      ']',
      '\n',
      '\r',
      ' ',
      '\t',
      '\u0085',
      '%0A',
      'error',
      '=',
      'x',
      '\u200b',
      '#',
      ':',
    );
    const text = fc.oneof(
      fc.array(fragment, { maxLength: 12 }).map((parts) => parts.join('')),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(text, (hostile) => {
        expect(commandsIn(inertLines(hostile).join('\n'))).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });

  test('ordinary text is not touched', () => {
    const text = 'base → head: $1,234.50 (+20%) · é 漢字 🌈\n\n  indented: a::b C++ ## heading [x]';
    expect(inertLines(text).join('\n')).toBe(text);
  });

  test('what cannot be seen becomes visible', () => {
    expect(inertLines('a\u202eb\u0000c\ud800d\te')).toEqual(['a\uFFFDb\uFFFDc\uFFFDd  e']);
  });
});

describe('annotations', () => {
  test('carry title, file and line, and nothing leaks from one into another', () => {
    const title = 'a,file=z,line=9::%0A, b: 50%\r\n::error::x';
    const output = logged((log) =>
      log.annotate({ level: 'error', title, message: 'one\ntwo', file: 'costs/a b,c:d%.yml', line: 3 }),
    );
    expect(commandsIn(output)).toEqual([
      {
        name: 'error',
        properties: {
          title: 'a,file=z,line=9::%0A, b: 50% :\u200b:error::x',
          file: 'costs/a b,c:d%.yml',
          line: '3',
        },
        data: 'one\ntwo',
      },
    ]);
  });

  test.each(['../../x', '/etc/passwd', 'a/../../x', './x', '', 'a\nb.yml', 'a\u202eb.yml'])(
    'a file %j is no place in the repository, so it is only named',
    (file) => {
      const [command, ...more] = commandsIn(
        logged((log) => log.annotate({ level: 'notice', message: 'm', file, line: 2 })),
      );
      expect(more).toEqual([]);
      expect(command?.properties).toEqual({});
      expect(command?.data).toMatch(/: m$/);
    },
  );

  test('are cut where GitHub would cut them, never inside a character', () => {
    const [command] = commandsIn(
      logged((log) => log.annotate({ level: 'error', message: `${'x'.repeat(4094)}🌈🌈` })),
    );
    expect(command?.data).toBe(`${'x'.repeat(4094)}…`);
  });
});

test('debug text is made only where it is shown', () => {
  const lines: string[] = [];
  const sink = { ...core, debug: (text: string) => lines.push(text) };
  createLog(sink, false).debug(() => {
    throw new Error('not asked for');
  });
  createLog(sink, true).debug(() => 'a\nb');
  expect(lines).toEqual(['a', 'b']);
});
