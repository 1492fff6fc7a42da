// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the sequences are those of HCL
import { describe, expect, test } from 'vitest';
import { expression, problems, shape } from './support.ts';

const name = (value: string) => ['name', value];
const heredoc = (...lines: readonly string[]) => lines.join('\n');

describe('quoted texts', () => {
  test.each([
    ['""', ''],
    ['"plain"', 'plain'],
    [String.raw`"\n\r\t\"\\"`, '\n\r\t"\\'],
    [String.raw`"\u00e9 \U0001F600"`, 'é 😀'],
    ['"$${a} %%{b}"', '${a} %{b}'],
    ['"100% $5 $$ %% {x}"', '100% $5 $$ %% {x}'],
    ['"${a}"', ['wrap', name('a')]],
    ['"x${a}y"', ['template', 'x', name('a'), 'y']],
    ['"$$${a}"', '$${a}'],
    ['"${"in ${a}"}"', ['wrap', ['template', 'in ', name('a')]]],
    ['"${a}${b}"', ['template', name('a'), name('b')]],
    ['"${ {\n  k = 1\n}.k }"', ['wrap', ['.', ['object', ['k', ['number', '1']]], 'k']]],
    ['"a ${~ b ~} c"', ['template', 'a', name('b'), 'c']],
    ['"  ${~ b}"', ['template', '', name('b')]],
    ['"e\u0301"', '\u00e9'],
  ])('%s', (source, expected) => {
    expect(shape(expression(source))).toEqual(expected);
  });
});

describe('directives', () => {
  test.each([
    ['"%{ if a }x%{ endif }"', ['template', ['?', name('a'), ['template', 'x'], '']]],
    [
      '"%{ if a }x%{ else }y%{ endif }!"',
      ['template', ['?', name('a'), ['template', 'x'], ['template', 'y']], '!'],
    ],
    [
      '"%{ for x in xs }${x}%{ endfor }"',
      ['template', ['join', ['for', ['x'], name('xs'), ['template', name('x')]]]],
    ],
    [
      '"%{ for i, x in xs ~} ${x} %{~ endfor }"',
      ['template', ['join', ['for', ['i', 'x'], name('xs'), ['template', '', name('x'), '']]]],
    ],
    [
      '"%{ if a }%{ if b }x%{ endif }%{ endif }"',
      ['template', ['?', name('a'), ['template', ['?', name('b'), ['template', 'x'], '']], '']],
    ],
  ])('%s', (source, expected) => {
    expect(shape(expression(source))).toEqual(expected);
  });
});

describe('heredocs', () => {
  test.each([
    ['keeps its lines', heredoc('<<EOT', 'a', '  b', 'EOT'), 'a\n  b\n'],
    ['may be empty', heredoc('<<EOT', 'EOT'), ''],
    ['has no escapes', heredoc('<<EOT', String.raw`\n "x"`, 'EOT'), '\\n "x"\n'],
    [
      'strips shared indentation',
      heredoc('<<-EOT', '    a', '      b', '', '    c', '  EOT'),
      'a\n  b\n\nc\n',
    ],
    ['counts tabs and wide blanks as one each', heredoc('<<-EOT', '\t\u2003a', '  b', 'EOT'), 'a\nb\n'],
    ['keeps indentation without the dash', heredoc('<<EOT', '  a', '  EOT'), '  a\n'],
    ['takes sequences', heredoc('<<EOT', 'x ${a} y', 'EOT'), ['template', 'x ', name('a'), ' y\n']],
    [
      'does not indent a line that starts with a sequence',
      heredoc('<<-EOT', '  a', '${b}', 'EOT'),
      ['template', '  a\n', name('b'), '\n'],
    ],
    ['escapes sequences', heredoc('<<EOT', '$${a} %%{b}', 'EOT'), '${a} %{b}\n'],
    [
      'strips line breaks with a tilde',
      heredoc('<<EOT', '%{ for x in xs ~}', '${x}', '%{ endfor ~}', 'EOT'),
      ['template', ['join', ['for', ['x'], name('xs'), ['template', '', name('x'), '\n']]], ''],
    ],
    ['does not end on a longer line', heredoc('<<EOT', 'EOT x', 'xEOT', 'EOT'), 'EOT x\nxEOT\n'],
    [
      'does not end inside of a sequence',
      heredoc('<<EOT', '${f(', 'EOT', ')}', 'EOT'),
      ['template', ['call', 'f', [name('EOT')]], '\n'],
    ],
    ['keeps carriage returns', '<<EOT\r\na\r\nEOT\r', 'a\r\n'],
    ['may stand in a list', `[${heredoc('<<EOT', 'a', 'EOT', ', 1]')}`, ['tuple', 'a\n', ['number', '1']]],
  ])('%s', (_, source, expected) => {
    expect(shape(expression(source))).toEqual(expected);
  });
});

describe('what is refused', () => {
  test.each([
    ['v = "a', '1:7 Found a line break inside a quoted text; a closing `"` was expected.'],
    [String.raw`v = "\q"`, '1:6 Found the escape `\\q`, which does not exist.'],
    [String.raw`v = "\u12"`, '1:6 Found `\\u` without 4 hexadecimal digits after it.'],
    ['v = "${a"', '1:9 Found a quoted text where `}` at the end of `${` was expected.'],
    ['v = "${a b}"', '1:10 Found the name `b` where `}` at the end of `${` was expected.'],
    [
      'v = "%{ what }"',
      '1:9 Found `%{` without a directive; `if`, `else`, `endif`, `for` or `endfor` was expected.',
    ],
    ['v = "%{ if a }x"', '1:6 Found `%{ if }` that is never closed; `%{ endif }` was expected.'],
    ['v = "%{ endif }"', '1:6 Found `%{ endif }` that belongs to nothing before it.'],
    [
      'v = "%{ if a }%{ else }%{ else }%{ endif }"',
      '1:24 Found a second `%{ else }`; `%{ endif }` was expected.',
    ],
    ['v = <<EOT\nx', '1:5 Found a heredoc that is never closed; its marker was expected alone on a line.'],
    ['v = << EOT\nx', '1:5 Found `<<` without a marker; a name and then a line break were expected.'],
    ['b "${x}" {}', '1:4 Found a template sequence in a label, which must be a plain text.'],
  ])('%s', (source, expected) => {
    expect(problems(`${source}\n`)[0]).toBe(expected);
  });

  test('a heredoc whose marker is not followed by a line break', () => {
    expect(problems('v = <<EOT\nx\nEOT')[0]).toMatch(/^1:5 Found a heredoc that is never closed/);
  });
});
